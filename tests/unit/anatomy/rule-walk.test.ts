import { beforeAll, describe, expect, it } from 'vitest';
import { randomVariant } from '../../../scripts/prove/random-variant';
import { seeded } from '../../../scripts/seeded';
import { Anatomy } from '../../../src/anatomy/anatomy';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { type PlacedSite, placeSites } from '../../../src/anatomy/place-sites';
import { type RuleLeg, type RulePoint, type RuleWalk, walkRule } from '../../../src/anatomy/rule-walk';
import { variantHead } from '../../../src/anatomy/variant-head';
import { distance, dot } from '../../../src/anatomy/vector';
import { maps } from '../../../src/protocol/maps';
import { sitesOf } from '../../../src/protocol/sites';
import type { MapId, SiteId } from '../../../src/protocol/words';
import { standardCurves } from '../../support/standard-curves';
import { standardAnatomy, standardHead } from '../../support/standard-head';

type Unfolded = { readonly site: PlacedSite; readonly walk: RuleWalk };
const heads: { readonly name: string; readonly anatomy: Anatomy; readonly all: readonly Unfolded[] }[] = [];

const unfold = (anatomy: Anatomy, map: MapId, id: SiteId): RuleWalk => {
  const walk = walkRule(anatomy, map, id);
  if (!walk.ok) throw new Error(`${id} cannot be walked: ${walk.error.kind}`);
  return walk.value;
};

beforeAll(async () => {
  const model = await standardHead();
  const next = seeded(20_261_130);
  const made: [string, Anatomy][] = [['the standard head', await standardAnatomy()]];
  for (const name of ['one variant', 'another variant']) {
    const { size, warp } = randomVariant(standardCurves, next);
    made.push([name, new Anatomy(variantHead(model, standardCurves, size, warp))]);
  }
  for (const [name, anatomy] of made) {
    const all = maps.flatMap(({ id }) => {
      const placed = placeSites(anatomy, sitesOf(id));
      if (!placed.ok) throw new Error(placed.error.site);
      return placed.value.map((site) => ({ site, walk: unfold(anatomy, id, site.site.id) }));
    });
    heads.push({ name, anatomy, all });
  }
}, 240_000);

const lengthOf = (way: readonly RulePoint[]): number =>
  way.slice(1).reduce((mm, { positionMm }, i) => mm + distance(way[i]!.positionMm, positionMm), 0);
const first = (leg: RuleLeg): Vec3 => leg.way[0]!.positionMm;
const last = (leg: RuleLeg): Vec3 => leg.way.at(-1)!.positionMm;

describe('a rule unfolded on a head', () => {
  it('ends on the site that the rule places, for all sites of both maps, on the standard head and on two others', () => {
    let seen = 0;
    for (const { name, all } of heads)
      for (const { site, walk } of all) {
        const end = walk.legs.filter(({ aside }) => !aside).at(-1);
        const off = end === undefined ? Infinity : distance(last(end), site.positionMm);
        expect(off, `${site.site.id} on ${name}`).toBeLessThan(0.05);
        expect(distance(walk.end.positionMm, site.positionMm), `${site.site.id} on ${name}`).toBeLessThan(0.05);
        seen += 1;
      }
    expect(seen).toBe(3 * 2 * 31);
  });

  it('has legs as long as the rule asks', () => {
    let [lengths, fractions] = [0, 0];
    for (const { all } of heads)
      for (const { walk } of all)
        for (const { asked, mm, whole } of walk.legs) {
          if (asked?.unit === 'mm') {
            expect(Math.abs(mm - asked.measure.chosen), walk.site).toBeLessThan(0.05);
            lengths += 1;
          } else if (asked?.unit === 'fraction') {
            expect(Math.abs(mm / (whole?.mm ?? 0) - asked.measure.chosen), walk.site).toBeLessThan(0.002);
            fractions += 1;
          }
        }
    expect(lengths).toBeGreaterThan(100);
    expect(fractions).toBeGreaterThan(50);
  });

  it('starts where the landmark, the other site or the end of the leg before it is', () => {
    for (const { anatomy, all } of heads)
      for (const { walk } of all) {
        const spine = walk.legs.filter(({ aside }) => !aside);
        for (const [n, leg] of spine.entries()) {
          expect(distance(first(leg), leg.from.at.positionMm), walk.site).toBeLessThan(0.05);
          if (n > 0) expect(distance(last(spine[n - 1]!), first(leg)), walk.site).toBeLessThan(0.05);
          if (leg.from.kind === 'landmark') {
            const side = leg.from.side === 'midline' ? 'left' : leg.from.side;
            const at = anatomy.landmark(leg.from.name, side).position;
            expect(distance(at, leg.from.at.positionMm), walk.site).toBeLessThan(0.001);
          }
        }
      }
  });

  it('is drawn by points at most 2 mm apart that lie on the skin and look away from it', () => {
    for (const { anatomy, all } of heads)
      for (const { walk } of all)
        for (const { way, mm, whole } of walk.legs) {
          expect(Math.abs(lengthOf(way) - mm), walk.site).toBeLessThan(0.05 + 0.01 * mm);
          for (const line of [way, whole?.way ?? []])
            for (const [i, { positionMm, normal }] of line.entries()) {
              const on = anatomy.skin.closest(positionMm);
              // The last may stand on the model's own skin, beside the membrane that bridges an ear.
              const end = i === line.length - 1;
              expect(distance(on.position, positionMm), walk.site).toBeLessThan(end ? 0.5 : 0.001);
              expect(dot(on.normal, normal), walk.site).toBeGreaterThan(end ? 0.9 : 0.999);
              if (i > 0) expect(distance(line[i - 1]!.positionMm, positionMm), walk.site).toBeLessThan(2.001);
            }
        }
  });

  it('tells "3 cm straight up from the tragus" as one leg from that tragus', () => {
    const walk = unfold(heads[0]!.anatomy, 'preempt-2017', 'temporalis-R-1');
    expect(walk.legs).toHaveLength(1);
    expect(walk.legs[0]).toMatchObject({
      op: 'walk',
      aside: false,
      from: { kind: 'landmark', name: 'tragus', side: 'right' },
      heading: { go: 'up', plane: 'coronal' },
      asked: { unit: 'mm', measure: { chosen: 30 } },
    });
  });

  it('names sites that a rule goes by, and sets apart the legs that only give a height', () => {
    const forward = unfold(heads[0]!.anatomy, 'preempt-2017', 'temporalis-L-3');
    expect(forward.legs.map(({ op }) => op)).toEqual(['between', 'walk']);
    expect(forward.legs[0]).toMatchObject({
      from: { kind: 'site', id: 'temporalis-L-1' },
      to: { kind: 'site', id: 'temporalis-L-2' },
    });
    expect(forward.legs[1]?.from.kind).toBe('there');
    const midway = unfold(heads[0]!.anatomy, 'preempt-2017', 'occipitalis-L-1');
    expect(midway.legs.map(({ op, aside }) => [op, aside])).toEqual([
      ['between', false],
      ['walk', true],
      ['level', false],
    ]);
    expect(midway.legs[0]?.whole?.mm).toBeGreaterThan(midway.legs[0]?.mm ?? Infinity);
  });
});
