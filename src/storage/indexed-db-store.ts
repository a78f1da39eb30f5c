import { listingOf } from '../record/listing';
import { err, ok, type SessionListing, type SessionStore, type StoreError } from '../record/ports';
import { damageText } from '../record/damage';
import type { Session } from '../record/session';
import { connect, observe, rollBack, type SessionRow } from './database';

/** The schemas are fetched when something is first read: a new session is written without them. */
const loadChecks = async () => {
  const [{ parseSession }, { parseListing }] = await Promise.all([
    import('../record/schema'),
    import('../record/listing-schema'),
  ]);
  return { parseSession, parseListing };
};
type Checks = Awaited<ReturnType<typeof loadChecks>>;

/** The part of a BroadcastChannel that the store speaks through. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'removeEventListener' | 'close'>;

export type IndexedDbStoreDeps = {
  /** The time now, ISO 8601 with offset. */
  readonly now: () => string;
  /** Tells other windows of a save. Without one, `watch` hears nothing. */
  readonly channel?: Channel;
  /** Name of the database; `aliquot` unless a test wants its own. */
  readonly name?: string;
};

export type IndexedDbStore = SessionStore & {
  /** Lets go of the database and the channel. */
  readonly close: () => void;
};

/**
 * Sessions in IndexedDB. Never throws: what the browser refuses comes back as a StoreError (DiskFull, Unavailable,
 * NewerVersion) and leaves the records as they were.
 */
export function createIndexedDbStore(deps: IndexedDbStoreDeps): IndexedDbStore {
  const connection = connect(deps.name ?? 'aliquot');
  // Records found damaged since the page was loaded. The stored listing row is left alone: it may be the last
  // readable trace of whose record it is.
  const damaged = new Map<string, string>();
  let closed = false;

  const read = ({ parseSession }: Checks, id: string, row: SessionRow | undefined) => {
    if (row === undefined) return err<StoreError>({ kind: 'NotFound', id });
    const parsed = isRow(row) ? parseSession(row.doc) : err({ path: '', what: 'not an object' as const });
    const misplaced = parsed.ok && parsed.value.id !== id;
    if (parsed.ok && !misplaced) {
      damaged.delete(id);
      return ok({ session: parsed.value, revision: row.revision });
    }
    const why = parsed.ok ? 'it holds the record of another session' : damageText(parsed.error);
    damaged.set(id, why);
    return err<StoreError>({ kind: 'Damaged', id, why });
  };

  return {
    list: () =>
      connection.use(async (db) => {
        // Before the transaction opens: IndexedDB closes one that is left idle.
        const checks = await loadChecks();
        const tx = db.transaction(['sessions', 'listing']);
        observe(tx);
        const [ids, rows] = await Promise.all([
          tx.objectStore('sessions').getAllKeys(),
          tx.objectStore('listing').getAll(),
        ]);
        const known = new Map(rows.map((row) => [row.id, checks.parseListing(row)]));
        const listings: SessionListing[] = [];
        for (const id of ids) {
          const why = damaged.get(id);
          const listing = known.get(id);
          if (why !== undefined) listings.push({ kind: 'damaged', id, why });
          else if (listing !== undefined && listing !== null) listings.push(listing);
          else listings.push(relist(checks, id, await tx.objectStore('sessions').get(id)));
        }
        return ok(listings.sort(newestFirst));
      }),

    load: (id) => connection.use(async (db) => read(await loadChecks(), id, await db.get('sessions', id))),

    loadRaw: (id) =>
      connection.use(async (db) => {
        const row: unknown = await db.get('sessions', id);
        return row === undefined ? err({ kind: 'NotFound', id }) : ok(`${JSON.stringify(row, null, 2)}\n`);
      }),

    async save(session, expected, durability = 'relaxed') {
      const savedAt = deps.now();
      // Folded before the transaction opens: IndexedDB closes one that is left idle.
      const listing = listingOf(session, savedAt);
      const saved = await connection.use<number>(async (db) => {
        const tx = db.transaction(['sessions', 'listing'], 'readwrite', { durability });
        observe(tx);
        const sessions = tx.objectStore('sessions');
        const row: SessionRow | undefined = await sessions.get(session.id);
        const problem = obstacle(session, row, expected);
        if (problem !== null) {
          await tx.done;
          return err(problem);
        }
        const revision = expected + 1;
        try {
          await sessions.put({ id: session.id, revision, savedAt, doc: session });
          await tx.objectStore('listing').put(listing);
          // Not saved before the transaction says so: a put that succeeded can still be rolled back.
          await tx.done;
        } catch (error) {
          await rollBack(tx);
          throw error;
        }
        return ok(revision);
      });
      if (saved.ok) {
        damaged.delete(session.id);
        if (!closed) deps.channel?.postMessage({ id: session.id, revision: saved.value });
      }
      return saved;
    },

    watch(changed) {
      const { channel } = deps;
      const hear = (event: MessageEvent<unknown>) => {
        const said = event.data;
        if (typeof said !== 'object' || said === null || !('id' in said) || !('revision' in said)) return;
        if (typeof said.id === 'string' && typeof said.revision === 'number') changed(said.id, said.revision);
      };
      channel?.addEventListener('message', hear);
      return () => {
        channel?.removeEventListener('message', hear);
      };
    },

    close() {
      closed = true;
      connection.close();
      deps.channel?.close();
    },
  };

  /** A record without a readable listing row: what can be said of it is read from the record itself. */
  function relist(checks: Checks, id: string, row: SessionRow | undefined): SessionListing {
    const found = read(checks, id, row);
    if (found.ok) return listingOf(found.value.session, row?.savedAt ?? found.value.session.startedAt);
    return { kind: 'damaged', id, why: damaged.get(id) ?? found.error.kind };
  }
}

/** Why a session may not be written over what lies there; null if it may. */
function obstacle(session: Session, row: SessionRow | undefined, expected: number): StoreError | null {
  if (row !== undefined && !isRow(row)) return { kind: 'Damaged', id: session.id, why: 'revision: not a whole number' };
  const stored = row?.revision ?? 0;
  return stored === expected ? null : { kind: 'Conflict', id: session.id, stored, expected };
}

/** What comes out of a database is only as good as what lies in it. */
function isRow(row: unknown): row is SessionRow {
  return typeof row === 'object' && row !== null && 'revision' in row && Number.isSafeInteger(row.revision);
}

function newestFirst(a: SessionListing, b: SessionListing): number {
  if (a.kind === 'damaged' || b.kind === 'damaged') return Number(a.kind === 'damaged') - Number(b.kind === 'damaged');
  // Instants, not texts: two offsets would sort wrongly.
  return Date.parse(b.startedAt) - Date.parse(a.startedAt) || (a.id < b.id ? 1 : -1);
}
