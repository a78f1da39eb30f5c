import { beforeAll, describe, expect, it } from 'vitest';
import { Anatomy } from '../../../src/anatomy/anatomy';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { ChartedHead } from '../../../src/anatomy/charted-head';
import { zoneKey } from '../../../src/anatomy/neighbours';
import type { PlacedSite } from '../../../src/anatomy/place-sites';
import type { SurfacePoint } from '../../../src/anatomy/surface';
import { distance } from '../../../src/anatomy/vector';
import type { MapId } from '../../../src/protocol/words';
import { standardAnatomy, standardHead } from '../../support/standard-head';

const map = 'preempt-2010';
let anatomy: Anatomy;
let head: ChartedHead;
beforeAll(async () => {
  anatomy = await standardAnatomy();
  head = new ChartedHead(anatomy);
}, 120_000);

const sites = (of: MapId): readonly PlacedSite[] => {
  const placed = head.sites(of);
  if (!placed.ok) throw new Error(placed.error.site);
  return placed.value;
};
const site = (id: string, of: MapId = map): PlacedSite => {
  const found = sites(of).find((one) => one.site.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const at = ({ positionMm, normal, triangle, weights }: PlacedSite): SurfacePoint => ({
  position: positionMm,
  normal,
  triangle,
  weights,
});
const point = (position: Vec3): SurfacePoint => {
  const found = anatomy.nearest(position);
  if (found === null) throw new Error('no skin there');
  return found;
};

describe('what lies at a point of the skin', () => {
  it('is the muscle, the side, and what is nearest', () => {
    const found = head.whatLiesAt(at(site('temporalis-L-3')), map);
    expect(found).toMatchObject({ muscle: { muscle: 'temporalis', side: 'left' }, side: 'left' });
    expect(found.nearestSite?.id).toBe('temporalis-L-3');
    expect(found.nearestSite?.mm).toBeCloseTo(0, 1);
    expect(found.nearestLandmark).toEqual({ id: 'helix-L', mm: expect.closeTo(41, -1) as number });
  }, 120_000);

  it('names the sites of the map that is asked for', () => {
    const [older, newer] = [site('frontalis-L-1'), site('frontalis-L-1', 'preempt-2017')];
    expect(head.whatLiesAt(at(newer), 'preempt-2017').nearestSite?.mm).toBeCloseTo(0, 1);
    expect(head.whatLiesAt(at(newer), map).nearestSite?.mm).toBeGreaterThan(5);
    expect(head.whatLiesAt(at(older), map).nearestSite?.mm).toBeCloseTo(0, 1);
  }, 120_000);

  it('tells of zones by the way along the skin to their courses, on the side where the point is', () => {
    let told = 0;
    for (const here of sites(map)) {
      for (const { zone, side, mm } of head.whatLiesAt(at(here), map).zones) {
        expect(anatomy.regions.distanceFrom(zoneKey(zone, side), at(here)), here.site.id).toBe(mm);
        expect(side, here.site.id).toBe(here.site.side);
        told += 1;
      }
    }
    expect(told).toBeGreaterThan(30);
  }, 120_000);

  it('is not told by straight lines: in the fold of a lid they are more than a tenth too short', () => {
    const lid = point([42.5, 25, 74.1]);
    const { nearestLandmark, nearestSite, zones } = head.whatLiesAt(lid, map);
    const rim = head.zones.find(({ zone, side }) => zone.id === 'orbital-rim' && side === 'left');
    const [first] = zones;
    if (rim === undefined || first === undefined || nearestSite === null) throw new Error('nothing is near');
    expect(first).toMatchObject({ zone: 'orbital-rim', side: 'left' });
    expect(first.mm).toBeGreaterThan(
      1.1 * Math.min(...rim.path.map(({ position }) => distance(position, lid.position))),
    );
    expect(nearestSite.mm).toBeGreaterThan(1.1 * distance(site(nearestSite.id).positionMm, lid.position));
    expect(nearestLandmark?.id).toBe('outer-canthus-L');
    expect(nearestLandmark?.mm).toBeGreaterThan(
      1.1 * distance(anatomy.landmark('outer-canthus', 'left').position, lid.position),
    );
  }, 120_000);

  it('is the same worked out ahead or when asked', async () => {
    const here = at(site('occipitalis-L-1'));
    const asked = head.whatLiesAt(here, map);
    // A head that nobody has asked before: what is known is passed over.
    const ahead = new ChartedHead(new Anatomy(await standardHead()));
    expect([...new Set(ahead.steps(map))]).toEqual(['places', 'skin', 'zones', 'sites', 'landmarks', 'muscles']);
    expect([...ahead.steps(map)]).toEqual(['places']);
    expect(ahead.whatLiesAt(here, map)).toEqual(asked);
  }, 120_000);
});
