import '../messages/later';
import type { Vial } from '../ledger/vial';
import { t } from '../messages/translate';
import type { ProductDrawn } from '../record/products-drawn';

/** The products that were drawn from, or where none was, those of the vials, as the record names them. */
export function productsText(products: readonly ProductDrawn[], vials: readonly Pick<Vial, 'product'>[]): string {
  const named = (products.length > 0 ? products : vials).map(({ product }) => product.trim());
  const [first, ...others] = new Set(named.map((name) => name.charAt(0).toUpperCase() + name.slice(1)));
  return others.reduce((one, other) => t('note.products', { one, other }), first ?? t('note.noProduct'));
}

/** That the sums are of several products, and how much of each; nothing where there is one. */
export const mixedText = (products: readonly ProductDrawn[]): readonly string[] =>
  products.length < 2
    ? []
    : [
        t('note.mixed', {
          products: products
            .map(({ product, units }) => t('note.productUnits', { product, units: String(units) }))
            .join(', '),
        }),
      ];
