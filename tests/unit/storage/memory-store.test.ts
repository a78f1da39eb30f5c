import { createMemoryStore, memoryDisk } from '../../support/memory-store';
import { describeStore } from './store-contract';

const now = () => '2026-03-02T10:00:00+01:00';

describeStore('the memory store', () => {
  const disk = memoryDisk();
  return Promise.resolve({
    here: createMemoryStore({ now, disk }),
    there: createMemoryStore({ now, disk }),
    plant: (id, doc, revision) => {
      disk.rows.set(id, { revision, signed: false, savedAt: now(), doc });
      return Promise.resolve();
    },
    settle: () => Promise.resolve(),
  });
});
