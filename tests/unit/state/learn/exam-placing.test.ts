import { describe, expect, it } from 'vitest';
import type { SkinOffset, Vec3 } from '../../../../src/anatomy/anchor';
import { taskOf } from '../../../../src/learn/task';
import type { SkinAnswer, SkinQuery } from '../../../../src/state/anatomy-service';
import { createExamPlacing } from '../../../../src/state/learn/exam-placing';

const task = taskOf('preempt-2017', 'standard', ['corrugator-L', 'temporalis-L-1', 'temporalis-L-2']);
const [firstGroup, secondGroup] = [0, 1];
const up = (mm: number): SkinOffset => ({
  landmark: 'tragus',
  side: 'left',
  upMm: mm,
  toward: 'lateral',
  alongMm: 0,
});
const ray = (x: number) => ({ origin: [x, 0, 500] as const, direction: [0, 0, -1] as const });

/** Where the skin of these tests is: 1 mm off where a pointer saw it, and as high over a landmark as it was asked for. */
function placeOf(query: SkinQuery): Vec3 {
  switch (query.kind) {
    case 'ray':
      return [query.ray.origin[0] + 1, 0, 0];
    case 'offset':
      return [70, query.upMm, 0];
    case 'point':
      return query.positionMm;
  }
}

function placing({ facing = [1, 0, 0] as Vec3 } = {}) {
  let now = 1000;
  let answer: 'skin' | 'off-skin' | 'not-ready' = 'skin';
  const run = createExamPlacing({
    task,
    clock: () => now,
    resolve: (query): Promise<SkinAnswer | 'off-skin' | 'not-ready'> =>
      Promise.resolve(
        answer === 'skin'
          ? {
              under: null,
              other: null,
              positionMm: placeOf(query),
              normal: facing,
              anchor: null,
              nearestSite: null,
              zones: [],
            }
          : answer,
      ),
  });
  run.begin();
  return {
    ...run,
    at: (ms: number) => {
      now = 1000 + ms;
    },
    answers: (what: typeof answer) => {
      answer = what;
    },
    heights: () => run.store.getState().pins.map(({ positionMm }) => positionMm[1]),
    said: () => run.store.getState().said?.message.key,
    /** Leaves the corrugator behind, whose group has one site. */
    toTemple: async () => {
      await run.placeAt(up(5));
      await run.confirm();
      expect(run.store.getState().group).toBe(secondGroup);
    },
  };
}

