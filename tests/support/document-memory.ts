import {
  type DocumentKind,
  type DocumentStore,
  err,
  ok,
  type StoredDocument,
  type StoreError,
} from '../../src/record/ports';

/** Documents in memory, as several windows share one vault. `fail`: every write answers so until it is taken back. */
export type DocumentMemory = DocumentStore & {
  readonly rows: Map<string, StoredDocument>;
  readonly put: (kind: DocumentKind, id: string, doc: unknown) => void;
  readonly fail: (error: StoreError | null) => void;
};

export function documentMemory(): DocumentMemory {
  const rows = new Map<string, StoredDocument>();
  let failure: StoreError | null = null;
  const place = (kind: DocumentKind, id: string) => `${kind}/${id}`;
  const savedAt = '2026-11-29T09:00:00+01:00';
  return {
    rows,
    put(kind, id, doc) {
      rows.set(place(kind, id), { kind, id, doc, revision: 1, savedAt });
    },
    fail(error) {
      failure = error;
    },
    async read(kind, id) {
      await Promise.resolve();
      const row = rows.get(place(kind, id));
      return row === undefined ? err({ kind: 'NotFound', id }) : ok(row);
    },
    async readAll(kind) {
      await Promise.resolve();
      return ok({ found: [...rows.values()].filter((row) => row.kind === kind), damaged: [] });
    },
    async write(changes) {
      await Promise.resolve();
      if (failure !== null) return err(failure);
      for (const { kind, id, expected } of changes) {
        const stored = rows.get(place(kind, id))?.revision ?? 0;
        if (stored !== expected) return err({ kind: 'Conflict', id, stored, expected });
      }
      for (const { kind, id, doc, expected } of changes)
        rows.set(place(kind, id), { kind, id, doc: structuredClone(doc), revision: expected + 1, savedAt });
      return ok(changes.map(({ expected }) => expected + 1));
    },
  };
}
