import '../../../messages/later';
import { useMemo } from 'react';
import type { Progress } from '../../../learn/progress';
import { firmness, fullDays } from '../../../learn/schedule';
import { t } from '../../../messages/translate';
import { readSiteId } from '../../../protocol/site-id';
import type { SiteId } from '../../../protocol/words';
import { knownGlow, knownMark } from '../../../scene/learn/known-glyph';
import type { MapSite, OtherSite } from '../../../scene/map-props';
import { markerInk, muscleHue } from '../../../scene/palette';
import { GlyphShapes } from '../../../scene/site-glyph';
import { siteInFull } from '../../../state/learn/exam-text';
import { useTheme } from '../../services';
import { PlainHead } from '../plain-head';
import { useLearning } from '../use-learning';
import styles from './progress.module.css';

type Props = {
  readonly progress: Progress;
  readonly selected: SiteId | null;
  readonly onSelect: (site: SiteId) => void;
};

/** What is known, on the head: by muscle as a glow around its sites, and every site filled by how long it holds. */
export function ProgressMap({ progress, selected, onSelect }: Props) {
  const { placements } = useLearning();
  const theme = useTheme();
  const sites = useMemo(
    () =>
      progress.sites.flatMap(({ site, holdsDays }): readonly MapSite[] => {
        const anchor = placements.of(progress.map).anchors.get(site);
        const parts = readSiteId(site);
        if (anchor === undefined || parts === null) return [];
        const { muscle, side, ftp } = parts;
        const { positionMm, normal } = anchor;
        const label = siteInFull(site);
        const draw = knownMark(muscleHue(muscle, theme), holdsDays === null ? null : firmness(holdsDays), theme);
        return [{ id: site, muscle, side, ftp, state: 'planned', draw, label, positionMm, normal }];
      }),
    [progress, placements, theme],
  );
  const glow = useMemo(
    () =>
      sites.map(({ id, muscle, positionMm, normal }): OtherSite => {
        const own = progress.muscles.find((row) => row.muscle === muscle);
        const share = own === undefined ? 0 : (own.sites.known + own.facts.known) / (own.sites.of + own.facts.of);
        return { id, muscle, positionMm, normal, draw: knownGlow(muscleHue(muscle, theme), share) };
      }),
    [sites, progress, theme],
  );
  const turnTo = useMemo(
    () => (selected === null ? ({ preset: 'left' } as const) : ({ site: selected, asked: true } as const)),
    [selected],
  );
  return (
    <PlainHead
      label={t('progress.map')}
      sites={sites}
      under={glow}
      turnTo={turnTo}
      selected={selected}
      onSelect={onSelect}
    >
      <ul aria-label={t('progress.legend')} className={styles['legend']}>
        {[null, 1, 7, fullDays].map((days) => (
          <li key={days}>
            <svg width={20} height={20} viewBox="-12 -12 24 24" aria-hidden="true" focusable="false">
              <GlyphShapes parts={knownMark(markerInk(theme).ink, days === null ? null : firmness(days), theme)} />
            </svg>
            {days === null ? t('progress.neverPlaced') : t('progress.holds', { n: days })}
          </li>
        ))}
        <li>
          <svg width={28} height={28} viewBox="-36 -36 72 72" aria-hidden="true" focusable="false">
            <GlyphShapes parts={knownGlow(markerInk(theme).ink, 0.7)} />
          </svg>
          {t('progress.glow')}
        </li>
      </ul>
    </PlainHead>
  );
}
