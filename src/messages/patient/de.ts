import type { PatientKey } from './words';

/** German. See `en.ts`. */
export const de: Readonly<Record<PatientKey, string>> = {
  // Preview
  'preview.title': 'Ihre Behandlung, Schritt für Schritt',

  // Diary
  'diary.title': 'Kopfschmerz-Tagebuch',

  // What goes home
  'home.title': 'Ihre Behandlung, zum Mitnehmen',
};
