import { err, ok, type Result } from '../../protocol/words';
import { type Cut, cuts, type NoteFonts } from './note-fonts';
import type { Doc } from './pen';

/**
 * How text is shaped: no more than writing needs, so that what is read out of the file is what was written. Contextual
 * forms turn "->" into an arrow and the hyphen of a date into a glyph without a character; kerning draws "37.5" so
 * close that some readers take it for "37 .5".
 */
const shaping = { calt: false, kern: false } as const;

/** What is used of the library's fonts, which its types leave out. */
type Glyph = { readonly advanceWidth: number };
type Shaped = {
  layout: (text: string, features?: object) => unknown;
  readonly glyphsForString: (text: string) => readonly Glyph[];
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
};

/**
 * Letters, figures and signs that stand for themselves: with the shaping above, each is one glyph as wide as it is, which
 * takes a tenth of the time to say. Marks go onto letters, the slash of fractions changes figures, and what is not seen
 * has rules of its own: such texts are shaped.
 */
const plain = /^[\p{L}\p{N}\p{P}\p{S}\p{Zs}]*$/u;
const fractionSlash = '\u2044';
/** Whether a text needs none of the shaping that a script or a ligature asks for: each letter is one glyph. */
export const isPlain = (text: string): boolean => plain.test(text) && !text.includes(fractionSlash);

/** A run of glyphs as the library's own shaping gives it, for a plain text. */
function plainRun(font: Pick<Shaped, 'glyphsForString'>, text: string) {
  const glyphs = font.glyphsForString(text);
  const positions = glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }));
  return {
    glyphs,
    positions,
    // Asked for after the positions were brought to another size.
    get advanceWidth() {
      return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    },
  };
}

/** Makes the fonts known to a document by their cuts. Answers whether they have a letter; all three have the same. */
export function embedFonts(
  doc: Doc,
  fonts: NoteFonts,
): Result<(codePoint: number) => boolean, { readonly cut: Cut; readonly why: string }> {
  let regular: Shaped | null = null;
  for (const cut of cuts) {
    try {
      // A copy: the library reads a buffer from its beginning, whatever part of it is meant.
      doc.registerFont(cut, fonts[cut].slice());
      const { font } = (doc.font(cut) as unknown as { readonly _font: { readonly font: Shaped } })._font;
      // Told to the font and not with each text: the library then keeps the words that it has shaped.
      const shape = font.layout.bind(font);
      font.layout = (text) => (isPlain(text) ? plainRun(font, text) : shape(text, shaping));
      regular ??= font;
    } catch (error) {
      return err({ cut, why: String(error) });
    }
  }
  const known = regular;
  return ok((codePoint) => known?.hasGlyphForCodePoint(codePoint) ?? false);
}
