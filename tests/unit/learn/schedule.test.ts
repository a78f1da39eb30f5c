import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardId, Rating, Review } from '../../../src/learn/review';
import {
  daysInARow,
  firmness,
  queueOf,
  recalled,
  scheduleOf as scheduleAt,
  scheduler,
  standingOf,
} from '../../../src/learn/schedule';

let made = 0;
const review = (card: CardId, rating: Rating, at: string): Review => {
  made += 1;
  return { id: `r-${String(made)}`, card, rating, at };
};
const day = (n: number, hour = '09:00') => `2026-11-${String(n).padStart(2, '0')}T${hour}:00+01:00`;
/** Long after every answer but those that say so. */
const scheduleOf = (reviews: readonly Review[], now = '2027-06-01T09:00:00+01:00') => scheduleAt(reviews, now);
const cards = ['fact:a', 'fact:b', 'fact:c', 'fact:d'] as const;

describe('what is due', () => {
  it('is worked out by the library as it is, without chance', () => {
    expect(scheduler).toMatchObject({ library: 'ts-fsrs', retention: 0.9 });
    const reviews = [review('fact:a', 'easy', day(1)), review('fact:b', 'again', day(1))];
    expect(scheduleOf(reviews)).toEqual(scheduleOf(reviews));
    const schedule = scheduleOf(reviews);
    expect(schedule.get('fact:a')).toMatchObject({ learned: true, answers: 1, first: day(1) });
    expect(Date.parse(schedule.get('fact:a')?.due ?? '')).toBeGreaterThan(Date.parse(day(4)));
    expect(Date.parse(schedule.get('fact:b')?.due ?? '')).toBeLessThan(Date.parse(day(1, '10:00')));
  });

  it('is the same in whatever order the answers are kept, and when one of them came in twice', () => {
    const reviews = [
      review('fact:a', 'good', day(1)),
      review('fact:a', 'good', day(1, '09:15')),
      review('fact:a', 'again', day(4)),
      review('fact:b', 'hard', day(2)),
      review('fact:a', 'good', day(5)),
    ];
    const schedule = scheduleOf(reviews);
    expect(scheduleOf([...reviews.toReversed(), ...reviews])).toEqual(schedule);
    expect(schedule.get('fact:a')).toMatchObject({ answers: 4, lapses: 1 });
  });

  it('is not put off for years by an answer from a day that has not come', () => {
    const ahead = review('fact:a', 'easy', '2030-01-01T09:00:00+01:00');
    const again = review('fact:a', 'again', day(4));
    const queue = queueOf(cards, scheduleOf([ahead, again], day(5)), day(5));
    expect(queue.due).toEqual(['fact:a']);
    expect(scheduleOf([ahead, again], day(5)), 'as if it were not there').toEqual(scheduleOf([again], day(5)));
    expect(scheduleOf([ahead], '2030-01-01T10:00:00+01:00').get('fact:a')?.answers, 'its day has come').toBe(1);
  });

  it('is later the better it was known, and the less likely recalled the longer ago', () => {
    const due = (rating: Rating) => Date.parse(scheduleOf([review('fact:a', rating, day(1))]).get('fact:a')?.due ?? '');
    expect(due('again')).toBeLessThan(due('hard'));
    expect(due('hard')).toBeLessThan(due('good'));
    expect(due('good')).toBeLessThan(due('easy'));
    const [one] = [...scheduleOf([review('fact:a', 'easy', day(1))]).values()];
    if (one === undefined) throw new Error('nothing was scheduled');
    expect(recalled(one, day(20))).toBeLessThan(recalled(one, day(5)));
    expect(recalled(one, day(1))).toBeGreaterThan(0.99);
  });

  it("comes before what is new, the one least likely recalled first, and new ones in their order up to the day's number", () => {
    const schedule = scheduleOf([
      review('fact:c', 'again', day(10, '08:00')),
      review('fact:b', 'again', day(9)),
      review('fact:z', 'again', day(1)),
    ]);
    const queue = queueOf(cards, schedule, day(10), 2);
    expect(queue.due, 'what this version does not know is left alone').toEqual(['fact:b', 'fact:c']);
    expect(queue.fresh, 'one of two was begun today').toEqual(['fact:a']);
    expect(queueOf(cards, schedule, day(11), 2).fresh).toEqual(['fact:a', 'fact:d']);
  });

  it('is nothing once all was answered, and then it is said when the next is', () => {
    const schedule = scheduleOf(cards.map((card) => review(card, 'easy', day(1))));
    const queue = queueOf(cards, schedule, day(1, '12:00'));
    expect(queue).toMatchObject({ due: [], fresh: [] });
    expect(queue.next).toBe(schedule.get('fact:a')?.due);
    expect(queueOf(cards, scheduleOf([]), day(1)).next).toBeNull();
  });

  it('is told from what is known and what is new', () => {
    const schedule = scheduleOf([review('fact:a', 'easy', day(1)), review('fact:b', 'again', day(1))]);
    const standing = (card: CardId, at: string) => standingOf(schedule, card, at);
    expect([standing('fact:a', day(2)), standing('fact:b', day(2)), standing('fact:c', day(2))]).toEqual([
      'known',
      'learning',
      'new',
    ]);
    expect(standing('fact:a', '2027-06-01T09:00:00+01:00'), 'due again').toBe('learning');
  });
});

