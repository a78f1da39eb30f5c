import { describe, expect, it } from 'vitest';
import { muscles } from '../../../src/protocol/paradigm';
import { areaFact, areaFacts, awaitsSignOff, factOf, sourcesOf } from '../../../src/protocol/patient-facts';

describe('what an area tells a patient', () => {
  it('counts the injections of one side, or of the midline, and has read only how many, not where', () => {
    // 1 a side, 1 in the midline, then 2, 4, 3, 2 and 3 a side.
    expect(muscles.map(({ id }) => areaFact(id, 'where')?.values)).toEqual([1, 1, 2, 4, 3, 2, 3].map((n) => ({ n })));
    for (const { id } of muscles) expect(areaFact(id, 'where')?.evidence, id).toBe('unconfirmed');
  });

  it('names the sources of the count, then the method paper that is believed to tell the place', () => {
    expect(areaFact('corrugator', 'where')?.sources).toEqual(['S2', 'S5', 'S6', 'S4']);
    expect(areaFact('trapezius', 'where')?.sources).toEqual(['S2', 'S5', 'S4']);
  });

  it('speaks of extra injections only where the paradigm allows any, by the table that was read', () => {
    const none = ['corrugator', 'procerus', 'frontalis', 'paraspinal'] as const;
    for (const id of none) expect(areaFact(id, 'extra'), id).toBeNull();
    expect(areaFact('trapezius', 'extra')).toEqual({ values: { n: 4 }, evidence: 'confirmed', sources: ['S2', 'S5'] });
    expect(areaFact('temporalis', 'extra')?.values).toEqual({ n: 2 });
    expect(areaFact('temporalis', 'extra', 'eu-uk')?.values).toEqual({ n: 2 });
  });

  it('has how to lie or sit from the method paper, recalled, and adds nothing else to that', () => {
    for (const { id } of muscles)
      expect(areaFact(id, 'position'), id).toEqual({ evidence: 'unconfirmed', sources: ['S4'] });
  });

  it.each([
    ['corrugator', ['S4']],
    ['occipitalis', ['S3']],
    ['procerus', []],
  ] as const)('asks something of the patient at the %s that was recalled or is convention', (id, from) => {
    expect(areaFact(id, 'ask')).toMatchObject({ evidence: 'unconfirmed', sources: from });
    expect(areaFact(id, 'ask')?.taught).toBe(from.length === 0 ? true : undefined);
  });

  it('gives a reason to ask that may be better known than what is asked', () => {
    expect(areaFact('corrugator', 'why')).toEqual({ evidence: 'confirmed', sources: ['S30'] });
    expect(areaFact('frontalis', 'why')).toEqual({ evidence: 'weak', sources: ['S25'] });
    expect(areaFact('trapezius', 'why')).toEqual({ evidence: 'confirmed', sources: ['S35'] });
    expect(areaFact('paraspinal', 'why')).toMatchObject({ sources: [], taught: true });
  });

  it('ends with what is the same in every area: how it feels, that one may pause, and how long it takes', () => {
    for (const { id } of muscles) {
      const shared = areaFacts(id).slice(-3);
      expect(
        shared.map(({ feel, values }) => [feel ?? false, values ?? null]),
        id,
      ).toEqual([
        [true, null],
        [false, null],
        [false, { minutes: 1 }],
      ]);
    }
  });

  it('is begun by where, an extra, and the position: its sources come in that order, each once', () => {
    expect(sourcesOf(areaFacts('occipitalis'))).toEqual(['S2', 'S5', 'S4', 'S3']);
    expect(sourcesOf(areaFacts('trapezius', 'us'))).toEqual(['S2', 'S5', 'S4', 'S35']);
  });
});

describe('what patients are told of unwanted effects', () => {
  it.each([
    // Of a hundred people, downward from the lowest and upward from the highest that was read.
    ['neck', 4, 13], // 4.1, 6.7, 12.6
    ['stiff', 2, 15], // 2.4, 6.1, 14.6
    ['weak', 1, 8], // 1.4, 8
    ['lid', 2, 11], // 2.5, 4.6, 11
    ['sore', 2, 15], // 2, 14.9
  ] as const)('is a range that holds every rate: %s, %i to %i', (effect, low, high) => {
    expect(factOf(`preview.effects.${effect}`).values).toEqual({ low, high, of: 100 });
  });

  it('is one number, to the nearest, where one rate was read', () => {
    // 1.3 %, 2 % and 1.2 %.
    const told = (['face', 'swallow', 'faint'] as const).map((effect) => factOf(`preview.effects.${effect}`));
    expect(told.map(({ values }) => values)).toEqual([1, 2, 1].map((n) => ({ n, of: 100 })));
    expect(told.map(({ evidence, sources }) => [evidence, ...sources])).toEqual([
      ['confirmed', 'S12'],
      ['confirmed', 'S37'],
      ['confirmed', 'S37'],
    ]);
  });

  it('is as weak as the weakest rate in it: of neck pain one was read in a fragment only', () => {
    expect(factOf('preview.effects.neck')).toMatchObject({ evidence: 'weak', sources: ['S10', 'S12', 'S9b'] });
    expect(factOf('preview.effects.lid')).toMatchObject({ evidence: 'confirmed', sources: ['S10', 'S12', 'S37'] });
  });
});

describe('what a patient is asked beforehand', () => {
  it.each([
    ['allergy', 'weak', ['S41']],
    ['skin', 'weak', ['S41']],
    ['muscle', 'weak', ['S41']],
    ['swallow', 'weak', ['S41b']],
    ['bleeding', 'weak', ['S41b']],
    ['relax', 'unconfirmed', ['S1']],
  ] as const)('rests on what its check rests on first: %s is %s', (question, evidence, from) => {
    expect(factOf(`preview.before.${question}`)).toEqual({ evidence, sources: from });
    expect(awaitsSignOff(factOf(`preview.before.${question}`))).toBe(true);
  });
});
