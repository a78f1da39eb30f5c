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
type Shaped = {
  layout: (text: string, features?: object) => unknown;
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
};

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
      font.layout = (text) => shape(text, shaping);
      regular ??= font;
    } catch (error) {
      return err({ cut, why: String(error) });
    }
  }
  const known = regular;
  return ok((codePoint) => known?.hasGlyphForCodePoint(codePoint) ?? false);
}
