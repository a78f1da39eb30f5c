import { describe, expect, it } from 'vitest';
import { anthropometry } from '../../../src/protocol/anthropometry';
import {
  clearances,
  headMeasurements,
  type Measurement,
  muscleMeasurements,
  unmeasured,
} from '../../../src/protocol/measurements';
import { frontalisCautions } from '../../../src/protocol/maps/cautions';
import { muscleFacts } from '../../../src/protocol/muscle-facts';
import { siteOf } from '../../../src/protocol/sites';
import { sources } from '../../../src/protocol/sources';
import type { MapId, SiteId } from '../../../src/protocol/words';

const muscleRows: readonly Measurement[] = Object.values(muscleMeasurements);
const headRows: readonly Measurement[] = Object.values(headMeasurements);

/** "29.6 ± 6.4 mm", as a paper prints it. */
const told = ({ samples, unit }: Measurement, at = 0): string => {
  const one = samples[at];
  return one === undefined ? '' : `${one.mean} ± ${one.sd} ${unit}`;
};
const against = (map: MapId, site: SiteId) => siteOf(map, site)?.rule.conflict ?? [];

describe('what a muscle was measured to be', () => {
  it('is for the occipitalis what the abstract says of 26 half-heads', () => {
    const { occipitalisWidth, occipitalisHeight, occipitalisAbove, occipitalisLateral } = muscleMeasurements;
    const rows = [occipitalisWidth, occipitalisHeight, occipitalisAbove, occipitalisLateral];
    expect(rows.map((row) => told(row))).toEqual(['60.9 ± 8.7 mm', '31.7 ± 7.5 mm', '7.1 ± 2.5 mm', '29.6 ± 6.4 mm']);
    for (const { source, evidence, samples } of rows) {
      expect([source, evidence]).toEqual(['S15', 'confirmed']);
      expect(samples.map(({ of, n }) => [of, n])).toEqual([['everyone', 26]]);
    }
  });

  // Printed there to a hundredth of a millimetre, the thickness alone is kept so.
  it.each([
    ['corrugatorLength', 29.24, 6.4, 1],
    ['corrugatorWidth', 12.62, 3.3, 1],
    ['corrugatorThickness', 1.62, 0.4, 2],
    ['corrugatorOriginMedial', 5.54, 4.89, 1],
    ['corrugatorOriginLateral', 14.62, 4.17, 1],
  ] as const)('is for the corrugator what the abstract says of 50 half-brows: %s', (name, mean, sd, digits) => {
    const { samples, source, unit } = muscleMeasurements[name];
    const rounded = (value: number): number => Number(value.toFixed(digits));
    expect(samples).toEqual([{ of: 'everyone', mean: rounded(mean), sd: rounded(sd), n: 50 }]);
    expect([source, unit]).toEqual(['S21', 'mm']);
  });

  it('has the corrugator begin off the midline, so that both have room, and its origin run outward from there', () => {
    const [medial] = muscleMeasurements.corrugatorOriginMedial.samples;
    const [lateral] = muscleMeasurements.corrugatorOriginLateral.samples;
    expect(medial?.mean).toBeGreaterThan(0);
    expect(medial?.mean).toBeLessThan(lateral?.mean ?? 0);
  });

  it('is for the forehead a share, of 11 men and 16 women, and the caution of the sites quotes it', () => {
    const { samples, unit, source } = muscleMeasurements.frontalisConvergence;
    expect(samples).toEqual([
      { of: 'men', mean: 60.9, sd: 10.2, n: 11 },
      { of: 'women', mean: 60.6, sd: 9.6, n: 16 },
    ]);
    const caution = frontalisCautions.flat().find(({ sources: [from] }) => from === source);
    for (const [at, { of }] of samples.entries())
      expect(caution?.text).toContain(`${told(muscleMeasurements.frontalisConvergence, at)} in ${of}`);
    expect(unit).toBe('%');
  });

  it('is for the temple five to four and a tendon of at most 45 mm in 21 half-faces', () => {
    const { temporalisRatio, temporalisTendon } = muscleMeasurements;
    expect([temporalisRatio.samples[0]?.mean, temporalisRatio.unit, temporalisRatio.source]).toEqual([
      5 / 4,
      'ratio',
      'S14',
    ]);
    expect(temporalisTendon.samples).toEqual([{ of: 'everyone', mean: 45, sd: 8.8, n: 21 }]);
    expect(temporalisTendon.source).toBe('S13');
  });

  it('has a spread that was measured, but for the one ratio whose source gives none: that one says so', () => {
    const chosen = [...muscleRows, ...headRows].filter(({ chosenSpread }) => chosenSpread !== undefined);
    expect(chosen.map(({ id }) => id)).toEqual(['temporalis-ratio']);
    expect(chosen[0]?.chosenSpread).toMatch(/^The source gives 5:4 and no spread\./);
  });

  it('is for the trapezius the ridge of the shoulder, which stands with the measures of the head', () => {
    expect(muscleMeasurements.trapeziusRidge.samples).toEqual(headMeasurements.shoulderLength.samples);
    expect(muscleMeasurements.trapeziusRidge.samples).toEqual([
      { of: 'men', mean: 149.8, sd: 10.5, n: 4082 },
      { of: 'women', mean: 135.4, sd: 10.3, n: 1986 },
    ]);
  });
});

