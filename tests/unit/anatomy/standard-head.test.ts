import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SiteRow, sitesFile, type SitesFile, sitesOn } from '../../../scripts/write-sites';
import type { Anatomy } from '../../../src/anatomy/anatomy';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { crestBetween } from '../../../src/anatomy/crest';
import { planeThrough } from '../../../src/anatomy/measure';
import { type PlacedSite, placeSites } from '../../../src/anatomy/place-sites';
import { type SurfacePoint, twinEdges } from '../../../src/anatomy/surface';
import { add, distance, subtract } from '../../../src/anatomy/vector';
import { walk } from '../../../src/anatomy/walk';
import { maps } from '../../../src/protocol/maps';
import { fixedSites } from '../../../src/protocol/fixed-sites';
import type { Place } from '../../../src/protocol/rule';
import { sitesOf } from '../../../src/protocol/sites';
import type { MapId, SiteId } from '../../../src/protocol/words';
import { standardAnatomy } from '../../support/standard-head';

let anatomy: Anatomy;
const placed = new Map<MapId, ReadonlyMap<SiteId, PlacedSite>>();

const sitesPlaced = (map: MapId): readonly PlacedSite[] => [...(placed.get(map)?.values() ?? [])];
const sitePlaced = (map: MapId, id: SiteId): PlacedSite => {
  const found = placed.get(map)?.get(id);
  if (found === undefined) throw new Error(`${map} has no ${id}`);
  return found;
};
const mirrored = ([x, y, z]: Vec3): Vec3 => [-x, y, z];

beforeAll(async () => {
  const began = performance.now();
  anatomy = await standardAnatomy();
  const built = performance.now();
  for (const { id } of maps) {
    const result = placeSites(anatomy, sitesOf(id));
    if (!result.ok) throw new Error(`${id}: ${result.error.site}: ${result.error.why.kind}`);
    placed.set(id, new Map(result.value.map((site) => [site.site.id, site])));
  }
  const took = performance.now() - built;
  console.log(`head ready in ${(built - began).toFixed(0)} ms, both maps placed in ${took.toFixed(0)} ms`);
}, 60_000);

describe('the standard head', () => {
  it('is one welded skin, and its left and right landmarks mirror each other', () => {
    const twins = twinEdges(anatomy.model);
    expect(twins.filter((twin) => twin < 0).length / twins.length).toBeLessThan(0.01);
    for (const { id, side, positionMm } of anatomy.model.landmarks) {
      if (side === 'midline') expect(Math.abs(positionMm[0])).toBeLessThan(0.1);
      if (side !== 'left') continue;
      const twin = anatomy.model.landmarks.find((other) => other.id === id.replace(/-L$/, '-R'));
      expect(twin && distance(mirrored(twin.positionMm), positionMm), id).toBeLessThan(0.1);
      expect(positionMm[0], id).toBeGreaterThan(0);
    }
  });

  it('has its landmarks on the skin and its origin midway between the tragi', () => {
    for (const { id, name, side, positionMm } of anatomy.model.landmarks) {
      const onEar = name === 'tragus' || name === 'helix';
      expect(distance(anatomy.landmark(name, side).position, positionMm), id).toBeLessThan(onEar ? 12 : 0.5);
    }
    const tragi = anatomy.model.landmarks.filter(({ name }) => name === 'tragus').map(({ positionMm }) => positionMm);
    expect(tragi).toHaveLength(2);
    for (const k of [0, 1, 2] as const) expect(((tragi[0]?.[k] ?? 9) + (tragi[1]?.[k] ?? 9)) / 2).toBeCloseTo(0, 1);
  });

  it('names each muscle at the middle of its own sheet', () => {
    for (const sheet of anatomy.model.muscles) {
      const middle = anatomy.skin.closest(middleOf(sheet.positions));
      expect(anatomy.footprints.outsideBy(middle, sheet), `${sheet.side} ${sheet.muscle}`).toBe(0);
      // The middle of the trapezius lies beside the paraspinals, of the frontalis above the others: no overlap there.
      expect(anatomy.footprints.muscleAt(middle)).toEqual({ muscle: sheet.muscle, side: sheet.side });
    }
  });
});

