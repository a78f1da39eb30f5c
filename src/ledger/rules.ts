import { fixedSites } from '../protocol/fixed-sites';
import { muscleOf } from '../protocol/paradigm';
import { ftpSiteId } from '../protocol/site-id';
import { err, type MuscleId, ok, type Result, type Side, type SiteId, type Units, units } from '../protocol/words';
import { canHold, liesOn } from './anchor-place';
import { leftIn } from './book';
import {
  type Entry,
  type GiveEntry,
  isEvent,
  type MoveEntry,
  type PlanEntry,
  type SiteEntry,
  type SkipEntry,
  type VoidSiteEntry,
  voidsEvent,
} from './entry';
import { refuseEvent, refuseVoidEvent } from './event-rules';
import type { Limits } from './limits';
import { isBlank } from './reason';
import type { Refusal } from './refusal';
import type { Slot, Tally } from './tally';

/**
 * The rules of the ledger, once. Commands ask before they add an entry, an import asks for every entry of a file:
 * null if the entry may follow the ones in the tally, else the rule that stands against it.
 */
export function refusalOf(tally: Tally, entry: Entry): Refusal | null {
  if (isEvent(entry)) return refuseEvent(tally, entry);
  if (entry.kind === 'void' && voidsEvent(entry)) return refuseVoidEvent(tally, entry);
  return refuseAtSite(tally, entry);
}

function refuseAtSite(tally: Tally, entry: SiteEntry): Refusal | null {
  const amount = asAliquot(entry.units, tally.limits);
  if (!amount.ok) return amount.error;
  // A void still goes after a stop: a dose that was entered by mistake was never given, stopped or not.
  if (tally.stopped !== undefined && entry.kind !== 'void') return { kind: 'Stopped' };
  switch (entry.kind) {
    case 'plan':
      return entry.ftp ? refuseExtra(tally, entry) : refuseFixed(tally, entry);
    case 'give':
      return refuseGive(tally, entry);
    case 'skip':
      return refuseSkip(tally, entry);
    case 'move':
      return refuseMove(tally, entry);
    case 'void':
      return refuseVoid(tally, entry);
  }
}

/** An amount as the units of one aliquot, which every entry about a site is about: nothing else is planned, given or taken back. */
export function asAliquot(asked: number, { aliquot }: Limits): Result<Units, Refusal> {
  return asked === aliquot ? ok(aliquot) : err({ kind: 'NotAnAliquot', asked, aliquot });
}

/** The id of the next extra of a muscle and side: numbers go up and a withdrawn extra keeps its own. */
export function nextExtraId(tally: Tally, muscle: MuscleId, side: Side): SiteId {
  let n = 1;
  while (tally.slots.has(ftpSiteId(muscle, side, n))) n += 1;
  return ftpSiteId(muscle, side, n);
}

function refuseFixed(tally: Tally, entry: PlanEntry): Refusal | null {
  const site = fixedSites.find((fixed) => fixed.id === entry.site);
  if (site?.muscle !== entry.muscle || site.side !== entry.side) return { kind: 'UnknownSite', site: entry.site };
  if (!canHold(entry.anchor, entry.muscle, entry.side)) return { kind: 'AnchorElsewhere', site: entry.site };
  if (tally.slots.has(entry.site)) return { kind: 'SiteAlreadyPlanned', site: entry.site };
  return refuseCommitment(tally, entry);
}

function refuseExtra(tally: Tally, entry: PlanEntry): Refusal | null {
  const allowed = tally.limits.ftpMuscles;
  // Where the point lies counts as much as what it is called: an extra must not name one muscle and sit in another.
  const elsewhere = [entry.muscle, entry.anchor.muscle].find((muscle) => !allowed.includes(muscle));
  if (elsewhere !== undefined) return { kind: 'FtpNotAllowedHere', muscle: elsewhere, allowed };
  if (tally.slots.has(entry.site)) return { kind: 'SiteAlreadyPlanned', site: entry.site };
  const misplaced = entry.anchor.muscle !== entry.muscle || entry.anchor.side !== entry.side;
  const hasSide = muscleOf(entry.muscle).fixed[entry.side] > 0;
  if (misplaced || !hasSide || entry.site !== nextExtraId(tally, entry.muscle, entry.side)) {
    return { kind: 'UnknownSite', site: entry.site };
  }
  if (!liesOn(entry.anchor.positionMm, entry.side)) return { kind: 'AnchorElsewhere', site: entry.site };
  return refuseCommitment(tally, entry);
}

