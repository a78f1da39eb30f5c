import { parsePatientFile } from '../outcomes/patient-file';
import { patientsOf } from '../record/patients';
import { type DocumentStore, ok } from '../record/ports';
import type { Book } from '../state/outcomes/book';
import { createBook } from '../state/outcomes/create-book';
import type { OutcomesKit } from '../state/outcomes/outcomes-kit';
import { isOwnDevice } from '../state/outcomes/own-diary';
import type { Kit } from './app';
import { isoNow, newId, saveFile } from './browser';
import type { LazyStore } from './lazy-store';
import { once } from './once';
import { hearBooks } from './outcomes-news';

/** What is asked before the vault locks, and waited for. */
export type BeforeLock = Set<() => Promise<unknown>>;

/** Books that stay in the page. Chosen: more than a screen shows at once, and few enough that a year's patients are not all held. */
const mostBooks = 16;

/** Puts away the books asked for longest ago: all that a patient ever wrote stands in one. What is still on its way to the vault stays. */
function putAway(books: Map<string, Book>): void {
  for (const [patient, { store, typing }] of books) {
    if (books.size < mostBooks) return;
    const state = store.getState();
    const kept = state.kind === 'failed' || (state.kind === 'open' && !state.saving && state.problem === null);
    if (kept && typing.size === 0) books.delete(patient);
  }
}

/** What is kept of patients between sessions, over the vault: read when it is asked for, when the vault opens, and when another window has written it. */
export function openOutcomes(kit: Kit & { readonly store: LazyStore; readonly beforeLock: BeforeLock }): OutcomesKit {
  const { store, lock, persistence, beforeLock } = kit;
  const books = new Map<string, Book>();
  const documents = async (): Promise<DocumentStore> => (await store.records()).documents;
  const news = hearBooks((patient) => {
    for (const [id, book] of books) if (patient === null || patient === id) void book.ready();
  });
  lock.subscribe(({ state }) => {
    for (const book of books.values()) {
      // Nothing of a patient stays in the page once the vault is locked.
      if (state === 'locked' || state === 'gone') book.forget();
      else void book.ready();
    }
  });
  beforeLock.add(() => Promise.all([...books.values()].map((book) => book.flush())));
  // A diary may be all that this device ever keeps: the browser is asked to let it lie, as with the first session.
  const askToStay = once(() => persistence.ask());
  const outcomes: OutcomesKit = {
    bookOf(patient) {
      const known = books.get(patient);
      if (known !== undefined) {
        // The one asked for last stays longest.
        books.delete(patient);
        books.set(patient, known);
        return known;
      }
      const book = createBook(patient, {
        documents: {
          read: async (kind, id) => (await documents()).read(kind, id),
          async write(changes, durability) {
            const written = await (await documents()).write(changes, durability);
            if (written.ok) void askToStay();
            return written;
          },
        },
        async identity(id) {
          const listed = await store.list();
          return listed.ok ? (patientsOf(listed.value).find((one) => one.patient.id === id)?.patient ?? null) : null;
        },
        tellOthers: news.tellOthers,
      });
      putAway(books);
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
    async holdsAny() {
      const there = await documents();
      for (const kind of ['patient', 'diary'] as const) {
        const all = await there.readAll(kind);
        if (!all.ok) return all;
        if (all.value.found.length + all.value.damaged.length > 0) return ok(true);
      }
      return ok(false);
    },
    isOwnDevice: async () => isOwnDevice(await documents(), store),
    now: isoNow,
    newId,
    preview: once(() => import('./preview/open-preview').then(({ openPreview }) => openPreview(kit, outcomes))),
    saveFile,
  };
  return outcomes;
}
