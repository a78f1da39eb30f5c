import type { Totals } from '../ledger/state';
import type { Vial } from '../ledger/vial';
import { isCounted } from '../protocol/safety-limits';
import { type Amount, total } from '../protocol/words';

/** A product as the vials name it, and what was drawn of it for the patient. */
export type ProductDrawn = { readonly product: string; readonly units: Amount };

/**
 * What was drawn of each product, in the order of the vials; none of what was not drawn from. Names under which the counted drug
 * is known are one product, under the first of them.
 */
export function productsDrawn(
  vials: readonly Pick<Vial, 'id' | 'product'>[],
  { byVial }: Pick<Totals, 'byVial'>,
): readonly ProductDrawn[] {
  const drawn = new Map<string, ProductDrawn>();
  for (const { id, product } of vials) {
    const units = byVial.get(id)?.drawn;
    if (units === undefined || units === 0) continue;
    const key = isCounted(product) ? '' : product.trim().toLowerCase();
    const had = drawn.get(key);
    drawn.set(key, { product: had?.product ?? product, units: had === undefined ? units : total([had.units, units]) });
  }
  return [...drawn.values()];
}
