import { describe, expect, it } from 'vitest';
import { type RuleWalk, walkRule } from '../../../../src/anatomy/rule-walk';
import { distance } from '../../../../src/anatomy/vector';
import type { SiteId } from '../../../../src/protocol/words';
import { marksOf } from '../../../../src/screens/learn/tour/tour-marks';
import { standardAnatomy } from '../../../support/standard-head';

const walked = async (site: SiteId): Promise<RuleWalk> => {
  const walk = walkRule(await standardAnatomy(), 'preempt-2017', site);
  if (!walk.ok) throw new Error(walk.error.kind);
  return walk.value;
};

describe('what is drawn of a rule', () => {
  it('is a line with a ruler’s marks from the named landmark to the site, and what the ruler reads', async () => {
    const walk = await walked('temporalis-L-1');
    const { lines, points } = marksOf(walk, 0);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ ticksMm: 5, dashed: false });
    expect(distance(lines[0]?.points.at(-1)?.positionMm ?? [0, 0, 0], walk.end.positionMm)).toBe(0);
    expect(points.map(({ text, is }) => [text, is])).toEqual([
      ['left tragus', 'landmark'],
      ['30 mm', 'ruler'],
    ]);
  }, 120_000);

  it('keeps the legs that were walked, and measures along the present one alone', async () => {
    const { lines } = marksOf(await walked('occipitalis-L-1'), 2);
    expect(lines.map(({ ticksMm, dashed }) => [ticksMm !== undefined, dashed])).toEqual([
      [false, false],
      [false, true],
      [true, false],
    ]);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(3);
  }, 120_000);

  it('shows of a fraction the whole way, and where it leads', async () => {
    const { lines, points } = marksOf(await walked('trapezius-L-1'), 0);
    expect(lines.map(({ dashed }) => dashed)).toEqual([true, false]);
    expect(points.map(({ text }) => text).slice(0, 2)).toEqual(['left neck-shoulder angle', 'left acromion']);
  }, 120_000);

  it('names sites by their code', async () => {
    const { points } = marksOf(await walked('temporalis-R-2'), 0);
    expect(points[0]).toMatchObject({ text: 'TE R1', is: 'site' });
  }, 120_000);

  it('is nothing past the last leg', async () => {
    expect(marksOf(await walked('temporalis-L-1'), 1)).toEqual({ lines: [], points: [] });
  }, 120_000);
});
