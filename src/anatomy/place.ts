import type { Heading, Place } from '../protocol/rule';
import { ok, type Result, type Side } from '../protocol/words';
import type { Anatomy } from './anatomy';
import type { Vec3 } from './anchor';
import { crestBetween } from './crest';
import { courseOf } from './heading';
import { type NotConnected, planeThrough, pointAlong, type Stretch, stretchAlong, stretchOn } from './measure';
import type { Surface, SurfacePoint } from './surface';
import { add } from './vector';
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

/** What one step of a rule walked over the skin, for whoever draws it. */
export type Traced = {
  readonly step: Exclude<Place, { op: 'landmark' | 'site' }>;
  /** The way that was walked, from the step's start to its end. */
  readonly way: Stretch;
  /** Of a fraction, and of a length on the way to somewhere: the way all along. */
  readonly whole?: Stretch;
  readonly end: SurfacePoint;
};

const upright: Vec3 = [0, 1, 0];

export type PlaceError = WalkError | NotConnected;

/** How places of the same rule table are looked up: another site, already placed. */
export type SiteAt = (muscle: string, ordinal: number, side: Side) => Result<Placed, PlaceError>;

/**
 * Evaluates a rule expression on a head: walks the skin for each leg, then measures each leg back.
 * @param side the site's own side; landmarks and sites are taken there unless the expression says otherwise
 * @param ridge take fractions over the crest, as of the shoulder, rather than in the plane that the skin's normals span
 * @param trace told of every step in the order in which they are walked
 */
export function place(
  anatomy: Anatomy,
  expression: Place,
  side: Side,
  ridge: boolean,
  siteAt: SiteAt,
  trace?: (traced: Traced) => void,
): Result<Placed, PlaceError> {
  const { skin } = anatomy;
  const evaluate = (part: Place): Result<Placed, PlaceError> => place(anatomy, part, side, ridge, siteAt, trace);
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
      const back = stretchAlong(skin, course.value.plane, from.value.point, end.value.point);
      if (!back.ok) return back;
      trace?.({ step: expression, way: back.value, end: end.value.point });
      const name = nameWalk(expression.heading, expression.from);
      const leg: Leg = { name, unit: 'mm', chosen: expression.mm.chosen, measured: back.value.mm };
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
      const back = stretchAlong(skin, course.value.plane, from.value.point, end.value.point);
      if (!back.ok) return back;
      trace?.({ step: expression, way: back.value, end: end.value.point });
      const rise = end.value.point.position[1] - reference.value.point.position[1];
      return ok({
        point: end.value.point,
        legs: [
          ...from.value.legs,
          ...reference.value.legs.map((leg) => ({ ...leg, name: `its level: ${leg.name}` })),
          { name: nameWalk(expression.heading, expression.from), unit: 'mm', chosen: null, measured: back.value.mm },
          { name: 'height above that level', unit: 'mm', chosen: 0, measured: rise },
        ],
      });
    }
    case 'toward': {
      const from = evaluate(expression.from);
      if (!from.ok) return from;
      const to = evaluate(expression.to);
      if (!to.ok) return to;
      const [a, b] = [from.value.point, to.value.point];
      const whole = wayBetween(skin, a, b, ridge);
      if (!whole.ok) return whole;
      const point = skin.closest(pointAlong(whole.value, Math.min(1, expression.mm.chosen / whole.value.mm)));
      const back = stretchOn([{ points: whole.value.points, closed: false }], a.position, point.position);
      if (!back.ok) return back;
      trace?.({ step: expression, way: back.value, whole: whole.value, end: point });
      const name = `from ${nameOf(expression.from)} toward ${nameOf(expression.to)}`;
      const leg: Leg = { name, unit: 'mm', chosen: expression.mm.chosen, measured: back.value.mm };
      return ok({ point, legs: [...from.value.legs, ...to.value.legs, leg] });
    }
    case 'between': {
      const from = evaluate(expression.from);
      if (!from.ok) return from;
      const to = evaluate(expression.to);
      if (!to.ok) return to;
      const [a, b] = [from.value.point, to.value.point];
      const whole = wayBetween(skin, a, b, ridge);
      if (!whole.ok) return whole;
      const point = skin.closest(pointAlong(whole.value, expression.fraction.chosen));
      const line = { points: whole.value.points, closed: false };
      const first = stretchOn([line], a.position, point.position);
      if (!first.ok) return first;
      const rest = stretchOn([line], point.position, b.position);
      if (!rest.ok) return rest;
      trace?.({ step: expression, way: first.value, whole: whole.value, end: point });
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
            measured: first.value.mm / (first.value.mm + rest.value.mm),
          },
          { name: `from ${start}`, unit: 'mm', chosen: null, measured: first.value.mm },
          { name: `to ${end}`, unit: 'mm', chosen: null, measured: rest.value.mm },
        ],
      });
    }
  }
}

/**
 * The way over the skin from `a` to `b` on which a fraction is taken: in the plane that the skin's normals span, or for a
 * ridge over its crest, where the finger runs: straight from `a` to the crest's middle and on to `b`, each in the plane
 * that stands upright.
 */
export function wayBetween(
  skin: Surface,
  a: SurfacePoint,
  b: SurfacePoint,
  ridge: boolean,
): Result<Stretch, NotConnected> {
  const crest = ridge ? crestBetween(skin, a.position, b.position) : null;
  if (crest === null) return stretchAlong(skin, planeThrough(a.position, b.position, add(a.normal, b.normal)), a, b);
  const there = stretchAlong(skin, planeThrough(a.position, crest.position, upright), a, crest);
  if (!there.ok) return there;
  const on = stretchAlong(skin, planeThrough(crest.position, b.position, upright), crest, b);
  if (!on.ok) return on;
  return ok({ points: [...there.value.points, ...on.value.points.slice(1)], mm: there.value.mm + on.value.mm });
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
