import type { Bulk } from '../state/bulk';
import type { NoteDesk } from '../state/note-desk';
import type { PracticeStore } from '../state/practice';
import type { PracticeDesk } from '../state/practice-desk';
import type { Records } from '../state/records';
import type { SigningDesk } from '../state/signing';
import type { LazyStore } from './lazy-store';
import { once } from './once';

export type BulkParts = {
  readonly store: LazyStore;
  readonly signing: () => Promise<SigningDesk>;
  readonly practice: PracticeStore;
  readonly practiceDesk: () => Promise<PracticeDesk>;
  readonly records: Pick<Records, 'importFile'>;
  readonly notePdf: NoteDesk['notePdf'];
  readonly version: string;
};

/** The desks that export and import many sessions at once, fetched when first asked for. */
export const createLazyBulk = (parts: BulkParts): (() => Promise<Bulk>) =>
  once(() => import('./open-bulk').then(({ openBulk }) => openBulk(parts)));
