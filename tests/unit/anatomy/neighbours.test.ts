import { describe, expect, it } from 'vitest';
import { neighboursAmong, zoneKey } from '../../../src/anatomy/neighbours';

const near = (...distances: readonly (readonly [string, number])[]) =>
  neighboursAmong(distances.map(([id, mm]) => ({ id, mm })));

const gon = zoneKey('greater-occipital-nerve', 'left');
const third = zoneKey('third-occipital-nerve', 'left');
const artery = zoneKey('occipital-artery', 'left');
const rim = zoneKey('orbital-rim', 'right');

describe('what a point is near', () => {
  it('is inside a zone up to its spread, and near it up to a fingerbreadth', () => {
    expect(near([gon, 7.4])).toEqual([{ zone: 'greater-occipital-nerve', side: 'left', mm: 7.4, inside: true }]);
    expect(near([gon, 7.5])).toMatchObject([{ inside: false }]);
    expect(near([gon, 15])).toMatchObject([{ inside: false }]);
    expect(near([gon, 15.1])).toEqual([]);
  });

  it('lists the zone it lies deepest in first, then the others by distance', () => {
    const found = near([third, 8], [artery, 12], [gon, 2], [rim, 10.5]);
    expect(found.map(({ zone, inside }) => [zone, inside])).toEqual([
      ['greater-occipital-nerve', true],
      ['third-occipital-nerve', true],
      ['orbital-rim', false],
      ['occipital-artery', false],
    ]);
  });

  it('says a zone once near the midline, by its nearer side', () => {
    const right = zoneKey('third-occipital-nerve', 'right');
    expect(near([right, 4], [third, 3])).toEqual([
      { zone: 'third-occipital-nerve', side: 'left', mm: 3, inside: true },
    ]);
  });

  it('passes over what is no danger zone', () => {
    expect(near(['tragus-L', 1])).toEqual([]);
  });
});
