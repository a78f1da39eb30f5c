import type { Assessment } from './assessment';
import type { PlacementTask } from './exam';
import { planTask } from './task';

/** What an assessment asks to be placed: the same on every device. */
export const assessmentTask = ({ map, head, muscles, side, count, seed }: Assessment): PlacementTask =>
  planTask({ map, head, muscles, side, count, seed });
