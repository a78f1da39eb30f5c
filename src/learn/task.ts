import { type FixedSite, fixedSites } from '../protocol/fixed-sites';
import type { MapId, MuscleId, SiteId } from '../protocol/words';
import { chanceFrom } from './chance';
import type { PlacementTask, TaskGroup } from './exam';

export type TaskChoice = {
  readonly map: MapId;
  /** The text of the head's variant. */
  readonly head: string;
  readonly muscles: readonly MuscleId[];
  /** Of the patient. A site in the midline belongs to either. */
  readonly side: 'left' | 'right' | 'both';
  /** How many of these sites are asked for, by the seed; null for all of them. */
  readonly count: number | null;
  readonly seed: number;
};

/** The sites that a choice of muscles and sides is about, in protocol order. */
export const sitesToChooseFrom = ({ muscles, side }: Pick<TaskChoice, 'muscles' | 'side'>): readonly FixedSite[] =>
  fixedSites.filter(
    (site) => muscles.includes(site.muscle) && (side === 'both' || site.side === 'midline' || site.side === side),
  );

/** A task from a choice: the same choice is the same task everywhere. */
export function planTask({ map, head, count, seed, ...choice }: TaskChoice): PlacementTask {
  const all = sitesToChooseFrom(choice).map(({ id }) => id);
  const asked = count === null || count >= all.length ? all : chanceFrom(seed).shuffled(all).slice(0, count);
  return taskOf(map, head, asked);
}

/** The task to place certain sites, in groups of muscle and side in protocol order. An unknown site is a defect. */
export function taskOf(map: MapId, head: string, sites: readonly SiteId[]): PlacementTask {
  const unknown = sites.find((id) => fixedSites.every((site) => site.id !== id));
  if (unknown !== undefined) throw new RangeError(`not a fixed site: ${unknown}`);
  const groups = new Map<string, TaskGroup>();
  for (const { id, muscle, side } of fixedSites) {
    const key = `${muscle} ${side}`;
    const { asked, shown } = groups.get(key) ?? { asked: [], shown: [] };
    const wanted = sites.includes(id);
    groups.set(key, {
      muscle,
      side,
      asked: wanted ? [...asked, id] : asked,
      shown: wanted ? shown : [...shown, id],
    });
  }
  return { map, head, groups: [...groups.values()].filter(({ asked }) => asked.length > 0) };
}

/** How many pins a task asks for. */
export const pinsAsked = ({ groups }: PlacementTask): number =>
  groups.reduce((sum, { asked }) => sum + asked.length, 0);
