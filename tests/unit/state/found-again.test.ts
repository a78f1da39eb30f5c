import { describe, expect, it } from 'vitest';
import { isStill, rayOnto } from '../../../src/state/found-again';
import { sampleAnchor } from '../../support/sample-sessions';

const anchor = { ...sampleAnchor('temporalis', 'left'), normal: [1, 0, 0] } as const;
const answer = (change: Partial<typeof anchor> = {}) => ({
  under: null,
  other: null,
  positionMm: anchor.positionMm,
  nearestSite: null,
  zones: [],
  anchor: { ...anchor, ...change },
});

describe('a point of an earlier record on the skin of today', () => {
  it('is looked at from above, straight down', () => {
    const [x, y, z] = anchor.positionMm;
    expect(rayOnto(anchor)).toEqual({ origin: [x + 5, y, z], direction: [-1, -0, -0] });
  });

  it('is still there in the same muscle, on the same side, within a millimetre', () => {
    const [x, y, z] = anchor.positionMm;
    expect(isStill(answer(), anchor)).toBe(true);
    expect(isStill(answer({ positionMm: [x, y + 0.9, z] }), anchor)).toBe(true);
    expect(isStill(answer({ positionMm: [x, y + 1.1, z] }), anchor)).toBe(false);
    expect(isStill(answer({ muscle: 'frontalis' }), anchor)).toBe(false);
    expect(isStill(answer({ side: 'right' }), anchor)).toBe(false);
    expect(isStill('off-skin', anchor)).toBe(false);
    expect(isStill({ under: null, other: 'ear' }, anchor)).toBe(false);
  });

  it('is believed while there is no skin to ask', () => {
    expect(isStill('not-ready', anchor)).toBe(true);
  });
});
