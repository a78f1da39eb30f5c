import { beforeAll, describe, expect, it } from 'vitest';
import { type DrawnHead, readHead } from '../../../../scripts/read-head';
import { Anatomy } from '../../../../src/anatomy/anatomy';
import type { SheetLine } from '../../../../src/anatomy/drawing/draw-head';
import { drawMuscles, type Fibres } from '../../../../src/anatomy/drawing/draw-muscles';
import { projectionOf, type Viewpoint } from '../../../../src/anatomy/drawing/viewpoint';
import { placeSites } from '../../../../src/anatomy/place-sites';
import { sitesOf } from '../../../../src/protocol/sites';

const from = (azimuth: number): Viewpoint => ({ target: [0, -40, 0], azimuth, elevation: 6, distance: 1000 });

let head: DrawnHead;
let anatomy: Anatomy;
beforeAll(async () => {
  head = await readHead('light');
  anatomy = new Anatomy(head);
}, 60_000);

function sheets(muscle: string): Fibres {
  const own = head.muscles.filter((sheet) => sheet.muscle === muscle && sheet.side === 'left');
  const [sheet] = own;
  if (sheet === undefined) throw new Error(`no ${muscle}`);
  const { positions, indices, across } = sheet;
  return {
    positions,
    indices,
    across: Float32Array.from({ length: positions.length / 3 }, (_, v) => (v % (across + 1)) / 5),
  };
}

describe('a drawn muscle', () => {
  it('lies where its sites are, in stripes', () => {
    const placed = placeSites(anatomy, sitesOf('preempt-2017'));
    if (!placed.ok) throw new Error('the sites cannot be placed');
    const temporal = placed.value.filter(({ site }) => site.muscle === 'temporalis' && site.side === 'left');
    const { area, fibres } = drawMuscles(head, sheets('temporalis'), from(90));
    const xs = area.flat().map(([x]) => x);
    const ys = area.flat().map(([, y]) => y);
    for (const { positionMm } of temporal) {
      const { x, y } = projectionOf(from(90)).project(positionMm);
      expect(x).toBeGreaterThan(Math.min(...xs) - 3);
      expect(x).toBeLessThan(Math.max(...xs) + 3);
      expect(y).toBeGreaterThan(Math.min(...ys) - 3);
      expect(y).toBeLessThan(Math.max(...ys) + 3);
    }
    expect(fibres.length).toBeGreaterThan(3);
  });

  it('is hidden where the head stands before it', () => {
    const fromBehind = drawMuscles(head, sheets('sternocleidomastoid'), from(180));
    const alone = drawMuscles({ ...head, indices: new Uint32Array() }, sheets('sternocleidomastoid'), from(180));
    expect(covered(alone.area)).toBeGreaterThan(100);
    expect(covered(fromBehind.area)).toBeLessThan(0.8 * covered(alone.area));
  });
});

/** mm² within loops. */
const covered = (loops: readonly SheetLine[]): number =>
  loops.reduce(
    (sum, loop) => sum + loop.slice(1).reduce((own, [x, y], i) => own + (loop[i]![0] * y - x * loop[i]![1]) / 2, 0),
    0,
  );
