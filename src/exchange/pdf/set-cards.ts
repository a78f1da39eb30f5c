import type { NoteCard, NoteDocument, NoteDue } from './note-document';
import type { Element, Pen, Style } from './pen';
import { type Block, baseline, type Fit, inks, lineHeight, type Sheet } from './sheet';

/** Shares of the width: vial, balance, next due. */
const shares = [0.41, 0.31, 0.28] as const;
const inner = 9;

/** Each vial beside its balance, and in the first row when the next session is due: rows of one framed table. */
export function cardBlocks(
  pen: Pen,
  root: () => Element,
  { vials, balances, due }: Pick<NoteDocument, 'vials' | 'balances' | 'due'>,
  sheet: Sheet,
  fit: Fit,
): readonly Block[] {
  const width = sheet.right - sheet.left;
  const [, second, third] = shares.map((_, n) => sheet.left + width * shares.slice(0, n).reduce((a, b) => a + b, 0));
  const xs = [sheet.left, second ?? 0, third ?? 0] as const;
  const rows = Math.max(1, vials.length);
  return Array.from({ length: rows }, (_, n) => {
    const parts = [
      vials[n] === undefined ? null : setCard(pen, vials[n], xs[0], width * shares[0], fit),
      balances[n] === undefined ? null : setCard(pen, balances[n], xs[1], width * shares[1], fit),
      n === 0 ? setDue(pen, due, xs[2], width * shares[2], fit) : null,
    ];
    const height = Math.max(...parts.map((part) => part?.height ?? 0)) + 2 * inner - 2;
    return {
      height,
      gap: n === 0 ? fit.gap + 3 : 4,
      draw(y) {
        pen.aside(() => {
          const { doc } = pen;
          doc.lineWidth(0.8).strokeColor(inks.line);
          doc.roundedRect(sheet.left, y, width, height, 6).stroke();
          for (const x of xs.slice(1))
            doc
              .moveTo(x, y)
              .lineTo(x, y + height)
              .stroke();
        });
        for (const part of parts) part?.draw(root(), y + inner - 1);
      },
    };
  });
}

type Part = { readonly height: number; readonly draw: (root: Element, y: number) => void };

function setCard(pen: Pen, { title, lines }: NoteCard, x: number, width: number, fit: Fit): Part {
  const heading: Style = { cut: 'semibold', size: fit.text + 0.4, colour: inks.strong };
  const name: Style = { cut: 'regular', size: fit.text - 0.2, colour: inks.quiet };
  const value: Style = { cut: 'semibold', size: fit.text - 0.2, colour: inks.strong };
  const nameWidth = Math.max(...lines.map((line) => pen.widthOf(line.name, name))) + 9;
  const step = lineHeight(value.size) + 0.6;
  const head = lineHeight(heading.size) + 2;
  const set = lines.map((line) => ({
    ...line,
    lines: pen.lines([{ text: line.text, style: value }], width - 2 * inner - nameWidth),
  }));
  return {
    height: head + set.reduce((sum, one) => sum + Math.max(1, one.lines.length) * step, 0),
    draw(root, y) {
      const section = pen.group(root, 'Sect');
      pen.as(section, 'H2', () => pen.put([{ text: title, style: heading }], x + inner, y + baseline(heading.size)));
      const list = pen.group(section, 'L');
      let top = y + head;
      for (const one of set) {
        const item = pen.group(list, 'LI');
        const line = top + baseline(value.size);
        pen.as(item, 'Lbl', () => pen.put([{ text: one.name, style: name }], x + inner, line));
        pen.as(item, 'LBody', () => {
          for (const [n, text] of one.lines.entries()) pen.put(text, x + inner + nameWidth, line + n * step);
        });
        top += Math.max(1, one.lines.length) * step;
      }
    },
  };
}

function setDue(pen: Pen, { title, day, text }: NoteDue, x: number, width: number, fit: Fit): Part {
  const heading: Style = { cut: 'semibold', size: fit.text + 0.4, colour: inks.strong };
  const large: Style = { cut: 'bold', size: 15, colour: inks.strong };
  const said: Style = { cut: 'regular', size: fit.text - 0.2, colour: inks.quiet };
  const lines = pen.lines([{ text, style: said }], width - 2 * inner);
  const head = lineHeight(heading.size) + 1;
  return {
    height: head + lineHeight(large.size) + lines.length * lineHeight(said.size),
    draw(root, y) {
      const section = pen.group(root, 'Sect');
      pen.as(section, 'H2', () => pen.put([{ text: title, style: heading }], x + inner, y + baseline(heading.size)));
      pen.as(section, 'P', () => pen.put([{ text: day, style: large }], x + inner, y + head + baseline(large.size)));
      pen.as(section, 'P', () => {
        for (const [n, line] of lines.entries())
          pen.put(line, x + inner, y + head + lineHeight(large.size) + n * lineHeight(said.size) + baseline(said.size));
      });
    },
  };
}
