import { describe, expect, it } from 'vitest';
import { dilutionProblem, syringeMarks } from '../../../src/ledger/dilution';
import { aliquotMl } from '../../../src/ledger/vial';
import { products, syringe } from '../../../src/protocol/products';
import { units } from '../../../src/protocol/words';

const vial = (strength: number, diluentMl: number, product = 'onabotulinumtoxinA') => ({
  product,
  strength: units(strength),
  diluentMl,
});

describe('the dilution of a vial', () => {
  it('is right for every product as its table has it', () => {
    for (const product of products) expect(dilutionProblem(product)).toBeNull();
  });

  it('gives 0.1 mL per 5 U, and half or twice of it where there is half or twice the diluent', () => {
    expect([2, 4, 8].map((ml) => aliquotMl(vial(200, ml)))).toEqual([0.05, 0.1, 0.2]);
  });

  it.each([
    [100, 4, 0.2, 2],
    [100, 1, 0.05, 2],
    [200, 2, 0.05, 4],
    [200, 3.9, 0.0975, 4],
    [200, 4.001, 0.100025, 4],
  ])('of %i U in %f mL is called out: %f mL an aliquot, where %f mL were due', (strength, ml, each, neededMl) => {
    const problem = dilutionProblem(vial(strength, ml));
    expect(problem).toMatchObject({ kind: 'WrongDilution', diluentMl: ml, standardMl: 0.1, neededMl });
    expect(problem?.kind === 'WrongDilution' && problem.aliquotMl).toBeCloseTo(each, 12);
  });

  it('is not thrown off by decimals that binary numbers hold only nearly', () => {
    for (let strength = 1; strength <= 500; strength += 1) {
      const ml = Number((strength * 0.02).toFixed(2));
      expect(dilutionProblem(vial(strength, ml)), `${String(strength)} U in ${String(ml)} mL`).toBeNull();
    }
  });

  it('of another product is not judged: its units are its own', () => {
    expect(dilutionProblem(vial(500, 2.5, 'abobotulinumtoxinA'))).toEqual({
      kind: 'OtherProduct',
      product: 'abobotulinumtoxinA',
    });
    expect(products.map(({ product }) => product)).toEqual(['onabotulinumtoxinA', 'onabotulinumtoxinA']);
  });
});

describe('the marks of the syringe', () => {
  it('are 10 to an aliquot at the standard dilution, and a syringe holds 10 aliquots', () => {
    for (const product of products) {
      expect(syringeMarks(product)).toEqual({ ml: 0.1, marks: 10, exact: true, perSyringe: 10 });
    }
    expect(syringe.division.ml).toBe(0.01);
  });

  it('follow the dilution', () => {
    expect(syringeMarks(vial(100, 4))).toMatchObject({ marks: 20, exact: true, perSyringe: 5 });
    expect(syringeMarks(vial(100, 2), 2.5)).toMatchObject({ marks: 5, exact: true });
  });

  it('say where a dose ends between two of them', () => {
    expect(syringeMarks(vial(200, 3))).toMatchObject({ marks: 8, exact: false, perSyringe: 13 });
    expect(syringeMarks(vial(200, 4), 0.1)).toMatchObject({ marks: 0, exact: false });
  });
});
