import { beforeAll, describe, expect, it } from 'vitest';
import { readHead } from '../../../../scripts/read-head';
import { createDrawingDesk, type DrawingDesk } from '../../../../src/scene/flat/drawing-desk';
import { presetPoses } from '../../../../src/scene/views';
import { createHeads } from '../../../../src/state/heads';
import { standardCurves } from '../../../support/standard-curves';

const heads = createHeads(standardCurves);
/** A head that is so much longer than the standard one, mm. */
const longer = (mm: number) => {
  const made = heads.shapeOf(heads.fitted({ ...heads.standard, headLength: heads.standard.headLength + mm }).variant);
  if (!made.ok) throw new Error('such a head cannot be made');
  return { key: `longer by ${String(mm)}`, shape: made.value };
};
const standard = { key: 'standard', shape: null };

describe('a desk that draws heads', () => {
  let desk: DrawingDesk;
  beforeAll(async () => {
    desk = createDrawingDesk(await readHead('light'));
  });

  it('draws a longer head wider from the side, and the standard one as before after any number of others', () => {
    const before = desk.head(standard, presetPoses.left);
    // The first line of a path: where it begins, and its steps from there.
    const wide = (outline: string) => {
      const numbers = (/^M([^M]*)/.exec(outline)?.[1]?.match(/-?\d+/g) ?? []).map(Number);
      let [x, least, most] = [0, Infinity, -Infinity];
      for (const [n, by] of numbers.entries()) {
        if (n % 2 === 1) continue;
        x += by;
        [least, most] = [Math.min(least, x), Math.max(most, x)];
      }
      return most - least;
    };
    const longest = desk.head(longer(8), presetPoses.left);
    expect(wide(longest.outline)).toBeGreaterThan(wide(before.outline) + 20);
    for (const mm of [2, 4, 6]) desk.head(longer(mm), presetPoses.left);
    expect(desk.head(standard, presetPoses.left)).toEqual(before);
  });
});
