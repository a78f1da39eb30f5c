import type { DocumentChange, DocumentKind, StoredDocument, StoreError } from '../record/ports';

type KeptSession = {
  readonly revision: number;
  readonly signed: boolean;
  readonly savedAt: string;
  readonly doc: unknown;
};

/** What several stores in memory share, as several windows share one database. It is gone with the page. */
export type MemoryDisk = {
  readonly rows: Map<string, KeptSession>;
  /** By `placeOf`. */
  readonly documents: Map<string, StoredDocument>;
  last: string | null;
  readonly listeners: Set<{ readonly store: object; readonly changed: (id: string, revision: number) => void }>;
};

/** An empty one. Stores share it by being given the same object. */
export const memoryDisk = (): MemoryDisk => ({
  rows: new Map(),
  documents: new Map(),
  last: null,
  listeners: new Set(),
});

/** Where a document lies. */
export const placeOf = (kind: DocumentKind, id: string): string => `${kind} ${id}`;

/** The first change that does not meet what it expects; null where all may be written. */
export function obstacleIn(disk: MemoryDisk, changes: readonly DocumentChange[]): StoreError | null {
  for (const { kind, id, expected } of changes) {
    const stored = disk.documents.get(placeOf(kind, id))?.revision ?? 0;
    if (stored !== expected) return { kind: 'Conflict', id, stored, expected };
  }
  return null;
}

/** Writes changes that nothing stands in the way of; what is handed in later stays the caller's own. */
export function putInto(disk: MemoryDisk, changes: readonly DocumentChange[], savedAt: string): readonly number[] {
  return changes.map(({ kind, id, doc, expected }) => {
    const revision = expected + 1;
    disk.documents.set(placeOf(kind, id), { kind, id, revision, savedAt, doc: structuredClone(doc) });
    return revision;
  });
}
