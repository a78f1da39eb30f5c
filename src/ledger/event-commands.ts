import type { OffProtocolMuscleId } from '../protocol/off-protocol';
import type { SiteId } from '../protocol/words';
import { append, made, type Outcome, tallyOf } from './append';
import type { LedgerDoc, Stamp } from './doc';
import type { Entry, IncidentKind, StopEntry } from './entry';
import { asAliquots, asAmount } from './event-rules';
import { paradigmLimits } from './limits';
import type { Tally } from './tally';
import type { Vial } from './vial';

/** Records what was in fact injected or lost outside the rules. Refused only where it cannot be so. */
export function incident(
  doc: LedgerDoc,
  vials: readonly Vial[],
  what: {
    readonly amount: number;
    readonly vial: string;
    readonly site?: SiteId;
    readonly what: IncidentKind;
    readonly reason: string;
  },
  stamp: Stamp,
): Outcome {
  const units = asAmount(what.amount);
  if (!units.ok) return units;
  return append(doc, tallyOf(doc, vials), [
    {
      ...made(stamp),
      kind: 'incident',
      units: units.value,
      vial: what.vial,
      ...(what.site === undefined ? {} : { site: what.site }),
      what: what.what,
      reason: what.reason.trim(),
    },
  ]);
}

/**
 * Records whole aliquots (`amount` in units) into a muscle that is no part of the paradigm: with where in it, and why.
 * Refused without either, after a stop, and where the vial holds less.
 */
export function offProtocol(
  doc: LedgerDoc,
  vials: readonly Vial[],
  dose: {
    readonly amount: number;
    readonly vial: string;
    readonly muscle: OffProtocolMuscleId;
    readonly side: 'left' | 'right';
    readonly where: string;
    readonly reason: string;
  },
  stamp: Stamp,
): Outcome {
  const tally = tallyOf(doc, vials);
  const units = asAliquots(dose.amount, tally.limits);
  if (!units.ok) return units;
  const { vial, muscle, side } = dose;
  const texts = { where: dose.where.trim(), reason: dose.reason.trim() };
  return append(doc, tally, [
    { ...made(stamp), kind: 'off-protocol', units: units.value, vial, muscle, side, ...texts },
  ]);
}

/**
 * Discards drug of a vial, in units. The reason may be left empty: what is left over at the end needs none. Refused where
 * the vial holds less.
 */
export function waste(
  doc: LedgerDoc,
  vials: readonly Vial[],
  { amount, vial, reason = '' }: { readonly amount: number; readonly vial: string; readonly reason?: string },
  stamp: Stamp,
): Outcome {
  const units = asAmount(amount);
  if (!units.ok) return units;
  const why = reason.trim();
  return append(doc, tallyOf(doc, vials), [
    { ...made(stamp), kind: 'waste', units: units.value, vial, ...(why === '' ? {} : { reason: why }) },
  ]);
}

/**
 * Breaks the procedure off, as one step: everything still planned is skipped for the reason, and the stop is recorded.
 * Refused without a reason, and once stopped.
 */
export function stop(
  doc: LedgerDoc,
  vials: readonly Vial[],
  { reason }: { readonly reason: string },
  stamp: Stamp,
): Outcome {
  const tally = tallyOf(doc, vials);
  const why = reason.trim();
  const skips = sitesIn(tally, 'planned').map((site): Entry => {
    return { ...made(stamp), kind: 'skip', site, units: paradigmLimits.aliquot, reason: why };
  });
  return append(doc, tally, [...skips, { ...made(stamp), kind: 'stop', reason: why }]);
}

/**
 * Takes back an incident, an off-protocol dose, a waste or a stop that was entered by mistake; the drug is back in its
 * vial. With a stop, as one step, every site it left out is planned again.
 */
export function voidEntry(
  doc: LedgerDoc,
  vials: readonly Vial[],
  { entry, reason }: { readonly entry: string; readonly reason: string },
  stamp: Stamp,
): Outcome {
  const tally = tallyOf(doc, vials);
  const why = reason.trim();
  const stopped = tally.stopped?.id === entry ? tally.stopped : undefined;
  const sites = stopped === undefined ? [] : leftOutBy(stopped, doc, tally);
  return append(doc, tally, [
    { ...made(stamp), kind: 'void', entry, reason: why },
    ...sites.map((site): Entry => {
      return { ...made(stamp), kind: 'void', site, units: paradigmLimits.aliquot, reason: why };
    }),
  ]);
}

const sitesIn = (tally: Tally, state: 'planned' | 'skipped'): readonly SiteId[] =>
  [...tally.slots.values()].filter((slot) => slot.state === state).map((slot) => slot.id);

/** The sites that a stop skipped, and those whose dose was voided after it. */
function leftOutBy(stopped: StopEntry, doc: LedgerDoc, tally: Tally): readonly SiteId[] {
  return sitesIn(tally, 'skipped').filter((site) => {
    const last = doc.entries.findLast((entry) => entry.kind !== 'incident' && 'site' in entry && entry.site === site);
    return last?.kind === 'void' || last?.step === stopped.step;
  });
}
