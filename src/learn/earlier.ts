import type { PlacementTask } from './exam';
import type { KeptPlacement } from './learning';
import { keptMm, nearness } from './summary';

/** How an earlier placement went: as many near as a summary would count. `at` is ISO 8601 with offset. */
export type Earlier = { readonly near: number; readonly of: number; readonly at: string };

/** The last placement of the very same sites of the same map; null where there is none. */
export function lastLike(task: PlacementTask, placements: readonly KeptPlacement[]): Earlier | null {
  const key = keyOf(task.groups.flatMap(({ asked }) => asked));
  const alike = placements
    .filter(({ map, sites }) => map === task.map && keyOf(sites.map(({ site }) => site)) === key)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const [last] = alike;
  if (last === undefined) return null;
  const near = last.sites.filter(({ rightMuscle, rightSide, ...kept }) => {
    const mm = keptMm(kept);
    return mm !== null && nearness(mm) === 'near' && rightMuscle && rightSide;
  });
  return { near: near.length, of: last.sites.length, at: last.at };
}

const keyOf = (sites: readonly string[]): string => [...sites].sort().join();
