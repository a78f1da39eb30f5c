import '../../messages/later';
import { TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { SiteRow } from '../../ledger/state';
import { t } from '../../messages/translate';
import { zoneOf } from '../../protocol/danger-zones';
import { ZoneGlyph } from '../../scene/zone-glyph';
import { warningFor, zoneName } from '../../state/zone-text';
import { neighboursOf } from '../../state/zones';
import { afterPaint } from '../../scene/after-paint';
import { useChart, useServices, useTheme } from '../services';
import styles from './neighbours.module.css';

/** An extra or a moved site: somebody chose its place. */
const wasChosen = ({ ftp, moved }: SiteRow): boolean => ftp || moved !== undefined;

/** What was placed inside a danger zone, an extra or a moved site, keeps its warning for as long as it is there. */
export function ZoneWarning({ row }: { readonly row: SiteRow }) {
  const { chart } = useServices();
  const warning = useChart((s) => (wasChosen(row) ? warningFor(neighboursOf(s, chart.mapId(), row)) : null));
  if (warning === null) return null;
  return (
    <p className={styles['warning']}>
      <TriangleAlert size={17} aria-hidden="true" />
      <span>{warning}</span>
    </p>
  );
}

/** The danger zones a site is in or near. A fixed site that stands inside one does so by design, and the card says so. */
export function Neighbours({ row }: { readonly row: SiteRow }) {
  const { chart } = useServices();
  const near = useChart(useShallow((s) => neighboursOf(s, chart.mapId(), row)));
  const theme = useTheme();
  useEffect(
    () =>
      afterPaint(() => {
        void chart.findNeighbours(row);
      }),
    [chart, row],
  );
  if (near.length === 0) return null;
  return (
    <div className={styles['neighbours']}>
      <p id="card-neighbours" className={styles['title']}>
        {t('card.neighbours')}
      </p>
      <ul aria-labelledby="card-neighbours">
        {near.map(({ zone, mm, inside }) => {
          const values = { zone: zoneName(zone), mm: Math.round(mm), spread: zoneOf(zone).spread.mm };
          return (
            <li key={zone} data-inside={inside}>
              <ZoneGlyph kind={zoneOf(zone).kind} theme={theme} />
              {t(inside ? 'card.neighbourInside' : 'card.neighbour', values)}
            </li>
          );
        })}
      </ul>
      {!wasChosen(row) && near.some(({ inside }) => inside) && <p className={styles['design']}>{t('card.byDesign')}</p>}
    </div>
  );
}
