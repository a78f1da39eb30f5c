import { describe, expect, it } from 'vitest';
import { anthropometry, atPercentile, headMeasures, percentileOf } from '../../../src/protocol/anthropometry';

// Women: head length 189.8 mm, standard deviation 7.4. Men: 199.5 and 7.0.
describe('a measure of a head', () => {
  it('at the 5th and the 95th percentile lies 1.6449 standard deviations from the mean', () => {
    expect([5, 50, 95].map((percentile) => atPercentile('headLength', 'women', percentile as 5 | 50 | 95))).toEqual([
      177.6, 189.8, 202,
    ]);
    expect(atPercentile('headLength', 'men', 95)).toBe(211);
  });

  it('has the percentile of a normal distribution, on either side of the mean', () => {
    const of = (mm: number) => percentileOf('headLength', 'women', mm);
    expect(of(189.8)).toBeCloseTo(50, 4);
    // One standard deviation: 84.1345 %; two below: 2.2750 %.
    expect(of(197.2)).toBeCloseTo(84.1345, 3);
    expect(of(182.4)).toBeCloseTo(15.8655, 3);
    expect(of(175)).toBeCloseTo(2.275, 3);
    expect(of(204.6)).toBeCloseTo(97.725, 3);
  });

  it('has none without a survey', () => {
    expect([atPercentile('foreheadHeight', 'women', 50), percentileOf('foreheadHeight', 'men', 60)]).toEqual([
      null,
      null,
    ]);
  });

  it('can be made from the 1st percentile of women to the 99th of men', () => {
    // 189.8 - 2.3263 x 7.4 = 172.6; 199.5 + 2.3263 x 7 = 215.8.
    expect(anthropometry.headLength.limits).toEqual({ min: 173, max: 216 });
    for (const measure of headMeasures) {
      const { min, max } = anthropometry[measure].limits;
      expect(min, measure).toBeLessThan(max);
    }
  });
});
