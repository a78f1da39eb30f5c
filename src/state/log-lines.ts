import '../messages/later';
import { type Entry, type EventEntry, isEvent, type SiteEntry, voidsEvent } from '../ledger/entry';
import { t } from '../messages/translate';
import { offProtocolMuscles } from '../protocol/off-protocol';
import { tailoringNames } from '../protocol/tailoring-names';
import type { MuscleId, Side, SiteId } from '../protocol/words';
import type { Deviation } from '../record/visit';
import { muscleName, sideName, siteName } from './site-text';

export type LogLine = {
  readonly step: string;
  readonly at: string;
  readonly what: string;
  readonly amount: string;
  readonly reason?: string;
};

/**
 * The entries after the opening plan, and the deviations from it, as lines, newest first; the entries of one gesture are one
 * line.
 */
export function logLines(entries: readonly Entry[], deviations: readonly Deviation[] = []): readonly LogLine[] {
  const opening = entries[0]?.step;
  const planned = new Map<SiteId, { muscle: MuscleId; side: Side; ftp: boolean }>();
  const events = new Map<string, EventEntry>();
  const steps = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.kind === 'plan') planned.set(entry.site, entry);
    if (isEvent(entry)) events.set(entry.id, entry);
    if (entry.step === opening) continue;
    const step = steps.get(entry.step);
    if (step === undefined) steps.set(entry.step, [entry]);
    else step.push(entry);
  }
  const name = (site: SiteId): string => {
    const plan = planned.get(site);
    // Without the words "follow-the-pain": the F in its number says so, and the line is short.
    return plan === undefined ? site : siteName({ ...plan, id: site, ftp: false });
  };
  const lines = [...steps.values()].reverse().flatMap((made) => {
    const [first] = made;
    if (first === undefined) return [];
    return [{ step: first.step, at: first.at, ...lineOf(made, first), ...reasonOf(made) }];
  });
  // Entries stay in their order, whatever the clock said meanwhile; a deviation comes before the first that is not later.
  for (const [n, { tailoring, sites, at, reason }] of deviations.entries()) {
    const place = lines.findIndex((line) => Date.parse(line.at) <= Date.parse(at));
    const what = t('log.deviation', { what: tailoringNames[tailoring] });
    const line = {
      step: `deviation-${String(n)}`,
      at,
      what,
      amount: t('log.sites', { n: sites.length }),
      reason,
    };
    lines.splice(place === -1 ? lines.length : place, 0, line);
  }
  return lines;

  function lineOf(made: readonly Entry[], first: Entry): Pick<LogLine, 'what' | 'amount'> {
    const stop = made.find((entry) => entry.kind === 'stop');
    if (stop !== undefined) {
      return { what: t('log.stop', { sites: made.length - 1 }), amount: t('log.stoppedAmount') };
    }
    if (isEvent(first)) return { what: eventText(first), amount: eventAmount(first) };
    if (first.kind === 'void' && voidsEvent(first)) {
      const event = events.get(first.entry);
      return { what: event === undefined ? first.entry : eventText(event), amount: t('log.voided') };
    }
    const total = made.reduce((sum, entry) => sum + (entry.kind === 'give' ? entry.units : 0), 0);
    const { muscle, side } = planned.get(first.site) ?? {};
    if (made.length === 1 || muscle === undefined || side === undefined)
      return { what: name(first.site), amount: amountText(first, total) };
    // Several at once that are no doses: the plan was made after another.
    if (first.kind !== 'give') return { what: t('log.replanned', { sites: made.length }), amount: t('log.planned') };
    const values = { muscle: muscleName(muscle), side: sideName[side], sites: made.length };
    return {
      what: t(first.together === 'side' ? 'log.groupSide' : 'log.group', values),
      amount: amountText(first, total),
    };
  }

  function eventText(entry: EventEntry): string {
    switch (entry.kind) {
      case 'incident': {
        const what = t(`incident.${entry.what}`);
        return entry.site === undefined
          ? t('log.incident', { what })
          : t('log.incidentAt', { what, site: name(entry.site).toLowerCase() });
      }
      case 'off-protocol': {
        return t('log.offProtocol', { muscle: offProtocolMuscles[entry.muscle].name, side: sideName[entry.side] });
      }
      case 'waste':
        return t('log.waste');
      case 'stop':
        return t('log.stopped');
    }
  }
}

/** Why: what a stop says of itself, or the reason that all entries of one gesture share. */
function reasonOf(made: readonly Entry[]): Pick<LogLine, 'reason'> {
  const saying = made.find(({ kind }) => kind === 'stop');
  const [reason = '', ...others] = new Set((saying === undefined ? made : [saying]).map(ownReason));
  return reason === '' || others.length > 0 ? {} : { reason };
}

const ownReason = (entry: Entry): string => ('reason' in entry ? (entry.reason ?? '') : '');

function eventAmount(entry: EventEntry): string {
  switch (entry.kind) {
    case 'incident':
    case 'off-protocol':
      return t('log.given', { units: entry.units });
    case 'waste':
      return t('log.wasted', { units: entry.units });
    case 'stop':
      return t('log.stoppedAmount');
  }
}

function amountText(entry: SiteEntry, given: number): string {
  switch (entry.kind) {
    case 'give':
      return t('log.given', { units: given });
    case 'plan':
      return t('log.planned');
    case 'skip':
      return t('log.skipped');
    case 'move':
      return t('log.moved', { mm: Math.round(entry.shiftMm) });
    case 'void':
      return t('log.voided');
  }
}
