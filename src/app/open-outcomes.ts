import { parsePatientFile } from '../outcomes/patient-file';
import { patientsOf } from '../record/patients';
import { type DocumentStore, ok } from '../record/ports';
import type { Book } from '../state/outcomes/book';
import { createBook } from '../state/outcomes/create-book';
import type { OutcomesKit } from '../state/outcomes/outcomes-kit';
import type { Kit } from './app';
import { isoNow, newId, saveFile } from './browser';
import type { LazyStore } from './lazy-store';
import { once } from './once';
import { hearBooks } from './outcomes-news';

/** What is kept of patients between sessions, over the vault: read when it is asked for, when the vault opens, and when another window has written it. */
export function openOutcomes(kit: Kit & { readonly store: LazyStore }): OutcomesKit {
  const { store, lock } = kit;
  const books = new Map<string, Book>();
  const documents = async (): Promise<DocumentStore> => (await store.records()).documents;
  const news = hearBooks((patient) => {
    for (const [id, book] of books) if (patient === null || patient === id) void book.ready();
  });
  lock.subscribe(({ state }) => {
    for (const book of books.values()) {
      // Nothing of a patient stays in the page once the vault is locked.
      if (state === 'locked') book.store.setState({ kind: 'reading' }, true);
      else void book.ready();
    }
  });
  const outcomes: OutcomesKit = {
    bookOf(patient) {
      const known = books.get(patient);
      if (known !== undefined) return known;
      const book = createBook(patient, {
        documents: {
          read: async (kind, id) => (await documents()).read(kind, id),
          write: async (changes, durability) => (await documents()).write(changes, durability),
        },
        async identity(id) {
          const listed = await store.list();
          return listed.ok ? (patientsOf(listed.value).find((one) => one.patient.id === id)?.patient ?? null) : null;
        },
        tellOthers: news.tellOthers,
      });
      books.set(patient, book);
      void book.ready();
      return book;
    },
    async files() {
      const all = await (await documents()).readAll('patient');
      if (!all.ok) return all;
      const read = all.value.found.map(({ doc }) => parsePatientFile(doc));
      const files = read.flatMap((one) => (one.ok ? [one.value] : []));
      return ok({ files, damaged: all.value.damaged.length + read.length - files.length });
    },
    now: isoNow,
    newId,
    preview: once(() => import('./preview/open-preview').then(({ openPreview }) => openPreview(kit, outcomes))),
    saveFile,
  };
  return outcomes;
}
