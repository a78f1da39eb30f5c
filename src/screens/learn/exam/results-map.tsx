import '../../../messages/later';
import { createContext, use, useMemo, useState } from 'react';
import type { Score } from '../../../learn/exam';
import { judgedMm, nearness, summarize } from '../../../learn/summary';
import { t } from '../../../messages/translate';
import { readSiteId } from '../../../protocol/site-id';
import type { SiteId } from '../../../protocol/words';
import { ExamMarks, type ScoredMark } from '../../../scene/learn/exam-marks';
import type { HandTools, MapSite, ViewPreset } from '../../../scene/map-props';
import type { LineInk, SkinLine } from '../../../scene/skin-line';
import { mmFigure, siteCode } from '../../../state/learn/exam-text';
import { useServices, useTheme } from '../../services';
import { ExamLegend } from './exam-legend';
import { ExamMap } from './exam-map';
import { usePlacedSites } from './use-placed-sites';

type Props = {
  readonly score: Score;
  readonly selected: SiteId | null;
  readonly onSelect: (site: SiteId) => void;
};

type Shown = {
  readonly marks: readonly ScoredMark[];
  readonly lines: readonly SkinLine[];
  readonly selected: SiteId | null;
};
const ShownContext = createContext<Shown | null>(null);

const inks: Readonly<Record<ReturnType<typeof nearness>, LineInk>> = { near: 'ok', off: 'warn', far: 'bad' };

/** The trainee's pins beside the true sites, and the way from the one to the other. */
export function ResultsMap({ score, selected, onSelect }: Props) {
  const { smallScreen } = useServices();
  const { marks, lines, sites } = useMarks(score, selected, smallScreen);
  const shown = useMemo(() => ({ marks, lines, selected }), [marks, lines, selected]);
  const [opening] = useState(() => ({ preset: viewOfMost(score) }));
  const turnTo = useMemo(() => (selected === null ? opening : { site: selected, asked: true }), [selected, opening]);
  return (
    <ShownContext value={shown}>
      <ExamMap
        head={score.task.head}
        sites={sites}
        turnTo={turnTo}
        hand={Marks}
        onSelect={onSelect}
        legend={<ExamLegend items={['pin', 'truth', 'near', 'far']} />}
      />
    </ShownContext>
  );
}

function Marks({ view }: HandTools) {
  const theme = useTheme();
  const { smallScreen } = useServices();
  const shown = use(ShownContext);
  if (shown === null) return null;
  return <ExamMarks view={view} theme={theme} {...shown} bands={smallScreen ? narrowBands : bands} />;
}

/** What the legend and the views take of the canvas, px. */
const bands = { top: 76, bottom: 84 };
const narrowBands = { top: 20, bottom: 64 };

/** @param few a small canvas: only the one that is asked about has a label, or the worst */
function useMarks(score: Score, selected: SiteId | null, few: boolean) {
  const placed = usePlacedSites(score.task);
  const lines = useMemo(
    (): readonly SkinLine[] =>
      score.pins.map(({ site, fromRule, way }) => ({
        id: site,
        points: way,
        ink: inks[nearness(judgedMm({ fromRule }))],
        dashed: nearness(judgedMm({ fromRule })) !== 'near',
      })),
    [score],
  );
  const marks = useMemo((): readonly ScoredMark[] => {
    const worst = summarize(score).worst?.site;
    const missed = score.missed.flatMap((id): readonly ScoredMark[] => {
      const [anchor, site] = [placed?.get(id), readSiteId(id)];
      if (anchor === undefined || site === null) return [];
      const label = id === selected ? ([siteCode(id), t('exam.notPlaced')] as const) : null;
      const { positionMm: siteMm, normal: siteNormal } = anchor;
      return [{ id, muscle: site.muscle, siteMm, siteNormal, pin: null, ink: 'plain', label }];
    });
    const pins = score.pins.map(
      ({ site: id, muscle, siteMm, siteNormal, pin, pinNormal, mm, fromRule }): ScoredMark => {
        const near = nearness(judgedMm({ fromRule }));
        const told = few ? id === (selected ?? worst) : near === 'far' || id === selected;
        return {
          id,
          muscle,
          siteMm,
          siteNormal,
          pin: { positionMm: pin.positionMm, normal: pinNormal },
          ink: inks[near],
          label: told ? [siteCode(id), t('exam.mm', { mm: mmFigure(mm) })] : null,
        };
      },
    );
    // The chosen one's label is new: those that stand already keep their places.
    return [...pins, ...missed].sort((a, b) => Number(a.id === selected) - Number(b.id === selected));
  }, [score, placed, selected, few]);
  const sites = useMemo(
    (): readonly MapSite[] =>
      marks.flatMap(({ id, siteMm, siteNormal }) => {
        const site = readSiteId(id);
        if (site === null) return [];
        const { muscle, side } = site;
        // Drawn with its pin, over the line that leads there.
        return [
          {
            id,
            muscle,
            side,
            ftp: false,
            state: 'planned',
            positionMm: siteMm,
            normal: siteNormal,
            label: '',
            draw: [],
          },
        ];
      }),
    [marks],
  );
  return { marks, lines, sites };
}

/** The view from which most of the pins are seen. */
function viewOfMost({ pins }: Score): ViewPreset {
  const views: Readonly<Record<ViewPreset, number>> = {
    front: count(pins, ([, , z]) => z > 0.6),
    left: count(pins, ([x]) => x > 0.5),
    right: count(pins, ([x]) => x < -0.5),
    back: count(pins, ([, , z]) => z < -0.4),
    shoulders: count(pins, ([, y, z]) => y > 0.4 && z < 0.2),
  };
  const [first = 'front'] = (Object.keys(views) as ViewPreset[]).sort((a, b) => views[b] - views[a]);
  return first;
}

const count = (pins: Score['pins'], faces: (normal: Score['pins'][number]['siteNormal']) => boolean): number =>
  pins.filter(({ siteNormal }) => faces(siteNormal)).length;
