import '../../../messages/later';
import { t } from '../../../messages/translate';
import type { SessionListing } from '../../../record/listing';
import { routeFragment } from '../../../state/route';
import { later } from '../../../ui/later';
import styles from './due.module.css';

const DueCounts = later(async () => (await import('./due-counts')).DueCounts);

/** The way to who is due, there at once and of one height; how many are due follows when it is known. */
export function DueLine({ rows }: { readonly rows: readonly SessionListing[] }) {
  return (
    <div className={styles['line']}>
      <a href={routeFragment({ screen: 'due' })}>{t('due.title')}</a>
      <DueCounts rows={rows} />
    </div>
  );
}
