import { describe, expect, it } from 'vitest';
import { type Block, eased, heightOf } from '../../../../src/exchange/pdf/sheet';

const block = (gap: number, more: Partial<Block> = {}): Block => ({ height: 10, gap, draw: () => undefined, ...more });

describe('the room that is left on a page', () => {
  const blocks = [block(0), block(5), block(0), block(8), block(3, { atFoot: true })];
  const gaps = (spare: number) => eased(blocks, spare).map(({ gap }) => gap);

  it('goes between the parts, not into a text nor above what stands first or at the foot', () => {
    expect(gaps(4)).toEqual([0, 7, 0, 10, 3]);
    expect(heightOf(eased(blocks, 4))).toBe(heightOf(blocks) + 4);
  });

  it('does not tear them apart, and is not taken where there is none', () => {
    expect(gaps(500)).toEqual([0, 9, 0, 12, 3]);
    expect(gaps(0)).toEqual([0, 5, 0, 8, 3]);
    expect(gaps(-20)).toEqual([0, 5, 0, 8, 3]);
  });
});
