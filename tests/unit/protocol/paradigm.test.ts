import { describe, expect, it } from 'vitest';
import { offProtocolMuscles } from '../../../src/protocol/off-protocol';
import { products, standardDiluent, syringe } from '../../../src/protocol/products';
import { fixedSites } from '../../../src/protocol/fixed-sites';
import {
  aliquot,
  fixedSiteCount,
  ftpMuscles,
  muscleMaximum,
  muscleOf,
  muscles,
  needleSize,
  published,
  sessionTotals,
  startingVial,
} from '../../../src/protocol/paradigm';
import { sources } from '../../../src/protocol/sources';

// As the published dose table lists them: muscle, sites on each side, sites in the midline, units in all.
const table = [
  ['corrugator', 1, 0, 10],
  ['procerus', 0, 1, 5],
  ['frontalis', 2, 0, 20],
  ['temporalis', 4, 0, 40],
  ['occipitalis', 3, 0, 30],
  ['paraspinal', 2, 0, 20],
  ['trapezius', 3, 0, 30],
] as const;

describe('the paradigm', () => {
  it('lists the seven muscles A to G with the sites and units of the published table', () => {
    const ours = muscles.map((muscle) => [
      muscle.id,
      muscle.fixed.left,
      muscle.fixed.midline,
      fixedSiteCount(muscle) * muscle.unitsPerSite,
    ]);
    expect(ours).toEqual(table);
    expect(muscles.map((muscle) => muscle.letter).join('')).toBe('ABCDEFG');
    expect(muscles.map((muscle) => muscle.code).join(' ')).toBe('CO PR FR TE OC CP TR');
  });

  it('gives left and right the same sites, and only the procerus one in the midline', () => {
    for (const muscle of muscles) expect(muscle.fixed.left, muscle.id).toBe(muscle.fixed.right);
    expect(muscles.filter((muscle) => muscle.fixed.midline > 0).map((muscle) => muscle.id)).toEqual(['procerus']);
  });

  it('adds up to the published totals', () => {
    const { fixedSites: sites, fixedUnits, capSites, capUnits } = published;
    expect(sessionTotals).toEqual({ fixedSites: sites, fixedUnits, capSites, capUnits });
    expect([sites, fixedUnits, capSites, capUnits]).toEqual([31, 155, 39, 195]);
  });

  it('allows extras in temporalis, occipitalis and trapezius, up to the published maximum of each', () => {
    expect(ftpMuscles).toEqual(['temporalis', 'occipitalis', 'trapezius']);
    expect(ftpMuscles.map((id) => muscleOf(id).extras)).toEqual([2, 2, 4]);
    const maxima = Object.fromEntries(ftpMuscles.map((id) => [id, muscleMaximum(muscleOf(id))]));
    expect(maxima).toEqual(published.muscleMaxima);
  });

  it('puts one aliquot of 5 U in 0.1 mL into every site, which the starting vial is diluted for', () => {
    expect([aliquot.units, aliquot.ml]).toEqual([5, 0.1]);
    expect(new Set(fixedSites.map((site) => site.units))).toEqual(new Set([aliquot.units]));
    expect((aliquot.units * startingVial.diluentMl) / startingVial.strength).toBeCloseTo(aliquot.ml, 10);
    expect([startingVial.strength, startingVial.diluentMl]).toEqual([200, 4]);
    expect(startingVial.strength).toBeGreaterThanOrEqual(sessionTotals.capUnits);
  });

  it('dilutes 100 U in 2 mL and 200 U in 4 mL, which is one aliquot in its volume from either', () => {
    expect(products.map(({ strength, diluentMl }) => [strength, diluentMl])).toEqual([
      [100, 2],
      [200, 4],
    ]);
    for (const { strength, diluentMl } of products) expect((aliquot.units * diluentMl) / strength).toBe(aliquot.ml);
    expect([syringe.ml, syringe.division.ml]).toEqual([1, 0.01]);
  });

  it('works supine to the temporalis and seated behind it', () => {
    expect(muscles.map((muscle) => muscle.position.is)).toEqual([
      ...Array<string>(4).fill('supine'),
      ...Array<string>(3).fill('seated'),
    ]);
  });

  it('cites a registered source for every number', () => {
    const cited = [
      aliquot,
      published,
      needleSize,
      startingVial,
      ...products,
      standardDiluent,
      syringe,
      syringe.division,
      ...Object.values(offProtocolMuscles),
      ...muscles.flatMap((muscle) => [muscle.dose, muscle.position]),
    ];
    for (const { sources: ids } of cited) {
      expect(ids.length).toBeGreaterThan(0);
      for (const id of ids) expect(sources[id].id).toBe(id);
    }
  });
});
