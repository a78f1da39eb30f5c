import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RuleWalk } from '../../anatomy/rule-walk';
import type { TourKept } from '../../learn/learning';
import { beginning, firstMuscle, goneOn, stepBefore, tourOf, type TourAt } from '../../learn/tour';
import type { MapId, MuscleId, SiteId } from '../../protocol/words';
import type { Placements, RuleAnatomy } from '../anatomy-service';
import type { ZonePlacement } from '../zones';
import type { LearningDesk } from './learning-desk';

/** Which side of the patient a paired muscle is shown on. */
type ShownSide = 'left' | 'right';

type TourState = {
  readonly at: TourAt;
  readonly done: readonly MuscleId[];
  readonly map: MapId;
  readonly side: ShownSide;
};

/** The guided tour: where one is in it, and what it shows of the standard head. */
export type TourDesk = {
  readonly store: StoreApi<TourState>;
  /** Takes up where the one who learns here left; once. */
  readonly resume: (map: MapId) => Promise<void>;
  readonly next: () => void;
  readonly back: () => void;
  /** To a muscle: to the step where it was left, if that was the last one that was looked at; else to its first. */
  readonly toMuscle: (muscle: MuscleId) => void;
  readonly toStep: (at: TourAt) => void;
  readonly setMap: (map: MapId) => void;
  readonly setSide: (side: ShownSide) => void;
  readonly placements: Placements;
  readonly zones: () => Promise<ZonePlacement>;
  /** The rule of a site on the standard head, each asked for once; null where it cannot be had now. */
  readonly rule: (map: MapId, site: SiteId) => Promise<RuleWalk | null>;
};

type Deps = {
  readonly anatomy: RuleAnatomy;
  readonly placements: Placements;
  readonly zones: () => Promise<ZonePlacement>;
  readonly learning: Pick<LearningDesk, 'store' | 'ready' | 'keepTour'>;
};

/**
 * Begins with the first muscle, on the left; from `resume` on it follows who learns, and `learning` keeps each step.
 */
export function createTourDesk({ anatomy, placements, zones, learning }: Deps): TourDesk {
  const store = createStore<TourState>(() => ({
    at: beginning(firstMuscle),
    done: [],
    map: 'preempt-2017',
    side: 'left',
  }));
  const walks = new Map<string, RuleWalk>();
  let resumed: Promise<void> | null = null;

  const go = (kept: TourKept): void => {
    const { at } = store.getState();
    store.setState({ at: kept.at ?? at, done: kept.done });
    // What cannot be kept is said where learners are chosen; the tour goes on.
    void learning.keepTour(kept);
  };
  const toStep = (at: TourAt): void => {
    go({ at, done: store.getState().done });
  };

  const takeUp = async (map: MapId): Promise<void> => {
    store.setState({ map });
    await learning.ready();
    showKept();
    learning.store.subscribe(showKept);
  };

  /** Whose place in the tour is shown. */
  let learner: string | null = null;
  const showKept = (): void => {
    const present = learning.store.getState().learning;
    if (present === null || present.learner.id === learner) return;
    learner = present.learner.id;
    const { at, done } = present.tour;
    store.setState({ at: at ?? beginning(firstMuscle), done });
  };

  return {
    store,
    placements,
    zones,
    resume: (map) => {
      resumed ??= takeUp(map);
      return resumed;
    },
    next: () => {
      const { at, done, map } = store.getState();
      go(goneOn(tourOf(map), { at, done }));
    },
    back: () => {
      const { at, map } = store.getState();
      const before = stepBefore(tourOf(map), at);
      if (before !== null) toStep(before);
    },
    toMuscle: (muscle) => {
      if (store.getState().at.muscle !== muscle) toStep(beginning(muscle));
    },
    toStep,
    setMap: (map) => {
      store.setState({ map });
    },
    setSide: (side) => {
      store.setState({ side });
    },
    rule: async (map, site) => {
      const key = `${map} ${site}`;
      const known = walks.get(key);
      if (known !== undefined) return known;
      const walked = await anatomy.rule(map, site, placements.head.variant);
      if (walked === 'not-ready' || walked === null) return null;
      walks.set(key, walked);
      return walked;
    },
  };
}
