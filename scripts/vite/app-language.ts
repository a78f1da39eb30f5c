/**
 * The language that the app is built in, from `ALIQUOT_LANGUAGE`: a tag such as "de" or "pt-BR", for which there is a
 * file of that name in src/messages. English where it is not set. Throws with a sentence where it is no such tag.
 */
export function appLanguage(text = process.env['ALIQUOT_LANGUAGE'] ?? ''): string {
  if (text === '') return 'en';
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text)) throw new Error(`ALIQUOT_LANGUAGE: not a language: ${text}`);
  return text;
}
