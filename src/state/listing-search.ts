import type { SessionListing } from '../record/ports';

export type ListingSearch = {
  /** The listings that hold every word typed, in their own order; all of them where nothing was typed. */
  readonly find: (typed: string) => readonly SessionListing[];
};

/** Case, accents and width aside: who types "muller" means Müller too. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** A search over what is listed, prepared once a listing. It lives in memory and goes with it. */
export function searchListing(listings: readonly SessionListing[]): ListingSearch {
  const texts = listings.map((one) =>
    plain(one.kind === 'session' ? `${one.patientLabel} ${one.startedAt.slice(0, 10)} ${one.id}` : one.id),
  );
  return {
    find(typed) {
      const words = plain(typed)
        .split(/\s+/)
        .filter((word) => word !== '');
      return listings.filter((_, n) => words.every((word) => texts[n]?.includes(word)));
    },
  };
}
