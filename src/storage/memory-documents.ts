import { err, ok, type DocumentStore } from '../record/ports';
import { type MemoryDisk, obstacleIn, placeOf, putInto } from './memory-disk';

/** Documents that are kept no longer than the page; held to the contract of the vault's by the same tests. */
export function createMemoryDocuments(deps: { readonly now: () => string; readonly disk: MemoryDisk }): DocumentStore {
  const { now, disk } = deps;
  return {
    read(kind, id) {
      const found = disk.documents.get(placeOf(kind, id));
      return Promise.resolve(found === undefined ? err({ kind: 'NotFound', id }) : ok(structuredClone(found)));
    },
    readAll(kind) {
      const found = [...disk.documents.values()].filter((one) => one.kind === kind);
      return Promise.resolve(ok({ found: structuredClone(found), damaged: [] }));
    },
    write(changes) {
      const problem = obstacleIn(disk, changes);
      return Promise.resolve(problem === null ? ok(putInto(disk, changes, now())) : err(problem));
    },
  };
}
