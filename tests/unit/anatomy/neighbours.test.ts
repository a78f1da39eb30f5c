import { describe, expect, it } from 'vitest';
import { neighboursAmong, zoneKey } from '../../../src/anatomy/neighbours';
import { dangerZones } from '../../../src/protocol/danger-zones';

const near = (...distances: readonly (readonly [string, number])[]) =>
  neighboursAmong(distances.map(([id, mm]) => ({ id, mm })));

const gon = zoneKey('greater-occipital-nerve', 'left');
const third = zoneKey('third-occipital-nerve', 'left');
const artery = zoneKey('occipital-artery', 'left');
const rim = zoneKey('orbital-rim', 'right');
const supratrochlear = zoneKey('supratrochlear-nerve', 'left');

describe('what a point is near', () => {
  it('is inside a zone up to its spread, and near it up to a fingerbreadth', () => {
    expect(near([gon, 7.4])).toEqual([{ zone: 'greater-occipital-nerve', side: 'left', mm: 7.4, inside: true }]);
    expect(near([gon, 7.5])).toMatchObject([{ inside: false }]);
    expect(near([gon, 15])).toMatchObject([{ inside: false }]);
    expect(near([gon, 15.1])).toEqual([]);
  });

  it('counts what reads as far as the spread, in tenths of a millimetre, as inside', () => {
    expect(near([gon, 7.44])).toMatchObject([{ inside: true }]);
    expect(near([gon, 7.46])).toMatchObject([{ inside: false }]);
  });

  it('has its own spread in every zone', () => {
    for (const { id, spread } of dangerZones) {
      for (const side of ['left', 'right'] as const) {
        expect(near([zoneKey(id, side), spread.mm])).toEqual([{ zone: id, side, mm: spread.mm, inside: true }]);
        expect(near([zoneKey(id, side), spread.mm + 0.1]), id).toMatchObject([{ inside: false }]);
      }
    }
  });

  it('lists the zones it lies in before those it is only near, however near, in whatever order they come', () => {
    const [close, deep] = [
      [supratrochlear, 2.6],
      [gon, 7],
    ] as const;
    for (const found of [near(close, deep), near(deep, close)]) {
      expect(found.map(({ zone }) => zone)).toEqual(['greater-occipital-nerve', 'supratrochlear-nerve']);
    }
  });

  it('lists first the zone it lies deepest in, as a share of its spread, though another’s course be nearer', () => {
    expect(near([supratrochlear, 2], [rim, 4]).map(({ zone }) => zone)).toEqual([
      'orbital-rim',
      'supratrochlear-nerve',
    ]);
  });

  it('lists the zones it is only near by their distance, whatever their spread', () => {
    const found = near([rim, 10.5], [artery, 12], [supratrochlear, 3]);
    expect(found.map(({ zone, inside }) => [zone, inside])).toEqual([
      ['supratrochlear-nerve', false],
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
