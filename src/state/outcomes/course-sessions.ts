import '../../messages/later';
import { t } from '../../messages/translate';
import type { ListedSession, SessionListing } from '../../record/listing';
import { patientsOf } from '../../record/patients';
import type { Result, StoreError } from '../../record/ports';
import { storeErrorText } from '../refusal-text';
import type { Said } from './course-response-text';

/** A patient's sessions, as far as the store could tell them. */
export type KnownSessions = {
  /** The earliest first. */
  readonly sessions: readonly ListedSession[];
  /** Records that cannot be read, each of which may be a session of the patient; null where not even their list could be. */
  readonly unread: number | null;
  /** Why the list could not be read; null where it could. */
  readonly error: StoreError | null;
};

/** Those of one patient among all that are listed; any record that cannot be read counts as unread, whoever's it is. */
export function knownSessions(listed: Result<readonly SessionListing[], StoreError>, patient: string): KnownSessions {
  if (!listed.ok) return { sessions: [], unread: null, error: listed.error };
  const theirs = patientsOf(listed.value).find((one) => one.patient.id === patient)?.sessions ?? [];
  return {
    sessions: [...theirs].reverse(),
    unread: listed.value.filter(({ kind }) => kind === 'damaged').length,
    error: null,
  };
}

/** What the page says of sessions that are in none of its figures; empty where every one could be read. */
export function unreadText({ unread, error }: Pick<KnownSessions, 'unread' | 'error'>): string {
  if (error !== null) return t('course.listFailed', { why: storeErrorText(error) });
  return unread === 0 ? '' : recordsText(unread);
}

/** That records cannot be read, and what that may mean. `n` null: not even their list. */
export const recordsText = (n: number | null): string =>
  n === null ? t('course.listUnread') : t('course.recordsUnread', { n });

/** In place of what hangs on which sessions there were; null where every one could be read. */
export const withheldText = ({ unread }: Pick<KnownSessions, 'unread'>): Said | null =>
  unread === 0
    ? null
    : { tone: 'open', title: t('response.withheld'), lines: [recordsText(unread), t('response.withheldBy')], from: '' };
