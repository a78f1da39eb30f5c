import { describe, expect, it } from 'vitest';
import { checkPoints } from '../../../src/protocol/check-points';
import { retreatment } from '../../../src/protocol/safety-limits';
import { sources } from '../../../src/protocol/sources';

const weeks = { 'two-weeks': 2, 'six-weeks': 6 } as const;

describe('the looks at a patient between two sessions', () => {
  it('are two, after two weeks and after six, as many days as their names say', () => {
    expect(checkPoints.map(({ id }) => id)).toEqual(['two-weeks', 'six-weeks']);
    for (const { id, days } of checkPoints) expect(days, id).toBe(7 * weeks[id]);
  });

  it('are over before the next session is due', () => {
    for (const { id, days } of checkPoints) expect(days, id).toBeLessThan(retreatment.days);
  });

  it('are confirmed by nobody: the first rests on course notes, the second on nothing that was read', () => {
    expect(checkPoints.map(({ evidence, sources: from }) => [evidence, ...from])).toEqual([
      ['weak', 'S25'],
      ['unconfirmed'],
    ]);
    expect(sources.S25.title).toMatch(/course notes/);
  });

  it('say what is looked at, so that a sentence can go on: brow and lid at first, then the diary', () => {
    const [first, second] = checkPoints.map(({ what }) => what);
    expect(first).toMatch(/brow or lid/);
    expect(second).toMatch(/diary/);
    for (const { what } of checkPoints) expect(what).toMatch(/^[A-Z].*[^.]$/);
  });
});
