import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Attempt, Score } from '../../../../src/learn/exam';
import type { KeptPlacement } from '../../../../src/learn/learning';
import type { ExamAnatomy } from '../../../../src/state/anatomy-service';
import { createHeads } from '../../../../src/state/heads';
import { createExamRun, type ExamChoice, presetHeads, surpriseHead } from '../../../../src/state/learn/exam-run';
import type { LearningState } from '../../../../src/state/learn/learning-desk';
import { standardCurves } from '../../../support/standard-curves';

const heads = createHeads(standardCurves);
const attempt: Attempt = { pins: [], tookMs: 60_000 };
const choice: ExamChoice = {
  map: 'preempt-2017',
  head: 'standard',
  muscles: ['temporalis'],
  side: 'left',
  count: null,
};

const kept = (near: number, at: string, sites = [1, 2, 3, 4]): KeptPlacement => ({
  id: at,
  at,
  of: 'practice',
  map: 'preempt-2017',
  head: 'standard',
  sites: sites.map((n) => ({
    site: `temporalis-L-${String(n)}`,
    mm: n <= near ? 3 : 12,
    rightMuscle: true,
    rightSide: true,
    zones: 0,
  })),
  tookMs: 60_000,
});

function exam(placements: readonly KeptPlacement[] = [], score: ExamAnatomy['score'] = scored) {
  const added: Score[] = [];
  const learning = { learner: { id: '1', name: 'Demo, Ines (synthetic)' }, reviews: [], placements, tour: noTour };
  const run = createExamRun({
    examiner: { score },
    heads,
    desk: {
      store: createStore<LearningState>(() => ({ learners: [], learning, problem: null, unkept: 0, unread: 0 })),
      addPlacement: (one) => {
        added.push(one);
        return Promise.resolve(null);
      },
    },
    seed: () => 7,
  });
  return { ...run, added, stage: () => run.store.getState() };
}
const noTour = { at: null, done: [] };
const scored: ExamAnatomy['score'] = (task, { tookMs }) =>
  Promise.resolve({ task, pins: [], missed: task.groups.flatMap(({ asked }) => asked), tookMs });

/** Starts, and hands an attempt over. */
async function run(of: ReturnType<typeof exam>): Promise<void> {
  of.start(choice);
  const stage = of.stage();
  if (stage.kind !== 'placing') throw new Error('not started');
  await of.finish(stage.task, attempt);
}

describe('a placement exam', () => {
  it('goes from what was chosen to its results, which are kept as practice', async () => {
    const one = exam();
    expect(one.stage().kind).toBe('choosing');
    await run(one);
    expect(one.stage()).toMatchObject({ kind: 'results', earlier: null, notKept: null });
    expect(one.added).toHaveLength(1);
  });

  it('stands beside the last placement of the very same sites, not beside others', async () => {
    const one = exam([
      kept(1, '2026-11-18T09:00:00+01:00'),
      kept(2, '2026-11-19T09:00:00+01:00'),
      kept(3, '2026-11-20T09:00:00+01:00', [1, 2, 3]),
    ]);
    await run(one);
    expect(one.stage()).toMatchObject({ earlier: { near: 2, of: 4, at: '2026-11-19T09:00:00+01:00' } });
  });

  it('keeps the pins where there was no head to measure on, and measures them when it is asked again', async () => {
    let ready = false;
    const one = exam([], (task, done) => (ready ? scored(task, done) : Promise.resolve('not-ready')));
    await run(one);
    const stage = one.stage();
    expect(stage).toMatchObject({ kind: 'unscored', attempt });
    ready = true;
    if (stage.kind === 'unscored') await one.finish(stage.task, stage.attempt);
    expect(one.stage().kind).toBe('results');
  });

  it('keeps nothing of an exam that was left', async () => {
    const one = exam();
    const done = run(one);
    one.leave();
    await done;
    expect(one.stage()).toEqual({ kind: 'choosing' });
    expect(one.added).toEqual([]);
  });

  it('has a surprise head be one of those that can be preset, the same for the same seed', () => {
    const presets = presetHeads(heads).map(({ head }) => head);
    const drawn = [exam(), exam()].map((one) => {
      one.start({ ...choice, head: surpriseHead });
      const stage = one.stage();
      return stage.kind === 'placing' ? stage.task.head : '';
    });
    expect(presets).toContain(drawn[0]);
    expect(drawn[1]).toBe(drawn[0]);
  });

  it('asks again for certain sites alone, on the same head and map', async () => {
    const one = exam();
    await run(one);
    const stage = one.stage();
    if (stage.kind === 'results') one.again(stage.score.task, ['temporalis-L-3']);
    expect(one.stage()).toMatchObject({
      kind: 'placing',
      task: {
        map: 'preempt-2017',
        groups: [{ asked: ['temporalis-L-3'], shown: expect.arrayContaining([]) as unknown }],
      },
    });
  });
});
