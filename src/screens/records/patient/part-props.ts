import type { Book, BookState } from '../../../state/outcomes/book';
import type { OutcomesKit } from '../../../state/outcomes/outcomes-kit';
import type { ListedSession } from '../../../record/listing';

/** What each part of a patient's page is given. */
export type PatientPartProps = {
  readonly kit: OutcomesKit;
  readonly book: Book;
  readonly open: Extract<BookState, { readonly kind: 'open' }>;
  /** The patient's sessions, the earliest first. */
  readonly sessions: readonly ListedSession[];
  /** Records that cannot be read, each of which may be a session of the patient; null where not even their list could be. */
  readonly unread: number | null;
};
