import { describe, expect, it } from 'vitest';
import type { TwoLegs } from '../../../src/anatomy/offset';
import type { ScoredPin } from '../../../src/learn/exam';
import { liesWithinRule, reasonsFor, waysOf } from '../../../src/learn/reasons';
import { fromRule, leavesOpen, type OpenLeg, rangesOf, type RuleRange } from '../../../src/learn/rule-range';
import { keptSite, siteRating } from '../../../src/learn/site-rating';
import { summarize } from '../../../src/learn/summary';
import { taskOf } from '../../../src/learn/task';
import { exactly, within } from '../../../src/protocol/expressions';
import type { Heading } from '../../../src/protocol/rule';
import { sitesOf } from '../../../src/protocol/sites';
import { faultText, ruleText } from '../../../src/state/learn/exam-text';
import { scoredPin } from '../../support/scored-pin';

const at = (y: number): OpenLeg['from'] => ({ kind: 'there', at: { positionMm: [0, y, 0], normal: [0, 0, 1] } });
const leg = (said: Partial<OpenLeg>): OpenLeg => ({
  aside: false,
  heading: null,
  asked: null,
  from: at(0),
  to: null,
  whole: null,
  ...said,
});
const walked = (heading: Heading, measure: ReturnType<typeof within>): OpenLeg =>
  leg({ heading, asked: { unit: 'mm', measure } });
const off = (upMm: number, alongMm: number, toward: TwoLegs['toward'] = 'forward'): TwoLegs => ({
  upMm,
  alongMm,
  toward,
});

describe('what a rule leaves open', () => {
  const range = within(15, 30, 21, 'unconfirmed');

  it('is its range about the point that the map takes, along the way that it walks', () => {
    expect(rangesOf([walked({ go: 'up', plane: 'coronal' }, range)])).toEqual([{ toward: 'up', least: -6, most: 9 }]);
    expect(rangesOf([walked({ go: 'down', plane: 'sagittal' }, range)])).toEqual([
      { toward: 'up', least: -9, most: 6 },
    ]);
    expect(rangesOf([walked({ go: 'back' }, range)])).toEqual([{ toward: 'forward', least: -9, most: 6 }]);
  });

  it('of a share of a way is that share of its length, where it finds a height', () => {
    const asked = { unit: 'fraction', measure: within(0.5, 1, 0.75, 'derived') } as const;
    const share = leg({ aside: true, asked, to: at(50), whole: { mm: 60 } });
    expect(rangesOf([share])).toEqual([{ toward: 'up', least: -15, most: 15 }]);
    expect(rangesOf([{ ...share, aside: false }])).toEqual([]);
  });

  it('is nothing where one figure is given', () => {
    expect(rangesOf([walked({ go: 'up', plane: 'coronal' }, exactly(30)), leg({})])).toEqual([]);
  });

  it('is something at these sites of the left alone, and a rule that goes by another site has only its own', () => {
    const open = (['preempt-2017', 'preempt-2010'] as const).map((map) =>
      sitesOf(map)
        .filter(({ side, rule }) => side === 'left' && leavesOpen(rule.place))
        .map(({ id }) => id),
    );
    expect(open).toEqual([
      ['frontalis-L-1', 'temporalis-L-2', 'temporalis-L-3', 'occipitalis-L-1'],
      ['temporalis-L-2', 'temporalis-L-3', 'occipitalis-L-1', 'paraspinal-L-1'],
    ]);
  });
});

describe('how far a pin is from what its rule allows', () => {
  const up: readonly RuleRange[] = [{ toward: 'up', least: -6, most: 9 }];
  const far = (upMm: number, alongMm: number, ranges = up, toward?: TwoLegs['toward']): number =>
    fromRule(ranges, { mm: Math.hypot(upMm, alongMm), off: off(upMm, alongMm, toward) }).mm;

  it('is nothing at either end and between them, and beyond an end the rest', () => {
    expect([9, 0, -6, 12, -10].map((upMm) => far(upMm, 0))).toEqual([0, 0, 0, 3, 4]);
  });

  it('is what lies across, within the range; and both beyond it', () => {
    expect([far(9, 4), far(12, 4)]).toEqual([4, 5]);
  });

  it('counts back and medial as the other way of forward and lateral', () => {
    const along: readonly RuleRange[] = [{ toward: 'forward', least: -7, most: 8 }];
    expect([far(0, 7, along, 'back'), far(0, 10, along, 'back'), far(0, 10, along, 'forward')]).toEqual([0, 3, 2]);
    expect(far(0, 7, along, 'lateral')).toBe(7);
  });

  it('is never more than to the point of the map, which the rule allows too', () => {
    expect(fromRule(up, { mm: 11, off: off(10, 11) }).mm).toBe(11);
  });

  it('is that to the point of the map where no two legs tell it, or nothing is left open', () => {
    expect(fromRule(up, { mm: 40, off: null })).toEqual({ mm: 40, off: null });
    expect(fromRule([], { mm: 9.1, off: off(9, 0) })).toEqual({ mm: 9.1, off: off(9, 0) });
  });
});

describe('a pin that its rule allows, off the point of the map', () => {
  const pin = (fromMap: number, left: TwoLegs): ScoredPin =>
    scoredPin('temporalis-L-2', {
      mm: fromMap,
      off: off(fromMap, left.alongMm),
      fromRule: { mm: Math.hypot(left.upMm, left.alongMm), off: left },
    });
  const allowed = pin(9, off(0, 0));
  const score = (one: ScoredPin) => ({
    task: taskOf('preempt-2017', 'standard', [one.site]),
    pins: [one],
    missed: [],
    tookMs: 1,
  });

  it('is no fault, counts as found, and keeps its millimetres', () => {
    expect(reasonsFor(score(allowed), 9)).toEqual([]);
    expect(summarize(score(allowed))).toMatchObject({ near: 1, of: 1, meanMm: 9 });
    expect(keptSite(allowed)).toMatchObject({ mm: 9, ruleMm: 0 });
    expect(siteRating(keptSite(allowed))).toBe('easy');
  });

  it('is told its rule', () => {
    expect(liesWithinRule(allowed)).toBe(true);
    expect(ruleText('preempt-2017', allowed)).toContain(
      'Within the rule: 1.5 to 3 cm straight above the first temporalis site (2.1 cm here).',
    );
    expect(ruleText('preempt-2017', scoredPin('temporalis-L-2', { mm: 4 }))).toBeNull();
  });

  it('beside the range is told only of what is wrong, and both distances', () => {
    const beside = pin(9, off(0, 8));
    expect(waysOf(beside)).toEqual(['forward']);
    const [reason] = reasonsFor(score(beside), 9);
    expect(faultText(reason!)).toBe('Too far forward. 8.0 mm outside what its rule allows.');
  });

  it('keeps nothing further where its rule gives one figure', () => {
    expect(keptSite(scoredPin('temporalis-L-1', { mm: 9 }))).not.toHaveProperty('ruleMm');
  });
});
