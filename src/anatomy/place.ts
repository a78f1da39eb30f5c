import type { Heading, Place } from '../protocol/rule';
import { err, ok, type Result, type Side } from '../protocol/words';
import type { Anatomy } from './anatomy';
import { crestBetween } from './crest';
import { courseOf } from './heading';
import { type NotConnected, planeThrough, pointAlong, stretchAlong } from './measure';
import type { Plane, Surface, SurfacePoint } from './surface';
import { add, addScaled, dot, lerp, subtract, unit } from './vector';
import { walk, walkToHeight, type WalkError } from './walk';

/** One measured part of a rule. `chosen` is what the rule asks for, null where it only asks for a height. */
export type Leg = {
  /** "up from tragus", "then lateral", "of inion to mastoid-tip". */
  readonly name: string;
  readonly unit: 'mm' | 'fraction';
  readonly chosen: number | null;
  /** Measured back on the exact section of the skin, not taken from the walk. */
  readonly measured: number;
};

/** A place found, and the legs that led there (those of other sites and landmarks on the way left out). */
export type Placed = { readonly point: SurfacePoint; readonly legs: readonly Leg[] };

export type PlaceError = WalkError | NotConnected;

/** How places of the same rule table are looked up: another site, already placed. */
export type SiteAt = (muscle: string, ordinal: number, side: Side) => Result<Placed, PlaceError>;

/**
 * Evaluates a rule expression on a head: walks the skin for each leg, then measures each leg back.
 * @param side the site's own side; landmarks and sites are taken there unless the expression says otherwise
 * @param ridge take fractions along the crest, as of the shoulder, rather than in the plane that the skin's normals span
 */
export function place(
  anatomy: Anatomy,
  expression: Place,
  side: Side,
  ridge: boolean,
  siteAt: SiteAt,
): Result<Placed, PlaceError> {
  const { skin } = anatomy;
  const evaluate = (part: Place): Result<Placed, PlaceError> => place(anatomy, part, side, ridge, siteAt);
  switch (expression.op) {
    case 'landmark':
      return ok({ point: anatomy.landmark(expression.name, side), legs: [] });
    case 'site': {
      const other = siteAt(expression.muscle, expression.ordinal, expression.side ?? side);
      return other.ok ? ok({ point: other.value.point, legs: [] }) : other;
    }
    case 'walk': {
      const from = evaluate(expression.from);
      if (!from.ok) return from;
      const course = courseOf(from.value.point, expression.heading, side);
      if (!course.ok) return course;
      const end = walk(skin, from.value.point, course.value, expression.mm.chosen);
      if (!end.ok) return end;
      const back = measure(anatomy, course.value.plane, from.value.point, end.value.point);
      if (!back.ok) return back;
      const name = nameWalk(expression.heading, expression.from);
      const leg: Leg = { name, unit: 'mm', chosen: expression.mm.chosen, measured: back.value };
      return ok({ point: end.value.point, legs: [...from.value.legs, leg] });
    }
    case 'level': {
      const from = evaluate(expression.from);
      if (!from.ok) return from;
      const reference = evaluate(expression.with);
      if (!reference.ok) return reference;
      const course = courseOf(from.value.point, expression.heading, side);
      if (!course.ok) return course;
      const end = walkToHeight(skin, from.value.point, course.value, reference.value.point.position[1]);
      if (!end.ok) return end;
      const back = measure(anatomy, course.value.plane, from.value.point, end.value.point);
      if (!back.ok) return back;
      const rise = end.value.point.position[1] - reference.value.point.position[1];
      return ok({
        point: end.value.point,
        legs: [
          ...from.value.legs,
          ...reference.value.legs.map((leg) => ({ ...leg, name: `its level: ${leg.name}` })),
          { name: nameWalk(expression.heading, expression.from), unit: 'mm', chosen: null, measured: back.value },
          { name: 'height above that level', unit: 'mm', chosen: 0, measured: rise },
        ],
      });
    }
    case 'between': {
      const from = evaluate(expression.from);
      if (!from.ok) return from;
      const to = evaluate(expression.to);
      if (!to.ok) return to;
      const [a, b] = [from.value.point, to.value.point];
      const span = spanOf(skin, a, b, ridge);
      const whole = stretchAlong(skin, span, a, b);
      if (!whole.ok) return whole;
      const point = skin.closest(pointAlong(whole.value, expression.fraction.chosen));
      const first = measure(anatomy, span, a, point);
      if (!first.ok) return first;
      const rest = measure(anatomy, span, point, b);
      if (!rest.ok) return rest;
      const [start, end] = [nameOf(expression.from), nameOf(expression.to)];
      return ok({
        point,
        legs: [
          ...from.value.legs,
          ...to.value.legs,
          {
            name: `of ${start} to ${end}`,
            unit: 'fraction',
            chosen: expression.fraction.chosen,
            measured: first.value / (first.value + rest.value),
          },
          { name: `from ${start}`, unit: 'mm', chosen: null, measured: first.value },
          { name: `to ${end}`, unit: 'mm', chosen: null, measured: rest.value },
        ],
      });
    }
  }
}

/** So far (mm) the skin's own plane pulls at that through the crest: where the crest is straight, it alone decides. */
const pull = 1.5;

/**
 * The plane in which a fraction of the way from `a` to `b` is taken: for a ridge the one through the crest between
 * them, where the finger runs; else the one that the skin's normals span. A crest that lies on the straight line
 * between its ends spans no plane with it, so that the normals always have a small say.
 */
export function spanOf(skin: Surface, a: SurfacePoint, b: SurfacePoint, ridge: boolean): Plane {
  const outward = unit(add(a.normal, b.normal)) ?? a.normal;
  const crest = ridge ? crestBetween(skin, a.position, b.position) : null;
  if (crest === null) return planeThrough(a.position, b.position, outward);
  const aside = subtract(crest, lerp(a.position, b.position, 0.5));
  return planeThrough(a.position, b.position, addScaled(aside, outward, dot(aside, outward) < 0 ? -pull : pull));
}

function measure(anatomy: Anatomy, plane: Plane, a: SurfacePoint, b: SurfacePoint): Result<number, NotConnected> {
  const stretch = stretchAlong(anatomy.skin, plane, a, b);
  return stretch.ok ? ok(stretch.value.mm) : err(stretch.error);
}

function nameWalk(heading: Heading, from: Place): string {
  const way = heading.go === 'diagonal' ? `diagonally up and ${heading.toward} at ${heading.degrees}°` : heading.go;
  return from.op === 'landmark' || from.op === 'site' ? `${way} from ${nameOf(from)}` : `then ${way}`;
}

function nameOf(from: Place): string {
  if (from.op === 'landmark') return from.name;
  if (from.op === 'site') return [from.muscle, from.ordinal, from.side].filter((part) => part !== undefined).join(' ');
  return 'there';
}
