import { sessionsCsvHead, sessionsCsvLine } from '../../src/exchange/sessions-csv';
import { fold } from '../../src/ledger/fold';
import { muscles } from '../../src/protocol/paradigm';
import { sumOfUnits } from '../../src/protocol/words';
import type { SignedVersion } from '../../src/record/signed-version';
import { noteText } from '../../src/state/note-text';
import { sessionRowWords } from '../../src/state/session-row-words';
import { texts } from '../../src/exchange/fhir/texts';
import { noteBytes } from '../../src/exchange/pdf/note-pdf';
import { noteDocument } from '../../src/state/note-document';
import { noteArt, noteFonts } from './note-art';
import { layoutOf, textOf } from './poppler';
import { readCsv } from './read-csv';
import { allOf, sentOf } from './sent-sessions';
import { unwrap } from './signing';

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
  { name: 'plain text', read: (version) => inText(noteText({ kind: 'signed', versions: [version] })) },
  { name: 'CSV', read: inCsv },
  { name: 'FHIR', read: inBundle },
  { name: 'PDF', read: inPdf },
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
    discarded: sumOfUnits(
      found(/^Discarded at [\d:]+: ([\d.e-]+) U(?: of vial \d+)?\./).map((line) => Number(line[1])),
    ),
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

/** The doses one by one, by the words of their sites; what was given beside the paradigm is of another kind. */
async function inBundle(version: SignedVersion): Promise<Figures> {
  const { bundle } = await sentOf([version]);
  const doses = allOf(bundle, 'MedicationAdministration').flatMap(({ status, dosage }) => {
    const kind = dosage?.text;
    const counts = status === 'completed' && (kind === texts.fixed || kind === texts.extra);
    return counts ? [{ kind, site: dosage?.site?.text ?? '', units: dosage?.dose?.value ?? Number.NaN }] : [];
  });
  const sum = (some: typeof doses): number => sumOfUnits(some.map(({ units }) => units));
  return {
    given: sum(doses),
    byMuscle: Object.fromEntries(
      muscles.map(({ name }) => [name, sum(doses.filter(({ site }) => site.startsWith(name)))]),
    ),
    extras: doses.filter(({ kind }) => kind === texts.extra).length,
    discarded: sumOfUnits(
      allOf(bundle, 'Observation').flatMap(({ code, valueQuantity }) =>
        // Where nothing is known of a vial there is no value.
        code.text === texts.wasted && valueQuantity !== undefined ? [valueQuantity.value ?? Number.NaN] : [],
      ),
    ),
  };
}

const fonts = noteFonts();

/** The page as poppler reads it: the table by its lines, the cards by their words. */
async function inPdf(version: SignedVersion): Promise<Figures> {
  const document = noteDocument({ kind: 'signed', versions: [version] }, { art: await noteArt(version.session) });
  const pdf = unwrap(await noteBytes(document, fonts, 'a4'));
  const table = layoutOf(pdf);
  const words = textOf(pdf).replace(/\s+/g, ' ');
  const cards = words.slice(words.indexOf(' Balance'));
  const units = (name: string): number =>
    Number(new RegExp(`^ *${name} .* \\d+ +(\\d+) +[\\d.]+ +(?:\\d\\d:\\d\\d|–)`, 'm').exec(table)?.[1]);
  return {
    given: Number(/^ *Total given +\d+ +(\d+) /m.exec(table)?.[1]),
    byMuscle: Object.fromEntries(muscles.map(({ name }) => [name, units(name)])),
    extras: Number(/(\d+) follow-the-pain extra/.exec(words)?.[1] ?? 0),
    discarded: sumOfUnits([...cards.matchAll(/ Discarded ([\d.e-]+) U · /g)].map(([, amount]) => Number(amount))),
  };
}
