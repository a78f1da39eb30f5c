import type { ZoneId, ZoneSide } from '../protocol/danger-zone';
import type { PlacedZone } from './place-zones';
import { distance } from './vector';

/** A point of a zone's course on the skin and the unit outward normal there: x, y, z (mm), nx, ny, nz. */
export type ZonePathPoint = readonly [number, number, number, number, number, number];

/** A placed zone as plain numbers: what is drawn, kept in a file, and sent between threads. */
export type ZonePath = { readonly zone: ZoneId; readonly side: ZoneSide; readonly path: readonly ZonePathPoint[] };

/** Wider apart than this the drawn line would leave a curved skin. */
const spacing = 2;

/** Thins a course to points about 2 mm apart; the points of the rule all stay. */
export function zonePath({ zone, side, path, marks }: PlacedZone): ZonePath {
  const kept = new Set(marks.map(({ index }) => index));
  let walked = 0;
  path.forEach(({ position }, i) => {
    const before = path[i - 1];
    walked += before === undefined ? 0 : distance(before.position, position);
    if (kept.has(i)) walked = 0;
    else if (walked >= spacing) {
      kept.add(i);
      walked = 0;
    }
  });
  const points = path.flatMap(({ position, normal }, i): ZonePathPoint[] =>
    kept.has(i) ? [[...position, ...normal]] : [],
  );
  return { zone: zone.id, side, path: points };
}
