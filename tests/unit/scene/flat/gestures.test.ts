import { describe, expect, it } from 'vitest';
import { createGestures } from '../../../../src/scene/flat/gestures';
import { createSlowWatch } from '../../../../src/scene/flat/slow-watch';

describe('a hand on the drawn map', () => {
  it('turns the head with a stroke, never with a tap', () => {
    const hand = createGestures();
    hand.press({ pointer: 1, x: 100, y: 100 });
    expect(hand.lift({ pointer: 1, x: 103, y: 101 })).toBeNull();
    hand.press({ pointer: 1, x: 100, y: 100 });
    expect(hand.lift({ pointer: 1, x: 190, y: 120 })).toBe('left');
    hand.press({ pointer: 1, x: 100, y: 100 });
    expect(hand.lift({ pointer: 1, x: 110, y: 20 })).toBe('down');
  });

  it('brings it nearer with two fingers, which then are no stroke', () => {
    const hand = createGestures();
    hand.press({ pointer: 1, x: 100, y: 100 });
    hand.press({ pointer: 2, x: 200, y: 100 });
    expect(hand.move({ pointer: 2, x: 300, y: 100 })).toEqual({ kind: 'pinch', factor: 2, at: { x: 200, y: 100 } });
    expect(hand.lift({ pointer: 2, x: 300, y: 100 })).toBeNull();
    expect(hand.lift({ pointer: 1, x: 10, y: 100 })).toBeNull();
  });

  it('pans with one pointer, and not with one that drags a site or paints', () => {
    for (const by of ['turn', 'still', 'paint'] as const) {
      const hand = createGestures();
      hand.hold(by);
      hand.press({ pointer: 1, x: 100, y: 100 });
      // A site is let go of before its pointer is lifted: what began as a drag of it ends as none of ours.
      hand.hold(by === 'still' ? 'turn' : by);
      const moved = hand.move({ pointer: 1, x: 190, y: 100 });
      expect(moved, by).toEqual(by === 'turn' ? { kind: 'pan', x: 90, y: 0 } : null);
      expect(hand.lift({ pointer: 1, x: 190, y: 100 }), by).toBe(by === 'turn' ? 'left' : null);
    }
  });

  it('turns the head while pain is painted by two fingers that stroke together, and by the right button', () => {
    const hand = createGestures();
    hand.hold('paint');
    hand.press({ pointer: 1, x: 100, y: 100 });
    hand.press({ pointer: 2, x: 180, y: 100 });
    for (let x = 10; x <= 90; x += 10) {
      expect(hand.move({ pointer: 1, x: 100 + x, y: 101 })?.kind === 'pinch', 'no pinch for a shake').toBe(false);
      expect(hand.move({ pointer: 2, x: 180 + x, y: 100 })?.kind === 'pinch').toBe(false);
    }
    expect(hand.lift({ pointer: 2, x: 270, y: 100 })).toBe('left');
    expect(hand.lift({ pointer: 1, x: 190, y: 100 }), 'once').toBeNull();
    hand.press({ pointer: 3, x: 100, y: 100 }, true);
    expect(hand.lift({ pointer: 3, x: 30, y: 100 })).toBe('right');
  });
});

describe('a machine', () => {
  const turn = (watch: ReturnType<typeof createSlowWatch>, gapMs: number, frames = 8): boolean => {
    watch.press();
    for (let i = 0; i < frames; i++) watch.frame(i * gapMs);
    return watch.lift();
  };

  it('is slow once four turns in a row were', () => {
    const watch = createSlowWatch();
    expect([turn(watch, 260), turn(watch, 260), turn(watch, 260), turn(watch, 260)]).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('that draws in software at half the resolution is not', () => {
    const watch = createSlowWatch();
    for (let i = 0; i < 12; i++) expect(turn(watch, 120)).toBe(false);
  });

  it('is not for slow turns between quick ones, nor for frames that nobody turned', () => {
    const watch = createSlowWatch();
    for (let i = 0; i < 3; i++) turn(watch, 260);
    turn(watch, 30, 20);
    expect(turn(watch, 260)).toBe(false);
    for (let i = 0; i < 40; i++) watch.frame(i * 400);
    expect(watch.lift()).toBe(false);
  });
});
