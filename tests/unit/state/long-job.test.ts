import { describe, expect, it } from 'vitest';
import { createLongJob, type JobState } from '../../../src/state/long-job';

/** A clock that goes on by a step's worth at every look, and a page whose turns are counted. */
function desk(msALook = 100) {
  let now = 0;
  const turns = { count: 0 };
  const job = createLongJob({
    clock: () => {
      now += msALook;
      return now;
    },
    pause: () => {
      turns.count += 1;
      return Promise.resolve();
    },
  });
  return { job, turns };
}

describe('a long job', () => {
  it('tells how far it is, lets the page have its turn, and gives its result', async () => {
    const { job, turns } = desk();
    const seen: JobState[] = [];
    job.store.subscribe((state) => seen.push(state));
    const end = await job.run(async ({ step }) => {
      for (let done = 1; done <= 3; done += 1) await step(done, 3);
      return 'all of it';
    });
    expect(end).toEqual({ kind: 'done', value: 'all of it' });
    expect(seen.map((state) => (state.kind === 'running' ? state.done : state.kind))).toEqual([0, 1, 2, 3, 'idle']);
    expect(turns.count).toBe(3);
  });

  it('does not stop for every small piece', async () => {
    const { job, turns } = desk(0.1);
    await job.run(async ({ step }) => {
      for (let done = 1; done <= 1000; done += 1) await step(done, 1000);
    });
    expect(turns.count).toBeGreaterThan(1);
    expect(turns.count).toBeLessThan(20);
  });

  it('is cancelled at its next step, after it has cleaned up', async () => {
    const { job } = desk();
    let cleaned = false;
    const end = await job.run(async ({ step, signal }) => {
      try {
        await step(1, null);
        job.cancel();
        expect(signal.aborted).toBe(true);
        expect(job.store.getState()).toMatchObject({ stopping: true });
        await step(2, null);
        throw new Error('it went on');
      } finally {
        cleaned = true;
      }
    });
    expect(end).toEqual({ kind: 'cancelled' });
    expect(cleaned).toBe(true);
    expect(job.store.getState()).toEqual({ kind: 'idle' });
  });

  it('runs one at a time, and again after one that ended in a defect', async () => {
    const { job } = desk();
    const first = job.run(async ({ step }) => {
      expect(await job.run(() => Promise.resolve('another'))).toEqual({ kind: 'busy' });
      await step(1, 1);
      throw new Error('a defect');
    });
    await expect(first).rejects.toThrow('a defect');
    expect(await job.run(() => Promise.resolve('again'))).toEqual({ kind: 'done', value: 'again' });
  });
});
