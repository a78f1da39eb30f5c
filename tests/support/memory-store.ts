import { listingOf, type SessionListing } from '../../src/record/listing';
import { err, ok, type SessionStore, type StoreError } from '../../src/record/ports';
import { damageText } from '../../src/record/damage';
import { parseSession } from '../../src/record/schema';
import type { Session } from '../../src/record/session';

type Kept = { readonly revision: number; readonly signed: boolean; readonly savedAt: string; readonly doc: unknown };

/** What several memory stores share, as several windows share one database. */
export type MemoryDisk = {
  readonly rows: Map<string, Kept>;
  last: string | null;
  readonly listeners: Set<{ readonly store: object; readonly changed: (id: string, revision: number) => void }>;
};

export const memoryDisk = (): MemoryDisk => ({ rows: new Map(), last: null, listeners: new Set() });

export type MemoryStore = SessionStore & {
  /** Every save answers with this error until it is taken back with null. */
  readonly fail: (error: StoreError | null) => void;
};

/** A SessionStore that keeps nothing. It obeys the same contract as the real one and is held to it by the same tests. */
export function createMemoryStore(deps: { readonly now: () => string; readonly disk?: MemoryDisk }): MemoryStore {
  const disk = deps.disk ?? memoryDisk();
  const self = {};
  let failure: StoreError | null = null;

  const read = (id: string) => {
    const row = disk.rows.get(id);
    if (row === undefined) return err<StoreError>({ kind: 'NotFound', id });
    const parsed = parseSession(row.doc);
    if (!parsed.ok) return err<StoreError>({ kind: 'Damaged', id, why: damageText(parsed.error) });
    return ok({ session: parsed.value, revision: row.revision });
  };

  return {
    fail(error) {
      failure = error;
    },
    list() {
      const listings = [...disk.rows].map(([id, row]): SessionListing => {
        const found = read(id);
        if (found.ok) return listingOf(found.value.session, row.savedAt, row.signed);
        return { kind: 'damaged', id, why: found.error.kind === 'Damaged' ? found.error.why : found.error.kind };
      });
      const age = (one: SessionListing) => (one.kind === 'session' ? -Date.parse(one.startedAt) : Infinity);
      return Promise.resolve(ok(listings.sort((a, b) => (age(a) === age(b) ? 0 : age(a) - age(b)))));
    },
    load: (id) => Promise.resolve(read(id)),
    loadRaw(id) {
      const row = disk.rows.get(id);
      return Promise.resolve(
        row === undefined ? err({ kind: 'NotFound', id }) : ok(JSON.stringify({ id, ...row }, null, 2)),
      );
    },
    async save(session: Session, expected, _durability, also = []) {
      await Promise.resolve();
      if (failure !== null) return err(failure);
      const before = disk.rows.get(session.id);
      const stored = before?.revision ?? 0;
      if (stored !== expected) return err({ kind: 'Conflict', id: session.id, stored, expected });
      const revision = expected + 1;
      const signed = before?.signed === true || also.some(({ kind }) => kind === 'signed-version');
      disk.rows.set(session.id, { revision, signed, savedAt: deps.now(), doc: structuredClone(session) });
      disk.last = session.id;
      for (const { store, changed } of disk.listeners) if (store !== self) changed(session.id, revision);
      return ok(revision);
    },
    last: () => Promise.resolve(failure === null ? ok(disk.last) : err(failure)),
    watch(changed) {
      const listener = { store: self, changed };
      disk.listeners.add(listener);
      return () => {
        disk.listeners.delete(listener);
      };
    },
  };
}
