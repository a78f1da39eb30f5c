/** The titles of the sources are told in this language (BCP 47), whatever is read around them. */
export const sourceLanguage = 'en';
