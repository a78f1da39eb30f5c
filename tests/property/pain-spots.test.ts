import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Anatomy } from '../../src/anatomy/anatomy';
import type { Vec3 } from '../../src/anatomy/anchor';
import { muscleGrounds } from '../../src/anatomy/muscle-ground';
import type { Neighbour } from '../../src/anatomy/neighbours';
import type { Dab } from '../../src/anatomy/pain-heat';
import { findPain, type PainQuestion } from '../../src/anatomy/pain-spots';
import { placeSites } from '../../src/anatomy/place-sites';
import { distance } from '../../src/anatomy/vector';
import { ftpOffer } from '../../src/protocol/ftp-offer';
import { ftpMuscles, muscleOf } from '../../src/protocol/paradigm';
import { sitesOf } from '../../src/protocol/sites';
import { standardAnatomy } from '../support/standard-head';

let anatomy: Anatomy;
let sites: readonly Vec3[];
beforeAll(async () => {
  anatomy = await standardAnatomy();
  const placed = placeSites(anatomy, sitesOf('preempt-2017'));
  if (!placed.ok) throw new Error('the sites cannot be placed');
  sites = placed.value.map(({ positionMm }) => positionMm);
  muscleGrounds(anatomy);
}, 120_000);

const nowhere = () => ({ zones: [], nearestSite: null });
const everywhere = (tender: boolean): PainQuestion['seek'] =>
  ftpMuscles.flatMap((muscle) =>
    (['left', 'right'] as const).map((side) => ({ muscle, side, most: muscleOf(muscle).extras, tender })),
  );

/** Strokes that begin at a site and wander. */
const drawing: fc.Arbitrary<readonly Dab[]> = fc
  .array(
    fc
      .record({
        site: fc.nat({ max: 30 }),
        steps: fc.array(
          fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })),
          {
            minLength: 1,
            maxLength: 8,
          },
        ),
        radiusMm: fc.constantFrom(8, 12, 18),
      })
      .map((stroke) => stroke),
    { maxLength: 3 },
  )
  .map((strokes) =>
    strokes.flatMap(({ site, steps, radiusMm }) => {
      let [x, y, z] = [0, 0, 0];
      return steps.map(([dx, dy, dz]): Dab & { readonly site: number } => {
        [x, y, z] = [x + dx, y + dy, z + dz];
        return { site, positionMm: [x, y, z], radiusMm };
      });
    }),
  )
  .map((dabs) =>
    dabs.map(({ positionMm: [x, y, z], radiusMm, ...at }) => ({ ...at, positionMm: [x, y, z] as const, radiusMm })),
  );

const onHead = (dabs: readonly Dab[]): readonly Dab[] =>
  dabs.map((dab) => {
    const { site = 0 } = dab as { readonly site?: number };
    const [x, y, z] = sites[site] ?? [0, 0, 0];
    const at: Vec3 = [x + dab.positionMm[0], y + dab.positionMm[1], z + dab.positionMm[2]];
    return { positionMm: anatomy.skin.closest(at).position, radiusMm: dab.radiusMm };
  });

describe('the points offered for pain', () => {
  it('lie in the muscle, in the pain, apart from every site and each other, and are no more than asked for', () => {
    fc.assert(
      fc.property(drawing, fc.boolean(), (strokes, tender) => {
        const dabs = onHead(strokes);
        const seek = everywhere(tender);
        const { spots } = findPain(anatomy, nowhere, { dabs, seek, keepOff: sites });
        for (const { muscle, side, most } of seek) {
          expect(spots.filter((spot) => spot.muscle === muscle && spot.side === side).length).toBeLessThanOrEqual(most);
        }
        spots.forEach(({ muscle, side, positionMm, pain }, i) => {
          const point = anatomy.nearest(positionMm);
          expect(point === null ? null : anatomy.footprints.muscleAt(point)).toEqual({ muscle, side });
          for (const other of [...sites, ...spots.slice(i + 1).map((spot) => spot.positionMm)]) {
            expect(distance(positionMm, other)).toBeGreaterThanOrEqual(ftpOffer.apartMm);
          }
          const near = dabs.some((dab) => distance(dab.positionMm, positionMm) < dab.radiusMm);
          expect(near || (tender && pain === 0)).toBe(true);
        });
      }),
      { numRuns: 12 },
    );
  }, 240_000);

  it('are none where nothing is drawn and nothing is tender, or no extras are sought', () => {
    expect(findPain(anatomy, nowhere, { dabs: [], seek: everywhere(false), keepOff: sites })).toEqual({
      over: [],
      spots: [],
    });
    const dabs = [{ positionMm: sites[7] ?? [0, 0, 0], radiusMm: 18 }] as const;
    const found = findPain(anatomy, nowhere, { dabs, seek: [], keepOff: sites });
    expect(found.spots).toEqual([]);
    expect(found.over.length).toBeGreaterThan(0);
  });

  it('are the most painful ones: inside the pain where it was drawn twice over', () => {
    const [x, y, z] = anatomy.landmark('tragus', 'left').position;
    const at = (up: number, back: number) => anatomy.skin.closest([x, y + up, z - back]).position;
    const dabs = [at(50, -10), at(52, -8), at(54, -12), at(50, -30)].map((positionMm) => ({
      positionMm,
      radiusMm: 12,
    }));
    const seek = [{ muscle: 'temporalis', side: 'left', most: 1, tender: false }] as const;
    const [spot] = findPain(anatomy, nowhere, { dabs, seek, keepOff: [] }).spots;
    if (spot === undefined) throw new Error('nothing was offered');
    expect(distance(spot.positionMm, at(52, -10))).toBeLessThan(7);
    expect(spot.pain).toBeGreaterThan(0.8);
  });

  it('lie outside danger zones where there is such a point, and say so where there is none', () => {
    const [x, y, z] = anatomy.landmark('tragus', 'right').position;
    const middle = anatomy.skin.closest([x, y + 55, z + 8]).position;
    const dabs = [{ positionMm: middle, radiusMm: 18 }];
    const seek = [{ muscle: 'temporalis', side: 'right', most: 1, tender: false }] as const;
    const inside: Neighbour = { zone: 'superficial-temporal-artery', side: 'right', mm: 1, inside: true };
    const half = ({ position }: { readonly position: Vec3 }) => ({
      zones: position[2] > middle[2] - 2 ? [inside] : [],
      nearestSite: null,
    });
    const [clear] = findPain(anatomy, half, { dabs, seek, keepOff: [] }).spots;
    expect(clear?.zones).toEqual([]);
    expect(clear?.positionMm[2]).toBeLessThanOrEqual(middle[2] - 2);
    const [warned] = findPain(anatomy, () => ({ zones: [inside], nearestSite: null }), {
      dabs,
      seek,
      keepOff: [],
    }).spots;
    expect(warned?.zones).toEqual([inside]);
  });

  it('come with how much of each muscle is covered: all of it is everything', () => {
    const ground = muscleGrounds(anatomy).find(({ muscle, side }) => muscle === 'occipitalis' && side === 'left');
    if (ground === undefined) throw new Error('no occipitalis');
    const dabs = Array.from({ length: ground.triangles.length }, (_, i) => ({
      positionMm: [...ground.middles.slice(3 * i, 3 * i + 3)] as unknown as Vec3,
      radiusMm: 8,
    }));
    const { over } = findPain(anatomy, nowhere, { dabs, seek: [], keepOff: [] });
    expect(over.find(({ muscle, side }) => muscle === 'occipitalis' && side === 'left')?.share).toBeCloseTo(1, 6);
    expect(over.some(({ side }) => side === 'right')).toBe(false);
  });
});
