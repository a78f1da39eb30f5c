import type { PatientFile } from '../../outcomes/patient-file';
import type { Result, StoreError } from '../../record/ports';
import type { PreviewKit } from '../preview/preview-kit';
import type { Book } from './book';

/** What the screens between sessions are given beside the services of the app. */
export type OutcomesKit = {
  /** The book of a patient, by the patient's id; the same one for whoever asks. */
  readonly bookOf: (patient: string) => Book;
  /** The files of all patients who have one, in no order; those that cannot be read are counted. */
  readonly files: () => Promise<
    Result<{ readonly files: readonly PatientFile[]; readonly damaged: number }, StoreError>
  >;
  /** Whether there is a file or a diary of anybody, readable or not. */
  readonly holdsAny: () => Promise<Result<boolean, StoreError>>;
  /** Whether a diary that names nobody may lie here: the device is no practice's. */
  readonly isOwnDevice: () => Promise<boolean>;
  /** The time now, ISO 8601 with offset. */
  readonly now: () => string;
  readonly newId: () => string;
  /** What Preview is made of, fetched when it is needed. */
  readonly preview: () => Promise<PreviewKit>;
  readonly saveFile: (name: string, content: BlobPart, type: string) => void;
};
