import { mapOf } from '../protocol/maps';
import { muscles } from '../protocol/paradigm';
import type { Place } from '../protocol/rule';
import type { MapId, MuscleId } from '../protocol/words';
import type { TourKept } from './learning';
import { type Statement, statementsOf, type Topic } from './statements';

/** What a step of the tour is about. `find` steps lead leg by leg along the rule of one site. */
export type StepKind = 'where' | 'why' | 'find' | 'needle' | 'wrong' | 'prevent';

/** One leg of the rule of one ordinal, counted from 0 in the order in which the rule is walked. */
type FindLeg = { readonly ordinal: number; readonly leg: number; readonly legs: number };

export type TourStep = {
  /** Within the chapter: "wrong", "find-3-1". */
  readonly id: string;
  readonly kind: StepKind;
  /** How the head is peeled. */
  readonly layer: 'skin' | 'muscles';
  readonly zones: boolean;
  readonly find: FindLeg | null;
  readonly statements: readonly Statement[];
};

export type TourChapter = { readonly muscle: MuscleId; readonly steps: readonly TourStep[] };

/** Where one is in the tour. */
export type TourAt = NonNullable<TourKept['at']>;

/** How fast it is gone through. Chosen: an unhurried reader, who looks at the head at every step. Not measured on anyone. */
const pace = { wordsPerMinute: 200, secondsToLook: 3 } as const;

const made = new Map<MapId, readonly TourChapter[]>();

/** The tour of a map, made once: the same array on every call. */
export function tourOf(map: MapId): readonly TourChapter[] {
  const chapters = made.get(map) ?? chaptersOf(map);
  made.set(map, chapters);
  return chapters;
}

/** The chapters of a map's tour: the seven muscles in the order of the paradigm. */
export const chaptersOf = (map: MapId): readonly TourChapter[] => muscles.map(({ id }) => chapterOf(map, id));

function chapterOf(map: MapId, muscle: MuscleId): TourChapter {
  const statements = statementsOf(map, muscle);
  const about = (...topics: readonly Topic[]) => statements.filter(({ topic }) => topics.includes(topic));
  const bare = { layer: 'skin', zones: false, find: null } as const;
  return {
    muscle,
    steps: [
      { ...bare, id: 'where', kind: 'where', statements: about('where') },
      { ...bare, id: 'why', kind: 'why', layer: 'muscles', statements: about('action', 'nerve') },
      ...findSteps(map, muscle, about('find')),
      { ...bare, id: 'needle', kind: 'needle', statements: about('needle', 'depth') },
      { ...bare, id: 'wrong', kind: 'wrong', zones: true, statements: about('wrong') },
      { ...bare, id: 'prevent', kind: 'prevent', zones: true, statements: about('prevent') },
    ],
  };
}

/** A step for each leg. A rule is told with its first leg, what is told of all of them with the last leg of the last. */
function findSteps(map: MapId, muscle: MuscleId, statements: readonly Statement[]): readonly TourStep[] {
  const steps = mapOf(map).sites[muscle].flatMap(({ rule }, n) => {
    const [ordinal, legs] = [n + 1, legCount(rule.place)];
    return Array.from({ length: legs }, (_, leg) => ({
      id: `find-${String(ordinal)}-${String(leg + 1)}`,
      find: { ordinal, leg, legs },
      statements: leg === 0 ? statements.filter((one) => one.ordinal === ordinal) : [],
    }));
  });
  const common = statements.filter(({ ordinal }) => ordinal === undefined);
  return steps.map((step, n) => ({
    ...step,
    kind: 'find',
    layer: 'skin',
    zones: false,
    statements: n === steps.length - 1 ? [...step.statements, ...common] : step.statements,
  }));
}

/** How many legs a rule is walked in, those included that only give a height. */
export function legCount(place: Place): number {
  switch (place.op) {
    case 'landmark':
    case 'site':
      return 0;
    case 'walk':
      return 1 + legCount(place.from);
    case 'level':
      return 1 + legCount(place.from) + legCount(place.with);
    case 'toward':
    case 'between':
      return 1 + legCount(place.from) + legCount(place.to);
  }
}

/** The minutes that a chapter takes at that pace. */
export const minutesOf = ({ steps }: TourChapter): number =>
  steps.reduce((sum, step) => sum + wordsOf(step) / pace.wordsPerMinute + pace.secondsToLook / 60, 0);

const wordsOf = ({ statements }: TourStep): number =>
  statements.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);

/** Whether every muscle of it was gone through. */
export const isThrough = ({ done }: TourKept): boolean => muscles.every(({ id }) => done.includes(id));

/** Where the tour begins. */
export const firstMuscle: MuscleId = muscles[0]?.id ?? 'corrugator';

/** The first step of a muscle. */
export const beginning = (muscle: MuscleId): TourAt => ({ muscle, step: 'where' });

/** The chapter and step that are shown at a place of the tour: on a map that has no such step, the muscle's first. */
export function stepAt(
  tour: readonly TourChapter[],
  at: TourAt,
): { readonly chapter: TourChapter; readonly step: TourStep; readonly n: number } {
  const chapter = tour.find(({ muscle }) => muscle === at.muscle);
  const n = Math.max(0, chapter?.steps.findIndex(({ id }) => id === at.step) ?? 0);
  const step = chapter?.steps[n];
  if (chapter === undefined || step === undefined) throw new RangeError(`the tour has no ${at.muscle}`);
  return { chapter, step, n };
}

/** The step after one, also over the end of a muscle; null at the end of the tour. */
export const nextStep = (tour: readonly TourChapter[], at: TourAt): TourAt | null => neighbour(tour, at, 1);

/** The step before one; null at the beginning of the tour. */
export const stepBefore = (tour: readonly TourChapter[], at: TourAt): TourAt | null => neighbour(tour, at, -1);

function neighbour(tour: readonly TourChapter[], at: TourAt, way: 1 | -1): TourAt | null {
  const here = stepAt(tour, at);
  const all = tour.flatMap(({ muscle, steps }) => steps.map(({ id }) => ({ muscle, step: id })));
  const n = all.findIndex(({ muscle, step }) => muscle === at.muscle && step === here.step.id);
  return all[n + way] ?? null;
}

/** What is kept once one has gone on from a step: a muscle is done when its last step was left forward. */
export function goneOn(tour: readonly TourChapter[], { at, done }: TourKept): TourKept {
  if (at === null) return { at, done };
  const next = nextStep(tour, at);
  const finished = next?.muscle === at.muscle || done.includes(at.muscle) ? done : [...done, at.muscle];
  return { at: next ?? at, done: finished };
}
