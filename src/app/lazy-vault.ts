import type { VaultDesk } from '../state/vault-desk';
import { once } from './once';
import type { VaultDeskParts } from './open-vault-desk';

/** The desk that locks, unlocks, backs up and wipes, fetched when it is first needed. */
export const createLazyVault = (parts: VaultDeskParts): (() => Promise<VaultDesk>) =>
  once(() => import('./open-vault-desk').then(({ openVaultDesk }) => openVaultDesk(parts)));
