import { createLearningDesk } from '../state/learn/create-learning-desk';
import type { LearningDesk } from '../state/learn/learning-desk';
import type { Lock } from '../state/lock';
import type { DocumentStore } from '../record/ports';
import type { LazyStore } from './lazy-store';
import { isoNow, newId, saveFile } from './browser';

const changed = 'learning-changed';

/** What was learned here: read when Learn is opened, when the vault opens, and when another window has written it. */
export function openLearning({ store, lock }: { readonly store: LazyStore; readonly lock: Lock }): LearningDesk {
  const channel = new BroadcastChannel('aliquot-learning');
  // The vault is fetched when it is asked; Learn is drawn without it.
  const there = async (): Promise<DocumentStore> => (await store.records()).documents;
  const desk = createLearningDesk({
    documents: {
      read: async (kind, id) => (await there()).read(kind, id),
      readAll: async (kind) => (await there()).readAll(kind),
      write: async (changes, durability) => (await there()).write(changes, durability),
    },
    now: isoNow,
    newId,
    tellOthers: () => {
      channel.postMessage(changed);
    },
    saveFile: (name, content) => {
      saveFile(name, content);
    },
  });
  const again = () => void desk.ready();
  lock.subscribe(again);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === changed) again();
  });
  again();
  return desk;
}
