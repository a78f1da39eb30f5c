import type { Entry } from '../ledger/entry';
import { muscles } from '../protocol/paradigm';
import { type OffProtocolMuscleId, offProtocolMuscles } from '../protocol/off-protocol';
import { type Amount, type MuscleId, type Side, type SiteId, total } from '../protocol/words';
import { type Day, dayOf, daysBetween, monthsBefore } from './calendar';
import type { FoldedSession } from './compare-sessions';
import { needlesOf } from './needles';

/** Where drug went: a muscle of the paradigm or another, on a side; or where the record names no site. */
export type Region =
  | { readonly kind: 'muscle'; readonly muscle: MuscleId; readonly side: Side }
  | { readonly kind: 'off-protocol'; readonly muscle: OffProtocolMuscleId; readonly side: Side }
  | { readonly kind: 'nowhere' };

/** Of sessions that were signed, and of those that are not yet. */
export type Split = { readonly signed: Amount; readonly unsigned: Amount };

export type RegionDose = {
  readonly region: Region;
  /** By the paradigm, extras and moved sites included; or off protocol, on purpose. */
  readonly given: Split;
  /** What was injected or lost there outside the rules; may hold a fraction. */
  readonly incidents: Split;
};

/** Units of two products are never added up: each has sums of its own. */
export type ProductDoses = {
  readonly product: string;
  /** Protocol order, the patient's left first, then off protocol, then at no site. Only where there was any. */
  readonly regions: readonly RegionDose[];
  /** Everything. */
  readonly all: Split;
  /** How many sessions gave any of it. */
  readonly sessions: number;
};

export type CountedSession = FoldedSession & { readonly signed: boolean };

/** The cumulative dose of many sessions by region of the skin, a product at a time; those of most sessions first. */
export function dosesByRegion(sessions: readonly CountedSession[]): readonly ProductDoses[] {
  const doses = sessions.flatMap(dosesOf);
  const products = [...new Set(doses.map(({ product }) => product))];
  return products
    .map((product) => {
      const own = doses.filter((dose) => dose.product === product);
      return {
        product,
        regions: regionOrder.flatMap((region) => rowOf(region, own)),
        all: split(own),
        sessions: new Set(own.map(({ session }) => session)).size,
      };
    })
    .sort((a, b) => b.sessions - a.sessions);
}

/**
 * The sessions of the last `months`, counted from a day: their first needle, or where none was given their start, is in it.
 * Throws on no day.
 */
export function withinMonths<T extends FoldedSession>(
  sessions: readonly T[],
  today: Day,
  months: number,
): readonly T[] {
  const since = monthsBefore(today, months);
  return sessions.filter(({ session }) => {
    const at = dayOf(needlesOf(session.entries)[0]?.at ?? session.startedAt);
    return daysBetween(since, at) > 0 && daysBetween(at, today) >= 0;
  });
}

type Dose = {
  readonly session: string;
  readonly signed: boolean;
  readonly product: string;
  readonly region: Region;
  readonly incident: boolean;
  readonly units: Amount;
};

function dosesOf({ session, fold, signed }: CountedSession): readonly Dose[] {
  const products = new Map(session.vials.map(({ id, product }) => [id, product]));
  const productOf = (vial: string | undefined): string => products.get(vial ?? '') ?? '';
  const doses = lastDoses(session.entries);
  const about = { session: session.id, signed };
  const places = new Map(fold.rows.map(({ id, muscle, side }) => [id, { kind: 'muscle', muscle, side } as const]));
  const given = fold.rows.flatMap(({ id, muscle, side, state }): readonly Dose[] => {
    const dose = doses.get(id);
    if (state !== 'given' || dose === undefined) return [];
    const region = { kind: 'muscle', muscle, side } as const;
    return [{ ...about, product: productOf(dose.vial), region, incident: false, units: dose.units }];
  });
  const beside = fold.events.flatMap(({ entry, voided }): readonly Dose[] => {
    if (voided !== undefined || (entry.kind !== 'incident' && entry.kind !== 'off-protocol')) return [];
    const { kind, units, vial } = entry;
    const dose = { ...about, product: productOf(vial), units };
    if (kind === 'off-protocol') {
      return [{ ...dose, incident: false, region: { kind, muscle: entry.muscle, side: entry.side } }];
    }
    return [{ ...dose, incident: true, region: places.get(entry.site ?? '') ?? { kind: 'nowhere' } }];
  });
  return [...given, ...beside];
}

/** The dose that stands at each site: a site is given once at a time. */
function lastDoses(entries: readonly Entry[]): ReadonlyMap<SiteId, { readonly vial: string; readonly units: Amount }> {
  return new Map(entries.flatMap((entry) => (entry.kind === 'give' ? [[entry.site, entry] as const] : [])));
}

const sides: readonly Side[] = ['left', 'midline', 'right'];
const regionOrder: readonly Region[] = [
  ...muscles.flatMap(({ id: muscle }) => sides.map((side) => ({ kind: 'muscle', muscle, side }) as const)),
  ...Object.values(offProtocolMuscles).flatMap(({ id: muscle }) =>
    sides.map((side) => ({ kind: 'off-protocol', muscle, side }) as const),
  ),
  { kind: 'nowhere' },
];

/** One text for one region. */
export const regionKey = (region: Region): string =>
  region.kind === 'nowhere' ? region.kind : `${region.kind} ${region.muscle} ${region.side}`;

function rowOf(region: Region, doses: readonly Dose[]): readonly RegionDose[] {
  const here = doses.filter((dose) => regionKey(dose.region) === regionKey(region));
  if (here.length === 0) return [];
  const [given, incidents] = [here.filter(({ incident }) => !incident), here.filter(({ incident }) => incident)];
  return [{ region, given: split(given), incidents: split(incidents) }];
}

const split = (doses: readonly Dose[]): Split => ({
  signed: total(doses.filter(({ signed }) => signed).map(({ units }) => units)),
  unsigned: total(doses.filter(({ signed }) => !signed).map(({ units }) => units)),
});
