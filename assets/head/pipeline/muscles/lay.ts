import type { Surface } from '../surface';
import { add, distance, lerp, scale, subtract, unit, type Vec3 } from '../vector';

/**
 * How a fibre's points are given and brought onto the skin. All in the head's frame, mm, on the left.
 * front, back: [x, y] seen from the front or back. side: [y, z] seen from the left, from inside so that the ear is not
 * hit. nuchal: [lateral, up] along the skin from the inion: up the midline, then level to the side. nearest: a point near the skin.
 */
export type Fibres =
  | {
      readonly lay: 'front' | 'back' | 'side' | 'nuchal';
      readonly fibres: readonly (readonly (readonly [number, number])[])[];
    }
  | { readonly lay: 'nearest'; readonly fibres: readonly (readonly Vec3[])[] };

/** Inside the skull: rays from here meet the vault squarely. */
const skullCentre: Vec3 = [0, 38, -12];

/** The fibres' points on the skin. */
export function layFibres(given: Fibres, skin: Surface, inion: Vec3): readonly (readonly Vec3[])[] {
  if (given.lay === 'nearest') return given.fibres.map((fibre) => fibre.map((point) => skin.closest(point)));
  const { lay, fibres } = given;
  return fibres.map((fibre) =>
    fibre.map(([a, b]) => {
      if (lay === 'front') return hit(skin, [a, b, 300], [0, 0, -1]);
      if (lay === 'back') return hit(skin, [a, b, -300], [0, 0, 1]);
      if (lay === 'side') return hit(skin, [20, a, b], [1, 0, 0]);
      return fromInion(skin, inion, a, b);
    }),
  );
}

/** Brings a point of the loft between the fibres onto the skin; on the vault from inside, past the ear. */
export function layBetween(lay: Fibres['lay'], skin: Surface, point: Vec3): Vec3 {
  if (lay !== 'side' && lay !== 'nuchal') return skin.closest(point);
  return hit(skin, skullCentre, unit(subtract(point, skullCentre)));
}

/** Up the midline from the inion by `up` mm along the skin, then level to the left by `lateral` mm. */
function fromInion(skin: Surface, inion: Vec3, lateral: number, up: number): Vec3 {
  const level = walk(skin, [0, inion[1], skullCentre[2]], [0, 0, -1], [0, 1, 0], up);
  return walk(skin, [0, level[1], skullCentre[2]], [0, 0, -1], [1, 0, 0], lateral);
}

/** Follows the skin round `centre` from direction `from` (unit) towards `toward` (unit, square to it) for `mm`. */
function walk(skin: Surface, centre: Vec3, from: Vec3, toward: Vec3, mm: number): Vec3 {
  let here = hit(skin, centre, from);
  let walked = 0;
  for (let angle = 0.005; angle < Math.PI; angle += 0.005) {
    const next = hit(skin, centre, add(scale(from, Math.cos(angle)), scale(toward, Math.sin(angle))));
    const step = distance(here, next);
    if (walked + step >= mm) return skin.closest(lerp(here, next, (mm - walked) / step));
    walked += step;
    here = next;
  }
  throw new Error(`the skin ends before ${mm} mm`);
}

function hit(skin: Surface, origin: Vec3, direction: Vec3): Vec3 {
  const found = skin.cast(origin, direction);
  if (!found) throw new Error(`no skin from ${origin.join(', ')} towards ${direction.join(', ')}`);
  return found.point;
}
