import { err, ok, type Result, type StoreError } from '../record/ports';
import { type Connection, observe, rollBack } from './database';
import type { VaultHeader } from './vault-header';

/** The vault's header; null where no vault was made yet. */
export const readHeader = (connection: Connection): Promise<Result<VaultHeader | null, StoreError>> =>
  connection.use(async (db) => ok((await db.get('header', 'vault')) ?? null));

/**
 * Reads the header, changes it and writes it in one transaction, so that of two windows neither undoes what the other
 * did. `change` gives what is written (null: leave it) and an answer.
 */
export function changeHeader<T>(
  connection: Connection,
  change: (header: VaultHeader | null) => { readonly header: VaultHeader | null; readonly answer: T },
): Promise<Result<T, StoreError>> {
  return connection.use<T>(async (db) => {
    const tx = db.transaction('header', 'readwrite', { durability: 'strict' });
    observe(tx);
    try {
      const { header, answer } = change((await tx.store.get('vault')) ?? null);
      if (header !== null) await tx.store.put(header);
      await tx.done;
      return ok(answer);
    } catch (error) {
      await rollBack(tx);
      throw error;
    }
  });
}

/** As `changeHeader`, for what changes only a header that is there. */
export async function updateHeader(
  connection: Connection,
  change: (header: VaultHeader) => VaultHeader,
): Promise<Result<null, StoreError>> {
  const done = await changeHeader(connection, (header) => ({
    header: header === null ? null : change(header),
    answer: header !== null,
  }));
  if (!done.ok) return done;
  return done.value ? ok(null) : err({ kind: 'Unavailable', why: 'there is no vault yet' });
}
