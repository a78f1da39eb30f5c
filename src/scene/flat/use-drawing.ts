import { useEffect, useState } from 'react';
import type { HeadShape } from '../../state/heads';
import { type ViewPreset, viewPresets } from '../map-props';
import { draw, drawMuscleLayer, drawn, drawnMuscles, shapeKey } from './drawings';
import type { DrawnPaths, MusclePaths } from './paths';

/** A drawing that can be shown, and from where it shows the head: what stands on it goes by that. */
export type Drawing = {
  readonly paths: DrawnPaths;
  readonly view: ViewPreset;
  /** It is of the head that was asked for; else of the one before, until the new one is drawn. */
  readonly own: boolean;
};

/** Views that nobody waits for are drawn once a head has stood this long, ms: longer than a slider rests between steps. */
const standsMs = 500;

/**
 * The drawing of a view; until it is made, the one that was shown before, null at first. Instances share drawings: each
 * is made once. `onMissing` is told where the head's model cannot be had; keep the function.
 */
export function useDrawing(asked: HeadShape | null, view: ViewPreset, onMissing?: () => void): Drawing | null {
  const { key, shape } = useShape(asked);
  const kept = drawn(key, view);
  const [last, setLast] = useState<{
    readonly key: string;
    readonly view: ViewPreset;
    readonly paths: DrawnPaths;
  } | null>(kept === null ? null : { key, view, paths: kept });
  if (kept !== null && last?.paths !== kept) setLast({ key, view, paths: kept });
  const there = last?.key === key && last.view === view;
  useEffect(() => {
    if (there) return undefined;
    let wanted = true;
    const { answer, drop } = draw(shape, view);
    answer.then(
      (paths) => {
        if (wanted) setLast({ key, view, paths });
      },
      () => {
        if (wanted) onMissing?.();
      },
    );
    return () => {
      wanted = false;
      drop();
    };
  }, [key, shape, view, there, onMissing]);
  return last === null ? null : { paths: last.paths, view: last.view, own: last.key === key };
}

/** The muscles over the same view, null until they are drawn or while they are not wanted. Without them the head is shown. */
export function useMuscles(asked: HeadShape | null, view: ViewPreset, wanted: boolean): MusclePaths | null {
  const [, setMade] = useState(0);
  const { key, shape } = useShape(asked);
  useEffect(() => {
    if (!wanted || drawnMuscles(key, view) !== null) return undefined;
    let live = true;
    const { answer, drop } = drawMuscleLayer(shape, view);
    answer.then(
      () => {
        if (live) setMade((count) => count + 1);
      },
      () => undefined,
    );
    return () => {
      live = false;
      drop();
    };
  }, [key, shape, view, wanted]);
  return wanted ? drawnMuscles(key, view) : null;
}

/** Has the other views of a head drawn when there is time, so that a turn to them waits for nothing. */
export function useDrawnAhead(asked: HeadShape | null, begin: boolean, muscles: boolean): void {
  const { key, shape } = useShape(asked);
  useEffect(() => {
    if (!begin) return undefined;
    const wishes: (() => void)[] = [];
    const timer = setTimeout(() => {
      for (const view of viewPresets) {
        if (drawn(key, view) === null) wishes.push(draw(shape, view, 'ahead').drop);
        if (muscles && drawnMuscles(key, view) === null) wishes.push(drawMuscleLayer(shape, view, 'ahead').drop);
      }
    }, standsMs);
    return () => {
      clearTimeout(timer);
      for (const drop of wishes) drop();
    };
  }, [key, shape, begin, muscles]);
}

/** A head's shape, the same object for as long as it is the same head: it may come as another one with every step. */
function useShape(shape: HeadShape | null): { readonly key: string; readonly shape: HeadShape | null } {
  const key = shapeKey(shape);
  const [kept, setKept] = useState({ key, shape });
  if (kept.key !== key) setKept({ key, shape });
  return kept;
}
