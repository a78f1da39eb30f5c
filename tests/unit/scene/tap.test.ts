import { describe, expect, it } from 'vitest';
import { createTapWatch } from '../../../src/scene/tap';

const at = (x: number, y: number, time: number, pointer = 1) => ({ x, y, time, pointer });

describe('telling a tap from a drag', () => {
  it('takes a short press that stays put as a tap where it began', () => {
    const taps = createTapWatch();
    taps.press(at(10, 20, 0));
    taps.move(at(13, 23, 50));
    expect(taps.lift(at(13, 24, 120))).toEqual({ x: 10, y: 20 });
  });

  it('takes a move of 6 px as a drag, even when it comes back', () => {
    const taps = createTapWatch();
    taps.press(at(10, 20, 0));
    taps.move(at(16, 20, 50));
    taps.move(at(10, 20, 100));
    expect(taps.lift(at(10, 20, 120))).toBeNull();
  });

  it('takes a jump between press and lift as a drag though no move was seen', () => {
    const taps = createTapWatch();
    taps.press(at(10, 20, 0));
    expect(taps.lift(at(40, 20, 30))).toBeNull();
  });

  it('takes a press of more than 1.2 s as none', () => {
    const taps = createTapWatch();
    taps.press(at(0, 0, 1000));
    expect(taps.lift(at(0, 0, 2200))).toBeNull();
    taps.press(at(0, 0, 2000));
    expect(taps.lift(at(0, 0, 3199))).not.toBeNull();
  });

  it('takes a pinch as none, whichever finger lifts first', () => {
    for (const first of [1, 2]) {
      const taps = createTapWatch();
      taps.press(at(0, 0, 0, 1));
      taps.press(at(80, 0, 10, 2));
      expect(taps.lift(at(first === 1 ? 0 : 80, 0, 60, first))).toBeNull();
      expect(taps.lift(at(first === 1 ? 80 : 0, 0, 70, 3 - first))).toBeNull();
    }
  });

  it('forgets a pointer that the system took away', () => {
    const taps = createTapWatch();
    taps.press(at(0, 0, 0));
    taps.drop(1);
    expect(taps.lift(at(0, 0, 20))).toBeNull();
    taps.press(at(5, 5, 100, 7));
    expect(taps.lift(at(5, 5, 150, 7))).toEqual({ x: 5, y: 5 });
  });
});
