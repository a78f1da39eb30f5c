import { describe, expect, it } from 'vitest';
import {
  billingNdc,
  diagnosisCodes,
  drugCode,
  drugPackages,
  isCosmetic,
  packagesOf,
  procedureCode,
  wasteModifiers,
} from '../../../src/protocol/billing-codes';
import { regions } from '../../../src/protocol/regions';
import { published } from '../../../src/protocol/paradigm';
import { sources } from '../../../src/protocol/sources';

describe('an NDC', () => {
  it.each([
    ['0023-1145-01', '00023-1145-01'],
    ['0023-3921-02', '00023-3921-02'],
    ['85766-155-01', '85766-0155-01'],
    ['12345-6789-0', '12345-6789-00'],
  ])('%s is billed as %s', (label, billing) => {
    expect(billingNdc(label)).toBe(billing);
  });

  it.each([
    '',
    '0023-1145',
    '00023-1145-01',
    '0023-1145-0x',
    'x023-1145-01',
    '0023 1145 01',
    '123456-789-0',
    '0023-1145-01-1',
    '1-23456789-0',
  ])('is not made of "%s"', (label) => {
    expect(billingNdc(label)).toBe(null);
  });

  it('is told of a vial by product and strength, and not of another product, strength, or the cosmetic brand', () => {
    const of = (product: string, strength: number) => packagesOf({ product, strength }).map(({ ndc }) => ndc);
    expect(of('onabotulinumtoxinA', 200)).toEqual(['0023-3921-02']);
    expect(of('onabotulinumtoxinA', 100)).toEqual(['0023-1145-01', '85766-155-01']);
    expect(of('BOTOX, NDC 85766-155-01', 100)).toEqual(['85766-155-01']);
    expect(of('onabotulinumtoxinA', 50)).toEqual([]);
    expect(of('abobotulinumtoxinA 500', 100)).toEqual([]);
    expect(of('Botox Cosmetic', 100)).toEqual([]);
    expect(of('Botox 0023-9232-01', 100)).toEqual([]);
    expect(isCosmetic({ product: 'BOTOX COSMETIC' })).toBe(true);
  });

  it.each([
    ['of another strength', 'Botox NDC 0023-1145-01', 200],
    ['of another strength, as it is billed', 'Botox 00023-1145-01', 200],
    ['without the size of the package', 'Botox 0023-3921', 100],
    ['that is not known', 'Botox 0023-3921-03', 200],
    ['of two packages', 'Botox 0023-1145-01 or 85766-155-01', 100],
  ])('in the name of the product is not overruled by the strength: one %s leaves none', (_what, product, strength) => {
    expect(packagesOf({ product, strength })).toEqual([]);
  });

  it.each([
    ['Botox (0023-1145-01)', ['0023-1145-01']],
    ['Botox 0023-1145', ['0023-1145-01']],
    ['Botox 85766-0155-01', ['85766-155-01']],
    ['Botox, lot 2026-05-01', ['0023-1145-01', '85766-155-01']],
  ])('settles which package it is: %s', (product, ndcs) => {
    expect(packagesOf({ product, strength: 100 }).map(({ ndc }) => ndc)).toEqual(ndcs);
  });
});

describe('the codes and profiles', () => {
  it('say how well each is supported, by sources that are registered', () => {
    const cited = [
      ...[procedureCode, drugCode, wasteModifiers.discarded, wasteModifiers.none, ...diagnosisCodes],
      ...drugPackages,
      ...Object.values(regions).map(({ labelMaximum }) => labelMaximum),
    ];
    for (const { evidence, sources: named } of cited) {
      if (evidence !== 'unconfirmed') expect(named.length).toBeGreaterThan(0);
      for (const source of named) expect(sources[source]).toBeDefined();
    }
    const confirmed = diagnosisCodes.filter(({ evidence }) => evidence === 'confirmed').map(({ code }) => code);
    expect(confirmed).toEqual(['G43.E01', 'G43.E09', 'G43.E11', 'G43.E19']);
    expect(new Set(diagnosisCodes.map(({ code }) => code)).size).toBe(8);
  });

  it('have the label of the EU and UK at the cap of the paradigm, that of the US at its fixed sites', () => {
    expect(regions['eu-uk'].labelMaximum.units).toBe(published.capUnits);
    expect(regions.us.labelMaximum.units).toBe(published.fixedUnits);
  });
});
