import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { type FileProblem, readSessionFile, toSessionFile } from '../../src/exchange/session-file';
import { say } from '../../src/messages/translate';
import type { Session } from '../../src/record/session';
import { problemMessage } from '../../src/state/file-text';
import { createRecords, type Records } from '../../src/state/records';
import { createMemoryStore, memoryDisk } from '../../tests/support/memory-store';
import { mutate, mutateJson, seeded } from '../../tests/support/mutations';
import { type Proof, Verdict } from './campaign';

/** What must hold of every file that is opened, whatever happened to it. */
export const fuzzClaims = {
  crash: 'no file makes the import fail in an unforeseen way',
  change: 'a file that is not taken changes nothing, and one that is taken lies beside what was there',
  exact: 'a file that is taken is read for exactly what it says',
  message: 'every refusal names what is wrong and where',
} as const;
type FuzzClaim = keyof typeof fuzzClaims;

/** How many files ended how, by the kind of the problem, or `read`. */
export type Endings = ReadonlyMap<string, number>;

const fixtures = ['v1', 'v2', 'v3', 'v3-visit'].map((version) =>
  readFileSync(new URL(`../../tests/fixtures/session-${version}.aliquot.json`, import.meta.url), 'utf8'),
);

/** Damages `count` session files of every version, and imports each into a store that holds the sound ones. */
export async function proveImport(
  count: number,
  seed: number,
): Promise<Proof<FuzzClaim> & { readonly endings: Endings }> {
  const random = seeded(seed);
  const verdict = new Verdict(fuzzClaims);
  const endings = new Map<string, number>();
  const disk = memoryDisk();
  const records = recordsOver(disk);
  for (const text of fixtures) await records.importFile(new Blob([text]));
  const before = JSON.stringify([...disk.rows]);
  const ids = new Set(disk.rows.keys());
  if (ids.size !== fixtures.length) throw new Error('the sound files were not taken');

  for (let n = 0; n < count; n += 1) {
    const text = damaged(fixtures[n % fixtures.length] ?? '', n, random);
    try {
      const read = readSessionFile(text);
      const ending = read.ok ? 'read' : read.error.kind;
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
      if (read.ok) verdict.hold('exact', isExact(text, read.value.session), () => text.slice(0, 200));
      else verdict.hold('message', isTold(text, read.error), () => say(problemMessage(read.error)));

      const outcome = await records.importFile(new Blob([text]));
      const added = [...disk.rows.keys()].filter((id) => !ids.has(id));
      const allowed = read.ok && outcome.ok && !ids.has(read.value.session.id) ? [read.value.session.id] : [];
      verdict.hold('change', isDeepStrictEqual(added, allowed), () => `added ${added.join()}`);
      for (const id of added) disk.rows.delete(id);
      verdict.hold('change', JSON.stringify([...disk.rows]) === before, () => 'a kept session was changed');
      verdict.hold('change', Object.keys(Object.prototype).length === 0, () => 'every object was changed');
    } catch (error) {
      verdict.hold('crash', false, () => String(error));
    }
    verdict.next(`file ${String(n)}`);
  }
  return { ...verdict.proof(), endings };
}

/** Half of them as disks, mail and hands do it, half as programs do; some twice. */
function damaged(sound: string, n: number, random: () => number): string {
  const once = (text: string): string =>
    n % 2 === 0 ? mutate(text, random) : JSON.stringify(mutateJson(JSON.parse(text), random), null, 2);
  return n % 5 === 0 ? once(once(sound)) : once(sound);
}

function recordsOver(disk: ReturnType<typeof memoryDisk>): Records {
  const store = createMemoryStore({ now: () => '2026-11-23T10:00:00+00:00', disk });
  const head = { model: 'standard', contentHash: 'a1'.repeat(32), variant: 'standard' };
  return createRecords({ store, head, version: 'proof', saveFile: () => undefined });
}

/** Nothing between the file and the record was guessed, dropped or mended: written again, it says the same. */
function isExact(text: string, session: Session): boolean {
  const said = parsed(text);
  const again = toSessionFile(session, String(said['app']));
  const written = parsed(again);
  if (said['formatVersion'] === written['formatVersion']) return isDeepStrictEqual(written, said);
  // A file may call itself newer or older than it need: then the version, and the totals of that version, differ. What
  // an older one states beyond its totals is unknown to it, and known once the file is written as newer.
  const reread = readSessionFile(again);
  const known = (read: Session) => ({ ...read, unknown: undefined });
  const rest = (file: Record<string, unknown>) => ({ ...file, formatVersion: 0, totals: 0 });
  return (
    isDeepStrictEqual(rest(written), rest(said)) &&
    reread.ok &&
    isDeepStrictEqual(known(reread.value.session), known(session))
  );
}

/** What a text says; a zero says the same with a minus. */
const parsed = (text: string) =>
  JSON.parse(JSON.stringify(JSON.parse(text.replace(/^\uFEFF/, '')))) as Record<string, unknown>;

/** Whether the message says where, that place is one of the file's, and something is said of it. */
function isTold(text: string, problem: FileProblem): boolean {
  const message = say(problemMessage(problem));
  switch (problem.kind) {
    case 'NotJson': {
      const line = text.split('\n')[problem.line - 1];
      const place = `line ${String(problem.line)}, column ${String(problem.column)}`;
      return message.includes(place) && line !== undefined && problem.column <= line.length + 1;
    }
    case 'NewerVersion':
      return message.includes(String(problem.found));
    case 'TooLarge':
      return true;
    case 'RuleBroken':
      return message.includes(`entry ${String(problem.index + 1)}: `) && isPlace(parsed(text), problem.path);
    case 'NotASession':
    case 'Damaged':
    case 'HeadImpossible':
    case 'TotalsDisagree':
      return message.includes(problem.path) && isPlace(parsed(text), problem.path);
  }
}

/** Whether a path leads to a place in a value, or to one that is missing there. */
function isPlace(value: unknown, path: string): boolean {
  const keys = [...path.matchAll(/\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|([A-Za-z_$][\w$]*)/g)].map(
    ([, index, quoted, name]) => index ?? quoted ?? name ?? '',
  );
  let here: unknown = value;
  for (const key of keys) {
    if (typeof here !== 'object' || here === null) return false;
    here = Reflect.get(here, key);
  }
  return true;
}
