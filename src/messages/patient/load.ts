import type { Language } from './languages';
import { type PatientCatalogue, patientWords, type PatientWords } from './words';

/** Each language is fetched when it is chosen. */
const catalogues: Readonly<Record<Language, () => Promise<PatientCatalogue>>> = {
  en: async () => (await import('./en')).en,
  es: async () => (await import('./es')).es,
  de: async () => (await import('./de')).de,
  fr: async () => (await import('./fr')).fr,
};

/** The words of a language, its file fetched when it is first asked for; rejects where that does not arrive. */
export const loadPatientWords = async (language: Language): Promise<PatientWords> =>
  patientWords(language, await catalogues[language]());
