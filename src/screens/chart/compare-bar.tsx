import '../../messages/later';
import { Table2 } from 'lucide-react';
import { t } from '../../messages/translate';
import { mapOf, otherMap } from '../../protocol/maps';
import { OtherGlyph, SiteGlyph } from '../../scene/site-glyph';
import { moved } from '../../state/shifted';
import { useChart, useServices, useTheme } from '../services';
import styles from './compare-bar.module.css';

/** What the comparison shows, and the way to its figures. */
export function CompareBar() {
  const { chart } = useServices();
  const theme = useTheme();
  const rows = useChart((s) => s.fold.rows);
  const shifts = rows.map(({ id }) => chart.shiftOf(id)).filter((shift) => shift !== null);
  const here = mapOf(chart.mapId());
  const other = mapOf(otherMap(here.id));
  return (
    <section aria-label={t('compare.name')} className={styles['bar']}>
      <div>
        <p>
          <span>
            <SiteGlyph state="planned" ftp={false} theme={theme} size={18} />
            {here.shortTitle}
          </span>
          <span>
            <OtherGlyph theme={theme} size={18} />
            {other.shortTitle}
          </span>
        </p>
        <p>{t('compare.summary', { moved: shifts.filter(moved).length, sites: shifts.length })}</p>
      </div>
      <button
        type="button"
        aria-label={t('action.listShifts')}
        onClick={() => {
          chart.begin({ kind: 'reading-shifts' });
        }}
      >
        <Table2 size={16} aria-hidden="true" />
        <span>{t('action.listShifts')}</span>
      </button>
    </section>
  );
}
