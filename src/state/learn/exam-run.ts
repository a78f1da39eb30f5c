import { createStore, type StoreApi } from 'zustand/vanilla';
import { chanceFrom } from '../../learn/chance';
import { type Earlier, lastLike } from '../../learn/earlier';
import type { Attempt, PlacementTask, Score } from '../../learn/exam';
import { planTask, type TaskChoice, taskOf } from '../../learn/task';
import { populations, presetPercentiles } from '../../protocol/anthropometry';
import type { SiteId } from '../../protocol/words';
import type { StoreError } from '../../record/ports';
import type { ExamAnatomy } from '../anatomy-service';
import type { Heads } from '../heads';
import type { LearningDesk } from './learning-desk';

/** In the place of a head: one of those that can be preset, not told before the end. */
export const surpriseHead = 'surprise';
/** What is chosen before an exam. `head`: the text of a variant, or `surpriseHead`. */
export type ExamChoice = Omit<TaskChoice, 'seed'>;

/** What the trainee is doing. */
export type ExamStage =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'placing'; readonly task: PlacementTask }
  | { readonly kind: 'scoring'; readonly task: PlacementTask; readonly attempt: Attempt }
  /** There is no head to score on: the pins are kept here, and it can be tried again. */
  | { readonly kind: 'unscored'; readonly task: PlacementTask; readonly attempt: Attempt }
  | {
      readonly kind: 'results';
      readonly score: Score;
      /** The last placement of the same sites. */
      readonly earlier: Earlier | null;
      /** Why it was not kept; null where it was. */
      readonly notKept: StoreError | null;
    };

type Deps = {
  readonly examiner: ExamAnatomy;
  readonly heads: Pick<Heads, 'fitted' | 'preset'>;
  readonly desk: Pick<LearningDesk, 'store' | 'addPlacement'>;
  /** A number that nobody chose. */
  readonly seed: () => number;
};

/** The heads that can be preset, as texts of their variants, by population and percentile. */
export const presetHeads = (heads: Deps['heads']) =>
  populations.flatMap((population) =>
    presetPercentiles.map((percentile) => ({
      population,
      percentile,
      head: heads.fitted(heads.preset(population, percentile)).variant,
    })),
  );

/** A placement exam from what is chosen to its results, which are kept as practice. */
export function createExamRun({ examiner, heads, desk, seed }: Deps) {
  const store: StoreApi<ExamStage> = createStore<ExamStage>(() => ({ kind: 'choosing' }));
  const enter = (stage: ExamStage): void => {
    store.setState(stage, true);
  };

  const finish = async (task: PlacementTask, attempt: Attempt): Promise<void> => {
    const scoring: ExamStage = { kind: 'scoring', task, attempt };
    enter(scoring);
    const score = await examiner.score(task, attempt);
    // Left meanwhile: nothing is kept of it.
    if (store.getState() !== scoring) return;
    if (score === 'not-ready') {
      enter({ kind: 'unscored', task, attempt });
      return;
    }
    const earlier = lastLike(task, desk.store.getState().learning?.placements ?? []);
    const notKept = await desk.addPlacement(score, 'practice');
    if (store.getState() === scoring) enter({ kind: 'results', score, earlier, notKept });
  };

  return {
    store,
    start: ({ head, ...choice }: ExamChoice): void => {
      const chosen = seed();
      const on = head === surpriseHead ? chanceFrom(chosen).one(presetHeads(heads)).head : head;
      enter({ kind: 'placing', task: planTask({ ...choice, head: on, seed: chosen }) });
    },
    /** The same head and map, with these sites alone. */
    again: ({ map, head }: PlacementTask, sites: readonly SiteId[]): void => {
      enter({ kind: 'placing', task: taskOf(map, head, sites) });
    },
    finish,
    leave: (): void => {
      enter({ kind: 'choosing' });
    },
  };
}
