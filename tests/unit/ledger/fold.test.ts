import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/ledger/fold';
import { mlOf } from '../../../src/ledger/vial';
import { aliquot, startingVial } from '../../../src/protocol/paradigm';
import { Desk, vial } from '../../support/ledger-desk';

describe('the fold', () => {
  it('keeps each site on its own', () => {
    const desk = new Desk();
    const before = desk.fold().rows;
    desk.give('occipitalis-R-2');
    const changed = desk.fold().rows.filter((row, at) => row.state !== before[at]?.state);
    expect(changed.map((row) => row.id)).toEqual(['occipitalis-R-2']);
  });

  it('throws on a dose at a site that was never planned, which no command makes', () => {
    const desk = new Desk();
    desk.give('procerus-M');
    expect(() => fold(desk.doc.entries.slice(31), desk.vials)).toThrow('never planned');
  });
});

describe('millilitres', () => {
  it('follow from the vial: one aliquot of the starting vial is its stated volume', () => {
    expect(mlOf(startingVial, aliquot.units)).toBeCloseTo(aliquot.ml, 10);
    expect(mlOf(vial('v', 100), 155)).toBeCloseTo(3.1, 10);
  });
});
