import { describe, expect, it } from 'vitest';
import { knownGlow, knownMark } from '../../../../src/scene/learn/known-glyph';

describe('what is known, on the head', () => {
  it('glows the stronger the larger the share of a muscle that is known, and not at all where nothing is', () => {
    const strength = (share: number) => knownGlow('#0E8268', share).map(({ fillOpacity }) => fillOpacity ?? 0);
    expect(strength(0)).toEqual([]);
    expect(Math.max(...strength(0.2))).toBeLessThan(Math.min(...strength(0.9)));
  });

  it('fades outward: the larger discs lie under the smaller ones', () => {
    const radii = knownGlow('#0E8268', 1).flatMap((part) => (part.shape === 'circle' ? [part.r] : []));
    expect(radii).toEqual(radii.toSorted((a, b) => b - a));
  });

  it('tells by the shape of a mark that a site was never placed: its ring is broken', () => {
    const broken = (share: number | null) =>
      knownMark('#0E8268', share, 'light').some(({ dash }) => dash !== undefined);
    expect([null, 0, 0.5, 1].map(broken)).toEqual([true, false, false, false]);
  });
});
