import { describe, expect, it } from 'vitest';
import { siteCard } from '../../../src/learn/cards';
import type { KeptPlacement } from '../../../src/learn/learning';
import { progressOf } from '../../../src/learn/progress';
import type { Review } from '../../../src/learn/review';
import { siteRating } from '../../../src/learn/site-rating';
import { muscles, published } from '../../../src/protocol/paradigm';
import type { MapId } from '../../../src/protocol/words';

const map = 'preempt-2017';
const other = 'preempt-2010' as const;
const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T09:00:00+01:00`;
const placement = (id: string, day: number, mm: Readonly<Record<string, number | null>>): KeptPlacement => ({
  id,
  at: at(day),
  of: 'practice',
  map,
  head: 'standard',
  sites: Object.entries(mm).map(([site, off]) => ({ site, mm: off, rightMuscle: true, rightSide: true, zones: 0 })),
  tookMs: 60_000,
});
const review = (id: string, card: Review['card'], rating: Review['rating'], day: number): Review => ({
  id,
  card,
  rating,
  at: at(day),
});

describe('progress', () => {
  it('counts every site and fact once, by muscle and in all', () => {
    const progress = progressOf({ reviews: [], placements: [] }, map, at(1));
    const sum = progress.muscles.reduce((n, { sites, facts }) => n + sites.of + facts.of, progress.general.of);
    expect(sum).toBe(progress.all.of);
    expect(progress.sites).toHaveLength(published.fixedSites);
    expect(progress.muscles.map(({ muscle }) => muscle)).toEqual(muscles.map(({ id }) => id));
    expect(progress.all).toMatchObject({ known: 0, learning: 0 });
  });

  it('tells by muscle what is known, what was begun, and how far the last pins were off', () => {
    const progress = progressOf(
      {
        reviews: [
          review('1', siteCard(map, 'procerus-M'), 'easy', 1),
          review('2', siteCard(map, 'corrugator-L'), 'again', 1),
          review('3', 'fact:units:corrugator', 'easy', 1),
        ],
        placements: [
          placement('b', 3, { 'corrugator-L': 4, 'procerus-M': null }),
          placement('a', 2, { 'corrugator-L': 12, 'corrugator-R': 8, 'procerus-M': 3 }),
        ],
      },
      map,
      at(3),
    );
    const [corrugator, procerus] = progress.muscles;
    expect(corrugator).toMatchObject({ sites: { of: 2, known: 0, learning: 1 }, facts: { known: 1 }, meanMm: 6 });
    expect(procerus, 'missed the last time: no distance is told').toMatchObject({ sites: { known: 1 }, meanMm: null });
    expect(progress.sites.find(({ site }) => site === 'corrugator-R')).toMatchObject({
      standing: 'new',
      recalled: null,
    });
    expect(progress.sites.find(({ site }) => site === 'procerus-M')?.recalled).toBeGreaterThan(0.9);
  });
});

describe('progress by map', () => {
  it('counts a site where the other map puts it for nothing, and does not tell how far it was off there', () => {
    const learning = {
      reviews: [review('1', siteCard(other, 'occipitalis-L-1'), 'easy', 1)],
      placements: [{ ...placement('a', 1, { 'occipitalis-L-1': 2 }), map: other }],
    };
    const of = (one: MapId) => {
      const progress = progressOf(learning, one, at(2));
      const { standing, lastMm } = progress.sites.find(({ site }) => site === 'occipitalis-L-1') ?? {};
      return { map: progress.map, standing, lastMm, known: progress.all.known };
    };
    expect(of(other)).toEqual({ map: other, standing: 'known', lastMm: 2, known: 1 });
    expect(of(map)).toEqual({ map, standing: 'new', lastMm: null, known: 0 });
  });

  it('counts a placement that is dated later than now from its day on', () => {
    const placements = [placement('b', 20, { 'procerus-M': 9 }), placement('a', 2, { 'procerus-M': 3 })];
    const lastMm = (day: number) =>
      progressOf({ reviews: [], placements }, map, at(day)).sites.find(({ site }) => site === 'procerus-M')?.lastMm;
    expect([1, 3, 21].map(lastMm)).toEqual([null, 3, 9]);
  });
});

describe('how a pin counts for repetition', () => {
  const pin = (mm: number | null, right = true) => siteRating({ mm, rightMuscle: right, rightSide: true });

  it('goes by the steps by which misses are told, and never beyond the right muscle and side', () => {
    expect([0, 2.5, 2.6, 5, 5.1, 10, 10.1].map((mm) => pin(mm))).toEqual([
      'easy',
      'easy',
      'good',
      'good',
      'hard',
      'hard',
      'again',
    ]);
    expect(pin(null)).toBe('again');
    expect(pin(1, false)).toBe('again');
    expect(siteRating({ mm: 1, rightMuscle: true, rightSide: false })).toBe('again');
  });
});
