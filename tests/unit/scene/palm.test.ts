import { describe, expect, it } from 'vitest';
import { createPalmWatch } from '../../../src/scene/palm';

describe('the hand that holds the pen', () => {
  it('does not count while the pen is down, and still not when the pen has gone before it', () => {
    const watch = createPalmWatch();
    expect(watch.press(7, 'pen')).toEqual({ counts: true, palms: [] });
    expect(watch.press(21, 'touch').counts).toBe(false);
    expect(watch.counts(21)).toBe(false);
    expect(watch.counts(7)).toBe(true);
    expect(watch.lift(7)).toBe(true);
    expect(watch.counts(21)).toBe(false);
    expect(watch.lift(21)).toBe(false);
    expect(watch.press(22, 'touch').counts, 'a finger afterwards is a finger').toBe(true);
  });

  it('that came down before the pen is cancelled by it, and counts no more', () => {
    const watch = createPalmWatch();
    expect(watch.press(21, 'touch').counts).toBe(true);
    expect(watch.press(22, 'touch').counts).toBe(true);
    expect(watch.press(7, 'pen')).toEqual({ counts: true, palms: [21, 22] });
    expect(watch.counts(22)).toBe(false);
    expect(watch.lift(22)).toBe(false);
    expect(watch.press(8, 'pen').palms, 'told once').toEqual([]);
  });

  it('is no matter to fingers and a mouse among themselves', () => {
    const watch = createPalmWatch();
    expect(watch.press(1, 'mouse')).toEqual({ counts: true, palms: [] });
    expect(watch.press(21, 'touch')).toEqual({ counts: true, palms: [] });
    expect(watch.press(22, 'touch')).toEqual({ counts: true, palms: [] });
    expect(watch.lift(21)).toBe(true);
  });
});
