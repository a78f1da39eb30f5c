import type { NoteSignature } from './note-document';
import type { Element, Pen, Style } from './pen';
import { type Block, baseline, type Fit, inks, lineHeight, type Sheet } from './sheet';
import type { Line } from './wrap';

/** Who signed and when, in type and under a rule; beside it what pins the record down. */
export function signatureBlock(pen: Pen, root: () => Element, signature: NoteSignature, sheet: Sheet, fit: Fit): Block {
  const name: Style = { cut: 'bold', size: fit.text + 1.4, colour: inks.strong };
  const said: Style = { cut: 'regular', size: fit.text - 0.2, colour: inks.quiet };
  const small: Style = { cut: 'regular', size: 7, colour: inks.quiet };
  const seal: Style = { cut: 'regular', size: fit.text, colour: inks.strong };
  const across = sheet.right - sheet.left;
  const [half, second] = [0.46 * across, sheet.left + 0.5 * across];
  const lines = (text: string, style: Style, width: number) => ({ style, lines: pen.lines([{ text, style }], width) });
  const left = [lines(signature.name.text, name, half), ...signature.lines.map((text) => lines(text, said, half))];
  const right = [
    lines(signature.seal.title, said, 0.5 * across),
    ...signature.seal.lines.map((text, n) => lines(text, n === 0 ? seal : said, 0.5 * across)),
  ];
  const meaning = lines(signature.meaning, small, across);
  const tall = (set: typeof left) => set.reduce((sum, one) => sum + one.lines.length * lineHeight(one.style.size), 0);
  const upper = Math.max(tall(left), tall(right)) + 5;
  const height = upper + tall([meaning]) + 2;
  return {
    height,
    gap: fit.gap + 8,
    atFoot: true,
    draw(y) {
      pen.aside(() => {
        pen.doc
          .moveTo(sheet.left, y)
          .lineTo(sheet.left + half, y)
          .lineWidth(0.9)
          .stroke(inks.strong);
      });
      column(pen, root(), left, sheet.left, y + 3);
      column(pen, root(), right, second, y + 3);
      column(pen, root(), [meaning], sheet.left, y + upper);
    },
  };
}

function column(
  pen: Pen,
  root: Element,
  set: readonly { readonly style: Style; readonly lines: readonly Line<Style>[] }[],
  x: number,
  y: number,
): void {
  let top = y;
  for (const { style, lines } of set) {
    pen.as(root, 'P', () => {
      for (const line of lines) {
        pen.put(line, x, top + baseline(style.size));
        top += lineHeight(style.size);
      }
    });
  }
}