describe('an answer that a clock ahead has dated', () => {
  const rating = fc.constantFrom<Rating>('again', 'hard', 'good', 'easy');
  const hourMs = 60 * 60 * 1000;
  const begin = Date.parse('2026-11-01T09:00:00Z');
  const isoOf = (ms: number): string => new Date(ms).toISOString();
  /** Answers of one card, hours apart, in the order in which they were given. */
  const answers = fc.array(fc.record({ rating, hours: fc.integer({ min: 1, max: 600 }) }), {
    minLength: 1,
    maxLength: 8,
  });

  it('hides no card for longer than the scheduler itself would have after what was answered by a right clock', () => {
    fc.assert(
      fc.property(answers, fc.nat(), fc.integer({ min: 1, max: 40_000 }), (given, which, ahead) => {
        let ms = begin;
        const right = given.map(({ rating, hours }) => review('fact:a', rating, isoOf((ms += hours * hourMs))));
        const wrongAt = which % right.length;
        const now = isoOf(ms);
        // One of them was dated by a clock that was ahead, beyond now.
        const dated = right.map((one, n) => (n === wrongAt ? { ...one, at: isoOf(ms + ahead * hourMs) } : one));
        const honest = right.filter((_, n) => n !== wrongAt);
        expect(scheduleAt(dated, now).get('fact:a')).toEqual(scheduleAt(honest, now).get('fact:a'));
        // On its day it counts as any other, and no longer than an answer given then.
        const itsDay = dated[wrongAt]?.at ?? now;
        const asGivenThen = [...honest, review('fact:a', right[wrongAt]?.rating ?? 'good', itsDay)];
        expect(scheduleAt(dated, itsDay).get('fact:a')?.due).toBe(scheduleAt(asGivenThen, itsDay).get('fact:a')?.due);
      }),
      { numRuns: 60 },
    );
  });

  it('does not stand before what is answered today: a card known no more is asked for again in minutes', () => {
    const reviews = [review('fact:a', 'good', '2030-01-01T09:00:00Z'), review('fact:a', 'again', day(30))];
    const due = scheduleAt(reviews, day(30, '09:01')).get('fact:a')?.due ?? '';
    expect(Date.parse(due)).toBeLessThan(Date.parse(day(30, '10:00')));
    expect(scheduleAt(reviews.slice(0, 1), day(30)).size, 'it is asked for as if it were new').toBe(0);
    expect(queueOf(cards, scheduleAt(reviews, day(30, '10:00')), day(30, '10:00')).due).toEqual(['fact:a']);
  });
});

describe('how firmly a site is drawn', () => {
  it('grows with the days it holds, from empty to full at thirty', () => {
    const shares = [0, 1, 7, 30, 400].map(firmness);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect([shares[0], shares[3], shares[4]]).toEqual([0, 1, 1]);
  });
});

describe('days in a row', () => {
  it('count to today, or to yesterday while today has none, as the days were where one learned', () => {
    const on = (...days: number[]) => days.map((n) => review('fact:a', 'good', day(n, '00:30')));
    expect(daysInARow(on(3, 4, 5), day(5))).toBe(3);
    expect(daysInARow(on(3, 4, 5), day(6))).toBe(3);
    expect(daysInARow(on(3, 4, 5), day(7))).toBe(0);
    expect(daysInARow(on(1, 3, 4, 4), day(4))).toBe(2);
    expect(daysInARow([], day(4))).toBe(0);
  });
});
