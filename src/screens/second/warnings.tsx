import '../../messages/later';
import { OctagonX, TriangleAlert } from 'lucide-react';
import type { Fold } from '../../ledger/state';
import { t } from '../../messages/translate';
import type { Session } from '../../record/session';
import type { KnownHistory } from '../../state/history';
import { warnings } from '../../state/second/shown';
import { findingText } from '../../state/visit-text';
import { useFindingsOf } from '../chart/use-findings';
import { useSettings } from '../services';
import styles from './warnings.module.css';

type Props = { readonly session: Session; readonly fold: Fold; readonly history: KnownHistory | null };

/** Told beside what forbids giving; the rest stands under Safety. Chosen: the head keeps its room. */
const most = 2;

/** What forbids giving, in full; and the first of what is to be known. */
export function Warnings({ session, fold, history }: Props) {
  const findings = useFindingsOf(session, history);
  const strict = useSettings((s) => s.holdFirst);
  // Without the history, what comes from other visits would seem to be unknown for a moment.
  const { stops, told } = warnings(history === null ? [] : findings, strict);
  const shown = told.slice(0, most);
  const rest = told.length - shown.length;
  const charting = session.finishedAt === undefined && !fold.totals.stopped;
  return (
    <div role="status" className={styles['live']}>
      {fold.totals.stopped && (
        <p className={styles['line']} data-level="stop">
          <OctagonX size={24} aria-hidden="true" />
          <b>{t('second.stopped')}</b>
        </p>
      )}
      {charting && stops.length > 0 && (
        <section aria-label={t('second.stop')} className={styles['line']} data-level="stop">
          <OctagonX size={24} aria-hidden="true" />
          <div>
            <b>{t('second.stop')}</b>
            {stops.map((finding) => (
              <p key={JSON.stringify(finding)}>{findingText(finding, session.vials)}</p>
            ))}
          </div>
        </section>
      )}
      {charting && shown.length > 0 && (
        <section aria-label={t('second.warnings')} className={styles['line']} data-level="warn">
          <TriangleAlert size={20} aria-hidden="true" />
          <div>
            {shown.map((finding) => (
              <p key={JSON.stringify(finding)}>{findingText(finding, session.vials)}</p>
            ))}
            {rest > 0 && <p className={styles['more']}>{t('second.more', { n: rest })}</p>}
          </div>
        </section>
      )}
    </div>
  );
}