/** Whether one more site may be planned: an extra within its muscle's allowance, any site within the session's cap. */
function refuseCommitment(tally: Tally, site: Pick<Slot, 'muscle' | 'ftp' | 'units'>): Refusal | null {
  const { limits, committed } = tally;
  const { muscle } = site;
  const extras = limits.extrasOf(muscle);
  // At the session's cap every muscle is at its own; the muscle's is said, because it names what the injector can change.
  if (site.ftp && (tally.extras.get(muscle) ?? 0) >= extras) {
    return {
      kind: 'MuscleCapExceeded',
      muscle,
      extras,
      cap: limits.muscleCapOf(muscle),
      committed: units(committed),
      sessionCap: limits.sessionCap,
    };
  }
  if (committed + site.units > limits.sessionCap) {
    return { kind: 'CapExceeded', cap: limits.sessionCap, committed: units(committed), asked: site.units };
  }
  return null;
}

function refuseGive(tally: Tally, { site, vial: id, units: asked }: GiveEntry): Refusal | null {
  const slot = onTheMap(tally, site);
  if (slot === null) return { kind: 'UnknownSite', site };
  const closed = refuseClosed(slot);
  if (closed !== null) return closed;
  const left = leftIn(tally, id);
  if (left === undefined) return { kind: 'UnknownVial', vial: id };
  return asked > left ? { kind: 'VialExhausted', vial: id, left, asked } : null;
}

function refuseSkip(tally: Tally, { site, reason }: SkipEntry): Refusal | null {
  const slot = onTheMap(tally, site);
  if (slot === null) return { kind: 'UnknownSite', site };
  return refuseClosed(slot) ?? (isBlank(reason) ? { kind: 'ReasonMissing', site } : null);
}

function refuseMove(tally: Tally, { site, anchor, reason }: MoveEntry): Refusal | null {
  const slot = onTheMap(tally, site);
  if (slot === null) return { kind: 'UnknownSite', site };
  const closed = refuseClosed(slot);
  if (closed !== null) return closed;
  // A dose counts for the muscle and side its site is planned in: it must not be given in another.
  const { muscle, side } = anchor;
  if (muscle !== slot.muscle || side !== slot.side) return { kind: 'MovedElsewhere', site, muscle, side };
  if (!liesOn(anchor.positionMm, side)) return { kind: 'AnchorElsewhere', site };
  return isBlank(reason) ? { kind: 'ReasonMissing', site } : null;
}

function refuseVoid(tally: Tally, { site, reason }: VoidSiteEntry): Refusal | null {
  const slot = tally.slots.get(site);
  if (slot === undefined) return { kind: 'UnknownSite', site };
  // A planned fixed site belongs to the paradigm: it is skipped with a reason, never taken off the plan.
  const asPlanned = slot.state === 'planned' && !slot.ftp && slot.moved === undefined;
  if (slot.state === 'withdrawn' || asPlanned) return { kind: 'NothingToVoid', site };
  if (isBlank(reason)) return { kind: 'ReasonMissing', site };
  // What a stop left out is planned again only when the stop itself is taken back.
  if (slot.state === 'skipped' && tally.stopped !== undefined) return { kind: 'Stopped' };
  // A skip gave its units back, and for an extra its place in the muscle; meanwhile another may have taken them.
  return slot.state === 'skipped' ? refuseCommitment(tally, slot) : null;
}

const onTheMap = (tally: Tally, site: SiteId): Slot | null => {
  const slot = tally.slots.get(site);
  return slot === undefined || slot.state === 'withdrawn' ? null : slot;
};

const refuseClosed = ({ id: site, state }: Slot): Refusal | null =>
  state === 'given' ? { kind: 'SiteAlreadyGiven', site } : state === 'skipped' ? { kind: 'SiteSkipped', site } : null;
