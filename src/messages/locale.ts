/**
 * The language of what injectors and trainees read, chosen when the app is built (docs/languages.md). Everything that
 * is written as a language writes it is made from here; patients choose theirs on the screen (`patient/languages.ts`).
 */
export const language: string = typeof __APP_LANGUAGE__ === 'undefined' ? 'en' : __APP_LANGUAGE__;

/** As which days, times and numbers are written: English as the British do. */
export const locale = language === 'en' ? 'en-GB' : language;

const conjunction = new Intl.ListFormat(language, { type: 'conjunction' });

/** "temporalis, occipitalis, and trapezius". */
export const listed = (words: readonly string[]): string => conjunction.format(words);
