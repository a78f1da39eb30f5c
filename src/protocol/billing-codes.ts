import type { Cited } from './paradigm';
import { isCounted } from './safety-limits';
import { type Units, units } from './words';

/**
 * The codes a session is billed with in the US. Each says how well it is supported: what is not confirmed is shown as
 * awaiting clinical sign-off, and none is ever chosen for the user.
 */

export type BillingCode = { readonly code: string; readonly text: string } & Cited;

/** Once a session, both sides, whatever the number of sites. */
export const procedureCode: BillingCode = {
  code: '64615',
  text: 'Chemodenervation for chronic migraine, bilateral; once a session',
  evidence: 'weak',
  sources: ['S44', 'S6'],
};

/** One of it is one unit of the drug. */
export const drugCode: BillingCode = {
  code: 'J0585',
  text: 'OnabotulinumtoxinA, 1 unit',
  evidence: 'confirmed',
  sources: ['S42b', 'S44'],
};

/** One of the two stands on a claim for drug from single-dose vials. */
export const wasteModifiers: { readonly discarded: BillingCode; readonly none: BillingCode } = {
  discarded: { code: 'JW', text: 'Drug discarded', evidence: 'weak', sources: ['S45'] },
  none: { code: 'JZ', text: 'No drug discarded', evidence: 'weak', sources: ['S45'] },
};

const withAura = { evidence: 'confirmed', sources: ['S46'] } as const;
const withoutAura = { evidence: 'unconfirmed', sources: [] } as const;

/** ICD-10-CM for chronic migraine. The user chooses; nothing recorded tells them apart. */
export const diagnosisCodes: readonly BillingCode[] = [
  {
    code: 'G43.701',
    text: 'Chronic migraine without aura, not intractable, with status migrainosus',
    ...withoutAura,
  },
  {
    code: 'G43.709',
    text: 'Chronic migraine without aura, not intractable, without status migrainosus',
    ...withoutAura,
  },
  { code: 'G43.711', text: 'Chronic migraine without aura, intractable, with status migrainosus', ...withoutAura },
  { code: 'G43.719', text: 'Chronic migraine without aura, intractable, without status migrainosus', ...withoutAura },
  { code: 'G43.E01', text: 'Chronic migraine with aura, not intractable, with status migrainosus', ...withAura },
  { code: 'G43.E09', text: 'Chronic migraine with aura, not intractable, without status migrainosus', ...withAura },
  { code: 'G43.E11', text: 'Chronic migraine with aura, intractable, with status migrainosus', ...withAura },
  { code: 'G43.E19', text: 'Chronic migraine with aura, intractable, without status migrainosus', ...withAura },
];

/** A package of the drug. `ndc` as the label has it: ten digits and two hyphens. */
export type DrugPackage = { readonly ndc: string; readonly strength: Units; readonly note?: 'relabelled' } & Cited;

export const drugPackages: readonly DrugPackage[] = [
  { ndc: '0023-1145-01', strength: units(100), evidence: 'weak', sources: ['S42b'] },
  { ndc: '85766-155-01', strength: units(100), note: 'relabelled', evidence: 'confirmed', sources: ['S38'] },
  { ndc: '0023-3921-02', strength: units(200), evidence: 'weak', sources: ['S42c'] },
];

/** The cosmetic brand holds the same drug under another label: labeller and product of its NDC, and a word of its name. */
const cosmeticBrand: { readonly ndc: string; readonly knownBy: string } & Cited = {
  ndc: '0023-9232',
  knownBy: 'cosmetic',
  evidence: 'confirmed',
  sources: ['S38'],
};

type Drug = { readonly product: string; readonly strength: number };

/** Whether a vial is, by its name or an NDC in it, of the cosmetic brand. */
export function isCosmetic({ product }: Pick<Drug, 'product'>): boolean {
  const name = product.toLowerCase();
  return name.includes(cosmeticBrand.knownBy) || name.includes(cosmeticBrand.ndc);
}

/**
 * The packages a vial can be of, by product and strength; none where the product is another, or of the cosmetic brand.
 * Where there are several, the carton tells; an NDC in the product's own name does too, and one of no such package leaves none.
 */
export function packagesOf(vial: Drug): readonly DrugPackage[] {
  if (!isCounted(vial.product) || isCosmetic(vial)) return [];
  const fitting = drugPackages.filter(({ strength }) => strength === vial.strength);
  const named = ndcsIn(vial.product);
  return fitting.filter(({ ndc }) => named.every((one) => isPartOf(one, ndc)));
}

/** The NDCs that a product's name tells, as the label or as claims have them, with or without the size of the package. */
export const ndcsIn = (product: string): readonly string[] =>
  product.match(/(?<![\d-])\d{4,5}-\d{3,4}(?:-\d{1,2})?(?![\d-])/g) ?? [];

/** Whether an NDC, perhaps without the size of the package, names that package; in ten digits or in eleven. */
const isPartOf = (named: string, ndc: string): boolean => `${wide(ndc)}-`.startsWith(`${wide(named)}-`);

/** "0023-1145" as "00023-1145", "85766-155-01" as "85766-0155-01". */
const wide = (ndc: string): string =>
  ndc
    .split('-')
    .map((part, n) => part.padStart(ndcWidths[n] ?? 0, '0'))
    .join('-');
const ndcWidths: readonly number[] = [5, 4, 2];

/** An NDC as claims have it: eleven digits in 5-4-2, the short part filled up with a zero. Null for what is no ten-digit NDC. */
export function billingNdc(ndc: string): string | null {
  const parts = ndc.split('-');
  const [labeller = '', product = '', size = ''] = parts;
  const digits = parts.every((part) => /^\d+$/.test(part));
  if (parts.length !== 3 || !digits || labeller.length + product.length + size.length !== 10) return null;
  const filled = wide(ndc);
  return filled.split('-').every((part, n) => part.length === ndcWidths[n]) ? filled : null;
}
