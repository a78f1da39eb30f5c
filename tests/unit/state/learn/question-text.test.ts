import { describe, expect, it } from 'vitest';
import { factCards, questionOf } from '../../../../src/learn/cards';
import {
  answerText,
  askedText,
  becauseTold,
  givenText,
  lineName,
  lineParts,
  toldAnswer,
  valueText,
} from '../../../../src/state/learn/question-text';

const all = factCards.flatMap((card) => [1, 2, 3, 4, 5].flatMap((seed) => questionOf(card, seed) ?? []));

describe('the words of questions', () => {
  it('are there for every question, option and reason, and no two options read alike', () => {
    for (const question of all) {
      const { answer, id } = question;
      expect(askedText(question.asked).length, id).toBeGreaterThan(5);
      expect(answerText(question), id).not.toBe('');
      if ('options' in answer) {
        const told = answer.options.map(valueText);
        expect(new Set(told).size, `${id} ${told.join('|')}`).toBe(told.length);
      }
      if (answer.kind === 'find-row')
        for (const line of answer.lines) expect(lineName(line) + lineParts(line).join()).not.toBe('');
    }
  });

  it('name the source of every reason, or say that none is named and that it awaits clinical sign-off', () => {
    for (const { because, id } of all)
      for (const told of because.map(becauseTold)) {
        expect(told.text, id).not.toBe('');
        for (const { title } of told.sources) expect(title.length, id).toBeGreaterThan(5);
        if (told.sources.length === 0) expect(told.grade, id).toContain('no source is named');
        expect(told.grade.includes('awaiting clinical sign-off'), id).toBe(told.awaits);
      }
  });

  it('tell the answer without calling it right, which is a side here, and a mistake as the wrong line', () => {
    expect(toldAnswer(questionOf('fact:units:temporalis', 1)!)).toBe('The answer is: 40 U');
    for (const question of all) {
      expect(toldAnswer(question), question.id).not.toMatch(/\bright is\b/i);
      const isMistake = question.answer.kind === 'find-row';
      expect(toldAnswer(question).startsWith('The wrong line is: '), question.id).toBe(isMistake);
    }
  });

  it('ask for both sides together where a muscle has sides, and not of the one in the midline', () => {
    const asked = (kind: 'sites' | 'units', muscle: 'procerus' | 'frontalis') => askedText({ kind, muscle });
    expect(asked('sites', 'frontalis')).toBe('Frontalis: how many fixed sites, both sides together?');
    expect(asked('sites', 'procerus')).toBe('Procerus: how many fixed sites?');
    expect(asked('units', 'procerus')).toBe('Procerus: how many units without extras?');
  });

  it('say what was answered: an option, all that were chosen, a number, an order, or a line', () => {
    const options = [
      { kind: 'muscle', muscle: 'temporalis' } as const,
      { kind: 'muscle', muscle: 'procerus' } as const,
    ];
    expect(givenText({ kind: 'choice', options, right: 0 }, { kind: 'choice', at: 1 })).toBe('Procerus');
    expect(givenText({ kind: 'several', options, right: [0] }, { kind: 'several', at: [1, 0] })).toBe(
      'Temporalis and Procerus',
    );
    expect(givenText({ kind: 'number', unit: 'U', right: 40 }, { kind: 'number', n: 25 })).toBe('25 U');
    const right = ['corrugator', 'procerus'] as const;
    expect(
      givenText({ kind: 'order', items: right, right }, { kind: 'order', order: ['procerus', 'corrugator'] }),
    ).toBe('Procerus and Corrugator');
    const mistaken = all.find(({ answer }) => answer.kind === 'find-row')!.answer;
    if (mistaken.kind !== 'find-row') throw new Error('no mistake is to be found');
    expect(givenText(mistaken, { kind: 'find-row', at: 0 })).toBe(lineName(mistaken.lines[0]!));
  });

  it('say what a question asks, and what is right', () => {
    const question = questionOf('fact:units:temporalis', 1)!;
    expect(askedText(question.asked)).toBe('Temporalis: how many units without extras, both sides together?');
    expect(answerText(question)).toBe('40 U');
    expect(becauseTold(question.because[0]!).text).toBe(
      'Temporalis: 8 fixed sites, half of them on each side, 40 U; up to 2 extras, 50 U at most.',
    );
    expect(answerText(questionOf('fact:way:trapezius', 1)!)).toBe('Horizontal');
    expect(
      answerText(questionOf('fact:ftp-muscles', 1)!)
        .split(/, (?:and )?/)
        .toSorted(),
    ).toEqual(['Occipitalis', 'Temporalis', 'Trapezius']);
  });
});
