import '../messages/later';
import type { HeadRef } from '../anatomy/anchor';
import { isSigned, maxSignedFileBytes, readSignedFile, toSignedFile } from '../exchange/signed-file';
import type { FileProblem } from '../exchange/session-file';
import type { Message } from '../messages/translate';
import { changesBetween } from '../record/changes';
import type { Bytes } from '../record/crypto-port';
import { err, ok, type Result, type StoreError } from '../record/ports';
import type { SessionStore } from '../record/ports';
import type { SignedVersion } from '../record/signed-version';
import { webChecking } from '../storage/web-crypto';
import { problemMessage } from './file-text';
import type { VersionsAndHashes } from './held-versions';
import { storeErrorText } from './refusal-text';
import { signedFileMessage } from './signature-text';
import type { SigningDesk } from './signing';
import { whyVialsTaken } from './vial-claims';

export { maxSignedFileBytes };

/** Whether a file says that it is signed; such a file is read by `importSigned` and by nothing less. */
export function saysSigned(text: string): boolean {
  try {
    return isSigned(JSON.parse(text));
  } catch {
    return false;
  }
}

/** A signed record as the text of its file; its bytes in UTF-8 are the exact ones. */
export async function signedText(versions: readonly unknown[], app: string): Promise<Result<string, Message>> {
  const bytes = versions.includes(null)
    ? null
    : await toSignedFile(versions as readonly SignedVersion[], app, webChecking);
  if (bytes === null) return err({ key: 'versions.broken' });
  return bytes.ok ? ok(new TextDecoder().decode(bytes.value)) : err(signedProblemMessage(bytes.error));
}

type Desk = Pick<SigningDesk, 'heldOf' | 'takeIn'>;
type Outcome = { readonly ok: boolean; readonly message: Message };

/**
 * Takes a signed file in, whole or not at all. What is here already is only ever continued; versions that were signed and are gone
 * come back where the file agrees with all that is left of them.
 */
export async function importSigned(bytes: Bytes, store: SessionStore, desk: Desk, head: HeadRef): Promise<Outcome> {
  const read = await readSignedFile(bytes, webChecking, head);
  if (!read.ok) return { ok: false, message: signedProblemMessage(read.error) };
  const { session, versions, notes } = read.value;
  const failed = (error: StoreError): Outcome => ({
    ok: false,
    message: { key: 'records.notImported', values: { why: storeErrorText(error) } },
  });
  const [kept, here] = [await store.load(session.id), await desk.heldOf(session.id)];
  if (!here.ok) return failed(here.error);
  if (!kept.ok && kept.error.kind !== 'NotFound') return failed(kept.error);
  const refused = whyNot(versions, here.value, kept.ok);
  if (refused !== null) return refused;
  const vials = await whyVialsTaken(session, store);
  if (vials !== null) return { ok: false, message: vials };
  const { missing } = here.value;
  // Where the record went further than the file, its session stays what it is.
  const [said, revision] = kept.ok ? [kept.value.session, kept.value.revision] : [session, 0];
  const taken = await desk.takeIn(versions.length < here.value.versions.length ? said : session, versions, revision);
  if (!taken.ok) return failed(taken.error);
  if (missing.length > 0) return { ok: true, message: broughtBack(missing, versions.length) };
  return { ok: true, message: { key: notes.length > 0 ? 'said.importedNotes' : 'said.imported' } };
}

/** Why the versions of a file are not taken in, or need not be; null where they are. */
function whyNot(versions: readonly SignedVersion[], here: VersionsAndHashes, kept: boolean): Outcome | null {
  const { missing, hashes } = here;
  const refuse = (message: Message): Outcome => ({ ok: false, message });
  const differing = here.versions.findIndex((version, n) => {
    const inFile = versions[n];
    if (missing.includes(n + 1)) return false;
    return inFile === undefined ? missing.length === 0 : changesBetween(version, inFile).length > 0;
  });
  if (differing >= 0 && missing.length > 0)
    return refuse({ key: 'signedFile.otherVersion', values: { version: differing + 1 } });
  // A draft of the same session may hold more than what was signed elsewhere.
  if (differing >= 0 || (kept && here.versions.length === 0)) return refuse({ key: 'file.existsDiffers' });
  const otherwise = versions.find(({ version, hash }) => (hashes.get(version) ?? hash) !== hash);
  if (otherwise !== undefined) return refuse({ key: 'signedFile.otherSigned', values: { version: otherwise.version } });
  if (missing.length > 0 && missing.every((n) => n > versions.length))
    return refuse({ key: 'signedFile.lacksMissing', values: { n: missing.length, which: missing.join(', ') } });
  const whole = kept && missing.length === 0 && here.versions.length === versions.length;
  return whole ? { ok: true, message: { key: 'file.exists' } } : null;
}

function broughtBack(missing: readonly number[], inFile: number): Message {
  const [back, still] = [missing.filter((n) => n <= inFile), missing.filter((n) => n > inFile)];
  const values = { n: back.length, which: back.join(', '), still: still.length, rest: still.join(', ') };
  return { key: 'signedFile.broughtBack', values };
}

type Problem = Parameters<typeof signedFileMessage>[0] | FileProblem;

/** Why a signed file was not taken, or cannot be written. */
export function signedProblemMessage(problem: Problem): Message {
  switch (problem.kind) {
    case 'NotText':
    case 'VersionDamaged':
    case 'VersionUnreadable':
    case 'NotWhatIsSigned':
    case 'NotExact':
    case 'SealBroken':
      return signedFileMessage(problem);
    default:
      return problemMessage(problem);
  }
}
