import '../../../messages/later';
import type { ScoredPin } from '../../../learn/exam';
import type { ScoreSummary } from '../../../learn/summary';
import { t } from '../../../messages/translate';
import { siteCode } from '../../../state/learn/exam-text';
import { zoneName } from '../../../state/zone-text';
import styles from './exam-results.module.css';

/** What no number of millimetres tells: the wrong muscle, the wrong side, danger zones. */
export function SafetyLines({ summary }: { readonly summary: ScoreSummary }) {
  const codes = (pins: readonly ScoredPin[]): string => pins.map(({ site }) => siteCode(site)).join(', ');
  const zones = summary.inZones.map(({ site, zones: of }) =>
    t('exam.inZone', { site: siteCode(site), zones: of.map(({ zone }) => zoneName(zone).toLowerCase()).join(', ') }),
  );
  const lines = [
    { key: 'exam.inOther', what: codes(summary.wrongMuscle) },
    { key: 'exam.onOther', what: codes(summary.wrongSide) },
    { key: 'exam.inZones', what: zones.join('; ') },
  ] as const;
  return (
    <section aria-labelledby="exam-safety" className={styles['part']}>
      <h2 id="exam-safety">{t('exam.safety')}</h2>
      <dl className={styles['safety']}>
        {lines.map(({ key, what }) => (
          <div key={key} data-bad={what !== ''}>
            <dt>{t(key)}</dt>
            <dd>{what === '' ? t('exam.none') : what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
