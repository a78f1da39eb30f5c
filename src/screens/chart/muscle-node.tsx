import { Check } from 'lucide-react';
import type { SiteRow } from '../../ledger/state';
import { t } from '../../messages/translate';
import type { MuscleId } from '../../protocol/words';
import { MuscleCode } from './muscle-code';
import styles from './site-list.module.css';

type Props = {
  readonly muscle: MuscleId;
  readonly name: string;
  readonly rows: readonly SiteRow[];
  /** Tab reaches it: only while it has the focus. */
  readonly tab: boolean;
  readonly posinset: number;
  readonly setsize: number;
};

/**
 * A muscle in the tree. It is expanded always: every site stays reachable, and the muscle worked on merely has its sites
 * drawn larger. Pressing it leads to its first open site. Its name ends in no state of a site: whoever looks for the sites
 * that are given finds them alone.
 */
export function MuscleNode({ muscle, name, rows, tab, posinset, setsize }: Props) {
  const planned = rows.filter((row) => row.state !== 'skipped').length;
  const given = rows.filter((row) => row.state === 'given').length;
  const done = planned > 0 && given === planned;
  return (
    <div
      role="treeitem"
      tabIndex={tab ? 0 : -1}
      aria-level={1}
      aria-posinset={posinset}
      aria-setsize={setsize}
      aria-expanded="true"
      aria-label={t('sites.muscle', { muscle: name, given, planned })}
      data-muscle={muscle}
      className={styles['row']}
    >
      <MuscleCode muscle={muscle} />
      <span className={styles['name']}>{name}</span>
      <span className={styles['count']} data-done={done} aria-hidden="true">
        {done && <Check size={15} strokeWidth={2.6} />}
        {given}
        <i>/{planned}</i>
      </span>
    </div>
  );
}
