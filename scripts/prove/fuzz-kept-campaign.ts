import 'fake-indexeddb/auto';
import { isDeepStrictEqual } from 'node:util';
import { say } from '../../src/messages/translate';
import { createRecords } from '../../src/state/records';
import { completeSession } from '../../tests/support/complete-session';
import { mutate, mutateJson, seeded } from '../../tests/support/mutations';
import { unwrap } from '../../tests/support/signing';
import { type Page, signAll, signingDevice } from '../../tests/support/signing-device';
import { type Proof, Verdict } from './campaign';

/** What must hold of every signed file and every backup that was changed, on a device that has the record and on one that has not. */
export const keptFuzzClaims = {
  crash: 'no signed file and no backup is refused in an unforeseen way',
  taken: 'nothing of a changed signed file or backup is taken',
  change: 'the records and the audit log of the device are as they were',
  message: 'every refusal says what is wrong, and where the file still parses, at which place or in which version',
} as const;
type KeptFuzzClaim = keyof typeof keptFuzzClaims;

const opener = { by: 'passphrase', passphrase: 'synthetic backup words' } as const;
const place = /version \d|line \d|entry \d|[a-z]+[.[]|\bseal\b|\bversions\b/i;

/** Changes `count` signed files, and a third as many backups, and opens each on two devices. */
export async function proveKeptImport(count: number, seed: number): Promise<Proof<KeptFuzzClaim>> {
  const random = seeded(seed);
  const verdict = new Verdict(keptFuzzClaims);
  const devices = [signingDevice(), signingDevice()];
  const [holding, other] = devices.map((device) => device.open()) as [Page, Page];
  await signAll(holding, [completeSession({ id: 'signed-here', patient: { id: 'p', label: 'Synthetic A.' } })]);
  await signAll(other, [completeSession({ id: 'another', patient: { id: 'q', label: 'Synthetic B.' } })]);
  const sound = await exported(holding, 'signed-here');
  const backup = await backupOf(holding);
  const pages = [holding, other];
  const before = await Promise.all(pages.map(heldBy));

  for (let n = 0; n < count; n += 1) {
    const text = changed(sound, n, random);
    // A digit may have been exchanged for itself.
    if (text === sound) continue;
    for (const [at, page] of pages.entries()) {
      await judge(verdict, async () => {
        const outcome = await recordsOf(page).importFile(new Blob([text]));
        verdict.hold('taken', !outcome.ok, () => text.slice(0, 200));
        const said = say(outcome.message);
        verdict.hold('message', said !== '' && (!parses(text) || place.test(said)), () => said);
        verdict.hold('change', isDeepStrictEqual(await heldBy(page), before[at]), () => `device ${String(at)}`);
      });
    }
    verdict.next(`signed file ${String(n)}`);
  }
  for (let n = 0; n < count / 3; n += 1) {
    const bytes = changedBytes(backup, n, random);
    const page = pages[n % 2] ?? holding;
    await judge(verdict, async () => {
      const outcome = await (await page.vaultDesk.backup()).restore(new Blob([bytes]), opener);
      verdict.hold('taken', !outcome.ok, () => say(outcome.message));
      verdict.hold('message', say(outcome.message) !== '', () => 'nothing was said');
      verdict.hold('change', isDeepStrictEqual(await recordsIn(page), recordsOnly(before[n % 2])), () => 'a record');
    });
    verdict.next(`backup ${String(n)}`);
  }
  for (const device of devices) device.close();
  return verdict.proof();
}

async function judge(verdict: Verdict<KeptFuzzClaim>, trial: () => Promise<void>): Promise<void> {
  try {
    await trial();
  } catch (error) {
    verdict.hold('crash', false, () => String(error));
  }
}

function recordsOf(page: Page, saveFile: (name: string, text: string) => void = () => undefined) {
  const head = { model: 'standard', contentHash: 'a1'.repeat(32), variant: 'standard' };
  return createRecords({
    store: page.sessions,
    signing: () => Promise.resolve(page.desk),
    head,
    version: '0.0.0',
    saveFile,
  });
}

async function exported(page: Page, id: string): Promise<string> {
  let text = '';
  const outcome = await recordsOf(page, (_name, saved) => {
    text = saved;
  }).exportSession(id);
  if (!outcome.ok) throw new Error(say(outcome.message));
  return text;
}

async function backupOf(page: Page): Promise<Uint8Array<ArrayBuffer>> {
  const made = await (await page.vaultDesk.backup()).make({ passphrase: opener.passphrase, recoveryKey: false });
  if (!made.ok) throw new Error(say(made.message));
  return new Uint8Array(await (page.files.at(-1) ?? new Blob()).arrayBuffer());
}

/** Half of them as disks and hands do it, half as programs do; both written again as exact bytes would be. */
function changed(sound: string, n: number, random: () => number): string {
  return n % 2 === 0 ? mutate(sound, random) : JSON.stringify(mutateJson(JSON.parse(sound), random));
}

/** By turns: one bit, the end lost, a byte of the first line, two pieces of the same length exchanged. */
function changedBytes(sound: Uint8Array<ArrayBuffer>, n: number, random: () => number): Uint8Array<ArrayBuffer> {
  const bytes = sound.slice();
  const at = Math.floor(random() * bytes.length);
  const line = Math.floor(random() * bytes.indexOf(10));
  switch (n % 4) {
    case 0:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(8 * random()));
      return bytes;
    case 1:
      return bytes.slice(0, at);
    case 2:
      bytes[line] = ((bytes[line] ?? 0) + 1 + Math.floor(255 * random())) % 256;
      return bytes;
    default:
      return Uint8Array.from([...bytes.subarray(at), ...bytes.subarray(0, at)]);
  }
}

const parses = (text: string): boolean => {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
};

/** What is kept of records, in few words: which, in which revision, with which versions. */
async function recordsIn(page: Page) {
  const listed = unwrap(await page.sessions.list());
  return Promise.all(
    listed.map(async ({ id }) => {
      const { revision } = unwrap(await page.sessions.load(id));
      return { id, revision, versions: JSON.stringify(unwrap(await page.desk.versionsOf(id))) };
    }),
  );
}

async function heldBy(page: Page) {
  const log = unwrap(await page.desk.log.read());
  return { records: await recordsIn(page), lines: log.lines.length };
}

const recordsOnly = (held: Awaited<ReturnType<typeof heldBy>> | undefined) => held?.records;
