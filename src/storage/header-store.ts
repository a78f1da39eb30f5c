import { err, ok, type Result, type StoreError } from '../record/ports';
import { type Connection, observe, rollBack } from './database';
import { headerIn, type VaultHeader, type WipeMark, withUntold } from './vault-header';

/** The vault's header; null where no vault was made yet. */
export const readHeader = (connection: Connection): Promise<Result<VaultHeader | null, StoreError>> =>
  connection.use(async (db) => ok(headerIn(await db.get('header', 'vault'))));

/** The header, `fresh` where there is none yet: of two windows that begin, one makes it. It tells of a wipe before it. */
export const makeHeader = (connection: Connection, fresh: VaultHeader): Promise<Result<VaultHeader, StoreError>> =>
  writing(connection, async (store) => {
    const there = headerIn(await store.get('vault'));
    if (there !== null) return there;
    const mark = await store.get('wiped');
    const made = mark?.id === 'wiped' ? withUntold(fresh, 'wiped', mark.at) : fresh;
    await store.put(made);
    await store.delete('wiped');
    return made;
  });

/** Leaves the mark of a wipe in a database that holds nothing else; in one that was begun since, it is to be told. */
export const markWiped = (connection: Connection, at: number): Promise<Result<null, StoreError>> =>
  writing(connection, async (store) => {
    const begun = headerIn(await store.get('vault'));
    await store.put(begun === null ? { id: 'wiped', at } : withUntold(begun, 'wiped', at));
    return null;
  });

/**
 * Reads the header, changes it and writes it in one transaction, so that of two windows neither undoes what the other
 * did. `change` gives what is written (null: leave it) and an answer.
 */
export function changeHeader<T>(
  connection: Connection,
  change: (header: VaultHeader | null) => { readonly header: VaultHeader | null; readonly answer: T },
): Promise<Result<T, StoreError>> {
  return writing(connection, async (store) => {
    const { header, answer } = change(headerIn(await store.get('vault')));
    if (header !== null) await store.put(header);
    return answer;
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

/** The store of headers, within a transaction that writes. */
type Headers = {
  readonly get: (id: string) => Promise<VaultHeader | WipeMark | undefined>;
  readonly put: (row: VaultHeader | WipeMark) => Promise<unknown>;
  readonly delete: (id: string) => Promise<unknown>;
};

/** Runs work in one transaction over the headers, flushed to the disk. */
function writing<T>(connection: Connection, work: (store: Headers) => Promise<T>): Promise<Result<T, StoreError>> {
  return connection.use<T>(async (db) => {
    const tx = db.transaction('header', 'readwrite', { durability: 'strict' });
    observe(tx);
    try {
      const answer = await work(tx.store);
      await tx.done;
      return ok(answer);
    } catch (error) {
      await rollBack(tx);
      throw error;
    }
  });
}
