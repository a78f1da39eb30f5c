import { err, type SessionStore, type StoreError } from '../../src/record/ports';
import { type MemoryDisk, memoryDisk } from '../../src/storage/memory-disk';
import { createMemorySessions } from '../../src/storage/memory-sessions';

export { type MemoryDisk, memoryDisk };

export type MemoryStore = SessionStore & {
  /** Every save answers with this error until it is taken back with null. */
  readonly fail: (error: StoreError | null) => void;
};

/** A SessionStore that keeps nothing, and fails when a test wants it to. */
export function createMemoryStore(deps: { readonly now: () => string; readonly disk?: MemoryDisk }): MemoryStore {
  const store = createMemorySessions({ now: deps.now, disk: deps.disk ?? memoryDisk() });
  let failure: StoreError | null = null;
  return {
    ...store,
    fail(error) {
      failure = error;
    },
    async save(...asked) {
      // As in a vault, what was asked for is answered later.
      await Promise.resolve();
      return failure === null ? store.save(...asked) : err(failure);
    },
    last: () => (failure === null ? store.last() : Promise.resolve(err(failure))),
  };
}
