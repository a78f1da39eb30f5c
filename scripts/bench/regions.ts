import { Anatomy } from '../../src/anatomy/anatomy';
import type { DrawnMuscle } from '../../src/anatomy/footprint';
import { above, below, type Footprints } from '../../src/anatomy/footprint';
import { zoneKey } from '../../src/anatomy/neighbours';
import { placeSites } from '../../src/anatomy/place-sites';
import { placeZones } from '../../src/anatomy/place-zones';
import { Regions } from '../../src/anatomy/regions';
import type { SurfacePoint } from '../../src/anatomy/surface';
import { cross, dot, subtract } from '../../src/anatomy/vector';
import { sitesOf } from '../../src/protocol/sites';
import { readHead } from '../read-head';
import { type Figure, figure, median, quantile } from './figures';
import { measureSkinDistances } from './skin-distances';
import { seeded } from '../seeded';

const asked = 4000;
const askedPlainly = 60;

/** Points all over the skin, each triangle as likely as any. */
function pointsOn(anatomy: Anatomy, count: number): readonly SurfacePoint[] {
  const next = seeded(20_261_125);
  return Array.from({ length: count }, () => {
    const triangle = Math.floor((next() * anatomy.skin.indices.length) / 3);
    const [a, b] = [next(), next()];
    const [u, v] = a + b > 1 ? [1 - a, 1 - b] : [a, b];
    return anatomy.skin.at(triangle, [1 - u - v, u, v]);
  });
}

/** Answers, and the time each took, ms; the first tenth is asked twice to warm up. */
function timed<T>(points: readonly SurfacePoint[], ask: (point: SurfacePoint) => T) {
  for (const point of points.slice(0, points.length / 10)) ask(point);
  return points.map((point) => {
    const from = process.hrtime.bigint();
    const answer = ask(point);
    return { answer, ms: Number(process.hrtime.bigint() - from) / 1e6 };
  });
}

/** The muscle by trying every triangle of every sheet, without any search tree. */
function plainly(footprints: Footprints, { position, normal }: SurfacePoint): DrawnMuscle | null {
  for (const { muscle, side, sheet } of footprints.sheets) {
    for (let t = 0; t < sheet.indices.length / 3; t++) {
      const [a, b, c] = sheet.corners(t);
      const [ab, ac, ap] = [subtract(b, a), subtract(c, a), subtract(position, a)];
      const across = cross(normal, ac);
      const area = dot(ab, across);
      if (area === 0) continue;
      const u = dot(ap, across) / area;
      const q = cross(ap, ab);
      const v = dot(normal, q) / area;
      const height = dot(ac, q) / area;
      if (u >= 0 && v >= 0 && u + v <= 1 && height <= above && height >= -below) return { muscle, side };
    }
  }
  return null;
}

const same = (a: DrawnMuscle | null, b: DrawnMuscle | null): boolean => a?.muscle === b?.muscle && a?.side === b?.side;

/**
 * What lies at a point of the full head's skin, in Node, by labels and fields, with the naive ways beside it, and how
 * far off its distances are.
 * Throws where they disagree about a muscle: then no time means anything.
 */
export async function measureRegions(): Promise<readonly Figure[]> {
  const model = await readHead();
  const from = performance.now();
  const anatomy = new Anatomy(model);
  const treesMs = performance.now() - from;
  const placed = placeSites(anatomy, sitesOf('preempt-2010'));
  if (!placed.ok) throw new Error(`${placed.error.site} could not be placed`);
  const sites = placed.value.map(({ site, ...point }) => ({
    id: site.id,
    points: [{ ...point, position: point.positionMm }],
  }));
  const courses = placeZones(anatomy);
  if (!courses.ok) throw new Error(`${courses.error.zone} could not be placed`);
  const zones = courses.value.map(({ zone, side, path }) => ({ id: zoneKey(zone.id, side), points: path }));
  const sightsFrom = performance.now();
  while (anatomy.geodesics.step());
  const sightsMs = performance.now() - sightsFrom;
  const regions = new Regions(anatomy);
  regions.chart({ sites, zones });
  const spent: Record<string, number> = {};
  let last = performance.now();
  for (const part of regions.steps()) {
    spent[part] = (spent[part] ?? 0) + performance.now() - last;
    last = performance.now();
  }
  const points = pointsOn(anatomy, asked);
  const sheets = timed(points, (point) => anatomy.footprints.muscleAt(point));
  const labels = timed(points, (point) => ({ muscle: regions.muscleAt(point), side: regions.sideOf(point) }));
  const plain = timed(points.slice(0, askedPlainly), (point) => plainly(anatomy.footprints, point));
  const whole = timed(points, (point) => regions.at(point));
  const differing =
    sheets.filter(({ answer }, i) => !same(answer, labels[i]!.answer.muscle)).length +
    plain.filter(({ answer }, i) => !same(answer, labels[i]!.answer.muscle)).length;
  if (differing > 0) throw new Error(`${String(differing)} points lie in another muscle by their labels`);

  const [labelMs, sheetMs, plainMs, wholeMs] = [labels, sheets, plain, whole].map((list) => list.map(({ ms }) => ms));
  return [
    figure('regions, points asked', asked, ''),
    figure('muscle and side by labels, median', median(labelMs!), 'ms', { atMost: 0.1 }),
    figure('muscle and side by labels, p95', quantile(labelMs!, 0.95), 'ms'),
    figure('muscle by asking every sheet, median', median(sheetMs!), 'ms'),
    figure('muscle by trying every triangle, median', median(plainMs!), 'ms'),
    figure('muscle, times faster than every sheet', median(sheetMs!) / median(labelMs!), '×'),
    figure('muscle, times faster than every triangle', median(plainMs!) / median(labelMs!), '×'),
    figure('muscle, site, landmark and zones with distances, median', median(wholeMs!), 'ms', { atMost: 0.5 }),
    figure('muscle, site, landmark and zones with distances, p95', quantile(wholeMs!, 0.95), 'ms'),
    figure('regions, search trees', treesMs, 'ms'),
    figure('regions, muscles of all triangles', spent.muscles ?? 0, 'ms'),
    figure('regions, what every vertex sees', sightsMs, 'ms'),
    figure(`regions, fields of ${String(zones.length)} danger zones`, spent.zones ?? 0, 'ms'),
    figure('regions, fields of 31 sites', spent.sites ?? 0, 'ms'),
    figure('regions, fields of 27 landmarks', spent.landmarks ?? 0, 'ms'),
    ...measureSkinDistances(anatomy),
  ];
}
