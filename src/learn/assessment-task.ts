import { type Assessment, type Criterion, judge } from './assessment';
import type { PlacementTask } from './exam';
import { planTask } from './task';

/** What an assessment asks to be placed: the same on every device. */
export const assessmentTask = ({ map, head, muscles, side, count, seed }: Assessment): PlacementTask =>
  planTask({ map, head, muscles, side, count, seed });

/** What has to be reached: each criterion as one who has done nothing is judged by it. */
export function wantedOf(assessment: Assessment): readonly Criterion[] {
  const asked = assessmentTask(assessment).groups.flatMap((group) => group.asked);
  const nothing = { mm: null, off: null, rightMuscle: false, rightSide: false, zones: [] };
  return judge(assessment, {
    sites: asked.map((site) => ({ site, ...nothing })),
    questions: { asked: assessment.questions, right: 0 },
    tookMs: 0,
  }).why;
}
