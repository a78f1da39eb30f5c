import { err, ok, type Result } from '../protocol/words';
import { lastDayOf } from './calendar';
import { type Delivery, isLot, type StockRow } from './stock';

/** Vials that came in, as they stand in a form: texts. */
export type DeliveryDraft = {
  readonly product: string;
  readonly strength: string;
  readonly lot: string;
  readonly expiry: string;
  readonly count: string;
};

/** Vials of a lot that leave the shelf unused. */
export type Removal = { readonly count: string; readonly reason: string };

export type StockRefusal =
  | { readonly kind: 'ProductMissing' }
  | { readonly kind: 'NotAStrength' }
  | { readonly kind: 'LotMissing' }
  | { readonly kind: 'NotAnExpiry' }
  /** No whole number of vials above 0. */
  | { readonly kind: 'NotACount' }
  | { readonly kind: 'ReasonMissing' }
  /** A vial that was never entered cannot leave: its delivery is missing. */
  | { readonly kind: 'MoreThanOnHand'; readonly onHand: number };

/** Who enters it, when (ISO 8601 with offset), under which id. */
export type StockStamp = Pick<Delivery, 'id' | 'at' | 'by'>;

/** A delivery from what was typed, blanks taken off; the first thing that cannot be is refused. */
export function delivered(draft: DeliveryDraft, stamp: StockStamp): Result<Delivery, StockRefusal> {
  const [product, lot, expiry] = [draft.product.trim(), draft.lot.trim(), draft.expiry.trim()];
  const [strength, received] = [wholeOf(draft.strength), wholeOf(draft.count)];
  if (product === '') return err({ kind: 'ProductMissing' });
  if (strength === null) return err({ kind: 'NotAStrength' });
  if (!isLot(lot)) return err({ kind: 'LotMissing' });
  if (lastDayOf(expiry) === null) return err({ kind: 'NotAnExpiry' });
  if (received === null) return err({ kind: 'NotACount' });
  const { id, at, by } = stamp;
  return ok({ id, product, strength, lot, expiry, received, at, by });
}

/** What takes vials out unused: an entry of its own, so that nothing that was entered is ever changed. */
export function takenOut(row: StockRow, asked: Removal, stamp: StockStamp): Result<Delivery, StockRefusal> {
  const count = wholeOf(asked.count);
  const reason = asked.reason.trim();
  if (count === null) return err({ kind: 'NotACount' });
  if (count > row.onHand) return err({ kind: 'MoreThanOnHand', onHand: row.onHand });
  if (reason === '') return err({ kind: 'ReasonMissing' });
  const { product, strength, lot, expiry } = row;
  const { id, at, by } = stamp;
  return ok({ id, product, strength, lot, expiry, received: -count, reason, at, by });
}

/** A whole number above 0, or null. */
function wholeOf(text: string): number | null {
  const typed = text.trim();
  const number = /^\d+$/.test(typed) ? Number(typed) : 0;
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}
