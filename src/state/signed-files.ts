import '../messages/later';
import type { HeadRef } from '../anatomy/anchor';
import { isSigned, maxSignedFileBytes, readSignedFile, toSignedFile } from '../exchange/signed-file';
import type { FileProblem } from '../exchange/session-file';
import type { Message } from '../messages/translate';
import type { Bytes } from '../record/crypto-port';
import { err, ok, type Result, type StoreError } from '../record/ports';
import type { SessionStore } from '../record/ports';
import type { SignedVersion } from '../record/signed-version';
import { webChecking } from '../storage/web-crypto';
import { problemMessage } from './file-text';
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
  return bytes.ok ? ok(new TextDecoder().decode(bytes.value)) : err(messageOf(bytes.error));
}

type Desk = Pick<SigningDesk, 'versionsOf' | 'takeIn'>;
type Outcome = { readonly ok: boolean; readonly message: Message };

/** Takes a signed file in, whole or not at all. What is here already is only ever continued. */
export async function importSigned(bytes: Bytes, store: SessionStore, desk: Desk, head: HeadRef): Promise<Outcome> {
  const read = await readSignedFile(bytes, webChecking, head);
  if (!read.ok) return { ok: false, message: messageOf(read.error) };
  const { session, versions, notes } = read.value;
  const failed = (error: StoreError): Outcome => ({
    ok: false,
    message: { key: 'records.notImported', values: { why: storeErrorText(error) } },
  });
  const [kept, here] = [await store.load(session.id), await desk.versionsOf(session.id)];
  if (!here.ok) return failed(here.error);
  if (!kept.ok && kept.error.kind !== 'NotFound') return failed(kept.error);
  if (kept.ok) {
    const same = here.value.every((version, n) => hashOf(version) === versions[n]?.hash);
    // A draft of the same session may hold more than what was signed elsewhere.
    if (!same || here.value.length === 0) return { ok: false, message: { key: 'file.existsDiffers' } };
    if (here.value.length === versions.length) return { ok: true, message: { key: 'file.exists' } };
  }
  const vials = await whyVialsTaken(session, store);
  if (vials !== null) return { ok: false, message: vials };
  const taken = await desk.takeIn(session, versions, kept.ok ? kept.value.revision : 0);
  if (!taken.ok) return failed(taken.error);
  return { ok: true, message: { key: notes.length > 0 ? 'said.importedNotes' : 'said.imported' } };
}

const hashOf = (version: unknown): unknown =>
  typeof version === 'object' && version !== null && 'hash' in version ? version.hash : null;

type Problem = Parameters<typeof signedFileMessage>[0] | FileProblem;

function messageOf(problem: Problem): Message {
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
