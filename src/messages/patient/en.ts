/**
 * What patients read, in ICU message syntax: plain words, short sentences, no units of drug, no Latin. The other languages
 * have the same keys with the same values; a part's messages stand together in every file.
 */
export const en = {
  // Preview
  'preview.title': 'Your treatment, step by step',

  // Diary
  'diary.title': 'Headache diary',

  // What goes home
  'home.title': 'Your treatment, to take home',
} as const;
