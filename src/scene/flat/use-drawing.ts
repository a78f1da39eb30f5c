import { useEffect, useState } from 'react';
import type { HeadShape } from '../../state/heads';
import type { ViewPreset } from '../map-props';
import { draw, drawMuscleLayer, drawn, drawnMuscles, shapeKey } from './drawings';
import type { DrawnPaths, MusclePaths } from './paths';

/**
 * The drawing of a view, null until it is made. Instances share drawings: each is made once. `onMissing` is told where
 * the head's model cannot be had; keep the function.
 */
export function useDrawing(shape: HeadShape | null, view: ViewPreset, onMissing?: () => void): DrawnPaths | null {
  const [, setMade] = useState(0);
  const key = shapeKey(shape);
  useEffect(() => {
    if (drawn(shape, view) !== null) return undefined;
    let wanted = true;
    draw(shape, view).then(
      () => {
        if (wanted) setMade((count) => count + 1);
      },
      () => {
        if (wanted) onMissing?.();
      },
    );
    return () => {
      wanted = false;
    };
    // The same shape may come as another object.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, view, onMissing]);
  return drawn(shape, view);
}

/** The muscles over the same view, null until they are drawn or while they are not wanted. Without them the head is shown. */
export function useMuscles(shape: HeadShape | null, view: ViewPreset, wanted: boolean): MusclePaths | null {
  const [, setMade] = useState(0);
  const key = shapeKey(shape);
  useEffect(() => {
    if (!wanted || drawnMuscles(shape, view) !== null) return undefined;
    let live = true;
    drawMuscleLayer(shape, view).then(
      () => {
        if (live) setMade((count) => count + 1);
      },
      () => undefined,
    );
    return () => {
      live = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, view, wanted]);
  return wanted ? drawnMuscles(shape, view) : null;
}
