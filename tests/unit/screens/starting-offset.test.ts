import { describe, expect, it } from 'vitest';
import { readHead } from '../../../scripts/read-head';
import { Anatomy } from '../../../src/anatomy/anatomy';
import { ChartedHead } from '../../../src/anatomy/charted-head';
import { placeByOffset } from '../../../src/anatomy/resolve-skin';
import { placements } from '../../../src/app/placements';
import { ftpMuscles, muscleOf } from '../../../src/protocol/paradigm';
import { startingOffset } from '../../../src/screens/chart/starting-offset';

const anatomy = new Anatomy(await readHead());
const head = new ChartedHead(anatomy);
const fixed = [...placements.of('preempt-2017').anchors.values()];

describe('where the form for an extra begins', () => {
  for (const muscle of ftpMuscles) {
    for (const side of ['left', 'right'] as const) {
      it(`lies in the ${side} ${muscle}, clear of its fixed sites and of danger zones, for each extra it allows`, () => {
        const points = Array.from({ length: muscleOf(muscle).extras }, (_, used) => {
          const found = placeByOffset(anatomy, { side, ...startingOffset(muscle, used) });
          if (!found.ok) throw new Error(found.error.kind);
          expect(found.value.under).toEqual({ muscle, side });
          const { zones } = head.whatLiesAt({ ...found.value, position: found.value.positionMm }, 'preempt-2017');
          expect(zones.filter(({ inside }) => inside)).toEqual([]);
          return found.value.positionMm;
        });
        const others = fixed.map((anchor) => anchor.positionMm);
        points.forEach((point, i) => {
          for (const other of [...others, ...points.slice(0, i)]) {
            expect(Math.hypot(...point.map((c, k) => c - (other[k] ?? 0)))).toBeGreaterThan(8);
          }
        });
      });
    }
  }
});
