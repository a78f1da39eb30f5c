import { startingVial } from '../protocol/paradigm';
import { products } from '../protocol/products';
import { isCounted } from '../protocol/safety-limits';
import { err, ok, type Result, sumOfUnits, thousandths } from '../protocol/words';
import type { ListedVial } from './listing';
import type { Prices, VialPrice } from './prices';

/** What a session took: the vials that were opened and the units that went into the patient from each. */
export type Taken = readonly Pick<ListedVial, 'product' | 'strength' | 'units' | 'opened'>[];

/** What a session costs, all in. Amounts in the smallest unit of the currency. */
export type Cost = {
  readonly drug: number;
  readonly fee: number;
  readonly allIn: number;
  /** Units that went into the patient, and of the opened vials what did not. */
  readonly units: number;
  readonly leftOver: number;
  readonly vials: Taken;
  /** For each unit given, in hundredths of the smallest unit: the drug alone, and all of it. Null where none was given. */
  readonly perUnit: { readonly drug: number; readonly allIn: number } | null;
  /** What the patient pays; null where no share was entered. */
  readonly patient: number | null;
};

/** Why nothing is worked out. A price that was not entered is never taken for none. */
export type MissingPrice =
  | { readonly kind: 'all' }
  | { readonly kind: 'vial'; readonly product: string; readonly strength: number }
  | { readonly kind: 'unit' }
  | { readonly kind: 'fee' }
  /** A price by the unit is that of the counted drug alone. */
  | { readonly kind: 'product'; readonly product: string };

/** The cost of a session by the prices of the practice, or every price that is missing for it. */
export function costOf(taken: Taken, prices: Prices | undefined): Result<Cost, readonly MissingPrice[]> {
  if (prices === undefined) return err([{ kind: 'all' }]);
  const opened = taken.filter((vial) => vial.opened);
  const { fee } = prices;
  const drug = prices.basis === 'vial' ? byVial(opened, prices) : byUnit(opened, prices);
  const missing: readonly MissingPrice[] = [
    ...(typeof drug === 'number' ? [] : drug),
    ...(fee === undefined ? [{ kind: 'fee' } as const] : []),
  ];
  if (typeof drug !== 'number' || fee === undefined) return err(missing);
  const units = sumOfUnits(opened.map((vial) => vial.units));
  const allIn = drug + fee;
  return ok({
    drug,
    fee,
    allIn,
    units,
    leftOver: sumOfUnits([...opened.map(({ strength }) => strength), -units]),
    vials: opened,
    perUnit: units === 0 ? null : { drug: eachUnit(drug, units), allIn: eachUnit(allIn, units) },
    patient: shareOf(allIn, prices),
  });
}

/** Whole vials, whatever was given of them. */
function byVial(opened: Taken, { vials }: Prices): number | readonly MissingPrice[] {
  const found = opened.map((vial) => vials.find((one) => isSame(one, vial))?.price);
  if (found.every((price) => price !== undefined)) return found.reduce((sum, price) => sum + price, 0);
  const names = new Map<string, MissingPrice>();
  for (const { product, strength } of opened.filter((_, n) => found[n] === undefined))
    names.set(`${isCounted(product) ? '' : product} ${String(strength)}`, { kind: 'vial', product, strength });
  return [...names.values()];
}

/** The units that were given; what is discarded is not charged. */
function byUnit(opened: Taken, { unitHundredths }: Prices): number | readonly MissingPrice[] {
  const others = [
    ...new Set(opened.flatMap(({ product, units }) => (isCounted(product) || units === 0 ? [] : [product]))),
  ];
  const missing: readonly MissingPrice[] = [
    ...(unitHundredths === undefined ? [{ kind: 'unit' } as const] : []),
    ...others.map((product) => ({ kind: 'product', product }) as const),
  ];
  if (unitHundredths === undefined || missing.length > 0) return missing;
  const counted = thousandths(sumOfUnits(opened.map(({ units }) => units)));
  return portion(counted, unitHundredths, 1000 * 100);
}

/** Names under which the counted drug is known are one product. */
const isSame = (price: VialPrice, { product, strength }: Pick<ListedVial, 'product' | 'strength'>): boolean =>
  price.strength === strength &&
  (isCounted(product) ? isCounted(price.product) : price.product.trim().toLowerCase() === product.trim().toLowerCase());

/** Hundredths of the smallest unit for each unit of drug. */
const eachUnit = (money: number, units: number): number => portion(money, 100 * 1000, thousandths(units));

/** An amount is paid up to all of it. */
function shareOf(allIn: number, { copay }: Prices): number | null {
  if (copay === undefined) return null;
  return copay.kind === 'amount' ? Math.min(copay.amount, allIn) : portion(allIn, copay.hundredths, 100 * 100);
}

/** A product of whole numbers divided, a half rounded up: the one place where anything is rounded, however large the product. */
function portion(one: number, other: number, by: number): number {
  const divisor = BigInt(by);
  return Number((2n * BigInt(one) * BigInt(other) + divisor) / (2n * divisor));
}

/**
 * The vials of the counted drug to open for so many units, thousandths at the finest: by the vial those that cost least, by the unit those that leave
 * least over, and of such the fewest. Null where no vial of it is priced that would have to be.
 */
export function vialsFor(units: number, prices: Prices): Taken | null {
  const priced = products.flatMap(({ product, strength }) => {
    const price = prices.vials.find((one) => isSame(one, { product, strength }))?.price;
    return prices.basis === 'unit' ? [{ strength, price: strength }] : price === undefined ? [] : [{ strength, price }];
  });
  const ways = waysTo(units, priced).toSorted((a, b) => a.price - b.price || a.strengths.length - b.strengths.length);
  const [best] = ways;
  if (best === undefined) return null;
  let left = units;
  return best.strengths.map((strength) => {
    const drawn = Math.min(left, strength);
    left = sumOfUnits([left, -drawn]);
    return { product: startingVial.product, strength, units: drawn, opened: true };
  });
}

type Way = { readonly strengths: readonly number[]; readonly price: number };

/** Every way to reach so many units with vials of these strengths, without one that is not needed. */
function waysTo(
  units: number,
  [one, ...others]: readonly { readonly strength: number; readonly price: number }[],
): readonly Way[] {
  if (units <= 0) return [{ strengths: [], price: 0 }];
  if (one === undefined) return [];
  const most = Math.ceil(units / one.strength);
  return Array.from({ length: most + 1 }, (_, n) =>
    waysTo(sumOfUnits([units, -n * one.strength]), others).map(({ strengths, price }) => ({
      strengths: [...Array.from({ length: n }, () => one.strength), ...strengths],
      price: price + n * one.price,
    })),
  ).flat();
}
