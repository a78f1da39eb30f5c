import { describe, expect, it } from 'vitest';
import { type Box, type LabelAsk, placeLabel } from '../../../src/scene/label-place';

const ask = (change: Partial<LabelAsk> = {}): LabelAsk => ({
  at: { x: 400, y: 400 },
  radius: 18,
  size: { width: 130, height: 32 },
  free: { left: 12, top: 12, width: 800, height: 800 },
  blocked: [],
  markers: [],
  reaches: [72, 104, 48],
  previous: null,
  ...change,
});

const contains = (outer: Box, inner: Box): boolean =>
  inner.left >= outer.left &&
  inner.top >= outer.top &&
  inner.left + inner.width <= outer.left + outer.width &&
  inner.top + inner.height <= outer.top + outer.height;
const touch = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

describe('placing a label', () => {
  it('keeps it inside the free part wherever the marker stands', () => {
    const { free } = ask();
    for (let x = 20; x <= 800; x += 39) {
      for (let y = 20; y <= 800; y += 39) {
        const place = placeLabel(ask({ at: { x, y } }));
        expect(place, `no place at ${String(x)}, ${String(y)}`).not.toBeNull();
        expect(place !== null && contains(free, place.box)).toBe(true);
      }
    }
  });

  it('never puts it under a control', () => {
    const control: Box = { left: 150, top: 250, width: 600, height: 120 };
    const place = placeLabel(ask({ blocked: [control] }));
    expect(place !== null && touch(control, place.box)).toBe(false);
  });

  it('covers no other marker where another spot is free', () => {
    const open = placeLabel(ask());
    const middle = open === null ? { x: 0, y: 0 } : { x: open.box.left + 65, y: open.box.top + 16 };
    const moved = placeLabel(ask({ markers: [middle] }));
    expect(moved?.box).not.toEqual(open?.box);
    expect(moved !== null && touch(moved.box, { left: middle.x, top: middle.y, width: 1, height: 1 })).toBe(false);
  });

  it('leads from the rim of the marker to the pill', () => {
    const place = placeLabel(ask());
    const [start] = place?.leader ?? [];
    const end = place?.leader.at(-1);
    expect(start !== undefined && Math.hypot(start.x - 400, start.y - 400)).toBeCloseTo(18, 5);
    expect(end !== undefined && place !== null && end.x >= place.box.left && end.x <= place.box.left + 130).toBe(true);
  });

  it('leans outward, away from the head in the middle', () => {
    expect(placeLabel(ask({ at: { x: 600, y: 400 } }))?.spot).toBe('ne');
    expect(placeLabel(ask({ at: { x: 200, y: 400 } }))?.spot).toBe('nw');
  });

  it('stays where it was rather than jump for a small gain', () => {
    expect(placeLabel(ask({ at: { x: 420, y: 400 } }))?.spot).toBe('ne');
    expect(placeLabel(ask({ at: { x: 420, y: 400 }, previous: 'nw' }))?.spot).toBe('nw');
  });

  it('gives up where nothing fits', () => {
    expect(placeLabel(ask({ free: { left: 0, top: 0, width: 100, height: 60 } }))).toBeNull();
  });
});
