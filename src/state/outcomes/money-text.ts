import { locale } from '../../messages/locale';

/** Amounts of money as text, and back: exactly, in the smallest unit of the currency. */
const formats = new Map<string, Intl.NumberFormat>();

/** `more`: decimals beyond those of the currency. */
function formatOf(currency: string, more = 0): Intl.NumberFormat {
  const key = `${currency} ${String(more)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const digits = digitsOf(currency) + more;
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}

/** How many decimals a currency has: 2 of EUR, 0 of JPY. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** What a person may choose from. */
export const currencies: readonly string[] = Intl.supportedValuesOf('currency');

/** "€1,345.50". */
export const moneyText = (amount: number, currency: string): string =>
  formatOf(currency).format(Number(decimalText(amount, digitsOf(currency))));

/** A price for each unit of drug, in hundredths of the smallest unit: "€6.4235". */
export const unitPriceText = (hundredths: number, currency: string): string =>
  formatOf(currency, 2).format(Number(decimalText(hundredths, digitsOf(currency) + 2)));

/** A whole number of smallest units as it is typed: 134550 with two decimals is "1345.50". */
export function decimalText(amount: number, digits: number): string {
  const text = String(amount).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * What was typed, as a whole number of units with so many decimals; null for what is no amount, or has more decimals than there
 * are. A comma is a point; nothing may stand between thousands.
 */
export function amountOf(typed: string, digits: number): number | null {
  const [, whole, fraction = ''] = /^(\d{1,9})(?:[.,](\d+))?$/.exec(typed.trim()) ?? [];
  if (whole === undefined || fraction.length > digits) return null;
  return Number(`${whole}${fraction.padEnd(digits, '0')}`);
}
