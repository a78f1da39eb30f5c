import { incident, offProtocol, stop, voidEntry, waste } from '../ledger/event-commands';
import type { Chart } from './chart';

type Asked<Command extends (...args: never[]) => unknown> = Parameters<Command>[2];

/** What happened beside the plan, put on record. Each says why it was refused, and is true if it was done. */
export const recordIncident = (chart: Chart, what: Asked<typeof incident>): boolean =>
  chart.record((session, stamp) => incident(session, session.vials, what, stamp), {
    key: 'said.incident',
    values: { units: what.amount },
  });

export const giveOffProtocol = (chart: Chart, dose: Asked<typeof offProtocol>): boolean =>
  chart.record((session, stamp) => offProtocol(session, session.vials, dose, stamp), {
    key: 'said.offProtocol',
    values: { units: dose.amount },
  });

export const discard = (chart: Chart, what: Asked<typeof waste>): boolean =>
  chart.record((session, stamp) => waste(session, session.vials, what, stamp), {
    key: 'said.wasted',
    values: { units: what.amount },
  });

export const stopProcedure = (chart: Chart, reason: string): boolean =>
  chart.record((session, stamp) => stop(session, session.vials, { reason }, stamp), { key: 'said.stopped' });

/** Takes back one of them. */
export const takeBackEvent = (chart: Chart, entry: string, reason: string): boolean =>
  chart.record((session, stamp) => voidEntry(session, session.vials, { entry, reason }, stamp), {
    key: 'said.takenBack',
  });
