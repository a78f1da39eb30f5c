import '../messages/later';
import { skip } from '../ledger/commands';
import { type Entry, type EventEntry, type IncidentKind, isEvent, voidsEvent } from '../ledger/entry';
import { incident, offProtocol, stop, voidEntry, waste } from '../ledger/event-commands';
import type { SiteRow } from '../ledger/state';
import { type MessageKey, say } from '../messages/translate';
import type { Chart } from './chart';

type Asked<Command extends (...args: never[]) => unknown> = Parameters<Command>[2];

/**
 * What happened beside the plan, put on record. Each says why it was refused, and is true if it was done. With a partial dose
 * its site, if it is still planned, is skipped in the same step: it did not get its dose.
 */
export const recordIncident = (chart: Chart, what: Asked<typeof incident>): boolean => {
  const row = chart.store.getState().fold.rows.find(({ id }) => id === what.site);
  const skipped = what.what === 'partial-dose' && row?.state === 'planned';
  return chart.record(
    (session, stamp) => {
      const recorded = incident(session, session.vials, what, stamp);
      if (!recorded.ok || !skipped) return recorded;
      return skip(recorded.value, session.vials, { site: row.id, reason: what.reason }, stamp);
    },
    { key: skipped ? 'said.partialDose' : 'said.incident', values: { units: what.amount } },
  );
};

/** `amount` is units, in whole aliquots; refused without where and why, after a stop, and where the vial holds less. */
export const giveOffProtocol = (chart: Chart, dose: Asked<typeof offProtocol>): boolean =>
  chart.record((session, stamp) => offProtocol(session, session.vials, dose, stamp), {
    key: 'said.offProtocol',
    values: { units: dose.amount },
  });

/** `amount` is units of one vial, refused where it holds less; the reason may be empty. */
export const discard = (chart: Chart, what: Asked<typeof waste>): boolean =>
  chart.record((session, stamp) => waste(session, session.vials, what, stamp), {
    key: 'said.wasted',
    values: { units: what.amount },
  });

/** Everything still planned is skipped for the same reason, in one step; refused without a reason, and once stopped. */
export const stopProcedure = (chart: Chart, reason: string): boolean =>
  chart.record((session, stamp) => stop(session, session.vials, { reason }, stamp), { key: 'said.stopped' });

/** Takes back one of them. */
export const takeBackEvent = (chart: Chart, entry: string, reason: string): boolean =>
  chart.record((session, stamp) => voidEntry(session, session.vials, { entry, reason }, stamp), {
    key: 'said.takenBack',
  });

/** What stands of them, the latest first. */
export function standingEvents(entries: readonly Entry[]): readonly EventEntry[] {
  const voided = new Set(entries.flatMap((entry) => (entry.kind === 'void' && voidsEvent(entry) ? [entry.entry] : [])));
  return entries
    .filter(isEvent)
    .filter(({ id }) => !voided.has(id))
    .reverse();
}

/** How an incident at a site goes with what is charted of the site; null where there is nothing to mind. */
export function incidentHint(what: IncidentKind, site: SiteRow['state'] | null): MessageKey | null {
  if (what === 'partial-dose') {
    if (site === 'planned') return 'events.how.partialPlanned';
    return site === 'given' ? 'events.how.partialGiven' : 'events.how.partial';
  }
  if (what === 'double-dose' || what === 'extra-dose')
    return site === 'planned' ? 'events.how.beyondPlanned' : 'events.how.beyond';
  return what === 'leak' ? 'events.how.leak' : null;
}

export type EventField = 'amount' | 'where' | 'reason';

/** Why the last one was refused, and in which field of its form; null where it was not. */
export function eventRefusal(chart: Chart): { readonly field: EventField | null; readonly text: string } | null {
  const { notice } = chart.store.getState();
  if (notice?.kind !== 'refused') return null;
  return { field: fields[notice.message.key] ?? null, text: say(notice.message) };
}

const fields: Partial<Record<MessageKey, EventField>> = {
  'refused.ReasonMissing': 'reason',
  'refused.PlaceMissing': 'where',
  'refused.NotAnAmount': 'amount',
  'refused.NotWholeAliquots': 'amount',
  'refused.MoreThanVialHolds': 'amount',
};
