import { emptyDiary } from '../../outcomes/diary';
import type { StoreError } from '../../record/ports';
import type { Book } from './book';

/** Clears a whole diary: nothing of it stays, not even a field that this version does not know. Null where that was kept. */
export const clearDiary = (book: Pick<Book, 'changeDiary'>): Promise<StoreError | null> =>
  book.changeDiary(({ patient }) => emptyDiary(patient));
