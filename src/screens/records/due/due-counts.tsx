import '../../../messages/later';
import { t } from '../../../messages/translate';
import { countsOfGroups } from '../../../outcomes/due-list';
import type { SessionListing } from '../../../record/listing';
import { useDue } from './use-due';

/** The reminder: how many are due this week or overdue, and how many checks are to be made. Nothing until that is known. */
export function DueCounts({ rows }: { readonly rows: readonly SessionListing[] }) {
  const found = useDue(rows);
  if (found?.kind !== 'read') return null;
  const { week, overdue, checks } = countsOfGroups(found.list);
  return <span>{week + overdue + checks === 0 ? t('due.lineNone') : t('due.line', { week, overdue, checks })}</span>;
}
