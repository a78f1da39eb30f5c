import type { Units } from '../protocol/words';

/** A vial as this session uses it. Lot, expiry and time of reconstitution come with real vials. */
export type Vial = {
  readonly id: string;
  readonly product: string;
  readonly strength: Units;
  /** Millilitres of diluent in the whole vial. */
  readonly diluentMl: number;
};
