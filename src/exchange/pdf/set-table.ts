import type { NoteCells, NoteTable } from './note-document';
import type { Element, Pen, Style } from './pen';
import { type Block, baseline, type Fit, inks, lineHeight, type Sheet } from './sheet';
import type { Line } from './wrap';

type Column = {
  readonly key: keyof NoteCells<string>;
  readonly from: number;
  readonly to: number;
  readonly right?: true;
};

/** Where the columns begin and end, of 535: what a page of A4 leaves between its margins. */
const columns: readonly Column[] = [
  { key: 'muscle', from: 22, to: 104 },
  { key: 'left', from: 107, to: 154 },
  { key: 'right', from: 158, to: 206 },
  { key: 'midline', from: 209, to: 226 },
  { key: 'sites', from: 224, to: 246, right: true },
  { key: 'units', from: 247, to: 273, right: true },
  { key: 'ml', from: 274, to: 295, right: true },
  { key: 'at', from: 304, to: 353 },
  { key: 'rule', from: 357, to: 535 },
];
const designWidth = 535;

/** The table of the muscles: its head, a row each, and the total. */
export function tableBlocks(pen: Pen, root: () => Element, table: NoteTable, sheet: Sheet, fit: Fit): readonly Block[] {
  const k = (sheet.right - sheet.left) / designWidth;
  const head: Style = { cut: 'semibold', size: 7.2, colour: inks.quiet };
  const strong: Style = { cut: 'semibold', size: fit.text, colour: inks.strong };
  const plain: Style = { cut: 'regular', size: fit.text, colour: inks.text };
  const units: Style = { cut: 'bold', size: fit.text, colour: inks.strong };
  const rule: Style = { cut: 'regular', size: fit.rule, colour: inks.quiet };
  const total: Style = { cut: 'bold', size: fit.text + 0.6, colour: inks.strong };
  const totalRule: Style = { cut: 'semibold', size: fit.rule, colour: inks.text };
  let made: Element | null = null;
  const parent = (): Element => {
    made ??= pen.group(root(), 'Table', { placement: 'Block' });
    return made;
  };

  const row = (
    cells: NoteCells<string>,
    styleOf: (key: Column['key']) => Style,
    header: (key: Column['key']) => 'Column' | 'Row' | null,
    line: { readonly colour: string; readonly width: number },
    hue: string | null,
    pad: number,
  ): Block => {
    const set = columns.map((column) => {
      const style = styleOf(column.key);
      const text = cells[column.key];
      return { column, style, lines: pen.lines([{ text, style }], (column.to - column.from) * k) };
    });
    const height = Math.max(...set.map(({ lines, style }) => lines.length * lineHeight(style.size))) + 2 * pad;
    return {
      height,
      gap: 0,
      draw(y) {
        const element = pen.group(parent(), 'TR');
        pen.aside(() => {
          pen.doc
            .moveTo(sheet.left, y + height)
            .lineTo(sheet.right, y + height)
            .lineWidth(line.width)
            .stroke(line.colour);
          if (hue !== null) pen.doc.roundedRect(sheet.left + 5, y + height / 2 - 4.5, 9, 9, 2.2).fill(hue);
        });
        for (const { column, style, lines } of set) {
          const scope = header(column.key);
          const [type, options] = scope === null ? (['TD', {}] as const) : (['TH', { scope }] as const);
          const cell = pen.group(element, type, options);
          const tall = lines.length * lineHeight(style.size);
          if (lines.length > 0)
            pen.more(cell, type, () => {
              drawLines(
                pen,
                lines,
                style,
                sheet.left + (column.right ? column.to : column.from) * k,
                y + (height - tall) / 2,
                column,
              );
            });
        }
      },
    };
  };

  const styleIn = (key: Column['key']): Style =>
    key === 'muscle' ? strong : key === 'units' ? units : key === 'rule' ? rule : plain;
  const byRow = (key: Column['key']) => (key === 'muscle' ? 'Row' : null);
  const thin = { colour: inks.line, width: 0.5 };
  return [
    row(
      table.columns,
      () => head,
      () => 'Column',
      { colour: inks.line, width: 0.9 },
      null,
      3,
    ),
    ...table.rows.map((cells) => row(cells, styleIn, byRow, thin, cells.hue, fit.pad)),
    row(
      table.total,
      (key) => (key === 'rule' ? totalRule : total),
      byRow,
      { colour: inks.strong, width: 1.3 },
      null,
      fit.pad,
    ),
  ];
}

function drawLines(
  pen: Pen,
  lines: readonly Line<Style>[],
  { size }: Style,
  x: number,
  y: number,
  { right }: Column,
): void {
  for (const [n, line] of lines.entries())
    pen.put(line, x, y + n * lineHeight(size) + baseline(size), right ? 'right' : 'left');
}
