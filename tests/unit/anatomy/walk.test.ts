import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { courseOf } from '../../../src/anatomy/heading';
import { Surface } from '../../../src/anatomy/surface';
import { distance } from '../../../src/anatomy/vector';
import { layOn, walk, walkToHeight } from '../../../src/anatomy/walk';
import type { Heading } from '../../../src/protocol/rule';
import type { Side } from '../../../src/protocol/words';
import { ball, tube, wall } from '../../support/shapes';

const radius = 80;
const sphere = new Surface(ball(radius));
const pipe = new Surface(tube(60, 300));
const flat = new Surface(wall(50));

const up: Heading = { go: 'up', plane: 'sagittal' };
const down: Heading = { go: 'down', plane: 'sagittal' };
const upTemple: Heading = { go: 'up', plane: 'coronal' };

function end(surface: Surface, from: Vec3, heading: Heading, mm: number, side: Side = 'left'): Vec3 {
  const start = surface.closest(from);
  const course = courseOf(start, heading, side);
  if (!course.ok) throw new Error('no way');
  const walked = walk(surface, start, course.value, mm);
  if (!walked.ok) throw new Error(walked.error.kind);
  return walked.value.point.position;
}

const away = (a: Vec3, b: Vec3): number => distance(a, b);

describe('the walker, on a ball', () => {
  it('goes up a meridian by the angle that the arc subtends', () => {
    const angle = 40 / radius;
    expect(away(end(sphere, [0, 0, 90], up, 40), [0, radius * Math.sin(angle), radius * Math.cos(angle)])).toBeLessThan(
      0.1,
    );
    expect(
      away(end(sphere, [90, 0, 0], upTemple, 40), [radius * Math.cos(angle), radius * Math.sin(angle), 0]),
    ).toBeLessThan(0.1);
  });

  it('stays level on a circle of latitude', () => {
    const rise = 0.6;
    const ring = radius * Math.cos(rise);
    const height = radius * Math.sin(rise);
    const turn = 50 / ring;
    const found = end(sphere, [0, height, ring], { go: 'lateral' }, 50);
    expect(away(found, [ring * Math.sin(turn), height, ring * Math.cos(turn)])).toBeLessThan(0.15);
  });

  it('keeps to its plane off the middle too', () => {
    const found = end(sphere, [30, 0, Math.sqrt(radius ** 2 - 900)], up, 35);
    const ring = Math.sqrt(radius ** 2 - 900);
    expect(away(found, [30, ring * Math.sin(35 / ring), ring * Math.cos(35 / ring)])).toBeLessThan(0.1);
  });

  it('comes back to where it began when it returns', () => {
    const there = end(sphere, [10, 5, 79], up, 30);
    expect(away(end(sphere, there, down, 30), sphere.closest([10, 5, 79]).position)).toBeLessThan(0.02);
  });

  it('goes left and right alike', () => {
    const left = end(sphere, [20, 10, 75], { go: 'diagonal', toward: 'lateral', degrees: 45 }, 25, 'left');
    const right = end(sphere, [-20, 10, 75], { go: 'diagonal', toward: 'lateral', degrees: 45 }, 25, 'right');
    expect(away(left, [-right[0], right[1], right[2]])).toBeLessThan(0.1);
  });
});

