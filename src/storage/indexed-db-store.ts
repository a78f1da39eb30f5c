import { damageText } from '../record/damage';
import { listingOf, type SessionListing } from '../record/listing';
import { err, ok, type Result, type SessionStore, type StoreError } from '../record/ports';
import { versionId, versionNumber } from '../record/version-id';
import { type Connection, type DocumentRow, observe } from './database';
import { isRow, ofKind, openDocument, sealDocument, sealDocuments, type VaultAccess, writeSealed } from './documents';
import {
  blockIdOf,
  blockKeyOf,
  type ListingRow,
  openBlock,
  rowAfter,
  type SignedCount,
  versionsSaid,
  withRow,
} from './listing-blocks';
import { type Channel, watchSessions } from './session-news';
import { rowKey, type VaultKeys } from './vault-keys';
import { toBase64 } from './bytes';

/** The schemas are fetched when something is first read: a new session is written without them. */
const fetchChecks = async () => {
  const [{ parseSession }, { parseListing }] = await Promise.all([
    import('../record/schema'),
    import('../record/listing-schema'),
  ]);
  return { parseSession, parseListing };
};
type Checks = Awaited<ReturnType<typeof fetchChecks>>;

const loadChecks = (): Promise<Result<Checks, StoreError>> =>
  fetchChecks().then(ok, (error: unknown) => err({ kind: 'Unavailable', why: String(error) }));

/** The one row that names the session saved last. Every window writes over it, so it has no revisions. */
const lastSession = { kind: 'last-session', id: 'last', expected: 0 } as const;

/** Other windows may write the same block of the listing again and again; none does so this often. */
const mostAttempts = 50;

export type IndexedDbStoreDeps = {
  /** The time now, ISO 8601 with offset. */
  readonly now: () => string;
  readonly connection: Connection;
  readonly vault: VaultAccess;
  /** Tells other windows of a save. Without one, `watch` hears nothing. */
  readonly channel?: Channel;
};

export type KeptSessions = SessionStore & {
  /** How many versions of the session the listing says were signed, whatever has become of them. */
  readonly listedVersions: (id: string) => Promise<Result<SignedCount, StoreError>>;
};

/**
 * Sessions in the vault. Never throws: what the browser refuses comes back as a StoreError (DiskFull, Unavailable,
 * NewerVersion, Locked) and leaves the records as they were.
 */
