import { BufferAttribute, BufferGeometry, Triangle, Vector3 } from 'three';
import type { HitPointInfo, MeshBVH } from 'three-mesh-bvh';
import type { MapZone } from './map-props';
import { zoneKinds } from './zone-palette';

/** A cut across the course every so many mm of spread: enough for a band to follow a forehead. */
const acrossStep = 3.5;
/** No point of a band is laid further than this from where the flat band would be. */
const reach = 12;
/** The round ends of a band are this many cuts. */
const capCuts = 3;

/**
 * All zones as one ribbon mesh laid on the skin, one draw call: each as wide as its spread, rounded at its ends.
 * Attributes: `course` (mm across the course, mm along it, its length; beyond the ends `along` runs on), `mark` (spread
 * in mm, number of the zone, its kind, 1 where the course goes on past its end).
 */
export function zoneGeometry(zones: readonly MapZone[], skin: MeshBVH): BufferGeometry {
  const ribbons = zones.map((zone) => ribbonOf(zone, skin));
  const vertices = ribbons.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const position = new Float32Array(vertices * 3);
  const normal = new Float32Array(vertices * 3);
  const course = new Float32Array(vertices * 3);
  const mark = new Float32Array(vertices * 4);
  const indices: number[] = [];
  let base = 0;
  for (const { rows, columns, ...from } of ribbons) {
    position.set(from.position, base * 3);
    normal.set(from.normal, base * 3);
    course.set(from.course, base * 3);
    mark.set(from.mark, base * 4);
    for (let r = 0; r + 1 < rows; r += 1) {
      for (let c = 0; c + 1 < columns; c += 1) {
        const a = base + r * columns + c;
        indices.push(a, a + 1, a + columns, a + 1, a + columns + 1, a + columns);
      }
    }
    base += rows * columns;
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(position, 3));
  geometry.setAttribute('normal', new BufferAttribute(normal, 3));
  geometry.setAttribute('course', new BufferAttribute(course, 3));
  geometry.setAttribute('mark', new BufferAttribute(mark, 4));
  geometry.setIndex(indices);
  return geometry;
}

type Ribbon = {
  readonly rows: number;
  readonly columns: number;
  readonly position: number[];
  readonly normal: number[];
  readonly course: number[];
  readonly mark: number[];
};

type Cut = { readonly at: Vector3; readonly normal: Vector3; readonly along: number };

function ribbonOf(zone: MapZone, skin: MeshBVH): Ribbon {
  const cuts = cutsOf(zone);
  const length = cuts.length === 0 ? 0 : cuts[cuts.length - 1 - capCuts]!.along;
  const half = Math.max(2, Math.ceil(zone.spreadMm / acrossStep));
  const columns = 2 * half + 1;
  const out: Ribbon = { rows: cuts.length, columns, position: [], normal: [], course: [], mark: [] };
  const ahead = new Vector3();
  const aside = new Vector3();
  const point = new Vector3();
  const hit: HitPointInfo = { point: new Vector3(), distance: 0, faceIndex: 0 };
  cuts.forEach(({ at, normal, along }, i) => {
    ahead.subVectors(cuts[Math.min(i + 1, cuts.length - 1)]!.at, cuts[Math.max(i - 1, 0)]!.at);
    aside.crossVectors(ahead, normal).normalize();
    for (let k = -half; k <= half; k += 1) {
      const across = (k / half) * zone.spreadMm;
      point.copy(at).addScaledVector(aside, across);
      const found = k === 0 ? null : skin.closestPointToPoint(point, hit, 0, reach);
      if (found !== null) point.copy(found.point);
      // Over a ridge one side of a band faces the viewer while its course does not.
      const outward = found === null ? normal : outwardOf(skin, found.faceIndex);
      out.position.push(point.x, point.y, point.z);
      out.normal.push(outward.x, outward.y, outward.z);
      out.course.push(across, along, length);
      out.mark.push(zone.spreadMm, zone.number, zoneKinds.indexOf(zone.kind), zone.goesOn ? 1 : 0);
    }
  });
  return out;
}

const triangle = new Triangle();
const turned = new Vector3();
const corner = (skin: MeshBVH, of: number, into: Vector3): Vector3 =>
  into.fromBufferAttribute(skin.geometry.attributes['position']!, skin.geometry.index?.getX(of) ?? of);

/** The outward normal of a triangle of the skin; the next call overwrites it. */
function outwardOf(skin: MeshBVH, face: number): Vector3 {
  corner(skin, 3 * face, triangle.a);
  corner(skin, 3 * face + 1, triangle.b);
  corner(skin, 3 * face + 2, triangle.c);
  return triangle.getNormal(turned);
}

/** Where the ribbon is cut across: at every point of the course, and beyond both ends for the round caps. */
function cutsOf({ path, spreadMm }: MapZone): readonly Cut[] {
  let walked = 0;
  const body = path.map(([x, y, z, nx, ny, nz], i): Cut => {
    const before = path[i - 1];
    if (before !== undefined) walked += Math.hypot(x - before[0], y - before[1], z - before[2]);
    return { at: new Vector3(x, y, z), normal: new Vector3(nx, ny, nz), along: walked };
  });
  const [first, second, last, previous] = [body[0], body[1], body[body.length - 1], body[body.length - 2]];
  if (first === undefined || second === undefined || last === undefined || previous === undefined) return [];
  const cap = (end: Cut, inner: Cut, sign: 1 | -1): Cut[] => {
    const out = new Vector3().subVectors(end.at, inner.at).normalize();
    return Array.from({ length: capCuts }, (_, i) => {
      const beyond = (spreadMm * (i + 1)) / capCuts;
      return { at: end.at.clone().addScaledVector(out, beyond), normal: end.normal, along: end.along + sign * beyond };
    });
  };
  return [...cap(first, second, -1).reverse(), ...body, ...cap(last, previous, 1)];
}
