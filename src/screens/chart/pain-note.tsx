import '../../messages/later';
import { HeartPulse } from 'lucide-react';
import { painAt } from '../../anatomy/pain-heat';
import type { SiteRow } from '../../ledger/state';
import { t } from '../../messages/translate';
import { tendernessOf } from '../../record/pain-commands';
import { visitOf } from '../../record/visit';
import { muscleName, sideName } from '../../state/site-text';
import { useChart } from '../services';
import styles from './neighbours.module.css';

/** What is known of pain where a site is: what was felt in its muscle on its side, and whether pain is drawn over it. */
export function PainNote({ row }: { readonly row: SiteRow }) {
  const grade = useChart((s) => (s.session === null ? null : tendernessOf(visitOf(s.session), row.muscle, row.side)));
  const hurts = useChart((s) => {
    const dabs = (s.painting ?? s.session?.visit?.pain)?.dabs ?? [];
    return painAt(dabs, row.anchor.positionMm) > 0;
  });
  if (grade === null && !hurts) return null;
  return (
    <p className={styles['pain']}>
      <HeartPulse size={17} aria-hidden="true" />
      <span>
        {[
          ...(grade === null
            ? []
            : [t('tender.card', { muscle: muscleName(row.muscle), side: sideName[row.side], grade })]),
          ...(hurts ? [t('pain.overSite')] : []),
        ].join(' ')}
      </span>
    </p>
  );
}
