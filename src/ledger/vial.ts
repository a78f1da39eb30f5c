import type { Units } from '../protocol/words';

/** A vial as this session uses it. Lot, expiry and time of reconstitution come with real vials. */
export type Vial = {
  readonly id: string;
  readonly product: string;
  readonly strength: Units;
  /** Millilitres of diluent in the whole vial. */
  readonly diluentMl: number;
};

/** The millilitres that hold an amount of drug at the vial's dilution. Not rounded: rounding is for whoever shows it. */
export const mlOf = (vial: Pick<Vial, 'strength' | 'diluentMl'>, amount: number): number =>
  (amount * vial.diluentMl) / vial.strength;
