import type { SessionListing } from '../record/listing';
import type { ListedPatient } from '../record/patients';
import { matches, normalised, queryWords, searchWords } from '../record/patient-search';

export type ListingSearch = {
  /** The listings that hold every word typed, in their own order; all of them where nothing was typed. */
  readonly find: (typed: string) => readonly SessionListing[];
};

/** A search over what is listed, prepared once a listing. It lives in memory and goes with it. */
export function searchListing(listings: readonly SessionListing[]): ListingSearch {
  const words = listings.map((one) =>
    one.kind === 'session'
      ? [...searchWords(one.patient), ...spread(one.startedAt.slice(0, 10)), ...spread(one.id)]
      : spread(one.id),
  );
  return {
    find(typed) {
      const query = queryWords(typed);
      return listings.filter((_, n) => matches(words[n] ?? [], query));
    },
  };
}

export type PatientSearch = {
  /** The patients who hold every word typed, in their own order; all of them where nothing was typed. */
  readonly find: (typed: string) => readonly ListedPatient[];
};

/** The same over patients, whom the days and ids of their sessions do not tell apart. */
export function searchPatients(patients: readonly ListedPatient[]): PatientSearch {
  const words = patients.map(({ patient }) => searchWords(patient));
  return {
    find(typed) {
      const query = queryWords(typed);
      return patients.filter((_, n) => matches(words[n] ?? [], query));
    },
  };
}

const spread = (text: string): readonly string[] => normalised(text).split(' ');
