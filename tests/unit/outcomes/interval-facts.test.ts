import { expect, it } from 'vitest';
import { intervalFacts } from '../../../src/outcomes/interval-facts';

it('of the time between two treatments sources say twelve weeks, and of some clinicians ten', () => {
  expect(intervalFacts.map(({ id, weeks }) => [id, weeks])).toEqual([
    ['standard', 12],
    ['ten-weeks', 10],
    ['delay-may-reduce', null],
    ['fewer-units-wore-off', null],
  ]);
  for (const { sources } of intervalFacts) expect(sources.length).toBeGreaterThan(0);
});
