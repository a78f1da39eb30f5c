import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLandmarkCommand } from '../../src/learn/landmark-command';
import { isPairedLandmark, landmarkNames } from '../../src/learn/landmark-words';
import { progressOf } from '../../src/learn/progress';
import type { CardId, Rating, Review } from '../../src/learn/review';
import { daysInARow, firmness, queueOf, recalled, scheduleOf, standingOf } from '../../src/learn/schedule';
import { seeded } from '../../scripts/seeded';
import { plainShift } from '../support/plain-calendar';

const seed = 20_261_207;
const today = '2027-06-10';
const now = `${today}T12:00:00+02:00`;
const cards = [
  'site:preempt-2017:procerus-M',
  'site:preempt-2017:corrugator-R',
  'fact:a',
  'fact:b',
] as const satisfies readonly CardId[];
const ratings = fc.constantFrom<Rating>('again', 'hard', 'good', 'easy');
/** Some at one moment. Those of fewer than 0 days back were dated by a clock ahead. */
const reviews = fc
  .array(
    fc.record({
      back: fc.oneof(fc.constantFrom(0, 0, 3), fc.integer({ min: -4, max: 90 })),
      minute: fc.oneof(fc.constant(30), fc.nat({ max: 600 })),
      card: fc.constantFrom(...cards),
      rating: ratings,
    }),
    { maxLength: 14 },
  )
  .map((all) =>
    all.map(
      ({ back, minute, card, rating }, n): Review => ({
        id: `r-${String(n)}`,
        card,
        rating,
        at: new Date(Date.parse(`${plainShift(today, -back)}T00:00:00Z`) + minute * 60_000).toISOString(),
      }),
    ),
  );

describe('what is repeated when', () => {
  it('follows from the answers alone: in whatever order they are kept, however often a copy of them was joined in, and none of the future', () => {
    fc.assert(
      fc.property(reviews, fc.nat(), (all, luck) => {
        const schedule = scheduleOf(all, now);
        const next = seeded(luck);
        const turned = all
          .map((one) => ({ one, at: next() }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(scheduleOf([...turned, ...all], now)).toEqual(schedule);
        const past = all.filter(({ at }) => at <= '2027-06-10T10:00:00.000Z');
        expect(scheduleOf(past, now)).toEqual(schedule);
        for (const card of cards) {
          const own = past
            .filter((one) => one.card === card)
            .map(({ at }) => at)
            .toSorted();
          expect([schedule.get(card)?.answers ?? 0, schedule.get(card)?.first]).toEqual([own.length, own[0]]);
        }
      }),
      { seed, numRuns: 50 },
    );
  });

  it('asks what is due and nothing else, the least likely recalled first, and no more new cards a day than were set', () => {
    fc.assert(
      fc.property(reviews, fc.nat({ max: 4 }), (all, newPerDay) => {
        const schedule = scheduleOf(all, now);
        const { due, fresh, next } = queueOf(cards, schedule, now, newPerDay);
        const time = Date.parse(now);
        const isDue = (card: CardId): boolean => Date.parse(schedule.get(card)?.due ?? '9999-01-01') <= time;
        expect(new Set(due)).toEqual(new Set(cards.filter(isDue)));
        const likely = due.flatMap((card) => {
          const found = schedule.get(card);
          return found === undefined ? [] : [recalled(found, now)];
        });
        expect(likely).toEqual(likely.toSorted((a, b) => a - b));
        expect(likely.every((one) => one >= 0 && one <= 1)).toBe(true);
        // A new card that was begun today is one of today's.
        const begun = cards.filter((card) => {
          const own = all.filter((one) => one.card === card && Date.parse(one.at) <= time).map(({ at }) => at);
          return own.length > 0 && own.toSorted()[0]?.startsWith(today);
        });
        const unseen = cards.filter((card) => !schedule.has(card));
        expect(fresh).toEqual(unseen.slice(0, Math.max(0, newPerDay - begun.length)));
        const ahead = cards.flatMap((card) =>
          schedule.has(card) && !isDue(card) ? [schedule.get(card)?.due ?? ''] : [],
        );
        expect(next).toBe(ahead.length === 0 ? null : ahead.toSorted()[0]);
        for (const card of cards)
          expect(standingOf(schedule, card, now) === 'known').toBe(
            schedule.get(card)?.learned === true && !isDue(card),
          );
      }),
      { seed, numRuns: 50 },
    );
  });

  it('counts the days in a row up to today, or up to yesterday while today has no answer yet', () => {
    const backs = fc.array(fc.nat({ max: 12 }), { maxLength: 10 });
    fc.assert(
      fc.property(backs, (all) => {
        const given = all.map(
          (back, n): Review => ({
            id: `r-${String(n)}`,
            card: 'fact:a',
            rating: 'good',
            at: `${plainShift(today, -back)}T09:00:00+02:00`,
          }),
        );
        let row = 0;
        for (let back = all.includes(0) ? 0 : 1; all.includes(back); back += 1) row += 1;
        expect(daysInARow(given, now)).toBe(row);
      }),
      { seed, numRuns: 100 },
    );
  });

  it('is drawn the firmer the longer it holds, from nothing to full', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: 0.001, max: 60, noNaN: true }),
        (days, more) => {
          expect(firmness(days)).toBeLessThanOrEqual(firmness(days + more));
          expect(firmness(days) === 1).toBe(days >= 30);
          expect(firmness(days) >= 0).toBe(true);
        },
      ),
      { seed, numRuns: 50 },
    );
  });
});

