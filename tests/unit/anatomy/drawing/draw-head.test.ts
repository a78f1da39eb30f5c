import { beforeAll, describe, expect, it } from 'vitest';
import { readHead } from '../../../../scripts/read-head';
import { Anatomy } from '../../../../src/anatomy/anatomy';
import { drawHead, type HeadDrawing, type SheetLine } from '../../../../src/anatomy/drawing/draw-head';
import { type Sitter, sitterOf } from '../../../../src/anatomy/drawing/sitter';
import { projectionOf, type SheetPoint, type Viewpoint } from '../../../../src/anatomy/drawing/viewpoint';
import { hairlineField } from '../../../../src/anatomy/hairline';
import { placeSites } from '../../../../src/anatomy/place-sites';
import { dot } from '../../../../src/anatomy/vector';
import { sitesOf } from '../../../../src/protocol/sites';

const views: Readonly<Record<'front' | 'left' | 'right' | 'back', Viewpoint>> = {
  front: { target: [0, -30, 0], azimuth: 0, elevation: 2, distance: 1000 },
  left: { target: [0, -36, -9], azimuth: 90, elevation: 6, distance: 1000 },
  right: { target: [0, -36, -9], azimuth: -90, elevation: 6, distance: 1000 },
  back: { target: [0, -53, -4], azimuth: 180, elevation: 10, distance: 1000 },
};

let sitter: Sitter;
let anatomy: Anatomy;
const drawings = new Map<string, HeadDrawing>();
const view = (name: keyof typeof views): HeadDrawing => {
  const made = drawings.get(name) ?? drawHead(sitter, views[name]);
  drawings.set(name, made);
  return made;
};

beforeAll(async () => {
  const head = await readHead('light');
  anatomy = new Anatomy(head);
  sitter = sitterOf(head, head.colours, hairlineField(head.positions, head.landmarks));
}, 60_000);

describe('a drawn head', () => {
  it.each(Object.keys(views) as (keyof typeof views)[])('from the %s has every site it shows on its paper', (name) => {
    const placed = placeSites(anatomy, sitesOf('preempt-2017'));
    if (!placed.ok) throw new Error('the sites cannot be placed');
    const { project, toEye } = projectionOf(views[name]);
    const facing = placed.value.filter(({ positionMm, normal }) => dot(normal, toEye(positionMm)) > 0.05);
    expect(facing.length).toBeGreaterThan(8);
    for (const { site, positionMm } of facing) {
      const { x, y } = project(positionMm);
      expect(within([x, y], view(name).outline), site.id).toBe(true);
    }
  });

  it('has a left side that mirrors its right', () => {
    const mirrored = view('right').outline[0]!.map(([x, y]): SheetPoint => [-x, y]);
    expect(farthest(view('left').outline[0]!, mirrored)).toBeLessThan(0.8);
  });

  it('lies on the skin: each point of its outline is within a millimetre of where rays begin to miss', () => {
    const { rayAt, up, right } = projectionOf(views.left);
    const outline = view('left').outline[0]!;
    for (let i = 1; i + 1 < outline.length; i += 9) {
      const [a, b] = [outline[i - 1]!, outline[i + 1]!];
      const long = Math.hypot(b[0] - a[0], b[1] - a[1]);
      // The inside lies to the left of the way.
      const [nx, ny] = [-(b[1] - a[1]) / long, (b[0] - a[0]) / long];
      const hits = (mm: number): boolean =>
        anatomy.cast(rayAt([outline[i]![0] + nx * mm, outline[i]![1] + ny * mm])) !== null;
      expect([hits(-1.2), hits(1.2)], `at ${String(outline[i])} ${String(up)} ${String(right)}`).toEqual([false, true]);
    }
  });

  it('shows the mouth and both closed eyes, and both brows as strokes, on its face', () => {
    const { contours, slits, strokes } = view('front');
    const at = (name: 'mid-pupil' | 'brow', side: 'left' | 'right'): SheetPoint => {
      const { x, y } = projectionOf(views.front).project(anatomy.landmark(name, side).position);
      return [x, y];
    };
    for (const side of ['left', 'right'] as const) {
      expect(nearestTo(at('mid-pupil', side), [...slits, ...strokes.heavy])).toBeLessThan(6);
      expect(nearestTo(at('brow', side), [...strokes.light, ...strokes.heavy])).toBeLessThan(6);
    }
    const lips = [...contours, ...slits, ...strokes.heavy].filter((line) => {
      const [xs, ys] = [line.map(([x]) => x), line.map(([, y]) => y)];
      return Math.min(...xs) < -15 && Math.max(...xs) > 15 && Math.max(...ys) - Math.min(...ys) < 14;
    });
    expect(lips.length, 'lines across the midline that are wide and low').toBeGreaterThanOrEqual(2);
  });

  it('hides what the head hides: nothing of the face is drawn from behind', () => {
    const { slits, strokes } = view('back');
    expect(slits).toHaveLength(0);
    const { project } = projectionOf(views.back);
    const eye = project(anatomy.landmark('mid-pupil', 'left').position);
    expect(nearestTo([eye.x, eye.y], [...strokes.heavy])).toBeGreaterThan(10);
  });

  it('is the same each time it is drawn', () => {
    expect(drawHead(sitter, views.front)).toEqual(view('front'));
  });

  it('changes with the head', () => {
    const positions = sitter.positions.map((mm, i) => (i % 3 === 0 ? mm * 1.1 : mm));
    const broader = drawHead({ ...sitter, positions }, views.front);
    const breadth = (drawing: HeadDrawing): number => {
      const ears = drawing.outline[0]!.filter(([, y]) => Math.abs(y - 30) < 25).map(([x]) => x);
      return Math.max(...ears) - Math.min(...ears);
    };
    expect(breadth(broader) / breadth(view('front'))).toBeCloseTo(1.1, 2);
  });
});

/** Even-odd. */
function within([x, y]: SheetPoint, loops: readonly SheetLine[]): boolean {
  let inside = false;
  for (const loop of loops) {
    for (let i = 1; i < loop.length; i++) {
      const [a, b] = [loop[i - 1]!, loop[i]!];
      if (a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) inside = !inside;
    }
  }
  return inside;
}

const farthest = (from: SheetLine, to: SheetLine): number => Math.max(...from.map((point) => nearestTo(point, [to])));

function nearestTo([x, y]: SheetPoint, lines: readonly SheetLine[]): number {
  let least = Infinity;
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1]!, line[i]!];
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
      const t = Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)));
      least = Math.min(least, Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy));
    }
  }
  return least;
}
