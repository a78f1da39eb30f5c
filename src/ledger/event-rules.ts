import { type Amount, err, isAmount, ok, type Result, type Units, units } from '../protocol/words';
import { leftIn } from './book';
import type { EventEntry, IncidentEntry, OffProtocolEntry, StopEntry, VoidEventEntry, WasteEntry } from './entry';
import type { Limits } from './limits';
import { isBlank } from './reason';
import type { Refusal } from './refusal';
import type { Tally } from './tally';

/**
 * The rules of what happened beside the plan. A record must never force a lie: an incident is refused only where it
 * cannot have been so.
 */
export function refuseEvent(tally: Tally, entry: EventEntry): Refusal | null {
  switch (entry.kind) {
    case 'incident':
      return refuseIncident(tally, entry);
    case 'off-protocol':
      return refuseOffProtocol(tally, entry);
    case 'waste':
      return refuseWaste(tally, entry);
    case 'stop':
      return refuseStop(tally, entry);
  }
}

/** Why an event cannot be taken back; null where it can. */
export function refuseVoidEvent(tally: Tally, { entry, reason }: VoidEventEntry): Refusal | null {
  const event = tally.events.get(entry);
  if (event === undefined) return { kind: 'UnknownEntry', entry };
  if (event.voided !== undefined) return { kind: 'AlreadyVoided', entry };
  return isBlank(reason) ? { kind: 'ReasonMissing' } : null;
}

/** An amount of drug (units) that is one: more than nothing, and no finer than drug is counted; else `NotAnAmount`. */
export function asAmount(asked: number): Result<Amount, Refusal> {
  return isAmount(asked) && asked > 0 ? ok(asked) : err({ kind: 'NotAnAmount', asked });
}

/** One or more whole aliquots, in units; else `NotWholeAliquots`. */
export function asAliquots(asked: number, { aliquot }: Limits): Result<Units, Refusal> {
  const whole = Number.isSafeInteger(asked) && asked > 0 && asked % aliquot === 0;
  return whole ? ok(units(asked)) : err({ kind: 'NotWholeAliquots', asked, aliquot });
}

function refuseIncident(tally: Tally, { units: asked, vial, site, reason }: IncidentEntry): Refusal | null {
  const amount = asAmount(asked);
  if (!amount.ok) return amount.error;
  if (site !== undefined && !tally.slots.has(site)) return { kind: 'UnknownSite', site };
  const beyond = refuseBeyondVial(tally, vial, asked);
  if (beyond !== null) return beyond;
  return isBlank(reason) ? { kind: 'ReasonMissing', ...(site === undefined ? {} : { site }) } : null;
}

function refuseOffProtocol(tally: Tally, { units: asked, vial, where, reason }: OffProtocolEntry): Refusal | null {
  const amount = asAliquots(asked, tally.limits);
  if (!amount.ok) return amount.error;
  if (tally.stopped !== undefined) return { kind: 'Stopped' };
  const beyond = refuseBeyondVial(tally, vial, asked);
  if (beyond !== null) return beyond;
  if (isBlank(where)) return { kind: 'PlaceMissing' };
  return isBlank(reason) ? { kind: 'ReasonMissing' } : null;
}

function refuseWaste(tally: Tally, { units: asked, vial }: WasteEntry): Refusal | null {
  const amount = asAmount(asked);
  return amount.ok ? refuseBeyondVial(tally, vial, asked) : amount.error;
}

function refuseStop(tally: Tally, { reason }: StopEntry): Refusal | null {
  if (tally.stopped !== undefined) return { kind: 'Stopped' };
  const sites = [...tally.slots.values()].filter((slot) => slot.state === 'planned').length;
  if (sites > 0) return { kind: 'StillPlanned', sites };
  return isBlank(reason) ? { kind: 'ReasonMissing' } : null;
}

function refuseBeyondVial(tally: Tally, vial: string, asked: Amount): Refusal | null {
  const left = leftIn(tally, vial);
  if (left === undefined) return { kind: 'UnknownVial', vial };
  return asked > left ? { kind: 'MoreThanVialHolds', vial, left, asked } : null;
}
