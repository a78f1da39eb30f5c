import '../messages/later';
import type { HeadRef } from '../anatomy/anchor';
import { type FoundRecord, readFound } from '../exchange/fhir/read-bundle';
import type { SessionStore } from '../record/ports';
import { webChecking } from '../storage/web-crypto';
import { storeErrorText } from './refusal-text';
import type { Taken } from './server-pull';
import { importSigned, signedProblemMessage } from './signed-files';
import type { SigningDesk } from './signing';

export type TakeDeps = {
  readonly store: SessionStore;
  readonly signing: Pick<SigningDesk, 'heldOf' | 'takeIn'>;
  readonly head: HeadRef;
  /** Told of every record that is here and on the server. */
  readonly same: (session: string, versions: number) => Promise<unknown>;
};

/** Takes a record of the server in as a signed file is taken in: verified, whole or not at all, over nothing that is here. */
export async function takeFound({ store, signing, head, same }: TakeDeps, found: FoundRecord): Promise<Taken> {
  const read = await readFound(found, webChecking, head);
  if (!read.ok) {
    const { error } = read;
    if (error.kind === 'OtherRecord') return { kind: 'refused', message: { key: 'server.pull.OtherRecord' } };
    return {
      kind: 'refused',
      message: signedProblemMessage(error as Parameters<typeof signedProblemMessage>[0]),
    };
  }
  const here = await signing.heldOf(found.session);
  if (!here.ok) {
    const values = { why: storeErrorText(here.error) };
    return { kind: 'refused', message: { key: 'records.notImported', values } };
  }
  const { versions } = read.value;
  const { versions: held, missing } = here.value;
  if (missing.length === 0 && held.length > versions.length) {
    // The record went on here: what the server has must be its beginning.
    const begins = versions.every(({ hash }, n) => (held[n] as { readonly hash?: unknown } | null)?.hash === hash);
    if (!begins) return { kind: 'refused', message: { key: 'file.existsDiffers' } };
    await same(found.session, found.version);
    return { kind: 'here' };
  }
  const outcome = await importSigned(read.value.bytes, store, signing, head);
  if (!outcome.ok) return { kind: 'refused', message: outcome.message };
  await same(found.session, found.version);
  return outcome.message.key === 'file.exists' ? { kind: 'here' } : { kind: 'taken' };
}
