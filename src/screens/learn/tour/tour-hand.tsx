import { createContext, useContext } from 'react';
import { NamedPoints } from '../../../scene/learn/named-points';
import { SkinLines } from '../../../scene/learn/skin-lines';
import type { HandTools } from '../../../scene/map-props';
import { useTheme } from '../../services';
import type { Marks } from './tour-marks';

export const noMarks: Marks = { lines: [], points: [] };
export const MarksContext = createContext<Marks>(noMarks);

/** The walk of a rule over the head. The map renders it with what it needs; what is drawn comes by context. */
export function TourHand({ view }: HandTools) {
  const { lines, points } = useContext(MarksContext);
  const theme = useTheme();
  return (
    <>
      <SkinLines view={view} lines={lines} theme={theme} />
      <NamedPoints view={view} points={points} theme={theme} />
    </>
  );
}
