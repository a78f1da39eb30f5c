/** A pause: no length is taken with a way on the other side of it. */
export const pause = ',';

/**
 * What was typed as plain words with single spaces: small letters, numbers parted from their units, and pauses (a comma
 * that is no decimal one, a full stop, "and", "then") as words of their own. A minus stays with its number.
 */
export const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    // The digit of the vertebra is no length.
    .replaceAll(/\bc[ -]?7\b/g, 'c7')
    .replaceAll(/(\d)([a-z])/g, '$1 $2')
    .replaceAll(/\b([cm]m)\.(?!\d)/g, '$1 ')
    .replaceAll(/-\s+(?=\d)/g, '-')
    .replaceAll(/-(?=[a-z])|:/g, ' ')
    // Right before a digit a comma may be a decimal one, unless a word ends there: ",5" is half of one.
    .replaceAll(/[;!]|\.(?!\d)|-(?!\d)|,(?!\d)|(?<=[a-z]),/g, ` ${pause} `)
    .replaceAll(/\b(?:and|then)\b/g, ` ${pause} `)
    .replaceAll(/\s+/g, ' ')
    .trim();

const midline = '(?:the )?mid ?line(?= |$)';
const outward = '(lateral|laterally|out|outward|outwards|left|right)';
const length = String.raw`( \d[\d.,]*(?: [a-z]+)?)?`;
/** "10 mm lateral to the midline", "left 10 mm from the midline": the way is said. */
const wayFromMidline = new RegExp(`\\b${outward}${length} (?:from|of|off|to) ${midline}`, 'g');
const fromMidline = new RegExp(`\\b(?:from|of|off) ${midline}`, 'g');
const towardMidline = new RegExp(`\\b(?:(?:medial|medially|inward|inwards) )?towards? ${midline}`, 'g');

/**
 * The midline as a way: from it is lateral, only toward it is medial.
 * @returns the words without it, and whether a length was measured from the midline
 */
export function takeMidline(words: string): { readonly words: string; readonly measuredFrom: boolean } {
  const outOf = words.replaceAll(wayFromMidline, '$1$2').replaceAll(fromMidline, 'lateral');
  return { words: outOf.replaceAll(towardMidline, 'medial'), measuredFrom: outOf !== words };
}