describe('the walker, on a tube', () => {
  it('wraps around level, and climbs straight', () => {
    const turn = 45 / 60;
    expect(
      away(end(pipe, [0, 10, 60], { go: 'lateral' }, 45), [60 * Math.sin(turn), 10, 60 * Math.cos(turn)]),
    ).toBeLessThan(0.05);
    expect(
      away(end(pipe, [0, 10, 60], { go: 'medial' }, 45), [-60 * Math.sin(turn), 10, 60 * Math.cos(turn)]),
    ).toBeLessThan(0.05);
    expect(
      away(end(pipe, [60, 10, 0], { go: 'forward' }, 45), [60 * Math.cos(turn), 10, 60 * Math.sin(turn)]),
    ).toBeLessThan(0.05);
    expect(
      away(end(pipe, [60, 10, 0], { go: 'back' }, 45), [60 * Math.cos(turn), 10, -60 * Math.sin(turn)]),
    ).toBeLessThan(0.05);
    expect(away(end(pipe, [0, 10, 60], up, 45), [0, 55, 60])).toBeLessThan(0.01);
  });

  it('goes diagonally along the ellipse that the slanting plane cuts', () => {
    // x = 60 sin t, y = 60 tan(30°) sin t, z = 60 cos t: its length by summing small chords.
    const at = (t: number): Vec3 => [60 * Math.sin(t), 60 * Math.tan(Math.PI / 6) * Math.sin(t), 60 * Math.cos(t)];
    let t = 0;
    for (let length = 0; length < 30; t += 1e-4) length += away(at(t), at(t + 1e-4));
    expect(away(end(pipe, [0, 0, 60], { go: 'diagonal', toward: 'lateral', degrees: 30 }, 30), at(t))).toBeLessThan(
      0.1,
    );
  });

  it('stops at the height asked for', () => {
    const start = pipe.closest([0, 10, 60]);
    const course = courseOf(start, { go: 'diagonal', toward: 'lateral', degrees: 45 }, 'left');
    const walked = course.ok ? walkToHeight(pipe, start, course.value, 30) : course;
    expect(walked.ok && Math.abs(walked.value.point.position[1] - 30)).toBeLessThan(0.001);
  });
});

describe('the walker, on a wall', () => {
  it('goes straight at the angle asked for', () => {
    const found = end(flat, [0, 0, 0], { go: 'diagonal', toward: 'lateral', degrees: 60 }, 20, 'right');
    expect(away(found, [-20 * Math.cos(Math.PI / 3), 20 * Math.sin(Math.PI / 3), 0])).toBeLessThan(0.001);
  });

  it('is where it was after no way at all', () => {
    expect(end(flat, [3, 4, 0], up, 0)).toEqual([3, 4, 0]);
  });

  it('refuses to leave the edge, and says how far it came', () => {
    const start = flat.closest([0, 20, 0]);
    const course = courseOf(start, up, 'left');
    const walked = course.ok ? walk(flat, start, course.value, 40) : course;
    expect(walked).toMatchObject({ ok: false, error: { kind: 'ran-off' } });
    expect(!walked.ok && 'walkedMm' in walked.error && walked.error.walkedMm).toBeCloseTo(30, 0);
  });

  it('refuses a height behind it', () => {
    const start = flat.closest([0, 20, 0]);
    const course = courseOf(start, up, 'left');
    expect(course.ok && walkToHeight(flat, start, course.value, 10)).toMatchObject({
      ok: false,
      error: { kind: 'stuck' },
    });
  });

  it('refuses a way that the skin does not lead', () => {
    expect(courseOf(flat.closest([0, 0, 0]), { go: 'forward' }, 'left')).toMatchObject({
      ok: false,
      error: { kind: 'no-way' },
    });
    expect(courseOf(sphere.closest([0, 90, 0]), up, 'left')).toMatchObject({ ok: false, error: { kind: 'no-way' } });
  });

  it('takes neither negative lengths nor a lateral in the midline', () => {
    const start = flat.closest([0, 0, 0]);
    const course = courseOf(start, up, 'left');
    if (!course.ok) throw new Error('no way');
    expect(() => walk(flat, start, course.value, -1)).toThrow(RangeError);
    expect(() => walk(flat, start, course.value, Number.NaN)).toThrow(RangeError);
    expect(() => courseOf(start, { go: 'lateral' }, 'midline')).toThrow(RangeError);
  });
});

describe('laying a point on the skin within a plane', () => {
  it('ends both on the skin and in the plane, also where they meet at a slant', () => {
    const plane = { point: [0, 0, 60], normal: [0.6, 0, 0.8] } as const;
    const found = layOn(sphere, plane, [21, 64, 46]);
    if (found === null) throw new Error('nothing found');
    expect(Math.abs(0.6 * found.position[0] + 0.8 * (found.position[2] - 60))).toBeLessThan(1e-4);
    expect(Math.abs(Math.hypot(...found.position) - radius)).toBeLessThan(0.05);
  });
});
