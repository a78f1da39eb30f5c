import type { LearnKit } from '../state/learn/learn-kit';
import type { Kit } from './app';
import type { LazyStore } from './lazy-store';
import { openAssessments } from './open-assessments';
import { openLearning } from './open-learning';
import { placements } from './placements';

/** Learn with everything that it takes from the rest of the app. */
export const openLearn = (kit: Kit & { readonly store: LazyStore }): LearnKit => {
  const desk = openLearning(kit);
  return {
    examiner: kit.anatomy,
    desk,
    assessments: openAssessments(kit, desk),
    placements,
    clock: () => performance.now(),
    seed: () => crypto.getRandomValues(new Int32Array(1))[0] ?? 0,
  };
};
