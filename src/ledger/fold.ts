import { fixedSites } from '../protocol/fixed-sites';
import { muscles } from '../protocol/paradigm';
import { type MuscleId, type SiteId, total, units } from '../protocol/words';
import { emptyBook, vialTotals } from './book';
import type { Entry, IncidentEntry, OffProtocolEntry } from './entry';
import type { EventRow, Fold, MuscleTotals, SiteRow, Totals } from './state';
import { emptyTally, record, type Slot, type Tally } from './tally';
import type { Vial } from './vial';

/**
 * Everything that follows from a ledger's entries: one row a site, and the totals. The entries must keep the rules:
 * commands make only such, and a file's are checked first (`check.ts`).
 */
export function fold(entries: readonly Entry[], vials: readonly Vial[]): Fold {
  const tally = emptyTally(vials);
  for (const entry of entries) record(tally, entry);
  return foldOf(tally);
}

/** The fold of a tally, with nothing mutable left in it. */
export function foldOf(tally: Tally): Fold {
  const slots = [...tally.slots.values()].sort((a, b) => rank(a) - rank(b));
  return { rows: slots.map(rowOf), events: [...tally.events.values()], totals: totalsOf(tally, slots) };
}

const fixedOrder: ReadonlyMap<SiteId, number> = new Map(fixedSites.map((site) => [site.id, site.order]));
// Extras follow the last fixed site of their muscle. The sort is stable, so they stay in the order they were planned.
const extrasOrder: ReadonlyMap<MuscleId, number> = new Map(fixedSites.map((site) => [site.muscle, site.order + 0.5]));
const rank = (slot: Slot): number => (slot.ftp ? extrasOrder.get(slot.muscle) : fixedOrder.get(slot.id)) ?? Infinity;

function rowOf({ id, muscle, side, ftp, anchor, moved, warned, state, at, reason }: Slot): SiteRow {
  return {
    id,
    muscle,
    side,
    ftp,
    anchor,
    ...(moved === undefined ? {} : { moved }),
    ...(warned === undefined ? {} : { warned }),
    state,
    ...(at === undefined ? {} : { at }),
    ...(reason === undefined ? {} : { reason }),
  };
}

const isPlannedOrGiven = (slot: Slot): boolean => slot.state === 'planned' || slot.state === 'given';

function totalsOf(tally: Tally, slots: readonly Slot[]): Totals {
  const given = slots.filter((slot) => slot.state === 'given');
  const events = [...tally.events.values()];
  const offProtocol = standing(events, 'off-protocol').map((entry) => entry.units);
  const incidents = standing(events, 'incident').map((entry) => entry.units);
  return {
    given: sum(given),
    planned: units(tally.committed),
    cap: tally.limits.sessionCap,
    sitesGiven: given.length,
    sitesSkipped: slots.filter((slot) => slot.state === 'skipped').length,
    sitesPlanned: slots.filter(isPlannedOrGiven).length,
    byMuscle: byMuscle(tally, slots),
    byVial: new Map(tally.vials.map((vial) => [vial.id, vialTotals(vial, tally.books.get(vial.id) ?? emptyBook())])),
    offProtocol: units(total(offProtocol)),
    incidents: total(incidents),
    total: total([sum(given), ...offProtocol, ...incidents]),
    stopped: tally.stopped !== undefined,
  };
}

function standing<Kind extends 'off-protocol' | 'incident'>(
  events: readonly EventRow[],
  kind: Kind,
): readonly Extract<IncidentEntry | OffProtocolEntry, { kind: Kind }>[] {
  return events.flatMap(({ entry, voided }) => (isOf(entry, kind) && voided === undefined ? [entry] : []));
}

const isOf = <E extends { readonly kind: string }, Kind extends string>(
  entry: E,
  kind: Kind,
): entry is Extract<E, { kind: Kind }> => entry.kind === kind;

function byMuscle(tally: Tally, slots: readonly Slot[]): Totals['byMuscle'] {
  const of = (muscle: MuscleId): MuscleTotals => {
    const own = slots.filter((slot) => slot.muscle === muscle && isPlannedOrGiven(slot));
    const extras = tally.extras.get(muscle) ?? 0;
    const extrasAllowed = tally.limits.extrasOf(muscle);
    return {
      given: sum(own.filter((slot) => slot.state === 'given')),
      planned: sum(own),
      extras,
      extrasAllowed,
      extrasLeft: extrasAllowed - extras,
    };
  };
  const rows = muscles.map(({ id }) => [id, of(id)] as const);
  return Object.fromEntries(rows) as Record<MuscleId, MuscleTotals>;
}

const sum = (slots: readonly Slot[]) => units(slots.reduce((total, slot) => total + slot.units, 0));
