import { startingVial } from '../protocol/paradigm';
import { err, ok, type Result } from '../protocol/words';
import { dayOf, isExpired, lastDayOf } from './calendar';
import { sumOfUnits } from './exact-units';

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
};

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
    const row = rows.get(key) ?? { product, strength, lot, expiry, received: 0, used: 0, onHand: 0, expired: false };
    const counts = { received: row.received + received, used: row.used + used };
    // The earliest expiry said of a lot counts: the cautious one, where a delivery and a session disagree.
    const earliest = earlier(row.expiry, expiry);
    const expired = lastDayOf(earliest) !== null && isExpired(earliest, dayOf(now));
    rows.set(key, { ...row, ...counts, expiry: earliest, onHand: counts.received - counts.used, expired });
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

/** Who had a lot, and what of it. */
export type Recalled = { readonly patient: string; readonly uses: readonly VialUse[]; readonly units: number };

/**
 * The patients of a lot, the latest use first: for a recall. Vials that were opened and thrown away are in it too. A lot is
 * the same however it is spaced or cased, since two hands write it; an empty one finds nobody.
 */
export function patientsOfLot(uses: readonly VialUse[], lot: string): readonly Recalled[] {
  const wanted = lotKey(lot);
  if (wanted === '') return [];
  const found = distinct(uses).filter((use) => lotKey(use.lot ?? '') === wanted);
  const latestFirst = found.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return [...new Set(latestFirst.map(({ patient }) => patient))].map((patient) => {
    const own = latestFirst.filter((use) => use.patient === patient);
    return { patient, uses: own, units: sumOfUnits(own.map(({ units }) => units)) };
  });
}

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

/** One row a vial and session, should a listing give a row twice (two versions of one session, say): the last given counts. */
const distinct = (uses: readonly VialUse[]): VialUse[] => [
  ...new Map(uses.map((use) => [JSON.stringify([use.session, use.vial]), use])).values(),
];

const text = (expiry: string): string => lastDayOf(expiry) ?? '9999';
const earlier = (a: string, b: string): string => (text(a) <= text(b) ? a : b);
