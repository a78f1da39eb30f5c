import { expect, it } from 'vitest';
import { productsDrawn } from '../../../src/record/products-drawn';
import { amount } from '../../../src/protocol/words';
import { Desk } from '../../support/ledger-desk';

const { totals } = new Desk().fold();
const book = totals.byVial.get('v1');
if (book === undefined) throw new Error('no vial');
const drawn = (...units: readonly number[]) => ({
  byVial: new Map(units.map((one, at) => [`v-${String(at)}`, { ...book, drawn: amount(one) }])),
});

it('what was drawn is told by product, in the order of the vials, and nothing of what was not drawn from', () => {
  const vials = ['onabotulinumtoxinA', 'another toxin', 'onabotulinumtoxinA', 'a third'].map((product, at) => ({
    id: `v-${String(at)}`,
    product,
  }));
  expect(productsDrawn(vials, drawn(100, 50, 0.1, 0))).toEqual([
    { product: 'onabotulinumtoxinA', units: 100.1 },
    { product: 'another toxin', units: 50 },
  ]);
  expect(productsDrawn([...vials, { id: 'unknown', product: 'none' }], drawn())).toEqual([]);
});

it('names of the counted drug are one product, under the first of them; others are one however they are cased', () => {
  const vials = ['Botox', ' Another ', 'OnabotulinumtoxinA', 'another'].map((product, at) => ({
    id: `v-${String(at)}`,
    product,
  }));
  expect(productsDrawn(vials, drawn(10, 20, 30, 40))).toEqual([
    { product: 'Botox', units: 40 },
    { product: ' Another ', units: 60 },
  ]);
});
