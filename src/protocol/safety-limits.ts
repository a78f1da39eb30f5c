import { type Cited, startingVial } from './paradigm';
import { type Units, units } from './words';

/**
 * The limits that hold across sessions and vials. Each stands here once; what is chosen says so and why.
 */

/** How long after a session the next one is due: 12 weeks. Sooner is told, not refused. */
export const retreatment: { readonly days: number } & Cited = {
  days: 84,
  evidence: 'confirmed',
  sources: ['S2', 'S7'],
};

/** The most of the product in any three months, all indications together. */
export const cumulativeDose: {
  readonly product: string;
  /** Words by which a product's name is known as this drug, in lower case. Other toxins are listed and never added. */
  readonly knownBy: readonly string[];
  readonly maximum: { readonly units: Units } & Cited;
  /** An earlier session counts when it lies less than this many calendar days back. */
  readonly window: { readonly underDays: number; readonly chosenBecause: string } & Cited;
} = {
  product: startingVial.product,
  knownBy: ['onabotulinum', 'botox'],
  maximum: { units: units(400), evidence: 'weak', sources: ['S43', 'S27'] },
  window: {
    underDays: retreatment.days,
    chosenBecause:
      'The source says "any three months". Three months are up to 92 days: counted so, every patient who comes back ' +
      'on schedule would carry the dose of the session before.',
    evidence: 'derived',
    sources: ['S43'],
  },
};

/** How long a reconstituted vial may be used. */
export const reconstituted: { readonly withinHours: number } & Cited = {
  withinHours: 24,
  evidence: 'weak',
  sources: ['S33b', 'S40'],
};

/** How far back another botulinum toxin is asked about: the source names four months, and three would miss more. */
export const otherToxin: { readonly months: number } & Cited = {
  months: 4,
  evidence: 'weak',
  sources: ['S41b'],
};

/** Whether a product of that name is the drug whose units are added up: by the words of `cumulativeDose.knownBy`, in any case. */
export function isCounted(product: string): boolean {
  const name = product.toLowerCase();
  return cumulativeDose.knownBy.some((word) => name.includes(word));
}
