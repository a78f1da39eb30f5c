import { type Block, heightOf } from '../pdf/sheet';

/** Two blocks that no page parts: a heading stands over what it is of. */
export const together = (first: Block, second: Block): Block => ({
  height: first.height + second.gap + second.height,
  gap: first.gap,
  draw(y) {
    first.draw(y);
    second.draw(y + first.height + second.gap);
  },
});

/** Two columns that no page parts, read one after the other. */
export const columnsBlock = (columns: readonly [readonly Block[], readonly Block[]]): Block => ({
  height: Math.max(...columns.map(heightOf)),
  gap: Math.max(...columns.map(([first]) => first?.gap ?? 0)),
  draw(top) {
    for (const column of columns) {
      let y = top;
      for (const [n, block] of column.entries()) {
        if (n > 0) y += block.gap;
        block.draw(y);
        y += block.height;
      }
    }
  },
});

/** After how many parts the first of two columns ends so that the higher one is as low as can be. */
export function evenCut(parts: readonly (readonly Block[])[]): number {
  const high = (cut: number) => Math.max(heightOf(parts.slice(0, cut).flat()), heightOf(parts.slice(cut).flat()));
  return parts.reduce((best, _, n) => (high(n + 1) < high(best) ? n + 1 : best), 0);
}
