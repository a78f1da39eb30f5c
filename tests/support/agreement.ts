import { sessionsCsvHead, sessionsCsvLine } from '../../src/exchange/sessions-csv';
import { fold } from '../../src/ledger/fold';
import { muscles } from '../../src/protocol/paradigm';
import { sumOfUnits } from '../../src/protocol/words';
import type { SignedVersion } from '../../src/record/signed-version';
import { noteText } from '../../src/state/note-text';
import { sessionRowWords } from '../../src/state/session-row-words';
import { readCsv } from './read-csv';

/** What every way out of the app must tell alike, to the unit. */
export type Figures = {
  readonly given: number;
  /** By the name of the muscle; 0 where none was given. */
  readonly byMuscle: Readonly<Record<string, number>>;
  /** Follow-the-pain sites that were given. */
  readonly extras: number;
  readonly discarded: number;
};

/** The figures as somebody reads them who has nothing but what went out. A further way out is a further line here. */
export const waysOut: readonly {
  readonly name: string;
  readonly read: (version: SignedVersion) => Figures | Promise<Figures>;
}[] = [
  { name: 'plain text', read: (version) => inText(noteText(version)) },
  { name: 'CSV', read: inCsv },
];

/** What the ledger says. */
export function inLedger({ session }: SignedVersion): Figures {
  const { rows, totals } = fold(session.entries, session.vials);
  return {
    given: totals.given,
    byMuscle: Object.fromEntries(muscles.map(({ id, name }) => [name, totals.byMuscle[id].given])),
    extras: rows.filter(({ ftp, state }) => ftp && state === 'given').length,
    discarded: sumOfUnits([...totals.byVial.values()].map(({ wasted }) => wasted)),
  };
}

/** The lines of a note; its facts, which people wrote, stand above the heading. */
export function inText(text: string): Figures {
  const lines = text.slice(text.indexOf('\nGIVEN\n')).split('\n');
  const found = (pattern: RegExp): readonly RegExpExecArray[] =>
    lines.map((line) => pattern.exec(line)).filter((line) => line !== null);
  const ofMuscle = muscles.map(
    ({ name }) => [name, found(new RegExp(`^${name}: (.*)\\. ([\\d.]+) U, [\\d.]+ mL, `))] as const,
  );
  return {
    given: Number(found(/^Total: ([\d.]+) U at /)[0]?.[1]),
    byMuscle: Object.fromEntries(ofMuscle.map(([name, [line]]) => [name, Number(line?.[2] ?? 0)])),
    extras: sumOfUnits(ofMuscle.map(([, [line]]) => (line?.[1]?.match(/\bF\d+\b/g) ?? []).length)),
    discarded: sumOfUnits(found(/^Discarded at [\d:]+: ([\d.e-]+) U\./).map((line) => Number(line[1]))),
  };
}

function inCsv(version: SignedVersion): Figures {
  const words = sessionRowWords();
  const [row] = readCsv(`${sessionsCsvHead(words)}${sessionsCsvLine({ kind: 'signed', version }, words)}`);
  const number = (name: string): number => Number(row?.[name]);
  return {
    given: number('Given (U)'),
    byMuscle: Object.fromEntries(muscles.map(({ name }) => [name, number(`${name} (U)`)])),
    extras: number('Follow-the-pain sites'),
    discarded: number('Discarded (U)'),
  };
}
