import { describe, expect, it } from 'vitest';
import { bmiBands, deepNeighbours, depthOf, hasDepth, muscleDepths } from '../../../src/protocol/depths';
import { needles } from '../../../src/protocol/maps/needles';
import { muscles, needleSize } from '../../../src/protocol/paradigm';
import type { NeedleWay } from '../../../src/protocol/site';
import { sources } from '../../../src/protocol/sources';

/** How a clinician says a way of holding a needle. */
const wordsFor = (way: NeedleWay): readonly RegExp[] => {
  if (way.kind === 'level') return [/horizontal/];
  return way.degrees === 90 ? [/90°/] : [new RegExp(`${String(way.degrees)}°`), /up/];
};

describe("a needle's pose", () => {
  it.each(muscles.map(({ id }) => id))('of the %s says what its sentence says, and with the same grade', (id) => {
    const { direction, pose, evidence } = needles[id];
    for (const words of wordsFor(pose.way)) expect(direction).toMatch(words);
    expect(pose.evidence).toBe(evidence);
    expect(pose.evidence).toBe('unconfirmed');
    expect(pose.sources).toEqual(['S4']);
  });

  it('has the other way that a sentence names, and no more', () => {
    const named = muscles.filter(({ id }) => /some teach/.test(needles[id].direction)).map(({ id }) => id);
    expect(named).toEqual(['temporalis']);
    expect(muscles.filter(({ id }) => needles[id].pose.alternatives.length > 0).map(({ id }) => id)).toEqual(named);
    for (const { way, said } of needles.temporalis.pose.alternatives) {
      expect(needles.temporalis.direction).toContain(said);
      for (const words of wordsFor(way)) expect(said).toMatch(words);
    }
  });

  it('says of what it adds to the sentence that it was chosen', () => {
    expect(needles.trapezius.pose.chosen?.evidence).toBe('derived');
    const { way } = needles.trapezius.pose;
    expect(way.kind === 'level' && way.steepestDegrees).toBeLessThan(90);
  });
});

describe('published depths', () => {
  it('are those of the source, to the digit', () => {
    const rows = muscleDepths.map(({ muscle, band, mean, sd }) => [muscle, band, mean, sd]);
    expect(rows).toEqual([
      ['temporalis', 'over-35', 13.5, 2.6],
      ['paraspinal', '25-30', 15.4, 4.7],
      ['paraspinal', '30-35', 15.9, 5.1],
      ['paraspinal', 'over-35', 19.4, 3.9],
    ]);
    for (const row of [...muscleDepths, ...deepNeighbours, needleSize.outer]) {
      for (const id of row.sources) expect(sources[id].id).toBe(id);
    }
  });

  it('are found by muscle and band: where semispinalis lies in the neck, and the temporalis', () => {
    expect(depthOf('paraspinal', '25-30')).toMatchObject({ measured: 'semispinalis', mean: 15.4, sd: 4.7 });
    expect(depthOf('paraspinal', 'over-35')).toMatchObject({ measured: 'semispinalis', mean: 19.4, sd: 3.9 });
    expect(depthOf('temporalis', 'over-35')).toMatchObject({ measured: 'temporalis', mean: 13.5, sd: 2.6 });
  });

  it('are null where none was read', () => {
    expect(depthOf('temporalis', '30-35')).toBeNull();
    expect(depthOf('paraspinal', 'under-25')).toBeNull();
    for (const band of bmiBands) expect(depthOf('frontalis', band)).toBeNull();
    expect(muscles.filter(({ id }) => hasDepth(id)).map(({ id }) => id)).toEqual(['temporalis', 'paraspinal']);
  });
});
