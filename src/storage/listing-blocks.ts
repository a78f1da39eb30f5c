import { listingOf } from '../record/listing';
import type { Session } from '../record/session';
import type { DocumentRow } from './database';
import { isRow, openDocument } from './documents';
import { rowKey, type VaultKeys } from './vault-keys';

/**
 * What the records screen shows, packed: one ciphertext a session would cost thousands of decryptions a listing. A
 * session's block follows from its row key, so that nothing has to be kept about where it lies.
 */
export type ListingRow = { readonly revision: number; readonly listing: unknown };
export type ListingBlock = Readonly<Record<string, ListingRow>>;

const blocks = 64;

/** The id of the block that lists the session with this row key. No session can have such an id. */
export function blockIdOf(sessionKey: string): string {
  let sum = 0;
  for (const character of sessionKey) sum = (sum * 33 + character.charCodeAt(0)) % 4093;
  return `#${sum % blocks}`;
}

/** The row key of the block that lists the session with this row key. */
export const blockKeyOf = (keys: VaultKeys, sessionKey: string): Promise<string> =>
  rowKey(keys, 'listing', blockIdOf(sessionKey));

/** The rows of a block by the row key of their session. Empty where it does not open: the sessions can be asked. */
export async function openBlock(keys: VaultKeys, row: DocumentRow | undefined): Promise<Map<string, ListingRow>> {
  const rows = new Map<string, ListingRow>();
  if (!isRow(row)) return rows;
  const block = (await openDocument(keys, row))?.doc;
  if (typeof block !== 'object' || block === null) return rows;
  for (const [key, entry] of Object.entries(block as ListingBlock)) rows.set(key, entry);
  return rows;
}

/** A block with one session's row in it. */
export const withRow = (rows: ReadonlyMap<string, ListingRow>, key: string, row: ListingRow): ListingBlock =>
  Object.fromEntries([...rows, [key, row]]);

/** How many versions of a session were signed: at least, or `exact`. */
export type SignedCount = { readonly count: number; readonly exact: boolean };

/** What a listing row says of it. A session that was signed stays so. */
export function versionsSaid(row: ListingRow | undefined): SignedCount {
  const listing = row?.listing as { readonly signed?: unknown; readonly versions?: unknown } | undefined;
  if (listing?.signed !== true) return { count: 0, exact: listing?.signed === false };
  const { versions } = listing;
  return typeof versions === 'number' ? { count: versions, exact: true } : { count: 1, exact: false };
}

/** A session's row, the versions of which are `written` (the highest number; 0 for none) beside what was said before. */
export function rowAfter(
  before: ListingRow | undefined,
  session: Session,
  { revision, savedAt, written }: { readonly revision: number; readonly savedAt: string; readonly written: number },
): ListingRow {
  const said = versionsSaid(before);
  const count = Math.max(said.count, written);
  const known = said.exact || written > 0;
  return listingRow(revision, listingOf(session, savedAt, count > 0, count > 0 && known ? count : undefined));
}

/** A row with the number of versions in it, where the session itself stays as it is; null for none. */
export function rowCounting(row: ListingRow | undefined, versions: number): ListingRow | null {
  if (row === undefined) return null;
  const count = Math.max(versionsSaid(row).count, versions);
  return listingRow(row.revision, { ...(row.listing as object), signed: true, versions: count });
}

/** What a block has of one session: its revision in the store, and what is shown of it. */
export const listingRow = (revision: number, listing: unknown): ListingRow => ({ revision, listing });
