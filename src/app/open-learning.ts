import { createLearningDesk } from '../state/learn/create-learning-desk';
import type { LearningDesk } from '../state/learn/learning-desk';
import type { Lock } from '../state/lock';
import type { DocumentStore } from '../record/ports';
import { hearLearning } from './learning-news';
import type { LazyStore } from './lazy-store';
import { isoNow, newId, saveFile } from './browser';

/** What was learned here: read when Learn is opened, when the vault opens, and when another window has written it. */
export function openLearning({ store, lock }: { readonly store: LazyStore; readonly lock: Lock }): LearningDesk {
  const news = hearLearning(() => void desk.ready());
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
    tellOthers: news.tellOthers,
    saveFile: (name, content) => {
      saveFile(name, content);
    },
  });
  lock.subscribe(() => void desk.ready());
  void desk.ready();
  return desk;
}
