import type { Patient } from './patient';

/**
 * A search for patients by label, record number or date of birth. Whoever stores patients keeps the words of each in
 * memory (never in an index on the disk: they say who the patient is) and asks `matches` for each.
 */

/** Letters that Unicode does not take apart into a letter and a mark. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Lower case, without accents, and with one blank between words; everything but letters and digits parts words. */
export function normalised(text: string): string {
  const plain = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return plain
    .replace(/[ßæœøłđðþı]/g, (letter) => spelled[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The words by which a patient is found: those of the label, the label and the record number written together (so that
 * "KM" finds "K. M."), and the parts of the date of birth, with and without leading noughts, in whatever order they are typed.
 */
export function searchWords({ label, born = '', recordNumber = '' }: Patient): readonly string[] {
  const [name, birth, number] = [normalised(label), normalised(born), normalised(recordNumber)];
  const numbers = [birth, number].flatMap((text) => text.split(' ')).map((word) => word.replace(/^0+(?=.)/, ''));
  const together = [name, birth, number].map((text) => text.replaceAll(' ', ''));
  const words = [name, birth, number].flatMap((text) => text.split(' '));
  return [...new Set([...words, ...together, ...numbers])].filter((word) => word !== '');
}

/** The words of what was typed, for `matches`. None where nothing was: then every patient matches. */
export const queryWords = (typed: string): readonly string[] =>
  normalised(typed)
    .split(' ')
    .filter((word) => word !== '');

/** Whether each word of the query begins one of the patient's. */
export const matches = (words: readonly string[], query: readonly string[]): boolean =>
  query.every((typed) => words.some((word) => word.startsWith(typed)));
