import { err, ok, type DocumentChange, type Result, type StoreError } from '../record/ports';
import type { Connection } from './database';
import { sealDocuments, type VaultAccess, writeSealed } from './documents';
import { readHeader, updateHeader } from './header-store';
import { type Untold, type VaultHeader, withUntold } from './vault-header';

export type UntoldEvents = {
  /** In the order in which they happened. */
  readonly read: () => Promise<Result<readonly Untold[], StoreError>>;
  /**
   * Writes what tells them and forgets them, in one transaction: none is lost, and none is told twice. A Conflict where
   * more happened since, or another window told them.
   */
  readonly tell: (told: readonly Untold[], changes: readonly DocumentChange[]) => Promise<Result<null, StoreError>>;
  /** Keeps something to be told later. */
  readonly keep: (kind: string) => Promise<Result<null, StoreError>>;
};

export type UntoldDeps = {
  readonly connection: Connection;
  readonly vault: VaultAccess;
  /** The time now, ISO 8601 with offset. */
  readonly now: () => string;
};

/**
 * It lies in the vault's header, in plain, and can be kept while the vault is locked. `tell` answers `Locked` or
 * `ReadOnly` where the vault is not open for writing.
 */
export function createUntold({ connection, vault, now }: UntoldDeps): UntoldEvents {
  return {
    async read() {
      // A vault that is only now begun is told of the wipe before it.
      await vault.access();
      const header = await readHeader(connection);
      return header.ok ? ok(header.value?.untold ?? []) : header;
    },

    async tell(told, changes) {
      const access = await vault.access();
      if (!access.ok) return access;
      if (access.value.readOnly) return err({ kind: 'ReadOnly' });
      const savedAt = now();
      const sealed = await sealDocuments(
        access.value.keys,
        changes.map((change) => ({ ...change, savedAt })),
      );
      if (!sealed.ok) return sealed;
      const forget = (header: VaultHeader | null): VaultHeader | null => {
        if (header === null || JSON.stringify(header.untold ?? []) !== JSON.stringify(told)) return null;
        return { ...header, untold: [] };
      };
      const mayWrite = () => vault.holds(access.value);
      const written = await writeSealed(connection, sealed.value, 'strict', mayWrite, [], forget);
      return written.ok ? ok(null) : written;
    },

    keep: (kind) => updateHeader(connection, (header) => withUntold(header, kind, Date.parse(now()))),
  };
}
