import { deleteDB } from 'idb';
import { err, ok, type Result, type StoreError } from '../record/ports';
import type { Connection } from './database';
import type { Vault } from './vault';

export type WipeDeps = {
  readonly connection: Pick<Connection, 'name'>;
  readonly vault: Pick<Vault, 'wiped'>;
  /** Forgets what is kept outside the database: settings. */
  readonly forgetSettings: () => void;
};

/**
 * Deletes everything this app keeps on this device. The other windows drop their keys and let go of the database; one
 * of an older version that does not is named, and the deletion then happens as soon as it closes.
 */
export async function wipeDevice({ connection, vault, forgetSettings }: WipeDeps): Promise<Result<null, StoreError>> {
  vault.wiped();
  forgetSettings();
  let blocked: () => void = () => undefined;
  const held = new Promise<'held'>((resolve) => {
    blocked = () => {
      resolve('held');
    };
  });
  try {
    const deleted = deleteDB(connection.name, { blocked: () => blocked() });
    // What happens to it after the answer is nobody's question any more.
    deleted.catch(() => undefined);
    if ((await Promise.race([deleted, held])) === 'held')
      return err({ kind: 'Unavailable', why: 'another window holds the records; close it' });
    return ok(null);
  } catch (error) {
    return err({ kind: 'Unavailable', why: error instanceof Error ? error.message : String(error) });
  }
}
