import type { Result } from '../protocol/words';
import { type Visit, visitOf } from '../record/visit';
import type { VisitRefusal, VisitStamp } from '../record/visit-commands';
import type { Chart } from './chart';

export type VisitChange = (visit: Visit, stamp: VisitStamp) => Result<Visit, VisitRefusal>;

/** Records something of the visit; a refusal comes back and nothing is changed. */
export function changeVisit(chart: Chart, change: VisitChange): VisitRefusal | null {
  let refused: VisitRefusal | null = null;
  chart.change((session, stamp) => {
    const changed = change(visitOf(session), stamp);
    if (changed.ok) return { ...session, visit: changed.value };
    refused = changed.error;
    return session;
  });
  return refused;
}