describe('what is known of a map', () => {
  it('is each card once, of the map that is asked about alone, and never more than there is', () => {
    fc.assert(
      fc.property(reviews, (all) => {
        const told = progressOf({ reviews: all, placements: [] }, 'preempt-2010', now);
        const facts = new Set(all.filter((one) => one.card.startsWith('fact:')).map(({ card }) => card));
        expect(told.sites.every(({ standing }) => standing === 'new')).toBe(true);
        expect(facts.size).toBeLessThanOrEqual(2);
        const parts = [...told.muscles.flatMap(({ sites, facts: own }) => [sites, own]), told.general];
        for (const what of ['of', 'known', 'learning'] as const)
          expect(parts.reduce((sum, part) => sum + part[what], 0)).toBe(told.all[what]);
        const here = progressOf({ reviews: all, placements: [] }, 'preempt-2017', now);
        const placed = here.sites
          .filter(({ standing }) => standing !== 'new')
          .map(({ site }) => `site:preempt-2017:${site}`);
        const answered = new Set(
          all
            .filter((one) => one.card.startsWith('site:') && Date.parse(one.at) <= Date.parse(now))
            .map(({ card }) => card),
        );
        expect(new Set<string>(placed)).toEqual(answered);
      }),
      { seed, numRuns: 15 },
    );
  });
});

describe('a landmark command', () => {
  it('in whatever order and unit it is said, is the place that was meant, in millimetres, or it is refused', () => {
    const said = fc.record({
      landmark: fc.constantFrom(...landmarkNames),
      up: fc.integer({ min: 1, max: 90 }),
      down: fc.boolean(),
      across: fc.integer({ min: 1, max: 90 }),
      way: fc.constantFrom('forward', 'back', 'lateral', 'medial'),
      cm: fc.boolean(),
      turned: fc.boolean(),
      side: fc.constantFrom('left' as const, 'right' as const),
    });
    let read = 0;
    fc.assert(
      fc.property(said, ({ landmark, up, down, across, way, cm, turned, side }) => {
        const length = (mm: number): string => (cm ? `${String(mm / 10)} cm` : `${String(mm)} mm`);
        const legs = [`${length(up)} ${down ? 'down' : 'up'}`, `${length(across)} ${way}`];
        const text = `${(turned ? legs.toReversed() : legs).join(', ')} from the ${landmark.replaceAll('-', ' ')}`;
        const place = readLandmarkCommand(text, side);
        if (!place.ok) {
          expect(['not-from', 'past-midline', 'twice', 'which-point', 'which-side']).toContain(place.error.kind);
          return;
        }
        read += 1;
        expect(place.value).toEqual({ landmark, side, upMm: down ? -up : up, toward: way, alongMm: across });
        if (way === 'medial') expect(isPairedLandmark(landmark)).toBe(true);
      }),
      { seed, numRuns: 300 },
    );
    expect(read).toBeGreaterThan(80);
  });
});
