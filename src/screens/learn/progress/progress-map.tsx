import '../../../messages/later';
import { useMemo } from 'react';
import type { Progress } from '../../../learn/progress';
import { t } from '../../../messages/translate';
import { readSiteId } from '../../../protocol/site-id';
import type { SiteId } from '../../../protocol/words';
import { knownMark } from '../../../scene/learn/known-glyph';
import type { MapSite } from '../../../scene/map-props';
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

/** Every site on the head, filled by how likely it is recalled now. */
export function ProgressMap({ progress, selected, onSelect }: Props) {
  const { placements } = useLearning();
  const theme = useTheme();
  const sites = useMemo(
    () =>
      progress.sites.flatMap(({ site, recalled }): readonly MapSite[] => {
        const anchor = placements.of('preempt-2017').anchors.get(site);
        const parts = readSiteId(site);
        if (anchor === undefined || parts === null) return [];
        const { muscle, side, ftp } = parts;
        const { positionMm, normal } = anchor;
        const label = siteInFull(site);
        const draw = knownMark(muscle, recalled, theme);
        return [{ id: site, muscle, side, ftp, state: 'planned', draw, label, positionMm, normal }];
      }),
    [progress, placements, theme],
  );
  const turnTo = useMemo(
    () => (selected === null ? ({ preset: 'left' } as const) : ({ site: selected, asked: true } as const)),
    [selected],
  );
  return (
    <PlainHead label={t('progress.map')} sites={sites} turnTo={turnTo} selected={selected} onSelect={onSelect}>
      <ul aria-label={t('progress.legend')} className={styles['legend']}>
        {([null, 0, 0.5, 1] as const).map((share) => (
          <li key={share}>
            <svg width={20} height={20} viewBox="-12 -12 24 24" aria-hidden="true" focusable="false">
              <GlyphShapes parts={knownMark('frontalis', share, theme)} />
            </svg>
            {share === null ? t('progress.neverPlaced') : t('progress.recalledShare', { percent: 100 * share })}
          </li>
        ))}
      </ul>
    </PlainHead>
  );
}
