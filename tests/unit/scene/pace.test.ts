import { describe, expect, it } from 'vitest';
import { createPace } from '../../../src/scene/pace';

const run = (pace: ReturnType<typeof createPace>, start: number, gap: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => pace.frame(start + i * gap));

describe('the pace of drawing', () => {
  it('leaves a fast machine at full resolution', () => {
    expect(run(createPace(), 0, 16, 60).every((share) => share === 1)).toBe(true);
  });

  it('halves the resolution after three slow frames in a row', () => {
    expect(run(createPace(), 0, 120, 6)).toEqual([1, 1, 1, 0.5, 0.5, 0.5]);
  });

  it('forgives single slow frames', () => {
    const pace = createPace();
    let now = 0;
    for (let i = 0; i < 60; i += 1) {
      now += i % 10 === 0 ? 80 : 16;
      expect(pace.frame(now)).toBe(1);
    }
  });

  it('draws the frame after a rest in full, and lowers the second of the next motion', () => {
    const pace = createPace();
    run(pace, 0, 120, 6);
    pace.rest();
    expect(run(pace, 900, 120, 3)).toEqual([1, 0.5, 0.5]);
  });

  it('does not take taps seconds apart for a slow motion', () => {
    expect(run(createPace(), 0, 1500, 10).every((share) => share === 1)).toBe(true);
  });
});
