import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en as practice } from '../../../../src/messages/en';
import { de } from '../../../../src/messages/patient/de';
import { en } from '../../../../src/messages/patient/en';
import { es } from '../../../../src/messages/patient/es';
import { fr } from '../../../../src/messages/patient/fr';
import { languageNames, languages } from '../../../../src/messages/patient/languages';
import { type PatientKey, patientWords } from '../../../../src/messages/patient/words';
import { muscles } from '../../../../src/protocol/paradigm';
import { argumentsOf, casesOf, formsAmiss } from '../../../support/icu-messages';

type Catalogue = Readonly<Record<PatientKey, string>>;
// A language without a message does not compile; one with a message too many is found below.
const catalogues = { en, es, de, fr } as const satisfies Readonly<Record<(typeof languages)[number], Catalogue>>;
const others = { es, de, fr } as const;
const keys = Object.keys(en).filter((key): key is PatientKey => key in en);

describe('the words for patients, in every language', () => {
  it.each(Object.entries(others))('have the keys of the English ones, in their order: %s', (_, catalogue) => {
    expect(Object.keys(catalogue)).toEqual(keys);
  });

  it.each(Object.entries(others))('ask for the values that the English ones ask for: %s', (_, catalogue) => {
    const amiss = keys.flatMap((key) =>
      valuesAmiss(argumentsOf(en[key]), argumentsOf(catalogue[key])).map((complaint) => `${key}: ${complaint}`),
    );
    expect(amiss).toEqual([]);
    expect(keys.filter((key) => String(casesOf(catalogue[key])) !== String(casesOf(en[key])))).toEqual([]);
  });

  it.each(languages)('have every form that the plurals of the language have, and no other: %s', (language) => {
    const amiss = keys.flatMap((key) =>
      formsAmiss(catalogues[language][key], language).map((complaint) => `${key}: ${complaint}`),
    );
    expect(amiss).toEqual([]);
  });

  it('would be missed where a form or a value is', () => {
    expect(formsAmiss('{n, plural, one {# día} other {# días}}', 'es')).toEqual(['n lacks many']);
    expect(formsAmiss('{n, plural, one {# Tag} many {# Tage} other {# Tage}}', 'de')).toEqual([
      'n has many, which de has not',
    ]);
    expect(formsAmiss('{n, plural, other {{m, plural, other {#}}}}', 'en')).toEqual(['n lacks one', 'm lacks one']);
    const english = argumentsOf('{n, plural, one {# day} other {# days}} on {side}');
    expect(valuesAmiss(english, argumentsOf('{n} Tage {side}'))).toEqual(['n is text']);
    expect(valuesAmiss(english, argumentsOf('{n, plural, one {#} other {#}} {seite}'))).toEqual(['side', 'seite']);
    expect(valuesAmiss(english, argumentsOf('{side, plural, other {{n, plural, other {#}}}}'))).toEqual([]);
  });

  it('say nought and one, two and millions as the language does', () => {
    const days = (language: (typeof languages)[number], n: number) =>
      patientWords(language, catalogues[language]).say('preview.after.rub', { hours: n });
    expect(days('en', 0)).toContain('0 hours');
    expect(days('fr', 0)).toContain('0 heure.');
    expect(days('fr', 1)).toContain('1 heure.');
    expect(days('fr', 2)).toContain('2 heures');
    expect(days('fr', 2_000_000)).toContain('d’heures');
    expect(days('es', 1)).toContain('1 hora.');
    expect(days('es', 1_000_000)).toContain('de horas');
    expect(days('de', 1)).toContain('1 Stunde');
    expect(days('de', 24)).toContain('24 Stunden');
  });

  it('write days and numbers as the language does', () => {
    const written = languages.map((language) => {
      const { day, number } = patientWords(language, catalogues[language]);
      return [day('2026-03-02'), number(1234567.5).replaceAll('\u202f', ' ')];
    });
    expect(written).toEqual([
      ['2 March 2026', '1,234,567.5'],
      ['2 de marzo de 2026', '1.234.567,5'],
      ['2. März 2026', '1.234.567,5'],
      ['2 mars 2026', '1 234 567,5'],
    ]);
  });

  it('are chosen from languages that each stand under their own name', () => {
    expect(languages.map((language) => languageNames[language])).toEqual(['English', 'Español', 'Deutsch', 'Français']);
  });
});

/** The same in two languages, and rightly so. */
const alike: Readonly<Record<keyof typeof others, readonly string[]>> = {
  es: ['Normal', 'Paracetamol'],
  de: ['Normal', 'Triptan', 'Paracetamol'],
  fr: ['Normal', 'Zone', 'Triptan', 'Note', 'Date', 'migraine'],
};
/** Words of English that are none of the other three languages. */
const englishWords = /(?<![\p{L}’-])(the|you|your|and|with|this|are|what|how|where|when|of|to|it|is)(?![\p{L}’-])/iu;

describe('the words for patients who do not read English', () => {
  it.each(['es', 'de', 'fr'] as const)('are not English by mistake: %s', (language) => {
    const same = keys.filter((key) => {
      const text: string = others[language][key];
      return text === en[key] && /\p{L}{3}/u.test(withoutArguments(text)) && !alike[language].includes(text);
    });
    expect(same).toEqual([]);
    expect(keys.filter((key) => englishWords.test(withoutArguments(others[language][key])))).toEqual([]);
  });

  it('would be caught with English among them', () => {
    expect(withoutArguments('Sie sind {n, plural, one {for the # day} other {# Tage}}')).toMatch(englishWords);
    expect(withoutArguments('Nach {what} Tagen')).not.toMatch(englishWords);
  });

  it.each(['es', 'de', 'fr'] as const)('end like the English ones, as a sentence or not: %s', (language) => {
    // "Std." and the like end no sentence.
    const end = (text: string) => /(?<!\bStd)[.?:!](?=\}*$)/u.exec(text)?.[0] ?? '';
    const amiss = keys.filter((key) => end(others[language][key]) !== end(en[key]));
    expect(amiss).toEqual([]);
  });
});

