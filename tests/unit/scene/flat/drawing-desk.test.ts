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
    const wider = desk.head(longer(8), presetPoses.left);
    expect(wider.outline).not.toBe(before.outline);
    for (const mm of [1, 2, 3, 4, 5]) desk.head(longer(mm), presetPoses.left);
    expect(desk.head(standard, presetPoses.left)).toEqual(before);
    expect(desk.head(longer(8), presetPoses.left)).toEqual(wider);
  });
});
