import type { TwoLegs } from '../anatomy/offset';
import type { RuleLeg } from '../anatomy/rule-walk';
import type { Measure, Place } from '../protocol/rule';

/**
 * What a rule leaves open along one of the two legs of a miss: how far from this map's point it lets the site lie, mm,
 * toward the named way. `least` is 0 or less, `most` 0 or more.
 */
export type RuleRange = {
  readonly toward: 'up' | 'forward' | 'lateral';
  readonly least: number;
  readonly most: number;
};

/** How far a pin lies outside what the rule of its site allows, mm, and in which two legs; 0 inside. */
export type FromRule = { readonly mm: number; readonly off: TwoLegs | null };

/** Of a leg, as much as its range is told by. */
export type OpenLeg = Pick<RuleLeg, 'aside' | 'heading' | 'asked' | 'from' | 'to'> & {
  readonly whole: { readonly mm: number } | null;
};

const isOpen = ({ min, max }: Measure): boolean => max > min;

/** Whether any leg of a site's own rule is told as a range. What the rules of other sites leave open is theirs. */
export function leavesOpen(rule: Place): boolean {
  switch (rule.op) {
    case 'landmark':
    case 'site':
      return false;
    case 'walk':
      return isOpen(rule.mm) || leavesOpen(rule.from);
    case 'toward':
      return isOpen(rule.mm) || leavesOpen(rule.from) || leavesOpen(rule.to);
    case 'between':
      return isOpen(rule.fraction) || leavesOpen(rule.from) || leavesOpen(rule.to);
    case 'level':
      return leavesOpen(rule.from) || leavesOpen(rule.with);
  }
}

/** What the legs of a rule leave open about the map's point; none for legs that give one figure. */
export const rangesOf = (legs: readonly OpenLeg[]): readonly RuleRange[] => legs.flatMap((leg) => rangeOf(leg) ?? []);

function rangeOf(leg: OpenLeg): RuleRange | null {
  if (leg.asked === null || !isOpen(leg.asked.measure)) return null;
  const { min, max, chosen } = leg.asked.measure;
  if (leg.asked.unit === 'fraction') {
    // Only a height is found so: along the way itself no leg of a miss is told.
    if (!leg.aside || leg.whole === null || leg.to === null) return null;
    const rise = Math.sign(leg.to.at.positionMm[1] - leg.from.at.positionMm[1]);
    return ranged('up', rise, (min - chosen) * leg.whole.mm, (max - chosen) * leg.whole.mm);
  }
  switch (leg.heading?.go) {
    case 'up':
    case 'down':
      return ranged('up', leg.heading.go === 'up' ? 1 : -1, min - chosen, max - chosen);
    case 'forward':
    case 'back':
      return ranged('forward', leg.heading.go === 'forward' ? 1 : -1, min - chosen, max - chosen);
    case 'lateral':
    case 'medial':
      return ranged('lateral', leg.heading.go === 'lateral' ? 1 : -1, min - chosen, max - chosen);
    default:
      return null;
  }
}

const ranged = (toward: RuleRange['toward'], sign: number, a: number, b: number): RuleRange =>
  sign < 0 ? { toward, least: -b, most: -a } : { toward, least: a, most: b };

/**
 * How far a pin is from the nearest point that the rule allows. Where nothing is left open, or no two legs tell the miss,
 * that is its distance from the map's point; it is never more, since the rule allows that point too.
 */
export function fromRule(ranges: readonly RuleRange[], { mm, off }: FromRule): FromRule {
  if (off === null) return { mm, off };
  const left = ranges.reduce(beyond, off);
  if (left.upMm === off.upMm && left.alongMm === off.alongMm) return { mm, off };
  return { mm: Math.min(mm, Math.hypot(left.upMm, left.alongMm)), off: left };
}

/** What of two legs is left beyond a range. */
function beyond(off: TwoLegs, { toward, least, most }: RuleRange): TwoLegs {
  if (toward === 'up') return { ...off, upMm: outside(off.upMm, least, most) };
  const back = toward === 'forward' ? 'back' : 'medial';
  if (off.toward !== toward && off.toward !== back) return off;
  const along = outside(off.toward === toward ? off.alongMm : -off.alongMm, least, most);
  return { ...off, alongMm: Math.abs(along), toward: along === 0 ? off.toward : along > 0 ? toward : back };
}

const outside = (mm: number, least: number, most: number): number =>
  mm > most ? mm - most : mm < least ? mm - least : 0;