const forbidden: readonly (readonly [string, RegExp])[] = [
  ['an amount of drug', /\b(?:units?|einheit(?:en)?|unidad(?:es)?|unités?)\b|(?:\d|\}|#)\s?U\b/iu],
  ['Latin', new RegExp(`\\b(?:${muscles.flatMap(({ id, name }) => [id, name]).join('|')}|musculus|glabella)\\b`, 'iu')],
  ['the drug or a brand', /botulin|toxin|toxine|botox|preempt/iu],
  ['a picture of a needle', /[\u{1F489}\u{1FA79}\u{1FA78}]/u],
  ['a promise', /\b(?:cure[sd]?|guarantee\w*|heilt|garantiert|garantiza|cura|guérit|garanti\w*)\b/iu],
];

const forbiddenIn = (text: string): readonly string[] =>
  forbidden.flatMap(([what, pattern]) => (pattern.test(text) ? [what] : []));

describe('what patients read', () => {
  it.each(languages)('has no units of drug, no Latin, no brand, no needle and no promise: %s', (language) => {
    const found = keys.flatMap((key) => forbiddenIn(catalogues[language][key]).map((what) => `${key}: ${what}`));
    expect(found).toEqual([]);
  });

  it.each([
    ['an amount of drug', 'You get 5 U here.'],
    ['an amount of drug', 'Sie bekommen {n} Einheiten.'],
    ['Latin', 'This is the temporalis.'],
    ['Latin', 'Cervical paraspinal, on both sides'],
    ['the drug or a brand', 'Botox is given here.'],
    ['a picture of a needle', 'Four 💉 on each side'],
    ['a promise', 'It cures migraine.'],
  ])('would be seen to have %s', (what, text) => {
    expect(forbiddenIn(text)).toContain(what);
  });

  it.each([
    ['en', 'allergy', /\ballergy\b|\brare\b/iu],
    ['es', 'alergia', /\balergia\b|\brar[oa]s?\b/iu],
    ['de', 'selten', /\bselten|\bTermine?\b.*nächst|nächster Termin/iu],
    // "Le jour même si" is read as "even if" as well.
    ['fr', 'le jour même si', /\ballergie\b|\brares?\b|même si\b|\bvous (?:respirez|avalez|parlez) mal/iu],
  ] as const)('is not said in words that mislead: %s, as %s would', (language, wrong, misleading) => {
    expect(wrong).toMatch(misleading);
    const found = keys.filter((key) => key.startsWith('preview.') && misleading.test(catalogues[language][key]));
    expect(found).toEqual([]);
  });

  it('has no straight apostrophe, which is a sign of the syntax, and no space that is not one', () => {
    const amiss = languages.flatMap((language) =>
      keys.filter((key) => /'| {2}|^ | $/u.test(catalogues[language][key])).map((key) => `${language} ${key}`),
    );
    expect(amiss).toEqual([]);
  });

  it('keeps colon and question mark of French on their line', () => {
    expect(keys.filter((key) => /(?<!\u00a0)[:?!;](?=\s|$)|« | »/u.test(fr[key]))).toEqual([]);
  });
});

describe('the words for patients, in the source', () => {
  const folder = join(import.meta.dirname, '../../../../src');
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('messages'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

  it('are all shown', () => {
    // A key is written out, or made from a prefix and a closed set: say(`preview.area.${muscle}.name`).
    // or from the key of a statement: say(`${key}.head`).
    const made = [
      ...source.matchAll(/`((?:preview|home|diary)\.[\w.-]*|(?=\$\{\w+\}\.))\$\{[^`}]*\}([\w.-]*)(?=[`$])/g),
    ].map(([, before = '', after = '']) => ({ before, after }));
    expect(made.length).toBeGreaterThan(2);
    const unused = keys.filter(
      (key) =>
        !source.includes(`'${key}'`) &&
        !made.some(({ before, after }) => before + after !== '' && key.startsWith(before) && key.endsWith(after)),
    );
    expect(unused).toEqual([]);
  });

  it('are all there', () => {
    const named = [...source.matchAll(/'((?:preview|home|diary)\.[\w.-]+)'/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((key) => !(key in en) && !(key in practice))).toEqual([]);
  });
});

/** Another language may let a number decide the form of a word where English need not, never the other way about. */
function valuesAmiss(english: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] {
  const named = [...english.keys()].filter((name) => !other.has(name));
  const strange = [...other.keys()].filter((name) => !english.has(name));
  const used = [...english].flatMap(([name, kind]) => {
    const there = other.get(name);
    return there === undefined || there === kind || (kind === 'text' && there === 'plural')
      ? []
      : [`${name} is ${there}`];
  });
  return [...named, ...strange, ...used];
}

/** The words of a message: without the names of its values and the names of forms. */
function withoutArguments(text: string): string {
  return text
    .replaceAll(/\{\w+(?:, (?:plural|select),)?\}?|(?:=\d|one|many|other|left|right) \{/g, ' ')
    .replaceAll('}', ' ');
}
