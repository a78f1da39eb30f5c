import type { CertificateTable } from './certificate-document';
import type { Element, Pen, Style } from './pen';
import { baseline, inks, lineHeight } from './sheet';

/** Where a column stands within the table, as shares of its width. */
export type Placed<Column extends string> = {
  readonly key: Column;
  readonly from: number;
  readonly to: number;
  readonly right?: true;
};

type Part = { readonly height: number; readonly draw: (root: Element, y: number) => void };

/** Of the muscle's colour before a row. */
const chip = { size: 7, room: 12 };

/** A table set in one piece with its left edge at `x`; `pad` above and below what stands in a row. */
export function tablePart<Column extends string>(
  pen: Pen,
  { columns: heads, rows }: Pick<CertificateTable<Column>, 'columns' | 'rows'>,
  placed: readonly Placed<Column>[],
  at: { readonly x: number; readonly width: number; readonly size: number; readonly pad: number },
): Part {
  const head: Style = { cut: 'semibold', size: 7, colour: inks.quiet };
  const first: Style = { cut: 'semibold', size: at.size, colour: inks.strong };
  const plain: Style = { cut: 'regular', size: at.size, colour: inks.text };
  const figure: Style = { cut: 'bold', size: at.size, colour: inks.strong };
  const hasChips = rows.some(({ hue }) => hue !== null);
  const left = (column: Placed<Column>, n: number): number =>
    at.x + column.from * at.width + (n === 0 && hasChips ? chip.room : 0);
  const rowOf = (cells: Readonly<Record<Column, string>>, isHead: boolean, hue: string | null) => {
    const set = placed.map((column, n) => {
      const style = isHead ? head : n === 0 ? first : column.right ? figure : plain;
      const width = at.x + column.to * at.width - left(column, n);
      return { column, n, style, lines: pen.lines([{ text: cells[column.key], style }], width) };
    });
    const height = Math.max(...set.map(({ lines, style }) => Math.max(1, lines.length) * lineHeight(style.size)));
    return { set, isHead, hue, height: height + 2 * at.pad };
  };
  const all = [rowOf(heads, true, null), ...rows.map((row) => rowOf(row, false, row.hue))];
  return {
    height: all.reduce((sum, { height }) => sum + height, 0),
    draw(root, top) {
      const table = pen.group(root, 'Table', { placement: 'Block' });
      let y = top;
      for (const { set, isHead, hue, height } of all) {
        const under = y + height;
        pen.aside(() => {
          pen.doc
            .moveTo(at.x, under)
            .lineTo(at.x + at.width, under)
            .lineWidth(isHead ? 0.9 : 0.5)
            .stroke(inks.line);
          if (hue !== null) pen.doc.roundedRect(at.x, y + (height - chip.size) / 2, chip.size, chip.size, 2).fill(hue);
        });
        const row = pen.group(table, 'TR');
        for (const { column, n, style, lines } of set) {
          const [type, options] = isHead
            ? (['TH', { scope: 'Column' }] as const)
            : n === 0
              ? (['TH', { scope: 'Row' }] as const)
              : (['TD', {}] as const);
          const cell = pen.group(row, type, options);
          if (lines.length === 0) continue;
          const tall = lines.length * lineHeight(style.size);
          pen.more(cell, type, () => {
            for (const [line, runs] of lines.entries())
              pen.put(
                runs,
                column.right ? at.x + column.to * at.width : left(column, n),
                y + (height - tall) / 2 + line * lineHeight(style.size) + baseline(style.size),
                column.right ? 'right' : 'left',
              );
          });
        }
        y = under;
      }
    },
  };
}
