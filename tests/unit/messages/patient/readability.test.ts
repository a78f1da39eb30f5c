import readability from 'text-readability';
import { describe, expect, it } from 'vitest';
import { patientKeys, readAs, readScreens } from '../../../support/patient-texts';

/**
 * How hard the texts are is said by the grade of Flesch and Kincaid, from words a sentence and syllables a word: a school
 * year of the United States, to which five years are added for an age. A screen is read as one text, with its values
 * in it. One sentence alone says less, as a single long word decides: its limit is wider, and its length has one of its own.
 */
const limits = {
  /** Age 12. */
  screenGrade: 7,
  sentenceGrade: 9,
  /** Words. */
  sentenceLength: 18,
  /** Of a label, which is no sentence. */
  syllables: 4,
};

const sentencesOf = (text: string): readonly string[] => text.match(/[^.?!]+[.?!]/g)?.map((one) => one.trim()) ?? [];
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\d’]+/gu) ?? [];
const grade = (text: string): number => readability.fleschKincaidGrade(text);

const tooHard = (sentence: string): boolean =>
  grade(sentence) > limits.sentenceGrade || wordsOf(sentence).length > limits.sentenceLength;
const screenTooHard = (sentences: readonly string[]): boolean => grade(sentences.join(' ')) > limits.screenGrade;

const sentences = patientKeys.flatMap((key) => sentencesOf(readAs(key)).map((text) => ({ key, text })));

describe('what patients read in English', () => {
  it('is, on every screen, read by who is twelve', () => {
    const graded = readScreens().filter((screen) => screen.sentences.length > 0);
    expect(graded.length).toBeGreaterThan(15);
    const hard = graded.filter((screen) => screenTooHard(screen.sentences));
    expect(hard.map(({ name, sentences: texts }) => `${name}: grade ${String(grade(texts.join(' ')))}`)).toEqual([]);
  });

  it('has no hard sentence and no long one', () => {
    expect(sentences.length).toBeGreaterThan(100);
    const hard = sentences.filter(({ text }) => tooHard(text));
    expect(hard.map(({ key, text }) => `${key}, grade ${String(grade(text))}: ${text}`)).toEqual([]);
  });

  it('has labels of short words', () => {
    const labels = patientKeys.map(readAs).filter((text) => !/[.?!]$/.test(text));
    expect(labels.length).toBeGreaterThan(50);
    // Medicines go by the names that stand on their packets.
    const names = ['Paracetamol', 'inflammatory'];
    const long = labels
      .flatMap(wordsOf)
      .filter((word) => readability.syllableCount(word) > limits.syllables && !names.includes(word));
    expect(long).toEqual([]);
  });

  it.each([
    ['a hard word', 'Onabotulinum neurotoxin inhibits acetylcholine exocytosis.'],
    [
      'a long sentence',
      'After you go home you may do what you like, but you must not rub the spots, and you must not lie down, and you should not run.',
    ],
    ['the words of a leaflet', 'Administration may precipitate transient ptosis of the ipsilateral eyelid.'],
  ])('would be seen to have %s', (_, text) => {
    expect(tooHard(text)).toBe(true);
  });

  it('would be seen to have a screen too hard as a whole, of which no sentence alone is', () => {
    const texts = [
      'Discomfort after treatment is usually temporary and relatively minor.',
      'A reaction to the medicine can occasionally affect the opposite eyelid as well.',
    ].filter((text) => wordsOf(text).length <= limits.sentenceLength);
    expect(texts).toHaveLength(2);
    expect(screenTooHard(texts)).toBe(true);
    expect(screenTooHard(['You may feel sore.', 'It goes away.'])).toBe(false);
  });
});
