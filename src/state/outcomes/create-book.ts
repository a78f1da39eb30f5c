import { createStore } from 'zustand/vanilla';
import { type Diary, emptyDiary, parseDiary } from '../../outcomes/diary';
import { emptyFile, parsePatientFile, type PatientFile } from '../../outcomes/patient-file';
import type { Damage } from '../../record/damage';
import { type DocumentKind, type DocumentStore, err, ok, type Result, type StoreError } from '../../record/ports';
import type { Patient } from '../../record/patient';
import type { Book, BookState } from './book';

export type BookDeps = {
  readonly documents: Pick<DocumentStore, 'read' | 'write'>;
  /** How the latest session knows the patient; null where none does. */
  readonly identity: (patient: string) => Promise<Patient | null>;
  /** Tells the other windows that something of the patient was written. */
  readonly tellOthers: (patient: string) => void;
};

type Kept<T> = { readonly doc: T; readonly revision: number };

/** So many windows may come before one change, one after the other, before it gives up. */
const mostTries = 5;

/** The book of one patient over the vault. */
export function createBook(patient: string, { documents, identity, tellOthers }: BookDeps): Book {
  const store = createStore<BookState>()(() => ({ kind: 'reading' }));
  const typing: Book['typing'] = new Set();
  /** Counted up when everything is forgotten: what was asked before is not shown any more. */
  let age = 0;

  /** A vault that cannot be reached at all is a problem like any other. */
  const reached = async <T>(work: () => Promise<Result<T, StoreError>>): Promise<Result<T, StoreError>> => {
    try {
      return await work();
    } catch (error) {
      return err({ kind: 'Unavailable', why: String(error) });
    }
  };

  const readOne = async <T>(
    kind: DocumentKind,
    parse: (doc: unknown) => Result<T, Damage>,
    empty: () => Promise<T>,
  ): Promise<Result<Kept<T>, StoreError>> =>
    reached(async () => {
      const found = await documents.read(kind, patient);
      if (!found.ok) return found.error.kind === 'NotFound' ? ok({ doc: await empty(), revision: 0 }) : found;
      const parsed = parse(found.value.doc);
      return parsed.ok ? ok({ doc: parsed.value, revision: found.value.revision }) : err(damaged(parsed.error));
    });
  const damaged = ({ path }: Damage): StoreError => ({ kind: 'Damaged', id: patient, why: path });
  const readFile = () =>
    readOne('patient', parsePatientFile, async () =>
      emptyFile((await identity(patient)) ?? { id: patient, label: '' }),
    );
  const readDiary = () => readOne('diary', parseDiary, () => Promise.resolve(emptyDiary(patient)));

  // One reading or writing at a time: a change is asked what lies there once the one before it is done.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  const show = async (): Promise<StoreError | null> => {
    const asked = age;
    const [file, diary] = await Promise.all([readFile(), readDiary()]);
    if (asked !== age) return { kind: 'Locked' };
    if (file.ok && diary.ok) {
      const before = store.getState();
      // A change that was not kept is still not kept when another window has written something.
      const problem = before.kind === 'open' ? before.problem : null;
      store.setState({ kind: 'open', file: file.value.doc, diary: diary.value.doc, saving: false, problem }, true);
      return null;
    }
    const [error] = [file, diary].flatMap((one) => (one.ok ? [] : [one.error]));
    if (error !== undefined) store.setState({ kind: 'failed', error }, true);
    return error ?? null;
  };

  const change = <T extends PatientFile | Diary>(
    kind: 'patient' | 'diary',
    read: () => Promise<Result<Kept<T>, StoreError>>,
    parse: (doc: unknown) => Result<T, Damage>,
    shown: (doc: T) => Partial<Extract<BookState, { kind: 'open' }>>,
    apply: (doc: T) => T,
  ): Promise<StoreError | null> =>
    inTurn(async () => {
      const asked = age;
      if (store.getState().kind !== 'open') {
        const unreadable = await show();
        if (unreadable !== null) return unreadable;
      }
      const put = (part: Partial<Extract<BookState, { kind: 'open' }>>): void => {
        const state = store.getState();
        if (state.kind === 'open' && asked === age) store.setState({ ...state, ...part }, true);
      };
      const failed = (problem: StoreError): StoreError => {
        put({ problem });
        return problem;
      };
      put({ saving: true });
      try {
        for (let tries = 1; ; tries += 1) {
          const here = await read();
          if (!here.ok) return failed(here.error);
          const doc = apply(here.value.doc);
          if (doc !== here.value.doc) {
            // What could not be read back is not written: it would be lost for good.
            const sound = parse(doc);
            if (!sound.ok) return failed(damaged(sound.error));
            const expected = here.value.revision;
            const written = await reached(() => documents.write([{ kind, id: patient, doc, expected }]));
            if (!written.ok) {
              if (written.error.kind === 'Conflict' && tries < mostTries) continue;
              return failed(written.error);
            }
            tellOthers(patient);
          }
          put({ ...shown(doc), problem: null });
          return null;
        }
      } finally {
        put({ saving: false });
      }
    });

  return {
    patient,
    store,
    ready: () => inTurn(show),
    changeFile: (apply) => change('patient', readFile, parsePatientFile, (file) => ({ file }), apply),
    changeDiary: (apply) => change('diary', readDiary, parseDiary, (diary) => ({ diary }), apply),
    typing,
    async flush() {
      await Promise.all([...typing].map((keep) => keep()));
      await inTurn(() => Promise.resolve());
    },
    forget() {
      age += 1;
      store.setState({ kind: 'reading' }, true);
    },
  };
}
