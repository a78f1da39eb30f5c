import { describe, expect, it } from 'vitest';
import { createSkinDrag, type Grip, onTheWay } from '../../../src/scene/skin-drag';

const site: Grip = { kind: 'site', site: 'temporalis-L-2' };
const brush: Grip = { kind: 'brush', rubber: false };
const at = (x: number, y: number, pointer = 1) => ({ x, y, time: 0, pointer });

/** The ids that browsers give: a mouse is 1 for good, each finger and pen stroke another. */
const pointers = [
  ['mouse', 1],
  ['touch', 4711],
  ['pen', 12],
] as const;

describe.each(pointers)('a drag on the skin by %s', (_, pointer) => {
  const on = (x: number, y: number) => at(x, y, pointer);

  it('begins once it has moved as far as a tap may not, goes on, and ends where it is lifted', () => {
    const drag = createSkinDrag();
    expect(drag.press(on(10, 10), site)).toBeNull();
    expect(drag.move(on(14, 13)), '5 px is a tap still').toBeNull();
    expect(drag.move(on(16, 10))).toEqual({ kind: 'began', grip: site, from: { x: 10, y: 10 }, at: { x: 16, y: 10 } });
    expect(drag.move(on(17, 10))).toMatchObject({ kind: 'moved', from: { x: 16, y: 10 }, at: { x: 17, y: 10 } });
    expect(drag.lift(on(18, 11))).toEqual({ kind: 'ended', grip: site, at: { x: 18, y: 11 } });
    expect(drag.holding).toBe(false);
    expect(drag.move(on(60, 60))).toBeNull();
  });

  it('that was never one is a tap', () => {
    const drag = createSkinDrag();
    drag.press(on(10, 10), brush);
    drag.move(on(12, 12));
    expect(drag.lift(on(12, 12))).toEqual({ kind: 'tapped', grip: brush, at: { x: 12, y: 12 } });
  });

  it('is cancelled by a second pointer, and nothing begins until all are up', () => {
    const drag = createSkinDrag();
    drag.press(on(10, 10), site);
    drag.move(on(30, 10));
    expect(drag.press(at(80, 80, 99), site)).toEqual({ kind: 'cancelled', grip: site });
    expect(drag.move(on(40, 10))).toBeNull();
    expect(drag.lift(on(40, 10))).toBeNull();
    expect(drag.press(on(10, 10), site), 'the other is down still').toBeNull();
    expect(drag.holding).toBe(false);
    drag.lift(on(10, 10));
    drag.lift(at(80, 80, 99));
    drag.press(on(10, 10), site);
    expect(drag.move(on(30, 10))?.kind).toBe('began');
  });

  it('is cancelled where the pointer is lost, by a key, and not told of twice', () => {
    const drag = createSkinDrag();
    drag.press(on(10, 10), site);
    drag.move(on(30, 10));
    expect(drag.drop(pointer)).toEqual({ kind: 'cancelled', grip: site });
    expect(drag.drop(pointer)).toBeNull();
    drag.press(on(10, 10), site);
    drag.move(on(30, 10));
    expect(drag.cancel()?.kind).toBe('cancelled');
    expect(drag.lift(on(30, 10))).toBeNull();
  });

  it('a pointer that is lost after it was lifted cancels nothing', () => {
    const drag = createSkinDrag();
    drag.press(on(10, 10), brush);
    drag.move(on(30, 10));
    expect(drag.lift(on(30, 10))?.kind).toBe('ended');
    expect(drag.drop(pointer)).toBeNull();
  });

  it('takes no other pointer for its own, and holds nothing that was not gripped', () => {
    const drag = createSkinDrag();
    drag.press(on(10, 10), null);
    expect(drag.move(on(40, 40))).toBeNull();
    expect(drag.lift(on(40, 40))).toBeNull();
    drag.press(on(10, 10), site);
    expect(drag.move(at(90, 90, 77))).toBeNull();
    expect(drag.holding).toBe(true);
  });
});

describe('a fast stroke', () => {
  it('is followed without gaps, and ends where the pointer is', () => {
    const way = onTheWay({ x: 0, y: 0 }, { x: 30, y: 40 });
    expect(way.at(-1)).toEqual({ x: 30, y: 40 });
    let before = { x: 0, y: 0 };
    for (const point of way) {
      expect(Math.hypot(point.x - before.x, point.y - before.y)).toBeLessThanOrEqual(6);
      before = point;
    }
    expect(onTheWay({ x: 0, y: 0 }, { x: 5000, y: 0 }).length).toBeLessThanOrEqual(40);
    expect(onTheWay({ x: 3, y: 3 }, { x: 3, y: 3 })).toEqual([{ x: 3, y: 3 }]);
  });
});
