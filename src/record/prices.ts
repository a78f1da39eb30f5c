/**
 * What a practice pays and asks, as it entered it: amounts of money are whole numbers of the smallest unit of its currency, so
 * that every sum is exact. Whatever is absent was not entered, which is another thing than nothing to pay.
 */
export type Prices = {
  /** ISO 4217, such as EUR. */
  readonly currency: string;
  /** Whether the drug is paid by the vial that is opened, what is discarded of it too, or by the unit that is given. */
  readonly basis: 'vial' | 'unit';
  /** No two of one product and strength. */
  readonly vials: readonly VialPrice[];
  /** Of one unit of the counted drug, in hundredths of the smallest unit of the currency: such prices have more decimals. */
  readonly unitHundredths?: number;
  /** Of the procedure, for a session. */
  readonly fee?: number;
  /** What of a session the patient pays. */
  readonly copay?: Copay;
};

export type VialPrice = { readonly product: string; readonly strength: number; readonly price: number };

export type Copay =
  | { readonly kind: 'amount'; readonly amount: number }
  /** Of all of it, in hundredths of a percent: 2000 is 20 %. */
  | { readonly kind: 'percent'; readonly hundredths: number };
