import '../messages/later';
import { locale } from '../messages/locale';
import { t } from '../messages/translate';
import { lastDayOf } from '../record/calendar';
import { type Delivery, isLot, isSameLot, soonDays, type StockRow } from '../record/stock';
import type { StockReading } from './stock-desk';

/** What there is to know of a row beyond its counts, the gravest first; empty where nothing is. */
export function rowNotes(row: StockRow): readonly { readonly level: 'bad' | 'warn'; readonly text: string }[] {
  const onShelf = row.onHand > 0;
  return [
    ...(row.onHand < 0 ? [{ level: 'bad' as const, text: t('stock.negative', { n: -row.onHand }) }] : []),
    ...(onShelf && row.expired ? [{ level: 'bad' as const, text: t('stock.expired') }] : []),
    ...(onShelf && row.expiresSoon ? [{ level: 'warn' as const, text: t('stock.soon', { days: soonDays }) }] : []),
  ];
}

type Labelled = { readonly product: string; readonly strength: number };
type Known = Pick<StockReading, 'rows' | 'entries'>;

/** A lot on the shelf, as it is offered for a vial. */
export type Offer = { readonly lot: string; readonly expiry: string; readonly text: string };

/** The lots that a vial of that kind may be of, first to expire first. What has expired is not offered. */
export function offersFor({ rows, entries }: Known, vial: Labelled): readonly Offer[] {
  return rows
    .filter((row) => isKind(row, vial) && row.onHand > 0 && !row.expired)
    .map(({ lot, expiry, onHand }) => {
      const [printed = expiry] = expiriesOf(entries, { ...vial, lot });
      return { lot, expiry: printed, text: t('vials.offer', { lot, expiry: printed, n: onHand }) };
    });
}

/**
 * What the stock says of the lot and expiry written for a vial: known, known with another expiry, of another kind of vial, or
 * never come in. Null where there is nothing to say: no lot is written, or nobody keeps a stock here.
 */
export function lotNote(
  { rows, entries }: Known,
  vial: Labelled & { readonly lot: string; readonly expiry: string },
): { readonly level: 'told' | 'warn'; readonly text: string } | null {
  if (!isLot(vial.lot) || entries.length === 0) return null;
  const expiries = expiriesOf(entries, vial);
  const [first] = expiries;
  if (first === undefined) {
    const other = entries.some(({ lot }) => isSameLot(lot, vial.lot));
    return { level: 'warn', text: t(other ? 'vials.lotOfOther' : 'vials.lotUnknown') };
  }
  const expiry = vial.expiry.trim();
  if (expiry !== '' && !expiries.some((one) => lastDayOf(one) === lastDayOf(expiry)))
    return { level: 'warn', text: t('vials.lotExpiry', { expiry: first }) };
  const onHand = rows.find((row) => isKind(row, vial) && isSameLot(row.lot, vial.lot))?.onHand ?? 0;
  return { level: 'told', text: t('vials.lotKnown', { expiry: first, n: onHand }) };
}

const isKind = (a: Labelled, b: Labelled): boolean => a.product === b.product && a.strength === b.strength;

/** The expiries with which a lot came in, the earliest first: what a session wrote of it is not among them. */
const expiriesOf = (entries: readonly Delivery[], vial: Labelled & { readonly lot: string }): readonly string[] =>
  entries
    .filter((entry) => entry.received > 0 && isKind(entry, vial) && isSameLot(entry.lot, vial.lot))
    .map(({ expiry }) => expiry)
    .sort((a, b) => (lastDayOf(a) ?? '').localeCompare(lastDayOf(b) ?? '', locale));
