import { beforeAll, describe, expect, it } from 'vitest';
import type { DrawnHead } from '../../../scripts/read-head';
import type { Anatomy } from '../../../src/anatomy/anatomy';
import { type Conflict, findConflicts } from '../../../src/anatomy/conflicts';
import { toBorder } from '../../../src/anatomy/margin';
import { convergenceLine } from '../../../src/anatomy/measure-muscles';
import { type PlacedSite, placeSites } from '../../../src/anatomy/place-sites';
import { maps } from '../../../src/protocol/maps';
import { sitesOf } from '../../../src/protocol/sites';
import { sources } from '../../../src/protocol/sources';
import type { MapId } from '../../../src/protocol/words';
import { standardAnatomy, standardHead } from '../../support/standard-head';

let head: DrawnHead;
let anatomy: Anatomy;
let conflicts: readonly Conflict[];
const placed = (map: MapId): readonly PlacedSite[] => {
  const found = placeSites(anatomy, sitesOf(map));
  if (!found.ok) throw new Error(found.error.site);
  return found.value;
};
const told = (map: MapId, site: string): readonly Conflict[] =>
  conflicts.filter((one) => one.map === map && one.site === site);

beforeAll(async () => {
  head = await standardHead();
  anatomy = await standardAnatomy();
  conflicts = findConflicts(anatomy, head.muscles);
}, 60_000);

describe('the list of conflicts', () => {
  it('gives each with its distance and both sources, and claims no rule as confirmed', () => {
    expect(conflicts.length).toBeGreaterThan(10);
    for (const { site, distanceMm, ruleSource, measurementSource, ruleEvidence } of conflicts) {
      expect(distanceMm, site).toBeGreaterThan(0);
      expect(sources[ruleSource].id).not.toBe(sources[measurementSource].id);
      expect(ruleEvidence).not.toBe('confirmed');
    }
  });

  it('holds every site that lies outside its muscle, as far as it lies outside', () => {
    let outside = 0;
    for (const { id } of maps) {
      for (const { site, outsideByMm } of placed(id)) {
        if (outsideByMm === 0 || site.side === 'right') continue;
        outside += 1;
        expect(told(id, site.id).map((one) => one.distanceMm)).toContain(outsideByMm);
      }
    }
    expect(outside).toBeGreaterThan(2);
  });

  it('puts the frontalis sites of 2010 below the line of convergence, and those of 2017 above it', () => {
    const heights = convergenceLine(head.muscles).map(([, y]) => y);
    for (const { site, positionMm } of placed('preempt-2017')) {
      if (site.muscle === 'frontalis') expect(positionMm[1]).toBeGreaterThan(Math.max(...heights));
    }
    for (const site of ['frontalis-L-1', 'frontalis-L-2']) {
      expect(told('preempt-2010', site)[0]).toMatchObject({ ruleSource: 'S4', measurementSource: 'S19' });
      expect(told('preempt-2017', site)).toEqual([]);
    }
  });

  it('tells that the first temporalis site lies where a needle may meet tendon', () => {
    for (const { id } of maps) {
      const [found] = told(id, 'temporalis-L-1');
      expect(found?.measurementSource).toBe('S13');
      // 30 mm above the tragus is less than 45 above the arch, whose crest lies above the tragus.
      expect(found?.distanceMm).toBeGreaterThan(15);
    }
  });

  it('tells that on the nuchal ridge itself the first occipitalis site of 2017 would lie below the muscle', () => {
    const [found] = told('preempt-2017', 'occipitalis-L-1');
    expect(found?.measurement).toContain('lowest reading');
    expect(found?.distanceMm).toBeGreaterThan(5);
  });
});

describe('a site inside its muscle', () => {
  it('keeps 2 mm to the border, so that another head does not put it outside', () => {
    for (const { id } of maps) {
      for (const { site, positionMm, normal, insideMuscle } of placed(id)) {
        if (!insideMuscle) continue;
        expect(toBorder(head.muscles, site, positionMm, normal), `${id} ${site.id}`).toBeGreaterThan(2);
      }
    }
  });
});
