import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { sitesFile, type SitesFile } from '../../../scripts/write-sites';
import type { Anatomy } from '../../../src/anatomy/anatomy';
import { compareMaps, reversed, type SiteShift } from '../../../src/anatomy/compare-maps';
import { type PlacedSite, placeSites } from '../../../src/anatomy/place-sites';
import { distance } from '../../../src/anatomy/vector';
import { fixedSites } from '../../../src/protocol/fixed-sites';
import { sitesOf } from '../../../src/protocol/sites';
import type { MapId } from '../../../src/protocol/words';
import { standardAnatomy } from '../../support/standard-head';

let anatomy: Anatomy;
let older: readonly PlacedSite[];
let newer: readonly PlacedSite[];
let shifts: readonly SiteShift[];

const placedOn = (map: MapId): readonly PlacedSite[] => {
  const placed = placeSites(anatomy, sitesOf(map));
  if (!placed.ok) throw new Error(placed.error.site);
  return placed.value;
};
const compared = (from: readonly PlacedSite[], to: readonly PlacedSite[]): readonly SiteShift[] => {
  const found = compareMaps(anatomy, from, to);
  if (!found.ok) throw new Error(found.error.site);
  return found.value;
};
const shiftOf = (id: string): SiteShift => {
  const found = shifts.find(({ site }) => site === id);
  if (found === undefined) throw new Error(id);
  return found;
};

beforeAll(async () => {
  anatomy = await standardAnatomy();
  older = placedOn('preempt-2010');
  newer = placedOn('preempt-2017');
  shifts = compared(older, newer);
}, 120_000);

describe('the shift of every site from the map of 2010 to that of 2017', () => {
  it('is told for each fixed site once, in protocol order', () => {
    expect(shifts.map(({ site }) => site)).toEqual(fixedSites.map(({ id }) => id));
  });

  it('is nothing where both maps have the same rule, and something where the rules differ', () => {
    const rules = (map: MapId, id: string) => sitesOf(map).find((site) => site.id === id)?.rule.place;
    const changed = new Set(
      fixedSites
        .filter(({ id }) => JSON.stringify(rules('preempt-2010', id)) !== JSON.stringify(rules('preempt-2017', id)))
        .map(({ muscle }) => muscle),
    );
    for (const { id, muscle } of fixedSites) {
      // The paraspinal rules differ in the range that the source leaves, not in the figure taken.
      if (changed.has(muscle) && muscle !== 'paraspinal') expect(shiftOf(id).shiftMm, id).toBeGreaterThan(5);
      else expect(shiftOf(id).shiftMm, id).toBe(0);
    }
  });

  it('runs along the skin: never shorter than the straight line, and on this head hardly longer', () => {
    shifts.forEach((shift, at) => {
      const straight = distance(older[at]?.positionMm ?? [0, 0, 0], newer[at]?.positionMm ?? [0, 0, 0]);
      expect(shift.shiftMm, shift.site).toBeGreaterThanOrEqual(straight - 0.05);
      expect(shift.shiftMm, shift.site).toBeLessThan(1.1 * straight + 0.01);
    });
  });

  it('is never longer than its two legs, nor shorter than the longer of them', () => {
    for (const { site, shiftMm, upMm, alongMm } of shifts) {
      expect(shiftMm, site).toBeLessThanOrEqual(Math.abs(upMm) + alongMm + 0.05);
      expect(shiftMm + 1, site).toBeGreaterThanOrEqual(Math.max(Math.abs(upMm), alongMm));
    }
  });

  it('is the same on both sides', () => {
    for (const shift of shifts.filter(({ site }) => site.includes('-L'))) {
      const other = shiftOf(shift.site.replace('-L', '-R'));
      expect(other.shiftMm, shift.site).toBeCloseTo(shift.shiftMm, 1);
      expect(other.upMm, shift.site).toBeCloseTo(shift.upMm, 1);
      expect(other.toward, shift.site).toBe(shift.toward);
    }
  });

  it('leads straight up the forehead, and outward over the back of the head', () => {
    expect(shiftOf('frontalis-L-1').upMm).toBeGreaterThan(20);
    expect(shiftOf('frontalis-L-1').alongMm).toBeLessThan(0.5);
    for (const id of ['occipitalis-L-1', 'occipitalis-R-2']) {
      expect(shiftOf(id)).toMatchObject({ toward: 'lateral' });
      expect(shiftOf(id).alongMm).toBeGreaterThan(20);
    }
  });

  it('told from the other end is the way back, within a millimetre', () => {
    const back = compared(newer, older);
    back.forEach((shift, at) => {
      const told = reversed(shifts[at] ?? shift);
      expect(shift.shiftMm).toBeCloseTo(told.shiftMm, 2);
      expect(Math.abs(shift.upMm - told.upMm), shift.site).toBeLessThan(1);
      expect(Math.abs(shift.alongMm - told.alongMm), shift.site).toBeLessThan(1);
      if (shift.alongMm >= 1) expect(shift.toward, shift.site).toBe(told.toward);
    });
  });

  it('stands in assets/head/sites.json as the rules give it', async () => {
    const kept = JSON.parse(await readFile(sitesFile, 'utf8')) as SitesFile;
    expect(kept.shifts).toHaveLength(shifts.length);
    kept.shifts.forEach((row, at) => {
      const fresh = shifts[at];
      expect(row.site).toBe(fresh?.site);
      expect(row.toward, row.site).toBe(fresh?.toward);
      expect(row.shiftMm, row.site).toBeCloseTo(fresh?.shiftMm ?? Number.NaN, 2);
      expect(row.upMm, row.site).toBeCloseTo(fresh?.upMm ?? Number.NaN, 2);
      expect(row.alongMm, row.site).toBeCloseTo(fresh?.alongMm ?? Number.NaN, 2);
    });
  });
});
