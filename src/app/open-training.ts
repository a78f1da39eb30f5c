import { createTraining } from '../state/training/training';
import type { Training } from '../state/training/training-kit';
import type { Kit } from './app';
import { isoNow, newId } from './browser';
import { placements } from './placements';
import { underWay } from './under-way';
import { listenToKeys } from './use-shortcuts';
import { loadZonePlacement } from './zone-placements';

/** Dry runs with what they take from the app. Its records, its desks and its channel are not among it. */
export function openTraining({ settings, practice, heads, anatomy, onHandNear }: Kit): Training {
  const training = createTraining({
    settings,
    practice,
    placements,
    heads,
    zones: loadZonePlacement,
    anatomy,
    now: isoNow,
    newId,
    go: (fragment) => {
      location.hash = fragment;
    },
    onMapUsable: onHandNear,
    listen: listenToKeys,
  });
  // A run lies in memory alone.
  underWay.add(() => training.store.getState().run !== null);
  return training;
}
