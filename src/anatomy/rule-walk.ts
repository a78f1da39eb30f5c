import type { Heading, LandmarkName, Measure, Place } from '../protocol/rule';
import type { Site } from '../protocol/site';
import { fixedSiteId } from '../protocol/site-id';
import { sitesOf } from '../protocol/sites';
import { err, ok, type MapId, type Result, type Side, type SiteId } from '../protocol/words';
import type { Anatomy } from './anatomy';
import type { Vec3 } from './anchor';
import { pointAlong, type Stretch } from './measure';
import { place, type Placed, type PlaceError, type SiteAt, type Traced } from './place';
import type { SurfacePoint } from './surface';

/** A point of the skin as a line over it needs it: mm in the head's frame, unit outward normal. */
export type RulePoint = { readonly positionMm: Vec3; readonly normal: Vec3 };

/** What a leg goes by: a landmark, another site, or where an earlier leg of the same rule ended. */
export type RulePlace = { readonly at: RulePoint } & (
  | { readonly kind: 'landmark'; readonly name: LandmarkName; readonly side: Side }
  | { readonly kind: 'site'; readonly id: SiteId }
  | { readonly kind: 'there' }
);

/** One leg of a rule as it is walked over the skin of a head. */
export type RuleLeg = {
  readonly op: Traced['step']['op'];
  /** True where the leg only finds what another goes by, such as a height: the site is not reached over it. */
  readonly aside: boolean;
  readonly from: RulePlace;
  /** What it goes toward, or is level with; null for a length along a heading. */
  readonly to: RulePlace | null;
  readonly heading: Heading | null;
  /** The length (mm) or fraction that the rule asks for, and what the source allows; null where it asks for a height. */
  readonly asked: { readonly unit: 'mm' | 'fraction'; readonly measure: Measure } | null;
  /** Measured on the exact section of the skin. */
  readonly mm: number;
  /** From its start to its end, points at most 2 mm apart. */
  readonly way: readonly RulePoint[];
  /** Of a way on which a fraction or length is taken: all of it, and how long it is, mm. */
  readonly whole: { readonly mm: number; readonly way: readonly RulePoint[] } | null;
};

/** A site's rule unfolded on a head: the legs in the order in which they are walked, and where they lead. */
export type RuleWalk = { readonly site: SiteId; readonly legs: readonly RuleLeg[]; readonly end: RulePoint };

/** The points of a way lie at most so far apart along it, mm: little enough for a line to lie on the skin. */
const longestStep = 1.8;

/**
 * Unfolds the rule of a site by the same walks that place it. The error is that of `place`. A site that the map does not
 * have is a defect.
 */
export function walkRule(anatomy: Anatomy, map: MapId, id: SiteId): Result<RuleWalk, PlaceError> {
  const sites = sitesOf(map);
  const site = sites.find((one) => one.id === id);
  if (site === undefined) throw new RangeError(`the map has no site ${id}`);
  const lookUp = places(anatomy, sites);
  const traced: Traced[] = [];
  const placed = lookUp(site, site.rule.place, (step) => traced.push(step));
  if (!placed.ok) return placed;
  const spine = spineOf(site.rule.place);
  const legs: RuleLeg[] = [];
  for (const one of traced) {
    const leg = describe(anatomy, site, one, !spine.has(one.step), lookUp);
    if (!leg.ok) return leg;
    legs.push(leg.value);
  }
  // At the root of an ear walks lead over a membrane; the site itself stands on the drawn skin just under or over it.
  const end = onSkin(anatomy.onModel(placed.value.point) ?? placed.value.point);
  return ok({ site: id, legs: legs.map((leg, n) => (n === legs.length - 1 ? endingAt(leg, end) : leg)), end });
}

const endingAt = (leg: RuleLeg, end: RulePoint): RuleLeg => ({ ...leg, way: [...leg.way.slice(0, -1), end] });

type LookUp = (site: Site, part: Place, trace?: (traced: Traced) => void) => Result<Placed, PlaceError>;

/** Evaluates parts of rules as placing does: with the other sites of the map where their rules put them. */
function places(anatomy: Anatomy, sites: readonly Site[]): LookUp {
  const lookUp: LookUp = (site, part, trace) =>
    place(anatomy, part, site.side, site.muscle === 'trapezius', siteAt, trace);
  const siteAt: SiteAt = (muscle, ordinal, side) => {
    const other = otherSite(sites, muscle, ordinal, side);
    return lookUp(other, other.rule.place);
  };
  return lookUp;
}

function otherSite(sites: readonly Site[], muscle: string, ordinal: number, side: Side): Site {
  const found = sites.find((one) => one.muscle === muscle && one.ordinal === ordinal && one.side === side);
  if (found === undefined) throw new RangeError(`the map has no site ${muscle} ${side} ${String(ordinal)}`);
  return found;
}

/** The steps over which the site itself is reached: each starts where the one before it ended. */
function spineOf(rule: Place): ReadonlySet<Place> {
  const spine = new Set<Place>();
  for (let part = rule; part.op !== 'landmark' && part.op !== 'site'; part = part.from) spine.add(part);
  return spine;
}

function describe(
  anatomy: Anatomy,
  site: Site,
  { step, way, whole }: Traced,
  aside: boolean,
  lookUp: LookUp,
): Result<RuleLeg, PlaceError> {
  const goal = goalOf(step);
  const from = named(anatomy, site, step.from, lookUp);
  if (!from.ok) return from;
  const to = goal === null ? null : named(anatomy, site, goal, lookUp);
  if (to !== null && !to.ok) return err(to.error);
  return ok({
    op: step.op,
    aside,
    from: from.value,
    to: to === null ? null : to.value,
    heading: step.op === 'walk' || step.op === 'level' ? step.heading : null,
    asked: askedOf(step),
    mm: way.mm,
    way: sampled(anatomy, way),
    whole: whole === undefined ? null : { mm: whole.mm, way: sampled(anatomy, whole) },
  });
}

function goalOf(step: Traced['step']): Place | null {
  switch (step.op) {
    case 'walk':
      return null;
    case 'level':
      return step.with;
    default:
      return step.to;
  }
}

function askedOf(step: Traced['step']): RuleLeg['asked'] {
  switch (step.op) {
    case 'level':
      return null;
    case 'between':
      return { unit: 'fraction', measure: step.fraction };
    default:
      return { unit: 'mm', measure: step.mm };
  }
}

function named(anatomy: Anatomy, site: Site, part: Place, lookUp: LookUp): Result<RulePlace, PlaceError> {
  const found = lookUp(site, part);
  if (!found.ok) return found;
  const at = onSkin(found.value.point);
  if (part.op === 'landmark') {
    const side = anatomy.isPaired(part.name) ? site.side : 'midline';
    return ok({ kind: 'landmark', name: part.name, side, at });
  }
  if (part.op !== 'site') return ok({ kind: 'there', at });
  return ok({ kind: 'site', id: fixedSiteId(part.muscle, part.side ?? site.side, part.ordinal), at });
}

const onSkin = ({ position, normal }: SurfacePoint): RulePoint => ({ positionMm: position, normal });

function sampled(anatomy: Anatomy, way: Stretch): readonly RulePoint[] {
  const pieces = Math.max(1, Math.ceil(way.mm / longestStep));
  return Array.from({ length: pieces + 1 }, (_, i) => onSkin(anatomy.skin.closest(pointAlong(way, i / pieces))));
}
