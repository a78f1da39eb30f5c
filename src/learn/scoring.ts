import type { Anatomy } from '../anatomy/anatomy';
import type { Vec3 } from '../anatomy/anchor';
import type { ChartedHead } from '../anatomy/charted-head';
import { measuredLike } from '../anatomy/compare-maps';
import { planeThrough, pointAlong, stretchBetween } from '../anatomy/measure';
import { legsApart, type TwoLegs } from '../anatomy/offset';
import type { PlacedSite } from '../anatomy/place-sites';
import { walkRule } from '../anatomy/rule-walk';
import type { SurfacePoint } from '../anatomy/surface';
import { add, distance } from '../anatomy/vector';
import type { MapId, SiteId } from '../protocol/words';
import type { Attempt, Pin, PlacementTask, Score, ScoredPin, TaskGroup } from './exam';
import { matchPins } from './matching';
import { fromRule, leavesOpen, type RuleRange, rangesOf } from './rule-range';

/** A point no further outside a muscle than its site, but for rounding, mm. */
const rounding = 0.05;
/** Two legs at a right angle are √2 times as long as the way straight there, and on bent skin a little more. */
const detour = 1.7;
/** How far apart the points of a way are that is drawn, mm. */
const wayStep = 3;

/**
 * Scores an attempt on a head by the distances of the map: mm along the skin, never too short and at most 2 % too long.
 * Null where the sites of the map cannot be placed on this head. A group with more pins than it asks for is a defect.
 */
export function scoreAttempt(head: ChartedHead, task: PlacementTask, attempt: Attempt): Score | null {
  const sites = head.sites(task.map);
  if (!sites.ok) return null;
  const known = new Map(sites.value.map((placed) => [placed.site.id, placed]));
  const scored: ScoredPin[] = [];
  const missed: SiteId[] = [];
  for (const [at, group] of task.groups.entries()) {
    const asked = group.asked.map((id) => {
      const placed = known.get(id);
      if (placed === undefined) throw new RangeError(`the map has no site ${id}`);
      return placed;
    });
    const pins = scoreGroup(head, task.map, group, asked, attempt.pins[at] ?? []);
    scored.push(...pins);
    missed.push(...group.asked.filter((id) => pins.every(({ site }) => site !== id)));
  }
  return { task, pins: scored, missed, tookMs: attempt.tookMs };
}

function scoreGroup(
  head: ChartedHead,
  map: MapId,
  group: TaskGroup,
  asked: readonly PlacedSite[],
  pins: readonly Pin[],
): readonly ScoredPin[] {
  const { anatomy } = head;
  // On the skin that is measured on: by way of the model's, a place beside an ear would come back a little off.
  const points = pins.map(({ positionMm }) => anatomy.skin.closest(positionMm));
  const ways = points.map((point) => asked.map(({ site }) => head.distanceFromSite(map, site.id, point)));
  const siteOf = matchPins(ways);
  return pins.map((pin, i): ScoredPin => {
    const [site, point, mm] = [asked[siteOf[i] ?? -1], points[i], ways[i]?.[siteOf[i] ?? -1]];
    if (site === undefined || point === undefined || mm === undefined) throw new RangeError('a pin has no site');
    const drawn = anatomy.regions.muscleAt(point);
    const onSide = onRightSide(anatomy, point, site);
    const off = onSide ? legsOf(anatomy, group, site, point, mm) : null;
    return {
      pin,
      muscle: group.muscle,
      side: group.side,
      site: site.site.id,
      siteMm: site.positionMm,
      siteNormal: site.normal,
      pinNormal: point.normal,
      mm,
      off,
      fromRule: fromRule(openIn(anatomy, map, site), { mm, off }),
      under: drawn === null || drawn.muscle === 'sternocleidomastoid' ? null : { ...drawn, muscle: drawn.muscle },
      rightMuscle: outsideMuscle(anatomy, point, group) <= site.outsideByMm + rounding,
      rightSide: onSide,
      zones: zonesEntered(head, map, point, site),
      way: wayOver(anatomy, point, site),
    };
  });
}

const pointOf = ({ positionMm, normal, triangle, weights }: PlacedSite): SurfacePoint => ({
  position: positionMm,
  normal,
  triangle,
  weights,
});

/** On the skin that is measured on, which differs a little from the model's around an ear. */
const onBare = (anatomy: Anatomy, point: SurfacePoint | PlacedSite): Vec3 =>
  anatomy.skin.closest('position' in point ? point.position : point.positionMm).position;

/**
 * The two legs from a site to a pin. Null where none lead there, and where they lead around by another part of the head:
 * those tell no way that a hand has gone wrong.
 */
function legsOf(anatomy: Anatomy, group: TaskGroup, site: PlacedSite, point: SurfacePoint, mm: number): TwoLegs | null {
  const like = measuredLike[group.muscle];
  const legs = legsApart(anatomy, like, onBare(anatomy, site), onBare(anatomy, point), group.side);
  const walked = legs === null ? 0 : Math.abs(legs.upMm) + legs.alongMm;
  return walked > detour * mm + 1 ? null : legs;
}

/** What the rule of a site leaves open on this head. */
function openIn(anatomy: Anatomy, map: MapId, { site }: PlacedSite): readonly RuleRange[] {
  if (!leavesOpen(site.rule.place)) return [];
  const walked = walkRule(anatomy, map, site.id);
  return walked.ok ? rangesOf(walked.value.legs) : [];
}

/** How far outside its muscle as drawn, on the side where the point lies: the wrong side is told by itself. */
function outsideMuscle(anatomy: Anatomy, point: SurfacePoint, { muscle, side }: TaskGroup): number {
  if (side === 'midline') return anatomy.footprints.outsideBy(point, { muscle, side });
  return Math.min(
    ...(['left', 'right'] as const).map((on) => anatomy.footprints.outsideBy(point, { muscle, side: on })),
  );
}

/** Wrong is the other side alone. A site that its rule puts in the midline has none: so the third of the occipitalis in 2010. */
function onRightSide({ regions }: Anatomy, point: SurfacePoint, site: PlacedSite): boolean {
  const [lies, meant] = [regions.sideOf(point), regions.sideOf(pointOf(site))];
  return lies === 'midline' || meant === 'midline' || lies === meant;
}

/** What the rule itself cannot keep clear of is no fault of the pin. */
function zonesEntered(head: ChartedHead, map: MapId, point: SurfacePoint, site: PlacedSite): ScoredPin['zones'] {
  const own = head.whatLiesAt(pointOf(site), map).zones.filter(({ inside }) => inside);
  return head
    .whatLiesAt(point, map)
    .zones.filter(({ inside, zone }) => inside && own.every((other) => other.zone !== zone));
}

/** The way over the skin that is drawn from a pin to its site; straight through space where no plane joins them. */
function wayOver(anatomy: Anatomy, from: SurfacePoint, site: PlacedSite): ScoredPin['way'] {
  const to = pointOf(site);
  const ends = [from, to].map(({ position, normal }) => ({ positionMm: position, normal }));
  if (distance(from.position, to.position) < 2 * wayStep) return ends;
  const plane = planeThrough(from.position, to.position, add(from.normal, to.normal));
  const way = stretchBetween(anatomy.skin, plane, onBare(anatomy, from), onBare(anatomy, site));
  if (!way.ok) return ends;
  const steps = Math.ceil(way.value.mm / wayStep);
  return Array.from({ length: steps + 1 }, (_, i) => {
    const { position, normal } = anatomy.skin.closest(pointAlong(way.value, i / steps));
    return { positionMm: position, normal };
  });
}
