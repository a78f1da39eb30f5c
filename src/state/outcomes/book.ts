import type { StoreApi } from 'zustand/vanilla';
import type { Diary } from '../../outcomes/diary';
import type { PatientFile } from '../../outcomes/patient-file';
import type { StoreError } from '../../record/ports';

/** What is kept of one patient between sessions, as far as it was read. */
export type BookState =
  | { readonly kind: 'reading' }
  | {
      readonly kind: 'open';
      readonly file: PatientFile;
      readonly diary: Diary;
      /** Something of it is being written. */
      readonly saving: boolean;
      /** Why the last change was not kept; null where it was. */
      readonly problem: StoreError | null;
    }
  | { readonly kind: 'failed'; readonly error: StoreError };

/** File and diary of one patient: read when it is first asked for, and again when another window has written it. */
export type Book = {
  readonly patient: string;
  readonly store: StoreApi<BookState>;
  /** Resolves once it was read; null where that went well. */
  readonly ready: () => Promise<StoreError | null>;
  /**
   * Changes the file, or the diary, and keeps it: a change is told what lies in the vault now, and may be asked again where
   * another window came before it. It is shown once it is kept. The very same object means that there is nothing to write.
   */
  readonly changeFile: (change: (file: PatientFile) => PatientFile) => Promise<StoreError | null>;
  readonly changeDiary: (change: (diary: Diary) => Diary) => Promise<StoreError | null>;
  /** Fields with something typed in them that nobody has asked to be kept yet: each keeps it when it is called. */
  readonly typing: Set<() => Promise<unknown>>;
  /** Keeps what is typed, and resolves once nothing is being written. */
  readonly flush: () => Promise<void>;
  /** Nothing of the patient stays here, nor does what is being read now: the vault was locked. */
  readonly forget: () => void;
};