describe('what a head was measured to be', () => {
  it('is told of the men and the women of one survey, in millimetres, worked out from its raw data', () => {
    for (const { id, samples, unit, source, evidence } of headRows) {
      expect(
        samples.map(({ of, n }) => [of, n]),
        id,
      ).toEqual([
        ['men', 4082],
        ['women', 1986],
      ]);
      expect([unit, source, evidence], id).toEqual(['mm', 'S73', 'derived']);
    }
    expect(sources.S73.title).toMatch(/4,082 men and 1,986 women/);
  });

  it.each([
    ['headLength', 'headLength'],
    ['headBreadth', 'headBreadth'],
    ['headCircumference', 'headCircumference'],
    ['interpupillary', 'interpupillary'],
    ['tragionAboveC7', 'neckLength'],
    ['shoulderLength', 'shoulderLength'],
  ] as const)('is the same where a head can be sized by it: %s', (name, measure) => {
    const { spread } = anthropometry[measure];
    const [men, women] = headMeasurements[name].samples;
    expect(men).toMatchObject({ of: 'men', ...spread?.men });
    expect(women).toMatchObject({ of: 'women', ...spread?.women });
  });

  it('adds up: from the top to the tragion and on to C7 is from the top to C7', () => {
    const { tragionToTop, tragionAboveC7, topAboveC7 } = headMeasurements;
    for (const at of [0, 1]) {
      const [upper = 0, lower = 0, whole] = [tragionToTop, tragionAboveC7, topAboveC7].map(
        (of) => of.samples[at]?.mean,
      );
      expect(whole).toBeCloseTo(upper + lower, 5);
    }
    // Men: 131.1 + 107.8; women: 126.5 + 106.3.
    expect(topAboveC7.samples.map(({ mean }) => mean)).toEqual([238.9, 232.8]);
  });

  it('is wider at the shoulders than along both ridges, and narrower at the cheeks than above the ears', () => {
    const { biacromialBreadth, shoulderLength, bizygomaticBreadth, headBreadth, headLength } = headMeasurements;
    for (const at of [0, 1]) {
      const of = (row: Measurement): number => row.samples[at]?.mean ?? 0;
      expect(of(biacromialBreadth)).toBeGreaterThan(2 * of(shoulderLength));
      expect(of(bizygomaticBreadth)).toBeLessThan(of(headBreadth));
      expect(of(headBreadth)).toBeLessThan(of(headLength));
    }
  });
});

describe('the rows of both tables', () => {
  it('have each id once, and the words of it say what was measured', () => {
    const ids = [...muscleRows, ...headRows].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, what } of muscleRows) expect(what.toLowerCase(), id).toMatch(new RegExp(`^${id.split('-')[0]}: `));
    for (const { what } of headRows) expect(what).toMatch(/^[A-Z][^.]*$/);
  });

  it('are quoted to the digit by what speaks against a rule', () => {
    expect(against('preempt-2010', 'occipitalis-L-1')[0]?.text).toContain(told(muscleMeasurements.occipitalisLateral));
    expect(against('preempt-2017', 'occipitalis-L-1')[0]?.text).toContain(told(muscleMeasurements.occipitalisAbove));
  });
});

describe('what bears on a site without being an extent', () => {
  it('is the height over the cheekbone that reaches muscle, as the first temporalis site says', () => {
    const [said] = against('preempt-2017', 'temporalis-L-1');
    expect(clearances.aboveTendon).toEqual({ mm: 45, source: 'S13', evidence: 'confirmed' });
    expect(said?.text).toContain('at least 4.5 cm above the zygomatic arch');
    expect([said?.evidence, said?.sources]).toEqual(['confirmed', ['S13']]);
  });

  it('is where cosmetic training puts the procerus, from a weak source that the site names', () => {
    const [said] = against('preempt-2017', 'procerus-M');
    expect(clearances.cosmeticProcerus).toEqual({ source: 'S24', evidence: 'weak' });
    expect([said?.evidence, said?.sources[0]]).toEqual(['weak', 'S24']);
  });
});

describe('what this head cannot be held against', () => {
  const figures = (text: string): readonly string[] => text.match(/\d+\.\d ± \d+\.\d/g) ?? [];

  it('is listed with a registered source and a reason', () => {
    expect(unmeasured.map(({ source }) => source)).toEqual(['S22', 'S13']);
    for (const { source, why } of unmeasured) {
      expect(sources[source].id).toBe(source);
      expect(why).toMatch(/^(?:the head has no landmark|where the lines run was not readable)/);
    }
  });

  it('has the figures that are told of the corrugator: its insertion and its apex', () => {
    const fact = muscleFacts.corrugator.find(({ sources: from }) => from.includes('S22'));
    expect(figures(fact?.text ?? '')).toEqual(['7.6 ± 2.7', '18.0 ± 3.7']);
    expect(figures(unmeasured[0]?.what ?? '')).toEqual(['7.6 ± 2.7', '18.0 ± 3.7']);
  });

  it('has the four heights of the tendon below the highest of five, which is measured', () => {
    const heights = figures(unmeasured[1]?.what ?? '').map((one) => Number.parseFloat(one));
    expect(heights).toEqual([29.7, 37.7, 42.5, 32.1]);
    const [highest] = muscleMeasurements.temporalisTendon.samples;
    for (const height of heights) expect(height).toBeLessThan(highest?.mean ?? 0);
    expect(muscleMeasurements.temporalisTendon.what).toContain('line L1');
    expect(unmeasured[1]?.what).toMatch(/on the lines L0, L2, L3 and L4$/);
  });
});
