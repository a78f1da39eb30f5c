import { deleteDB } from 'idb';
import { err, type Result, type StoreError } from '../record/ports';
import { connect, type Connection } from './database';
import { markWiped } from './header-store';
import type { Vault } from './vault';

export type WipeDeps = {
  readonly connection: Pick<Connection, 'name'>;
  readonly vault: Pick<Vault, 'wiped'>;
  /** Forgets what is kept outside the database: settings. */
  readonly forgetSettings: () => void;
  /** The time now, ISO 8601 with offset. */
  readonly now: () => string;
};

/**
 * Deletes everything this app keeps on this device, the audit log with it; that it was wiped and when is all that is left
 * (see `WipeMark`). The other windows drop their keys and let go of the database; one of an older version that does not is
 * named, and the deletion then happens as soon as it closes.
 */
export async function wipeDevice({
  connection,
  vault,
  forgetSettings,
  now,
}: WipeDeps): Promise<Result<null, StoreError>> {
  vault.wiped();
  forgetSettings();
  let blocked: () => void = () => undefined;
  const held = new Promise<'held'>((resolve) => {
    blocked = () => {
      resolve('held');
    };
  });
  try {
    const deleted = deleteDB(connection.name, { blocked: () => blocked() }).then(async () => {
      const fresh = connect(connection.name);
      const marked = await markWiped(fresh, Date.parse(now()));
      fresh.close();
      return marked;
    });
    // What happens to it after the answer is nobody's question any more.
    deleted.catch(() => undefined);
    const done = await Promise.race([deleted, held]);
    return done === 'held' ? err({ kind: 'Unavailable', why: 'another window holds the records; close it' }) : done;
  } catch (error) {
    return err({ kind: 'Unavailable', why: error instanceof Error ? error.message : String(error) });
  }
}
