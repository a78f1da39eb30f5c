/** Who is measured beside whom, in the order of the columns. */
export const contenders = {
  app: 'Aliquot',
  'model-viewer': '@google/model-viewer',
  'babylon-viewer': '@babylonjs/viewer',
  'bare-three': 'bare three.js',
  'body-map': 'body-muscles (2D)',
} as const;
export type ContenderId = keyof typeof contenders;
export const contenderIds = Object.keys(contenders) as readonly ContenderId[];

/** A figure, or why there is none. */
export type Cell = number | string;

/** One thing measured of everybody in the same run, by the same means. */
export type Row = {
  readonly what: string;
  readonly unit: string;
  readonly cells: Readonly<Record<ContenderId, Cell>>;
};

/** A figure with as many digits as mean something; a reason as it is. */
export function told(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (Math.abs(cell) >= 100) return cell.toFixed(0);
  return Number.isInteger(cell) ? String(cell) : cell.toFixed(Math.abs(cell) >= 10 ? 1 : 2);
}

/** The rows as a table for people, one contender a column. */
export function sideBySide(rows: readonly Row[]): string {
  const lines = [
    ['', ...contenderIds.map((id) => contenders[id])],
    ...rows.map(({ what, unit, cells }) => [
      unit === '' ? what : `${what}, ${unit}`,
      ...contenderIds.map((id) => told(cells[id])),
    ]),
  ];
  const widths = contenderIds.map((_, n) => n + 1).map((column) => widest(lines, column));
  const first = widest(lines, 0);
  return lines
    .map(([what = '', ...cells]) => [what.padEnd(first), ...cells.map((cell, n) => cell.padStart(widths[n] ?? 0))])
    .map((cells) => cells.join('  ').trimEnd())
    .join('\n');
}

const widest = (lines: readonly (readonly string[])[], column: number): number =>
  Math.max(...lines.map((line) => (line[column] ?? '').length));
