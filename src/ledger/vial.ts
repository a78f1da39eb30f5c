import { aliquot } from '../protocol/paradigm';
import type { Units } from '../protocol/words';

/**
 * A vial as this session uses it; it belongs to this one session. What the optional fields say was not asked in
 * sessions recorded before they were there, so their absence says nothing.
 */
export type Vial = {
  readonly id: string;
  readonly product: string;
  readonly strength: Units;
  /** Millilitres of diluent in the whole vial. */
  readonly diluentMl: number;
  readonly lot?: string;
  /** `YYYY-MM-DD`, or `YYYY-MM` as vials are printed: good through the last day of it. */
  readonly expiry?: string;
  /** What it was dissolved in, as the injector named it. */
  readonly diluent?: string;
  /** ISO 8601 with offset. */
  readonly reconstitutedAt?: string;
};

/** The millilitres that hold an amount of drug (units) at the vial's dilution. Not rounded: rounding is for whoever shows it. */
export const mlOf = (vial: Pick<Vial, 'strength' | 'diluentMl'>, amount: number): number =>
  (amount * vial.diluentMl) / vial.strength;

/** The millilitres that hold one aliquot at the vial's dilution. */
export const aliquotMl = (vial: Pick<Vial, 'strength' | 'diluentMl'>): number => mlOf(vial, aliquot.units);
