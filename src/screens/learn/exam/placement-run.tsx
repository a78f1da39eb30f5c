import '../../../messages/later';
import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Attempt, PlacementTask } from '../../../learn/exam';
import { PinHand } from '../../../scene/learn/pin-hand';
import { truthParts } from '../../../scene/learn/exam-glyphs';
import type { HandTools, MapSite } from '../../../scene/map-props';
import { markerInk, muscleHue } from '../../../scene/palette';
import { createExamPlacing, type ExamPlacing } from '../../../state/learn/exam-placing';
import { useServices, useTheme } from '../../services';
import { siteView } from '../site-view';
import frame from './exam-frame.module.css';
import { ExamLegend } from './exam-legend';
import { ExamMap } from './exam-map';
import { LeaveDialog, useLeaving } from './leave-dialog';
import { PlacementPanel } from './placement-panel';
import { useLearnKit } from './use-learn-kit';
import { usePlacedSites } from './use-placed-sites';

type Props = {
  readonly task: PlacementTask;
  /** The last group was confirmed. */
  readonly onDone: (attempt: Attempt) => void;
  /** Left without an end: nothing of it counts. */
  readonly onLeave: () => void;
  readonly title: string;
  /** Whether it is failed with a pin missing: then going on without one is asked about. */
  readonly needsAll?: boolean;
};

const PlacingContext = createContext<ExamPlacing | null>(null);

/** A task being placed: the bare head, the group that is asked for, and the time. Another task needs another key. */
export function PlacementRun({ task, onDone, onLeave, title, needsAll = false }: Props) {
  const { anatomy } = useServices();
  const { clock } = useLearnKit();
  const theme = useTheme();
  const [placing] = useState(() => createExamPlacing({ task, resolve: anatomy.resolve, clock }));
  const at = useStore(placing.store, (s) => s.group);
  const group = task.groups[at];
  const placed = usePlacedSites(task);
  const leaving = useLeaving();
  const turnTo = useMemo(() => (group === undefined ? null : { preset: siteView(group.muscle, group.side) }), [group]);
  const shown = useMemo((): readonly MapSite[] => {
    if (group === undefined || placed == null) return [];
    const { muscle, side } = group;
    const draw = truthParts(muscleHue(muscle, theme), markerInk(theme));
    return group.shown.flatMap((id) => {
      const anchor = placed.get(id);
      if (anchor === undefined) return [];
      const { positionMm, normal } = anchor;
      return [{ id, muscle, side, ftp: false, state: 'planned' as const, positionMm, normal, label: '', draw }];
    });
  }, [group, placed, theme]);
  const [headShown, setHeadShown] = useState(false);
  const onShown = useCallback(() => {
    setHeadShown(true);
  }, []);
  // Time counts once everything is there that the task shows.
  const ready = headShown && (placed !== undefined || task.groups.every((one) => one.shown.length === 0));
  useEffect(() => {
    if (ready) placing.begin();
  }, [ready, placing]);
  if (group === undefined) return null;
  return (
    <main className={frame['frame']}>
      <PlacingContext value={placing}>
        <ExamMap
          head={task.head}
          sites={shown}
          turnTo={turnTo}
          hand={Hand}
          onShown={onShown}
          legend={<ExamLegend items={shown.length > 0 ? ['pin', 'shown'] : ['pin']} />}
        />
      </PlacingContext>
      <PlacementPanel
        placing={placing}
        group={group}
        title={title}
        needsAll={needsAll}
        onDone={onDone}
        onLeave={leaving.ask}
      />
      <LeaveDialog leaving={leaving} onLeave={onLeave} />
    </main>
  );
}

function Hand(tools: HandTools) {
  const placing = use(PlacingContext);
  if (placing === null) throw new Error('pins are placed outside an exam');
  const theme = useTheme();
  const pins = useStore(placing.store, (s) => s.pins);
  const earlier = useStore(placing.store, (s) => s.earlier);
  const selected = useStore(placing.store, (s) => s.selected);
  return (
    <PinHand
      {...tools}
      theme={theme}
      pins={pins}
      earlier={earlier}
      selected={selected}
      onTap={({ ray, at }) => void placing.place(ray, at)}
      onMove={(id, { ray, at }) => void placing.move(id, ray, at)}
      onSelect={placing.select}
    />
  );
}
