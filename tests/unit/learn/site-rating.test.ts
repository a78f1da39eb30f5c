import { describe, expect, it } from 'vitest';
import { keptSite, missedSite, siteRating } from '../../../src/learn/site-rating';
import { nearness } from '../../../src/learn/summary';
import { scoredPin } from '../../support/scored-pin';

describe('a placed pin counts', () => {
  it('by how far off it was, and again where muscle or side was wrong', () => {
    const rating = (mm: number) => siteRating(keptSite(scoredPin('temporalis-L-1', { mm })));
    expect([2.5, 5, 10, 10.1].map(rating)).toEqual(['easy', 'good', 'hard', 'again']);
    expect(siteRating(keptSite(scoredPin('temporalis-L-1', { mm: 0, rightSide: false })))).toBe('again');
    expect(siteRating(missedSite('temporalis-L-1'))).toBe('again');
  });

  it('as it was shown when it was kept: what read 5.0 mm is not rounded once more to 5.1', () => {
    for (const mm of [2.547, 5.047, 10.047, 5.0499, 5.05, 10.0501]) {
      const kept = keptSite(scoredPin('temporalis-L-1', { mm }));
      expect(nearness(kept.mm ?? Number.NaN), String(mm)).toBe(nearness(mm));
    }
    expect(siteRating(keptSite(scoredPin('temporalis-L-1', { mm: 5.047 })))).toBe('good');
  });
});
