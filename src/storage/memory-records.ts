import { ok } from '../record/ports';
import type { VaultAccess } from './documents';
import { createMemoryDocuments } from './memory-documents';
import { memoryDisk } from './memory-disk';
import { createMemorySessions } from './memory-sessions';
import type { KeptRecords } from './open-records';
import type { UntoldEvents } from './untold';
import { keysFrom, newSecret } from './vault-keys';

/** What a signing desk stands on. */
export type MemoryRecords = Pick<KeptRecords, 'sessions' | 'documents' | 'untold'> & {
  readonly vault: Pick<VaultAccess, 'access'>;
};

/**
 * A vault in memory: records with keys of their own, none of them on the disk. It has no lock and tells no other window;
 * nothing happens behind its back, so nothing is ever untold.
 */
export async function openMemoryRecords(deps: { readonly now: () => string }): Promise<MemoryRecords> {
  const parts = { ...deps, disk: memoryDisk() };
  const keys = await keysFrom(newSecret());
  const documents = createMemoryDocuments(parts);
  const untold: UntoldEvents = {
    read: () => Promise.resolve(ok([])),
    async tell(_told, changes) {
      const written = await documents.write(changes);
      return written.ok ? ok(null) : written;
    },
    keep: () => Promise.resolve(ok(null)),
  };
  return {
    sessions: createMemorySessions(parts),
    documents,
    untold,
    vault: { access: () => Promise.resolve(ok({ keys, readOnly: false })) },
  };
}
