import { products } from '../../protocol/products';
import { fromThousandths } from '../../protocol/words';
import type { Copay, Prices } from '../../record/prices';
import { amountOf, decimalText, digitsOf } from './money-text';

/** Prices as they are typed: text, so that a currency with other decimals does not change what was written. */
export type TypedPrices = {
  readonly currency: string;
  readonly basis: Prices['basis'];
  /** By the strength of a vial of the counted drug. */
  readonly vials: Readonly<Record<string, string>>;
  readonly unit: string;
  readonly fee: string;
  readonly copay: 'none' | Copay['kind'];
  readonly share: string;
};

/** The decimals that a price of one unit has beyond those of its currency, and those of a percentage. */
const more = 2;

/** Which field is wrong: `vial-200`, or its name. */
export type WrongPrice = 'currency' | `vial-${string}` | 'unit' | 'fee' | 'share';

/** As they stand in the fields; empty where nothing was entered. */
export function typedOf(prices: Prices | undefined): TypedPrices {
  const { currency = '', basis = 'vial', vials = [], unitHundredths, fee, copay } = prices ?? {};
  const digits = currency === '' ? more : digitsOf(currency);
  const shown = (amount: number | undefined, decimals = digits): string =>
    amount === undefined ? '' : decimalText(amount, decimals);
  return {
    currency,
    basis,
    vials: Object.fromEntries(
      products.map(({ strength }) => [
        String(strength),
        shown(vials.find((one) => one.strength === strength && one.product === products[0].product)?.price),
      ]),
    ),
    unit: shown(unitHundredths, digits + more),
    fee: shown(fee),
    copay: copay?.kind ?? 'none',
    share:
      copay === undefined ? '' : copay.kind === 'amount' ? shown(copay.amount) : decimalText(copay.hundredths, more),
  };
}

/** What was typed, as prices; or the first field that is wrong. An empty field is a price that was not entered. */
export function pricesOf(
  typed: TypedPrices,
  before: Prices | undefined,
): { readonly ok: true; readonly prices: Prices } | { readonly ok: false; readonly wrong: WrongPrice } {
  const { currency, basis } = typed;
  if (!/^[A-Z]{3}$/.test(currency)) return { ok: false, wrong: 'currency' };
  const digits = digitsOf(currency);
  const read = (text: string, decimals = digits): number | null | undefined =>
    text.trim() === '' ? undefined : amountOf(text, decimals);
  // Vials of other products came from elsewhere, and are kept as they are.
  const vials: Prices['vials'][number][] = (before?.vials ?? []).filter(
    ({ product }) => product !== products[0].product,
  );
  for (const { product, strength } of products) {
    const price = read(typed.vials[String(strength)] ?? '');
    if (price === null) return { ok: false, wrong: `vial-${String(strength)}` };
    if (price !== undefined) vials.push({ product, strength, price });
  }
  const unit = read(typed.unit, digits + more);
  if (unit === null) return { ok: false, wrong: 'unit' };
  const fee = read(typed.fee);
  if (fee === null) return { ok: false, wrong: 'fee' };
  const share = typed.copay === 'none' ? undefined : amountOf(typed.share, typed.copay === 'percent' ? more : digits);
  if (share === null || (typed.copay === 'percent' && (share ?? 0) > 100 * 100)) return { ok: false, wrong: 'share' };
  const copay: Copay | undefined =
    share === undefined
      ? undefined
      : typed.copay === 'percent'
        ? { kind: 'percent', hundredths: share }
        : { kind: 'amount', amount: share };
  return {
    ok: true,
    prices: {
      currency,
      basis,
      vials,
      ...(unit === undefined ? {} : { unitHundredths: unit }),
      ...(fee === undefined ? {} : { fee }),
      ...(copay === undefined ? {} : { copay }),
    },
  };
}

/** Decimals of a dose as it is typed: it is recorded in thousandths of a unit. */
const doseDecimals = 3;

/** Units of a planned session as they are typed, or null where they are none from 1 to `most`. */
export function unitsOf(typed: string, most: number): number | null {
  const count = amountOf(typed, doseDecimals);
  if (count === null) return null;
  const units = fromThousandths(count);
  return units >= 1 && units <= most ? units : null;
}