describe('placing an exam', () => {
  it('puts a pin where a pointer saw the skin, and then where the skin is', async () => {
    const exam = placing();
    const placed = exam.place(ray(40), [40, 0, 0]);
    expect(exam.store.getState().pins).toMatchObject([{ positionMm: [40, 0, 0], normal: null }]);
    await placed;
    expect(exam.store.getState().pins).toMatchObject([{ positionMm: [41, 0, 0], normal: [1, 0, 0], by: 'pointer' }]);
  });

  it('tells a place in the words of the trainee, and nothing of what lies there', async () => {
    const exam = placing();
    await exam.placeAt(up(30));
    const { said, pins } = exam.store.getState();
    expect(said?.message).toEqual({ key: 'exam.placedAt', values: { n: 1, of: 1, where: '30 mm above the tragus' } });
    expect(pins).toMatchObject([{ told: up(30), by: 'landmark' }]);
  });

  it('refuses one pin too many, and leaves those that stand', async () => {
    const exam = placing();
    await exam.placeAt(up(30));
    expect(await exam.placeAt(up(50))).toBe(false);
    await exam.place(ray(10), [10, 0, 0]);
    expect(exam.heights()).toEqual([30]);
    expect(exam.said()).toBe('exam.full');
  });

  it('refuses one pin too many even where two are asked for at once', async () => {
    const exam = placing();
    expect(await Promise.all([exam.placeAt(up(30)), exam.placeAt(up(50))])).toEqual([true, false]);
    expect(exam.heights()).toEqual([30]);
  });

  it.each(['off-skin', 'not-ready'] as const)('leaves no pin where the answer is %s, and says so', async (answer) => {
    const exam = placing();
    exam.answers(answer);
    await exam.place(ray(40), [40, 0, 0]);
    expect(await exam.placeAt(up(30))).toBe(false);
    expect(exam.heights()).toEqual([]);
    expect(exam.said()).toBe(answer === 'off-skin' ? 'exam.offSkin' : 'exam.notReady');
  });

  it('leaves a pin where it stood when it was dragged off the skin', async () => {
    const exam = placing();
    await exam.placeAt(up(30));
    exam.answers('off-skin');
    await exam.move(exam.store.getState().pins[0]?.id ?? '', ray(90), [90, 0, 0]);
    expect(exam.heights()).toEqual([30]);
    expect(exam.store.getState().pins[0]?.told).toEqual(up(30));
  });

  it('moves a pin by 1 mm along the skin, however that leans, and no longer tells where it was put', async () => {
    const exam = placing({ facing: [0.8, 0.6, 0] });
    await exam.placeAt(up(30));
    await exam.step(exam.store.getState().pins[0]?.id ?? '', 'up');
    const [pin] = exam.store.getState().pins;
    const [dx, dy] = [(pin?.positionMm[0] ?? 0) - 70, (pin?.positionMm[1] ?? 0) - 30];
    expect(Math.hypot(dx, dy)).toBeCloseTo(1, 6);
    expect(0.8 * dx + 0.6 * dy).toBeCloseTo(0, 6);
    expect(dy).toBeGreaterThan(0);
    expect(pin?.told).toBeNull();
  });

  it('does not slide along a way that leads off the skin', async () => {
    const exam = placing({ facing: [0, 0.98, 0.2] });
    await exam.placeAt(up(30));
    await exam.step(exam.store.getState().pins[0]?.id ?? '', 'up');
    expect(exam.heights()).toEqual([30]);
    expect(exam.said()).toBe('exam.noStep');
  });

  it('undoes what was placed, moved and taken away, one after the other, back to the first', async () => {
    const exam = placing();
    await exam.toTemple();
    await exam.placeAt(up(30));
    await exam.placeAt(up(50));
    const [first] = exam.store.getState().pins;
    await exam.placeAt(up(33), first?.id);
    exam.remove(first?.id ?? '');
    expect(exam.heights()).toEqual([50]);
    exam.undo();
    expect(exam.heights()).toEqual([33, 50]);
    exam.undo();
    expect(exam.heights()).toEqual([30, 50]);
    exam.undo();
    exam.undo();
    expect(exam.heights()).toEqual([]);
    expect(exam.store.getState().canUndo).toBe(false);
    exam.undo();
    expect(exam.store.getState().group).toBe(secondGroup);
  });

  it('goes through the groups, keeps those before, and hands over every pin with its time', async () => {
    const exam = placing();
    expect(exam.store.getState().group).toBe(firstGroup);
    exam.at(2000);
    await exam.placeAt(up(5));
    expect(await exam.confirm()).toBeNull();
    expect(exam.store.getState()).toMatchObject({ group: secondGroup, pins: [], canUndo: false });
    expect(exam.store.getState().earlier).toHaveLength(1);
    exam.at(5000);
    await exam.placeAt(up(30));
    exam.at(9000);
    // One of the two was not known: it is missed, and no pin is made up for it.
    expect(await exam.confirm()).toEqual({
      pins: [
        [{ positionMm: [70, 5, 0], atMs: 2000, by: 'landmark' }],
        [{ positionMm: [70, 30, 0], atMs: 5000, by: 'landmark' }],
      ],
      tookMs: 9000,
    });
  });

  it('waits for the skin before it confirms, and confirms once however often it is pressed', async () => {
    const exam = placing();
    void exam.place(ray(40), [40, 0, 0]);
    await Promise.all([exam.confirm(), exam.confirm()]);
    expect(exam.store.getState().group).toBe(secondGroup);
    expect(exam.store.getState().earlier).toMatchObject([{ positionMm: [41, 0, 0] }]);
  });

  it('counts time from when the head was shown, once', async () => {
    const exam = placing();
    exam.at(3000);
    exam.begin();
    await exam.placeAt(up(30));
    expect(exam.store.getState().pins[0]?.atMs).toBe(3000);
  });
});
