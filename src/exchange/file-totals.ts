import type { Fold } from '../ledger/state';
import { pathText } from '../record/damage';
import type { FileTotals, FileVersion } from '../record/session-file-schema';

/** A total that a file states and that is not what its entries add up to. */
export type TotalsDisagree = {
  readonly kind: 'TotalsDisagree';
  readonly path: string;
  /** The same as `path`, for the message: `totals.byMuscle.temporalis.given`. */
  readonly field: string;
  readonly stated: string | number;
  readonly derived: string | number;
};

/** The totals as a file of this version states them. */
export function totalsIn({ totals }: Fold, version: FileVersion): FileTotals {
  const inAll = {
    given: totals.given,
    planned: totals.planned,
    cap: totals.cap,
    sitesGiven: totals.sitesGiven,
    sitesSkipped: totals.sitesSkipped,
    sitesPlanned: totals.sitesPlanned,
    byMuscle: { ...totals.byMuscle },
  };
  if (version < 3) {
    return { ...inAll, byVial: [...totals.byVial].map(([vial, { drawn, left }]) => ({ vial, drawn, left })) };
  }
  return {
    ...inAll,
    byVial: [...totals.byVial].map(([vial, book]) => ({ vial, ...book })),
    offProtocol: totals.offProtocol,
    incidents: totals.incidents,
    total: totals.total,
    stopped: totals.stopped,
  };
}

/** Holds every derived total against the stated one. Totals that this version does not derive cannot be judged. */
export function disagreement(stated: unknown, derived: unknown, path: readonly PropertyKey[]): TotalsDisagree | null {
  if (typeof derived !== 'object' || derived === null) {
    if (stated === derived) return null;
    const field = pathText(path);
    return { kind: 'TotalsDisagree', path: field, field, stated: leaf(stated), derived: leaf(derived) };
  }
  const here = fieldsOf(stated);
  const there = fieldsOf(derived);
  if (Array.isArray(derived)) {
    const length = disagreement(here.size, there.size, [...path, 'length']);
    if (length !== null) return length;
  }
  for (const [key, value] of there) {
    const found = disagreement(here.get(key), value, [...path, Array.isArray(derived) ? Number(key) : key]);
    if (found !== null) return found;
  }
  return null;
}

const leaf = (value: unknown): string | number => (typeof value === 'number' ? value : String(value));

const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
