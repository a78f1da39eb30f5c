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