export function createIndexedDbStore({ now, connection, vault, channel }: IndexedDbStoreDeps): KeptSessions {
  // Records found damaged since the page was loaded. The stored listing row is left alone: it may be the last
  // readable trace of whose record it is.
  const damaged = new Map<string, string>();

  /** Reads a session out of its row. `listed` is the revision that the listing knows, where it knows one. */
  const read = async (
    { parseSession }: Checks,
    keys: VaultKeys,
    id: string,
    row: DocumentRow | undefined,
    listed?: number,
  ) => {
    if (row === undefined) return err<StoreError>({ kind: 'NotFound', id });
    const content = isRow(row) ? await openDocument(keys, row) : null;
    const parsed = content === null ? null : parseSession(content.doc);
    const why =
      parsed === null
        ? 'it does not open'
        : !parsed.ok
          ? damageText(parsed.error)
          : parsed.value.id !== id
            ? 'it holds the record of another session'
            : listed !== undefined && listed !== row.revision
              ? 'it is not the version that was saved last'
              : null;
    if (parsed?.ok === true && why === null) {
      damaged.delete(id);
      return ok({ session: parsed.value, revision: row.revision, savedAt: content?.savedAt ?? '' });
    }
    damaged.set(id, why ?? 'it does not open');
    return err<StoreError>({ kind: 'Damaged', id, why: why ?? 'it does not open' });
  };

  /** A session's row and the block that lists it, as they lie there at one moment. */
  const fetch = async (keys: VaultKeys, id: string) => {
    const named = await rowKey(keys, 'session', id);
    return connection.use(async (db) => {
      // What does not open is listed under its row key, and found by it.
      const key = (await db.getKey('documents', ['session', named])) === undefined ? id : named;
      const block = await blockKeyOf(keys, named);
      const tx = db.transaction('documents');
      observe(tx);
      const rows = await Promise.all([tx.store.get(['session', key]), tx.store.get(['listing', block])]);
      return ok({ key: named, row: rows[0], block: rows[1] });
    });
  };

  return {
    async list() {
      const checks = await loadChecks();
      if (!checks.ok) return checks;
      const access = await vault.access();
      if (!access.ok) return access;
      const { keys } = access.value;
      const stored = await connection.use(async (db) => {
        const tx = db.transaction('documents');
        observe(tx);
        const [sessions, blocks] = await Promise.all([
          tx.store.index('kind').getAllKeys('session'),
          tx.store.getAll(ofKind('listing')),
        ]);
        return ok({ sessions, blocks });
      });
      if (!stored.ok) return stored;
      const rows = new Map<string, ListingRow>();
      for (const block of await Promise.all(stored.value.blocks.map((row) => openBlock(keys, row)))) {
        for (const [key, row] of block) rows.set(key, row);
      }
      const listings: SessionListing[] = [];
      for (const [, key] of stored.value.sessions) {
        const listing = checks.value.parseListing(rows.get(key)?.listing);
        const why = listing === null ? undefined : damaged.get(listing.id);
        if (listing !== null && why === undefined) listings.push(listing);
        else if (listing !== null && why !== undefined) listings.push({ kind: 'damaged', id: listing.id, why });
        else listings.push(await relist(checks.value, keys, key));
      }
      return ok(newestFirst(listings));
    },

    async load(id) {
      const checks = await loadChecks();
      if (!checks.ok) return checks;
      const access = await vault.access();
      if (!access.ok) return access;
      const { keys } = access.value;
      const found = await fetch(keys, id);
      if (!found.ok) return found;
      const { key, row, block } = found.value;
      const session = await read(checks.value, keys, id, row, (await openBlock(keys, block)).get(key)?.revision);
      return session.ok ? ok({ session: session.value.session, revision: session.value.revision }) : session;
    },

    async listedVersions(id) {
      const access = await vault.access();
      if (!access.ok) return access;
      const { keys } = access.value;
      const found = await fetch(keys, id);
      if (!found.ok) return found;
      return ok(versionsSaid((await openBlock(keys, found.value.block)).get(found.value.key)));
    },

    async loadRaw(id) {
      const access = await vault.access();
      if (!access.ok) return access;
      const found = await fetch(access.value.keys, id);
      if (!found.ok) return found;
      const { row } = found.value;
      if (row === undefined) return err({ kind: 'NotFound', id });
      const content = isRow(row) ? await openDocument(access.value.keys, row) : null;
      // What does not open is handed out sealed: another copy of the vault may still open it.
      const raw =
        content === null
          ? { ...row, iv: toBase64(row.iv), data: toBase64(row.data) }
          : { id, revision: row.revision, savedAt: content.savedAt, doc: content.doc };
      return ok(`${JSON.stringify(raw, null, 2)}\n`);
    },

    async save(session, expected, durability = 'relaxed', also = []) {
      const access = await vault.access();
      if (!access.ok) return access;
      if (access.value.readOnly) return err({ kind: 'ReadOnly' });
      const { keys } = access.value;
      const { id } = session;
      const savedAt = now();
      const key = await rowKey(keys, 'session', id);
      const blockKey = await blockKeyOf(keys, key);
      const versions = also.filter(({ kind }) => kind === 'signed-version');
      const signed = Math.max(0, ...versions.map((change) => versionNumber(id, change.id)));
      const doc = { kind: 'session', id, doc: session, expected, savedAt } as const;
      const last = await sealDocument(keys, { ...lastSession, doc: id, savedAt });
      for (let attempt = 1; ; attempt += 1) {
        const block = await connection.use(async (db) => ok(await db.get('documents', ['listing', blockKey])));
        if (!block.ok) return block;
        const known = block.value;
        const rows = await openBlock(keys, known);
        const row = rowAfter(rows.get(key), session, { revision: expected + 1, savedAt, written: signed });
        const list = {
          kind: 'listing',
          id: blockIdOf(key),
          doc: withRow(rows, key, row),
          expected: isRow(known) ? known.revision : 0,
          savedAt,
        } as const;
        const sealed = await sealDocuments(keys, [doc, ...also.map((change) => ({ ...change, savedAt })), list]);
        if (!sealed.ok) return sealed;
        const written = await writeSealed(connection, sealed.value, durability, () => vault.holds(access.value), [
          last.row,
        ]);
        if (written.ok) {
          damaged.delete(id);
          channel?.postMessage({ id, revision: expected + 1 });
          return ok(expected + 1);
        }
        // Another window listed another session of this block in between.
        const listedMeanwhile = written.error.kind === 'Conflict' && written.error.id === list.id;
        if (!listedMeanwhile || attempt === mostAttempts) return written;
      }
    },

    async last() {
      // Asked before anything was kept, it makes no vault.
      const begun = await connection.use(async (db) => ok((await db.getKey('header', 'vault')) !== undefined));
      if (!begun.ok) return begun;
      if (!begun.value) return ok(null);
      const access = await vault.access();
      if (!access.ok) return access;
      const { keys } = access.value;
      const key = await rowKey(keys, lastSession.kind, lastSession.id);
      const row = await connection.use(async (db) => ok(await db.get('documents', [lastSession.kind, key])));
      if (!row.ok) return row;
      const content = isRow(row.value) ? await openDocument(keys, row.value) : null;
      return ok(typeof content?.doc === 'string' ? content.doc : null);
    },

    watch: (changed) => watchSessions(channel, changed),
  };

  async function isSigned(keys: VaultKeys, id: string): Promise<boolean> {
    const first = await rowKey(keys, 'signed-version', versionId(id, 1));
    const found = await connection.use(async (db) => ok(await db.getKey('documents', ['signed-version', first])));
    return found.ok && found.value !== undefined;
  }

  /** A record without a readable listing row: what can be said of it is read from the record itself. */
  async function relist(checks: Checks, keys: VaultKeys, key: string): Promise<SessionListing> {
    const row = await connection.use(async (db) => ok(await db.get('documents', ['session', key])));
    const content = row.ok && isRow(row.value) ? await openDocument(keys, row.value) : null;
    const id = content?.id ?? key;
    const found: Result<{ readonly session: Parameters<typeof listingOf>[0]; readonly savedAt: string }, StoreError> =
      row.ok ? await read(checks, keys, id, row.value) : row;
    if (found.ok) return listingOf(found.value.session, found.value.savedAt, await isSigned(keys, id));
    return { kind: 'damaged', id, why: damaged.get(id) ?? found.error.kind };
  }
}

function newestFirst(listings: readonly SessionListing[]): readonly SessionListing[] {
  // Instants, not texts: two offsets would sort wrongly. Read once each: a sort asks many times.
  const timed = listings.map((row) => ({ row, at: row.kind === 'damaged' ? -Infinity : Date.parse(row.startedAt) }));
  timed.sort((a, b) => (a.at === b.at ? (a.row.id < b.row.id ? 1 : -1) : b.at - a.at));
  return timed.map(({ row }) => row);
}
