import type { Neighbour } from '../anatomy/neighbours';
import { dangerZones } from '../protocol/danger-zones';
import type { Caution, LandmarkRule, MissWay, Site } from '../protocol/site';
import { siteOf } from '../protocol/sites';
import type { MapId, MuscleId } from '../protocol/words';
import type { Score, ScoredPin } from './exam';
import { judgedMm, nearness } from './summary';

/** Whether a pin lies off the map's point and yet where the rule of its site allows: then the rule is told, and no fault. */
export const liesWithinRule = (pin: Pick<ScoredPin, 'mm' | 'fromRule'>): boolean =>
  nearness(pin.mm) !== 'near' && nearness(judgedMm(pin)) === 'near';

/** What is to be told of a pin first: the gravest of what is wrong with it. */
type Fault =
  | { readonly kind: 'wrong-side' }
  | { readonly kind: 'wrong-muscle' }
  | { readonly kind: 'zone'; readonly zone: Neighbour }
  | { readonly kind: 'miss' };

/** What went wrong with a pin, and what would have led to its site. */
export type Reason = {
  readonly pin: ScoredPin;
  readonly fault: Fault;
  /** The larger part of the miss first, and the other where it is at least half of that; none where no walk tells. */
  readonly ways: readonly MissWay[];
  readonly rule: LandmarkRule;
  /** What missing this way leads to, where a caution of the site or a danger zone tells; null where none does. */
  readonly caution: Caution | null;
};

const gravity: Readonly<Record<Fault['kind'], number>> = { 'wrong-side': 0, 'wrong-muscle': 1, zone: 2, miss: 3 };

/** The reasons of a score, the gravest and then the farthest first; a near pin with nothing wrong has none. */
export function reasonsFor(score: Score, atMost: number): readonly Reason[] {
  return score.pins
    .flatMap((pin) => {
      const reason = reasonOf(score.task.map, pin);
      return reason === null ? [] : [reason];
    })
    .sort((a, b) => gravity[a.fault.kind] - gravity[b.fault.kind] || judgedMm(b.pin) - judgedMm(a.pin))
    .slice(0, atMost);
}

function reasonOf(map: MapId, pin: ScoredPin): Reason | null {
  const fault = faultOf(pin);
  const site = siteOf(map, pin.site);
  if (fault === null || site === null) return null;
  const ways = waysOf(pin);
  return { pin, fault, ways, rule: site.rule, caution: cautionOf(site, fault, ways) };
}

function faultOf(pin: ScoredPin): Fault | null {
  if (!pin.rightSide) return { kind: 'wrong-side' };
  if (!pin.rightMuscle) return { kind: 'wrong-muscle' };
  const [zone] = pin.zones;
  if (zone !== undefined) return { kind: 'zone', zone };
  return nearness(judgedMm(pin)) === 'near' ? null : { kind: 'miss' };
}

/** What up and down are called at a muscle: along the crest of the shoulder up is toward the neck. */
export const upWay = (muscle: MuscleId, upMm: number): MissWay =>
  muscle === 'trapezius' ? (upMm > 0 ? 'medial' : 'lateral') : upMm > 0 ? 'high' : 'low';

/** The ways in which a pin misses what the rule of its site allows, the larger part first. */
export function waysOf({ fromRule: { off }, muscle }: Pick<ScoredPin, 'fromRule' | 'muscle'>): readonly MissWay[] {
  if (off === null) return [];
  const legs = [
    { way: upWay(muscle, off.upMm), mm: Math.abs(off.upMm) },
    { way: off.toward, mm: off.alongMm },
  ].sort((a, b) => b.mm - a.mm);
  const most = legs[0]?.mm ?? 0;
  return legs.filter(({ mm }) => mm > 0 && mm >= most / 2).map(({ way }) => way);
}

function cautionOf({ cautions }: Site, fault: Fault, ways: readonly MissWay[]): Caution | null {
  if (fault.kind === 'zone') return dangerZones.find(({ id }) => id === fault.zone.zone)?.why ?? null;
  // That of the larger part of the miss alone: what follows from the smaller is not what happened.
  const [first] = ways;
  return cautions.find(({ missed }) => first !== undefined && missed?.includes(first) === true) ?? null;
}
