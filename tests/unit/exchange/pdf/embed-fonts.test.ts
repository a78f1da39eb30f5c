import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { embedFonts, isPlain } from '../../../../src/exchange/pdf/embed-fonts';
import { cuts } from '../../../../src/exchange/pdf/note-fonts';
import { noteFonts } from '../../../support/note-art';
import { unwrap } from '../../../support/signing';

type Run = {
  readonly glyphs: readonly { readonly id: number; readonly codePoints: readonly number[] }[];
  readonly positions: readonly object[];
  readonly advanceWidth: number;
};
type Font = { readonly characterSet: readonly number[]; readonly layout: (text: string, features?: object) => Run };

const fontIn = (doc: InstanceType<typeof PDFDocument>, cut: string): Font =>
  (doc.font(cut) as unknown as { readonly _font: { readonly font: Font } })._font.font;
const document = () => new PDFDocument({ margin: 0, font: null as never });
const told = ({ glyphs, positions, advanceWidth }: Run) =>
  JSON.stringify({ glyphs: glyphs.map(({ id, codePoints }) => [id, codePoints]), positions, advanceWidth });

describe('the fonts of the note', () => {
  it('set a plain text as the whole shaping sets it: each letter and every word beside others', () => {
    const [fonts, quick, whole] = [noteFonts(), document(), document()];
    unwrap(embedFonts(quick, fonts));
    for (const cut of cuts) whole.registerFont(cut, fonts[cut].slice());
    const words = [
      'Ελένη',
      'Щербакова',
      'Žižek’s',
      'office',
      'Straße',
      '37.5',
      '2026-11-23',
      '->',
      '«1/2»',
      'Łŀl',
      'İıj́'.normalize('NFC'),
    ];
    for (const cut of cuts) {
      const [ours, theirs] = [fontIn(quick, cut), fontIn(whole, cut)];
      const off = { calt: false, kern: false };
      const letters = ours.characterSet.map((one) => String.fromCodePoint(one)).filter(isPlain);
      expect(letters.length).toBeGreaterThan(1900);
      // Neighbours together: a font's rules are about what stands beside what.
      const texts = letters.flatMap((_, n) => (n % 12 === 0 ? [letters.slice(n, n + 12).join('')] : []));
      const differ = (text: string): boolean => told(ours.layout(text)) !== told(theirs.layout(text, off));
      expect([...texts, ...words, words.join(' ')].filter(differ)).toEqual([]);
    }
  });

  it('take no text for plain that has marks, fractions, or what is not seen', () => {
    for (const text of ['e\u0301', '1\u20442', 'a\u200Bb', 'a\u200Db', '\uE118'])
      expect(isPlain(text), text).toBe(false);
    expect(isPlain('Ελένη, Щербакова: 155 U (31 × 5)')).toBe(true);
  });
});
