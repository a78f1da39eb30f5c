import { t } from '../../messages/translate';
import { muscles } from '../../protocol/paradigm';
import { useAfterPaint } from '../../scene/use-after-paint';
import { useChart } from '../services';
import { PlanBar, SiteSweep } from './later-parts';
import styles from './site-list.module.css';
import { SiteTree } from './site-tree';

/** The control that the head mirrors: every site, in protocol order, by muscle and side, and what is done to a muscle at once. */
export function SiteList() {
  const totals = useChart((s) => s.fold.totals);
  const worked = useChart(({ fold, selected, next }) => {
    const row = fold.rows.find(({ id }) => id === (selected ?? next));
    return row?.muscle ?? muscles[0]?.id;
  });
  // Opening a muscle moves most of the list: what the press was for is shown first.
  const open = useAfterPaint(worked);
  const charting = useChart((s) => s.session !== null && s.session.finishedAt === undefined);
  const extra = charting && open !== undefined && totals.byMuscle[open].extrasLeft > 0;
  return (
    <section aria-label={t('sites.name')} className={styles['list']}>
      <div className={styles['head']}>
        <h2>{t('sites.title')}</h2>
        <span>
          {t('sites.progress', {
            given: totals.sitesGiven,
            planned: totals.sitesPlanned,
            skipped: totals.sitesSkipped,
          })}
        </span>
      </div>
      <div className={styles['progress']} aria-hidden="true">
        <i style={{ width: `${String((100 * totals.sitesGiven) / Math.max(1, totals.sitesPlanned))}%` }} />
      </div>
      {charting && <PlanBar />}
      <div className={styles['sides']} aria-hidden="true">
        <span>{t('side.patientLeft')}</span>
        <span>{t('side.patientRight')}</span>
      </div>
      <SiteTree open={open} extra={extra} />
      {charting && open !== undefined && <SiteSweep muscle={open} extra={extra} />}
    </section>
  );
}