describe.each(maps.map(({ id }) => id))('the sites of %s', (map) => {
  it('are all placed, in protocol order', () => {
    expect(sitesPlaced(map).map(({ site }) => site.id)).toEqual(fixedSites.map(({ id }) => id));
  });

  it('are as far from their landmarks, measured back along the skin, as the rule says: within 1 mm', () => {
    let legs = 0;
    for (const site of sitesPlaced(map)) {
      for (const { name, unit, chosen, measured } of site.legs) {
        if (chosen === null || unit !== 'mm') continue;
        expect(Math.abs(measured - chosen), `${site.site.id}: ${name}`).toBeLessThan(1);
        legs += 1;
      }
    }
    expect(legs).toBeGreaterThan(20);
  });

  it('leave out no length that the rule speaks of', () => {
    for (const { site, legs } of sitesPlaced(map)) {
      const asked = lengthsIn(site.rule.place);
      const chosen = legs.flatMap((leg) =>
        leg.chosen === null || leg.name === 'height above that level' ? [] : [leg.chosen],
      );
      expect([...chosen].sort(), site.id).toEqual([...asked].sort());
    }
  });

  it('take fractions of the way within 1 %, by the walker, which had no part in them', () => {
    let fractions = 0;
    for (const { site, positionMm, normal, triangle, weights } of sitesPlaced(map)) {
      const { place } = site.rule;
      if (place.op !== 'between' || place.from.op !== 'landmark' || place.to.op !== 'landmark') continue;
      const point: SurfacePoint = { position: positionMm, normal, triangle, weights };
      const [a, b] = [anatomy.landmark(place.from.name, site.side), anatomy.landmark(place.to.name, site.side)];
      const crest = site.muscle === 'trapezius' ? crestBetween(anatomy.skin, a.position, b.position) : null;
      /** From one point to another in an upright plane for the ridge, else in the one that the normals of the ends span. */
      const walked = (from: SurfacePoint, to: SurfacePoint): number => {
        const spanned = add(a.normal, b.normal);
        const plane =
          crest === null
            ? planeThrough(a.position, b.position, spanned)
            : planeThrough(from.position, to.position, [0, 1, 0]);
        let [at, direction] = [from, subtract(to.position, from.position)];
        let [mm, best, far] = [0, 0, Infinity];
        while (mm < 2 * distance(from.position, to.position)) {
          const step = walk(anatomy.skin, at, { plane, direction }, 0.25);
          if (!step.ok) break;
          mm += step.value.mm;
          direction = subtract(step.value.point.position, at.position);
          at = step.value.point;
          const miss = distance(at.position, to.position);
          if (miss < far) [best, far] = [mm, miss];
        }
        expect(far).toBeLessThan(0.3);
        return best;
      };
      if (crest !== null) {
        // The site lies on the way over the crest's middle, before or behind it.
        const over = distance(crest.position, point.position);
        const [there, on] = [walked(a, crest), walked(crest, b)];
        expect(Math.abs(there - on) / 2, site.id).toBeLessThan(over + 0.01 * (there + on));
        expect(Math.abs(there - on) / 2, site.id).toBeGreaterThan(over - 0.01 * (there + on));
        fractions += 1;
        continue;
      }
      const [first, rest] = [walked(a, point), walked(point, b)];
      expect(Math.abs(first / (first + rest) - place.fraction.chosen), site.id).toBeLessThan(0.01);
      fractions += 1;
    }
    expect(fractions).toBeGreaterThan(0);
  });

  it('take every other fraction within 1 %', () => {
    for (const { site, legs } of sitesPlaced(map)) {
      for (const { unit, chosen, measured } of legs) {
        if (unit === 'fraction' && chosen !== null) expect(Math.abs(measured - chosen), site.id).toBeLessThan(0.01);
      }
    }
  });

  it('mirror each other within 1 mm', () => {
    for (const { site, positionMm } of sitesPlaced(map)) {
      if (site.side === 'midline') expect(Math.abs(positionMm[0])).toBeLessThan(0.5);
      if (site.side !== 'left') continue;
      const twin = sitePlaced(map, site.id.replace('-L', '-R'));
      expect(distance(mirrored(twin.positionMm), positionMm), site.id).toBeLessThan(1);
    }
  });

  it('lie on the skin as the model has it, where triangle and weights say', () => {
    const { positions, indices } = anatomy.model;
    for (const { site, positionMm, triangle, weights, normal } of sitesPlaced(map)) {
      const at = [0, 1, 2].map((k) =>
        weights.reduce((sum, weight, c) => sum + weight * positions[3 * indices[3 * triangle + c]! + k]!, 0),
      );
      expect(distance(at as unknown as Vec3, positionMm), site.id).toBeLessThan(0.01);
      expect(Math.hypot(...normal)).toBeCloseTo(1, 6);
    }
  });

  // Where the measured medial edge of the occipitalis (29.6 ± 6.4 mm lateral) and a rule are known to disagree: all of
  // 2010, and the inner site of 2017, which lies about at that edge.
  const known = (site: string): boolean => (map === 'preempt-2010' ? /^occipitalis/ : /^occipitalis-.-3$/).test(site);

  it('lie inside their own muscle, but for the occipitalis where rule and measured muscle are known to disagree', () => {
    for (const { site, insideMuscle, outsideByMm, conflict } of sitesPlaced(map)) {
      expect(insideMuscle).toBe(outsideByMm === 0);
      if (insideMuscle) continue;
      expect(known(site.id), `${site.id} lies ${outsideByMm.toFixed(1)} mm outside`).toBe(true);
      if (map === 'preempt-2017') expect(outsideByMm).toBeLessThan(6.4);
      for (const { text } of site.rule.conflict ?? []) expect(conflict).toContain(text);
      expect(conflict).toContain(`${outsideByMm.toFixed(1)} mm outside`);
    }
  });
});

