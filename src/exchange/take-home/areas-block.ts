import { type Placed, tablePart } from '../pdf/certificate-table';
import type { Element, Pen } from '../pdf/pen';
import type { Block, Sheet } from '../pdf/sheet';
import type { AreaCells, TakeHomeDocument } from './take-home-document';

const columns: readonly Placed<keyof AreaCells>[] = [
  { key: 'area', from: 0, to: 0.5 },
  { key: 'left', from: 0.5, to: 0.62, right: true },
  { key: 'middle', from: 0.62, to: 0.74, right: true },
  { key: 'right', from: 0.74, to: 0.86, right: true },
  { key: 'all', from: 0.86, to: 1, right: true },
];

/** The table of the areas: how many small injections each side of each got. */
export function areasBlock(
  pen: Pen,
  root: () => Element,
  areas: TakeHomeDocument['areas'],
  { left, right }: Sheet,
): Block {
  const rows = areas.rows.map(({ leftOut, ...row }) => ({
    ...row,
    area: leftOut === null ? row.area : `${row.area} – ${leftOut}`,
    hue: null,
  }));
  const part = tablePart(pen, { columns: areas.columns, rows }, columns, {
    x: left,
    width: right - left,
    size: 9.4,
    pad: 1.8,
  });
  return {
    height: part.height,
    gap: 3,
    draw(y) {
      part.draw(root(), y);
    },
  };
}
