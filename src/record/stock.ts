import { startingVial } from '../protocol/paradigm';
import { err, ok, type Result, sumOfUnits } from '../protocol/words';
import { dayOf, daysBetween, isExpired, lastDayOf } from './calendar';

/** Vials that came in together: one product, strength, lot and expiry. */
export type Delivery = {
  readonly id: string;
  readonly product: string;
  /** Units in one vial. */
  readonly strength: number;
  readonly lot: string;
  /** YYYY-MM-DD or YYYY-MM. */
  readonly expiry: string;
  /** How many vials: a whole number, not 0. Negative for vials that left unused (returned, broken, expired). */
  readonly received: number;
  /** Why vials left unused; there is none for vials that came in. */
  readonly reason?: string;
  /** ISO 8601 with offset. */
  readonly at: string;
  readonly by: string;
};

/** A vial that was opened for a session, with what the session drew from it; small enough to come from a listing. */
export type VialUse = {
  readonly vial: string;
  readonly session: string;
  /** The patient's id. */
  readonly patient: string;
  /** ISO 8601 with offset. */
  readonly at: string;
  readonly product: string;
  readonly strength: number;
  /** Absent where the session did not record them. */
  readonly lot?: string;
  readonly expiry?: string;
  /** ISO 8601 with offset. */
  readonly reconstitutedAt?: string;
  /** Units that went into the patient; 0 for a vial that was opened and thrown away. */
  readonly units: number;
};

export type StockRow = {
  readonly product: string;
  readonly strength: number;
  readonly lot: string;
  readonly expiry: string;
  readonly received: number;
  readonly used: number;
  /** Below 0 where more were used than ever came in: a delivery was not entered, or a lot was misread. */
  readonly onHand: number;
  readonly expired: boolean;
  /** Still good, and not for long any more: see `soonDays`. */
  readonly expiresSoon: boolean;
};

/** From how many days before its last one a lot is said to expire soon. Chosen: time enough to use it up or return it. */
export const soonDays = 30;

/**
 * What is on the shelf, first to expire first, and then what was used without ever coming in. Products and strengths are kept
 * apart; a lot is the same however it is spaced or cased. Uses without a lot are in `unassigned`.
 */
export function stockOnHand(
  deliveries: readonly Delivery[],
  uses: readonly VialUse[],
  now: string,
): { readonly rows: readonly StockRow[]; readonly unassigned: readonly VialUse[] } {
  const rows = new Map<string, StockRow>();
  const add = (
    from: Pick<StockRow, 'product' | 'strength' | 'lot' | 'expiry'>,
    received: number,
    used: number,
  ): void => {
    const { product, strength, lot, expiry } = from;
    const key = JSON.stringify([product, strength, lotKey(lot)]);
    const row = rows.get(key) ?? { product, strength, lot, expiry, received: 0, used: 0 };
    const counts = { received: row.received + received, used: row.used + used };
    // The earliest expiry said of a lot counts: the cautious one, where a delivery and a session disagree.
    const earliest = earlier(row.expiry, expiry);
    const onHand = counts.received - counts.used;
    rows.set(key, { ...row, ...counts, expiry: earliest, onHand, ...ageOf(earliest, now) });
  };
  for (const delivery of deliveries) add(delivery, delivery.received, 0);
  const unassigned: VialUse[] = [];
  for (const use of distinct(uses)) {
    const { lot = '', expiry = '' } = use;
    if (lotKey(lot) === '') unassigned.push(use);
    else add({ ...use, lot, expiry }, 0, 1);
  }
  const sorted = [...rows.values()].sort((a, b) => text(a.expiry).localeCompare(text(b.expiry), 'en'));
  return { rows: sorted, unassigned };
}

/** Who had a lot of a product, and what of it, in that product's own units. */
export type Recalled = {
  readonly patient: string;
  readonly product: string;
  readonly uses: readonly VialUse[];
  readonly units: number;
};

/**
 * The patients of a lot, the latest use first: for a recall. Vials that were opened and thrown away are in it too. A lot is
 * the same however it is spaced or cased, since two hands write it; an empty one finds nobody. Where two products have a
 * lot of that name, a patient of both is in it twice: their units are never added.
 */
export function patientsOfLot(uses: readonly VialUse[], lot: string): readonly Recalled[] {
  const wanted = lotKey(lot);
  if (wanted === '') return [];
  const found = distinct(uses).filter((use) => lotKey(use.lot ?? '') === wanted);
  const latestFirst = found.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const groups = new Map<string, Recalled>();
  for (const use of latestFirst) {
    const { patient, product } = use;
    const key = JSON.stringify([patient, product]);
    const uses = [...(groups.get(key)?.uses ?? []), use];
    groups.set(key, { patient, product, uses, units: sumOfUnits(uses.map(({ units }) => units)) });
  }
  return [...groups.values()];
}

/**
 * The lots that could have been meant by one: those that hold it as a part, and those that differ in letters and digits
 * which are read for one another alone. The lot itself is not among them.
 */
export function lotsLike(lots: readonly string[], typed: string): readonly string[] {
  const wanted = lotKey(typed);
  if (wanted === '') return [];
  const alike = lots.filter((lot) => {
    const key = lotKey(lot);
    return key !== wanted && (key.includes(wanted) || misread(key) === misread(wanted));
  });
  return [...new Map(alike.map((lot) => [lotKey(lot), lot])).values()];
}

/** Whether two texts name the same lot. */
export const isSameLot = (a: string, b: string): boolean => lotKey(a) === lotKey(b);

/** Whether a text says any lot at all. */
export const isLot = (lot: string): boolean => lotKey(lot) !== '';

export type VialRefusal = {
  readonly kind: 'VialUsedElsewhere';
  readonly vial: string;
  /** The session that opened it, and when. */
  readonly session: string;
  readonly at: string;
};

/**
 * A vial belongs to one patient's session: refused if it turns up in another. Earlier versions began every session
 * with a vial under one and the same id, which therefore tells nothing.
 */
export function claimVial(uses: readonly VialUse[], vial: string, session: string): Result<string, VialRefusal> {
  if (vial === startingVial.id) return ok(vial);
  const other = uses.find((use) => use.vial === vial && use.session !== session);
  return other === undefined
    ? ok(vial)
    : err({ kind: 'VialUsedElsewhere', vial, session: other.session, at: other.at });
}

/** A lot without blanks and hyphens, in upper case. */
export const lotKey = (lot: string): string => lot.toUpperCase().replace(/[\s-]+/g, '');

/** Chosen: the pairs that print and handwriting confuse most. */
const misread = (key: string): string =>
  key.replaceAll('O', '0').replace(/[IL]/g, '1').replaceAll('S', '5').replaceAll('B', '8').replaceAll('Z', '2');

const ageOf = (expiry: string, now: string): Pick<StockRow, 'expired' | 'expiresSoon'> => {
  const last = lastDayOf(expiry);
  if (last === null) return { expired: false, expiresSoon: false };
  const expired = isExpired(expiry, dayOf(now));
  return { expired, expiresSoon: !expired && daysBetween(now, last) <= soonDays };
};

/** One row a vial and session, should a listing give a row twice (two versions of one session, say): the last given counts. */
const distinct = (uses: readonly VialUse[]): VialUse[] => [
  ...new Map(uses.map((use) => [JSON.stringify([use.session, use.vial]), use])).values(),
];

const text = (expiry: string): string => lastDayOf(expiry) ?? '9999';
const earlier = (a: string, b: string): string => (text(a) <= text(b) ? a : b);
