import { damageText } from '../record/damage';
import { listingOf, type SessionListing } from '../record/listing';
import { err, ok, type StoreError } from '../record/ports';
import { parseSession } from '../record/schema';
import { versionNumber } from '../record/version-id';
import type { KeptSessions } from './indexed-db-store';
import { type MemoryDisk, obstacleIn, putInto } from './memory-disk';

/**
 * A store of sessions that keeps nothing beyond the page. It obeys the same contract as the vault's and is held to it by
 * the same tests.
 */
export function createMemorySessions(deps: { readonly now: () => string; readonly disk: MemoryDisk }): KeptSessions {
  const { now, disk } = deps;
  const self = {};

  const read = (id: string) => {
    const row = disk.rows.get(id);
    if (row === undefined) return err<StoreError>({ kind: 'NotFound', id });
    const parsed = parseSession(row.doc);
    if (!parsed.ok) return err<StoreError>({ kind: 'Damaged', id, why: damageText(parsed.error) });
    return ok({ session: parsed.value, revision: row.revision });
  };

  return {
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
    listedVersions(id) {
      const numbers = [...disk.documents.values()].map((one) =>
        one.kind === 'signed-version' ? versionNumber(id, one.id) : 0,
      );
      return Promise.resolve(ok({ count: Math.max(0, ...numbers), exact: true }));
    },
    async save(session, expected, _durability, also = []) {
      await Promise.resolve();
      const before = disk.rows.get(session.id);
      const stored = before?.revision ?? 0;
      if (stored !== expected) return err({ kind: 'Conflict', id: session.id, stored, expected });
      const problem = obstacleIn(disk, also);
      if (problem !== null) return err(problem);
      const revision = expected + 1;
      const signed = before?.signed === true || also.some(({ kind }) => kind === 'signed-version');
      disk.rows.set(session.id, { revision, signed, savedAt: now(), doc: structuredClone(session) });
      putInto(disk, also, now());
      disk.last = session.id;
      for (const { store, changed } of disk.listeners) if (store !== self) changed(session.id, revision);
      return ok(revision);
    },
    last: () => Promise.resolve(ok(disk.last)),
    watch(changed) {
      const listener = { store: self, changed };
      disk.listeners.add(listener);
      return () => {
        disk.listeners.delete(listener);
      };
    },
  };
}
