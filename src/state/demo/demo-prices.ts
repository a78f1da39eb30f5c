import { startingVial } from '../../protocol/paradigm';
import type { Prices } from '../../record/prices';

/** What the demo's practice entered, in cents: made-up round figures, so that a sum can be followed. Nobody's prices. */
export const demoPrices: Prices = {
  currency: 'EUR',
  basis: 'vial',
  vials: [{ product: startingVial.product, strength: startingVial.strength, price: 400_00 }],
  fee: 100_00,
  copay: { kind: 'percent', hundredths: 10_00 },
};
