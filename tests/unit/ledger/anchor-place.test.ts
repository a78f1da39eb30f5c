import { expect, it } from 'vitest';
import { canHold, liesOn } from '../../../src/ledger/anchor-place';
import { anchorIn } from '../../support/ledger-desk';

it('a point of a side may lie 1 mm across the midline, and no further', () => {
  for (const [x, left, right] of [
    [50, true, false],
    [1, true, true],
    [0, true, true],
    [-1, true, true],
    [-1.1, false, true],
    [1.1, true, false],
    [-50, false, true],
  ] as const) {
    expect([liesOn([x, 0, 0], 'left'), liesOn([x, 0, 0], 'right')], String(x)).toEqual([left, right]);
  }
});

it('a point in the midline lies within 30 mm of it, to either side', () => {
  expect([30, -30, 30.1, -30.1].map((x) => liesOn([x, 0, 0], 'midline'))).toEqual([true, true, false, false]);
});

it('no point lies further than 600 mm from the middle, in any direction', () => {
  expect(liesOn([600, -600, 600], 'left')).toBe(true);
  for (const far of [
    [600.1, 0, 0],
    [0, -600.1, 0],
    [0, 0, 600.1],
  ] as const)
    expect(liesOn(far, 'left')).toBe(false);
});

it('a point holds a site of the muscle and the side that it names', () => {
  const point = { ...anchorIn('frontalis', 'left'), positionMm: [0, 0, 0] as const };
  expect(canHold(point, 'frontalis', 'left')).toBe(true);
  expect(canHold(point, 'corrugator', 'left')).toBe(false);
  expect(canHold(point, 'frontalis', 'right')).toBe(false);
  expect(canHold(anchorIn('frontalis', 'right'), 'frontalis', 'right')).toBe(true);
});
