import type { LearnKit } from '../state/learn/learn-kit';
import { createTourDesk } from '../state/learn/tour-desk';
import type { Kit } from './app';
import type { LazyStore } from './lazy-store';
import { once } from './once';
import { openAssessments } from './open-assessments';
import { openLearning } from './open-learning';
import { placements } from './placements';
import { loadZonePlacement } from './zone-placements';

/** Learn with everything that it takes from the rest of the app. */
export function openLearn(kit: Kit & { readonly store: LazyStore }): LearnKit {
  const desk = openLearning(kit);
  return {
    examiner: kit.anatomy,
    desk,
    tour: createTourDesk({ anatomy: kit.anatomy, placements, zones: loadZonePlacement, learning: desk }),
    assessments: openAssessments(kit, desk),
    training: once(() => import('./open-training').then(({ openTraining }) => openTraining(kit))),
    placements,
    clock: () => performance.now(),
    seed: () => crypto.getRandomValues(new Int32Array(1))[0] ?? 0,
  };
}