describe('the published conflict', () => {
  it('shows: the first and third occipitalis sites of 2010 lie outside the muscle on both sides', () => {
    for (const id of ['occipitalis-L-1', 'occipitalis-R-1', 'occipitalis-L-3', 'occipitalis-R-3']) {
      const { insideMuscle, outsideByMm } = sitePlaced('preempt-2010', id);
      expect([id, insideMuscle]).toEqual([id, false]);
      expect(outsideByMm).toBeGreaterThan(1);
    }
  });
});

describe('assets/head/sites.json', () => {
  it('is what the rules give on this head, to a hundredth of a millimetre, and nothing else', async () => {
    const kept = JSON.parse(await readFile(sitesFile, 'utf8')) as SitesFile;
    const fresh = sitesOn(anatomy.model);
    expect(kept.head, 'the head has been rebuilt: run npm run head:build').toEqual(anatomy.model.ref);
    expect(Object.keys(kept)).toEqual(Object.keys(fresh));
    for (const { id } of maps) {
      expect(kept.maps[id].map(({ site }) => site)).toEqual(fresh.maps[id].map(({ site }) => site));
      kept.maps[id].forEach((row, at) => {
        const now = fresh.maps[id][at];
        if (now === undefined) throw new Error('a site is missing');
        expect(distance(row.anchor.positionMm, now.anchor.positionMm), row.site).toBeLessThan(0.01);
        expect(distance(row.anchor.normal, now.anchor.normal), row.site).toBeLessThan(0.001);
        // All that is not measured in millimetres must be the same to the letter.
        const measures = { positionMm: null, normal: null, weights: null };
        const rest = (of: SiteRow): object => ({ ...of, anchor: { ...of.anchor, ...measures } });
        expect(rest(row)).toEqual(rest(now));
      });
    }
  }, 60_000);
});

/** The vertex of a sheet nearest to the mean of all. */
function middleOf(positions: Float32Array): Vec3 {
  const count = positions.length / 3;
  const at = (v: number): Vec3 => [positions[3 * v]!, positions[3 * v + 1]!, positions[3 * v + 2]!];
  const mean: Vec3 = [0, 1, 2].map((k) =>
    positions.filter((_, i) => i % 3 === k).reduce((sum, x) => sum + x / count, 0),
  ) as unknown as Vec3;
  let best = 0;
  for (let v = 1; v < count; v++) if (distance(at(v), mean) < distance(at(best), mean)) best = v;
  return at(best);
}

/** Every length and fraction that a rule chooses itself, those of other sites left out. */
function lengthsIn(place: Place): number[] {
  switch (place.op) {
    case 'landmark':
    case 'site':
      return [];
    case 'walk':
      return [...lengthsIn(place.from), place.mm.chosen];
    case 'toward':
      return [...lengthsIn(place.from), ...lengthsIn(place.to), place.mm.chosen];
    case 'between':
      return [...lengthsIn(place.from), ...lengthsIn(place.to), place.fraction.chosen];
    case 'level':
      return [...lengthsIn(place.from), ...lengthsIn(place.with)];
  }
}
