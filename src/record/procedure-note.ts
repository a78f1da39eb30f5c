import type { EventRow, SiteRow, Totals, VialTotals } from '../ledger/state';
import { fold } from '../ledger/fold';
import { mlOf, type Vial } from '../ledger/vial';
import { fixedSites } from '../protocol/fixed-sites';
import { muscles } from '../protocol/paradigm';
import { retreatment } from '../protocol/safety-limits';
import type { MuscleId, SiteId, Units } from '../protocol/words';
import type { Day } from './calendar';
import { daysAfter } from './days-after';
import { injectedOn, needlesOf } from './needles';
import { type ProductDrawn, productsDrawn } from './products-drawn';
import type { SessionContent } from './signed-version';

/** A site under its number on the note: 1 to 31 in the order of the protocol, F1, F2, ... for the extras of the session. */
export type NoteSite = { readonly number: string; readonly row: SiteRow };

export type NoteMuscle = {
  readonly muscle: MuscleId;
  /** What was given on each side. */
  readonly left: readonly NoteSite[];
  readonly right: readonly NoteSite[];
  readonly midline: readonly NoteSite[];
  readonly units: Units;
  /** At the dilution of the vials it was drawn from; not rounded. */
  readonly ml: number;
  /** When the first and the last was given; absent where none was. */
  readonly from?: string;
  readonly to?: string;
};

/** What a procedure note tells of the ledger: figures and places, no words. Every sum is the ledger's own. */
export type ProcedureNote = {
  /** Everything on the map: given, skipped, and what is still planned. */
  readonly sites: readonly NoteSite[];
  /** Of every muscle of the protocol, one without a dose included. */
  readonly muscles: readonly NoteMuscle[];
  readonly totals: Totals;
  /** Of all that was given; not rounded. */
  readonly ml: number;
  /** Incidents, off-protocol doses, waste and stops that stand. */
  readonly events: readonly NoteEvent[];
  readonly vials: readonly { readonly vial: Vial; readonly totals: VialTotals | null }[];
  /** The products that went into the patient, or were lost from the needle: units of two are not to be added up. */
  readonly products: readonly ProductDrawn[];
  /** The first day on which the next session is due; null where nothing was injected: then nothing is due again. */
  readonly nextDue: Day | null;
};

/** `site` is the one where an incident happened: its number is null where it was taken off the map later. */
export type NoteEvent = {
  readonly entry: EventRow['entry'];
  readonly site?: { readonly number: string | null; readonly row: SiteRow };
};

const orderOf: ReadonlyMap<SiteId, number> = new Map(fixedSites.map(({ id, order }) => [id, order]));

/** The note of a session as it stands. Its entries must keep the rules, like those of `fold`. */
export function procedureNote(session: SessionContent): ProcedureNote {
  const { entries, vials } = session;
  const { rows, events, totals } = fold(entries, vials);
  let extras = 0;
  const sites = rows
    .filter(({ state }) => state !== 'withdrawn')
    .map((row): NoteSite => {
      if (row.ftp) extras += 1;
      return { number: row.ftp ? `F${String(extras)}` : String(orderOf.get(row.id) ?? row.id), row };
    });
  // A dose that was voided and given again is of the vial it was given from last.
  const doses = new Map(entries.flatMap((entry) => (entry.kind === 'give' ? [[entry.site, entry] as const] : [])));
  const given = sites.filter(({ row }) => row.state === 'given');
  const mlIn = (some: readonly NoteSite[]): number =>
    some.reduce((sum, { row }) => {
      const dose = doses.get(row.id);
      const vial = vials.find(({ id }) => id === dose?.vial);
      return dose === undefined || vial === undefined ? sum : sum + mlOf(vial, dose.units);
    }, 0);
  const numbers = new Map(sites.map(({ number, row }) => [row.id, number]));
  const placed = (entry: EventRow['entry']): NoteEvent => {
    const row = entry.kind === 'incident' ? rows.find(({ id }) => id === entry.site) : undefined;
    return row === undefined ? { entry } : { entry, site: { number: numbers.get(row.id) ?? null, row } };
  };
  return {
    sites,
    muscles: muscles.map(({ id }): NoteMuscle => {
      const own = given.filter(({ row }) => row.muscle === id);
      const on = (side: SiteRow['side']) => own.filter(({ row }) => row.side === side);
      const moments = own.flatMap(({ row }) => row.at ?? []).toSorted((a, b) => Date.parse(a) - Date.parse(b));
      const [from, to] = [moments[0], moments.at(-1)];
      return {
        muscle: id,
        left: on('left'),
        right: on('right'),
        midline: on('midline'),
        units: totals.byMuscle[id].given,
        ml: mlIn(own),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      };
    }),
    totals,
    ml: mlIn(given),
    events: events.flatMap(({ entry, voided }) => (voided === undefined ? [placed(entry)] : [])),
    vials: vials.map((vial) => ({ vial, totals: totals.byVial.get(vial.id) ?? null })),
    products: productsDrawn(vials, totals),
    nextDue: needlesOf(entries).length === 0 ? null : daysAfter(injectedOn(session), retreatment.days),
  };
}
