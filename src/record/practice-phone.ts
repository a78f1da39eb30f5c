import type { Practice } from './practice';

/** The longest number that is kept, characters. Chosen. */
const longest = 40;
/** Of all that the lines of the world dial, the shortest and the longest (ITU-T E.164), digits. */
const digits = { least: 3, most: 15 };

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** A number as people write it: digits with spaces, + ( ) - / and points between them, and an extension after "ext". */
export const isPhone = (text: string): boolean =>
  text.length <= longest &&
  /^[+(\d][\d +()/.-]*(?:ext\.? ?\d{1,6})?$/i.test(text) &&
  digitsOf(text).length >= digits.least;

/**
 * The address that dials it; null where a machine could dial another one: two numbers, an extension, or the zero in "+44 (0)20",
 * which some countries dial and others do not. Such a number is read and dialled by hand.
 */
export function dialledAt(phone: string): string | null {
  const plain = /^\+?[\d ().-]+$/.test(phone) && !(phone.startsWith('+') && phone.includes('('));
  const number = digitsOf(phone);
  if (!plain || number.length < digits.least || number.length > digits.most) return null;
  return `tel:${phone.startsWith('+') ? '+' : ''}${number}`;
}

/** The longest number that stands on one line wherever it is told, characters. */
const longestOnALine = 24;

/** As it is told: not parted at the end of a line, unless it is longer than numbers are. */
export const phoneText = (phone: string): string =>
  phone.length > longestOnALine ? phone : phone.replaceAll(' ', '\u00a0');

/** `null` gives none. */
export const withPhone =
  (phone: string | null) =>
  (practice: Practice): Practice => {
    const { phone: before, ...rest } = practice;
    if ((phone ?? undefined) === before) return practice;
    return phone === null ? rest : { ...rest, phone };
  };
