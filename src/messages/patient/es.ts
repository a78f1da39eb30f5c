import type { PatientKey } from './words';

/** Spanish. See `en.ts`. */
export const es: Readonly<Record<PatientKey, string>> = {
  // Preview
  'preview.title': 'Su tratamiento, paso a paso',

  // Diary
  'diary.title': 'Diario de dolor de cabeza',

  // What goes home
  'home.title': 'Su tratamiento, para llevar a casa',
};
