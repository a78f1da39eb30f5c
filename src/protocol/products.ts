import type { Cited } from './paradigm';
import { type Units, units } from './words';

/**
 * The vials the paradigm is injected from, each with the diluent that gives one aliquot in its volume
 * (`aliquot` in `paradigm.ts`). Units belong to the product: another brand's vial is kept as it is named, and nothing
 * here, or anywhere, converts its units.
 */
export type Product = {
  readonly product: string;
  readonly strength: Units;
  /** Millilitres of diluent for the standard dilution. */
  readonly diluentMl: number;
} & Cited;

const dilutionTable: Cited = { evidence: 'weak', sources: ['S33', 'S23'] };

/** Vials of the therapeutic brand. The cosmetic one is another product with another label. */
export const products: readonly [Product, Product] = [
  { product: 'onabotulinumtoxinA', strength: units(100), diluentMl: 2, ...dilutionTable },
  { product: 'onabotulinumtoxinA', strength: units(200), diluentMl: 4, ...dilutionTable },
];

/** The diluent of the paradigm. Bacteriostatic saline is used by some and is off-label. */
export const standardDiluent: { readonly name: string } & Cited = {
  name: 'preservative-free 0.9 % NaCl',
  evidence: 'weak',
  sources: ['S33'],
};

/** The syringe the doses are drawn into: what it holds, and what lies between two of its marks. */
export const syringe = {
  ml: 1,
  evidence: 'weak',
  sources: ['S23'],
  /** The usual scale of a 1 mL syringe; syringes with other scales are sold. */
  division: { ml: 0.01, evidence: 'unconfirmed', sources: ['S23'] },
} as const satisfies Cited & { readonly ml: number; readonly division: { readonly ml: number } & Cited };
