import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { learningSchemaFile, learningSchemaText } from '../../../scripts/write-learning-schema';
import { joinLearning } from '../../../src/learn/learning-join';
import { parseLearningFile, parseMonth } from '../../../src/learn/learning-schema';
import { isAssessmentDocument } from '../../../src/state/learn/assessment-ids';

const review = (id: string) => ({ id, card: 'fact:order', rating: 'good', at: '2026-11-29T09:00:00+01:00' });
const month = (...ids: string[]) => ({ version: 1, learner: 'me', reviews: ids.map(review), placements: [] });

describe('docs/learning.schema.json', () => {
  it('is what the code says (else run: npx tsx scripts/write-learning-schema.ts)', () => {
    expect(readFileSync(learningSchemaFile, 'utf8')).toBe(learningSchemaText());
  });
});

describe('what is kept of learning', () => {
  it.each([
    ['a rating that there is not', { ...month('a'), reviews: [{ ...review('a'), rating: 'fine' }] }],
    ['a card of no kind', { ...month('a'), reviews: [{ ...review('a'), card: 'order' }] }],
    ['a site of no map', { ...month('a'), reviews: [{ ...review('a'), card: 'site:procerus-M' }] }],
    ['a time without an offset', { ...month('a'), reviews: [{ ...review('a'), at: '2026-11-29T09:00:00' }] }],
    ['no list', { ...month('a'), reviews: null }],
  ])('is damaged with %s', (_, doc) => {
    expect(parseMonth(doc)).toMatchObject({ ok: false, error: { kind: 'Damaged' } });
  });

  it('keeps cards and fields that this version does not know', () => {
    const doc = { ...month('a'), reviews: [{ ...review('a'), card: 'fact:of-tomorrow', pace: 3 }], mood: 'fine' };
    expect(parseMonth(doc)).toEqual({ ok: true, value: doc });
    expect(parseMonth({ ...doc, version: 2 })).toMatchObject({ error: { kind: 'NewerVersion', found: 2 } });
    expect(parseLearningFile({ formatVersion: 9 })).toMatchObject({ error: { kind: 'NewerVersion', found: 9 } });
  });

  it.each(['assessment', 'attempt', 'certificate'])(
    'is refused of a learner whose months would be taken for an assessment’s: %s',
    (learner) => {
      const file = {
        format: 'aliquot-learning',
        formatVersion: 1,
        madeAt: '2026-11-29T09:00:00+01:00',
        reviews: [],
        placements: [],
        tour: { at: null, done: [] },
      };
      expect(isAssessmentDocument(`${learner}.2026-11`)).toBe(true);
      expect(parseLearningFile({ ...file, learner: { id: learner, name: 'Demo' } })).toMatchObject({
        error: { kind: 'Damaged', path: 'learner.id' },
      });
      expect(parseLearningFile({ ...file, learner: { id: `${learner}-1`, name: 'Demo' } }).ok).toBe(true);
      expect(parseMonth({ ...month('a'), learner })).toMatchObject({ error: { kind: 'Damaged', path: 'learner' } });
    },
  );

  it('is joined without losing or doubling an answer, whichever side is here', () => {
    const ids = (doc: unknown) => (doc as ReturnType<typeof month>).reviews.map(({ id }) => id).toSorted();
    const [one, other] = [month('a', 'b', 'c'), month('b', 'd')];
    expect(ids(joinLearning(one, other))).toEqual(['a', 'b', 'c', 'd']);
    expect(ids(joinLearning(other, one))).toEqual(['a', 'b', 'c', 'd']);
    expect(joinLearning(one, month('a'))).toBe(one);
    expect(joinLearning(one, { ...other, learner: 'you' })).toBeNull();
    expect(joinLearning(one, { ...other, version: 2 })).toBeNull();
    const tour = (...done: string[]) => ({ version: 1, learner: 'me', tour: { at: null, done } });
    expect(joinLearning(tour('procerus'), tour('corrugator', 'procerus'))).toEqual(tour('procerus', 'corrugator'));
    expect(joinLearning(tour(), one)).toBeNull();
  });
});
