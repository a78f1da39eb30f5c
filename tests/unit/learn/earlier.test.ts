import { describe, expect, it } from 'vitest';
import { wantedOf } from '../../../src/learn/assessment-task';
import { lastLike } from '../../../src/learn/earlier';
import type { KeptPlacement, KeptSite } from '../../../src/learn/learning';
import { waysOf } from '../../../src/learn/reasons';
import { reachOf } from '../../../src/learn/landmark-reach';
import { taskOf } from '../../../src/learn/task';
import { sampleAssessment } from '../../support/sample-assessments';

const task = taskOf('preempt-2017', 'standard', ['procerus-M', 'corrugator-L']);
const site = (id: string, mm: number | null, change: Partial<KeptSite> = {}): KeptSite => ({
  site: id,
  mm,
  rightMuscle: true,
  rightSide: true,
  zones: 0,
  ...change,
});
const placement = (
  at: string,
  sites: readonly KeptSite[],
  map: KeptPlacement['map'] = 'preempt-2017',
): KeptPlacement => ({
  id: at,
  at,
  of: 'practice',
  map,
  head: 'standard',
  sites,
  tookMs: 1000,
});
const near = [site('corrugator-L', 5), site('procerus-M', 1)];

describe('the last placement of the same sites', () => {
  it('tells when it was and how many were near, in their muscle and on their side', () => {
    const kept = [
      placement('2026-11-02T09:00:00+01:00', [site('procerus-M', 5.1), site('corrugator-L', 2)]),
      placement('2026-11-01T09:00:00+01:00', near),
    ];
    expect(lastLike(task, kept)).toEqual({ near: 1, of: 2, at: '2026-11-02T09:00:00+01:00' });
    expect(lastLike(task, kept.toReversed())?.at).toBe('2026-11-02T09:00:00+01:00');
    expect(lastLike(task, kept.slice(1))).toMatchObject({ near: 2, of: 2 });
    const wrong = [site('procerus-M', 1, { rightMuscle: false }), site('corrugator-L', 1, { rightSide: false })];
    expect(lastLike(task, [placement('2026-11-03T09:00:00Z', wrong)])?.near).toBe(0);
    const allowed = [site('procerus-M', 9, { ruleMm: 0 }), site('corrugator-L', 9, { ruleMm: 5.1 })];
    expect(lastLike(task, [placement('2026-11-03T09:00:00Z', allowed)])?.near).toBe(1);
    const missed = [site('procerus-M', null), site('corrugator-L', 1)];
    expect(lastLike(task, [placement('2026-11-03T09:00:00Z', missed)])?.near).toBe(1);
  });

  it('is none of other sites, of fewer, or of another map', () => {
    const at = '2026-11-01T09:00:00Z';
    expect(lastLike(task, [placement(at, near.slice(1))])).toBeNull();
    expect(lastLike(task, [placement(at, [...near, site('corrugator-R', 1)])])).toBeNull();
    expect(lastLike(task, [placement(at, near, 'preempt-2010')])).toBeNull();
    expect(lastLike(task, [])).toBeNull();
  });
});

describe('the ways in which a pin misses', () => {
  const ways = (upMm: number, alongMm: number, muscle: 'frontalis' | 'trapezius' = 'frontalis') =>
    waysOf({ muscle, fromRule: { mm: 0, off: { upMm, alongMm, toward: 'lateral' } } });

  it('are told with the larger part first, and the smaller where it is at least half of that', () => {
    expect(ways(4, 2)).toEqual(['high', 'lateral']);
    expect(ways(-2, 4)).toEqual(['lateral', 'low']);
    expect(ways(4, 1.9)).toEqual(['high']);
    expect(ways(0, 3)).toEqual(['lateral']);
    expect(ways(-3, 0)).toEqual(['low']);
    expect(ways(0, 0)).toEqual([]);
  });

  it('along the crest of the shoulder up is toward the neck', () => {
    expect(ways(4, 1, 'trapezius')).toEqual(['medial']);
    expect(ways(-4, 1, 'trapezius')).toEqual(['lateral']);
  });

  it('are none where no walk tells', () => {
    expect(waysOf({ muscle: 'frontalis', fromRule: { mm: 0, off: null } })).toEqual([]);
  });
});

it('an assessment says what has to be reached: each criterion of its pass mark, as nothing done falls short of it', () => {
  const wanted = wantedOf(sampleAssessment({ questions: 5 }));
  expect(wanted.map(({ kind, found, wanted: need, of, met }) => [kind, found, need, of, met])).toEqual([
    ['placed', 0, 10, 10, false],
    ['within', 0, 8, 10, false],
    ['mean', null, 6, null, false],
    ['side', 0, 0, 0, true],
    ['zones', 0, 1, null, true],
    ['questions', 0, 4, 5, false],
    ['time', 0, 300_000, null, true],
  ]);
});

it('the skin around a landmark is of one of five kinds', () => {
  const of = (
    ['tragus', 'helix', 'mastoid-tip', 'outer-canthus', 'neck-shoulder', 'acromion', 'inion', 'brow'] as const
  ).map(reachOf);
  expect(of).toEqual([
    'temple',
    'temple',
    'mastoid',
    'canthus',
    'shoulder',
    'shoulder',
    'front-or-back',
    'front-or-back',
  ]);
});
