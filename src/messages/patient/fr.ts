import type { PatientKey } from './words';

/** French. See `en.ts`. */
export const fr: Readonly<Record<PatientKey, string>> = {
  // Preview
  'preview.title': 'Votre traitement, étape par étape',

  // Diary
  'diary.title': 'Journal des maux de tête',

  // What goes home
  'home.title': 'Votre traitement, à emporter',
};
