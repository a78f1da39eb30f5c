import { type CheckPoint, checkPoints } from '../protocol/check-points';
import type { Day } from './calendar';
import { daysAfter } from './days-after';

/** When each check after an injection is, by the calendar of the place where it was recorded, the first first. */
export const checkDays = (injected: Day): readonly { readonly point: CheckPoint; readonly day: Day }[] =>
  checkPoints.map((point) => ({ point, day: daysAfter(injected, point.days) }));
