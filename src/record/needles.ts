import { type Entry, voidsEvent } from '../ledger/entry';
import { fold } from '../ledger/fold';
import type { Totals } from '../ledger/state';
import type { Vial } from '../ledger/vial';
import { type Day, dayOf } from './calendar';
import type { Visit } from './visit';

/** A vial as the findings ask of it; what is absent was not recorded. */
export type ChartedVial = Vial;

/** What the findings ask of a session. */
export type ChartedSession = {
  readonly id: string;
  readonly patient: { readonly id: string };
  readonly startedAt: string;
  readonly vials: readonly ChartedVial[];
  readonly entries: readonly Entry[];
  readonly visit?: Visit;
};

/** The totals that the findings and signing read; drug outside the paradigm is absent in older sessions. */
export type DrugTotals = Pick<Totals, 'planned' | 'given' | 'sitesPlanned' | 'sitesGiven'> & {
  readonly offProtocol?: number;
  readonly incidents?: number;
  readonly byVial: ReadonlyMap<string, { readonly left: number }>;
};

/** A dose that went into the patient: when, and from which vial. */
export type Needle = { readonly at: string; readonly vial: string };

/** Every dose that stands in the record, in its order. A site's dose that was voided was never injected; a leak is none. */
export function needlesOf(entries: readonly Entry[]): readonly Needle[] {
  const standing: Entry[] = [];
  for (const entry of entries) {
    if (entry.kind === 'void') {
      // A skip or a move of a site may be voided as well: then no dose of the site stands.
      const voided = standing.findLastIndex((made) =>
        voidsEvent(entry) ? made.id === entry.entry : made.kind === 'give' && made.site === entry.site,
      );
      if (voided >= 0) standing.splice(voided, 1);
    } else if (drawsForPatient(entry)) standing.push(entry);
  }
  return standing.flatMap((entry) => ('vial' in entry ? [{ at: entry.at, vial: entry.vial }] : []));
}

/** The day a session counts from: that of its first needle, as the rule between two sessions does, or of its start where there was none. */
export const injectedOn = ({ entries, startedAt }: Pick<ChartedSession, 'entries' | 'startedAt'>): Day =>
  dayOf(needlesOf(entries)[0]?.at ?? startedAt);

/** Whatever names a vial drew from it for the patient, but for waste, and for what leaked: that was lost on the way. */
const drawsForPatient = (entry: Entry): boolean =>
  'vial' in entry && entry.kind !== 'waste' && !(entry.kind === 'incident' && entry.what === 'leak');

/** A session's totals, folded from its entries. */
export const drugTotalsOf = ({ entries, vials }: ChartedSession): DrugTotals => fold(entries, vials).totals;

/** Sites neither given nor skipped. */
export const stillPlanned = (totals: DrugTotals): number => totals.sitesPlanned - totals.sitesGiven;
