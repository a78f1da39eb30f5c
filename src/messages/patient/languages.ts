import { language } from '../locale';

/** The languages that patients can choose. What injectors and trainees see is a catalogue of its own (`../en.ts`). */
export const languages = ['en', 'es', 'de', 'fr'] as const;
export type Language = (typeof languages)[number];

/** Each by its own name: who cannot read English must find theirs. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  de: 'Deutsch',
  fr: 'Français',
};

/** As which days and numbers are written: English as the British do; the others stand for themselves. */
export const locales: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es', de: 'de', fr: 'fr' };

/** Where the practice reads what patients read: in the language of the app, as far as it is one of these. */
export const practiceLanguage: Language = languages.find((one) => one === language) ?? 'en';
