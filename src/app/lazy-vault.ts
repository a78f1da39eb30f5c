import type { VaultDesk } from '../state/vault-desk';
import type { VaultDeskParts } from './open-vault-desk';

/** The desk that locks, unlocks, backs up and wipes, fetched when it is first needed. */
export function createLazyVault(parts: VaultDeskParts): () => Promise<VaultDesk> {
  let opened: Promise<VaultDesk> | null = null;
  return () => {
    opened ??= import('./open-vault-desk').then(({ openVaultDesk }) => openVaultDesk(parts));
    // A chunk that did not arrive is asked for again.
    opened.catch(() => {
      opened = null;
    });
    return opened;
  };
}
