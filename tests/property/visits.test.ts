import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../src/exchange/calendar-file';
import { fold } from '../../src/ledger/fold';
import { replan } from '../../src/ledger/replan';
import { fixedSites } from '../../src/protocol/fixed-sites';
import { safetyChecks } from '../../src/protocol/safety-checks';
import type { MuscleId, Side } from '../../src/protocol/words';
import { alikeTo } from '../../src/record/alike';
import { listingOf } from '../../src/record/listing';
import { nextDays } from '../../src/record/next-days';
import type { Patient } from '../../src/record/patient';
import { matches, queryWords, searchWords } from '../../src/record/patient-search';
import { lastBefore, patientsOf } from '../../src/record/patients';
import { answerTo, emptyVisit, type Visit } from '../../src/record/visit';
import { answerCheck, giveConsent, override, reviewUnchanged, withdrawConsent } from '../../src/record/visit-commands';
import { anchorIn, Desk, sideIn } from '../support/ledger-desk';
import { milli } from '../support/ledger-oracle';
import { momentOn, plainShift, someDay } from '../support/plain-calendar';
import { readCalendar } from '../support/read-calendar';
import { give, planned, sampleSession } from '../support/sample-sessions';

const seed = 20_261_213;

describe('a plan that is changed as one step', () => {
  const sites = fixedSites.map(({ id }) => id);
  const reason = fc.constantFrom('Said by the patient', 'spared', ' ');
  const changes = fc.record({
    skips: fc.array(fc.record({ site: fc.constantFrom(...sites), reason }), { maxLength: 2 }),
    moves: fc.array(fc.record({ site: fc.constantFrom(...sites), reason }), { maxLength: 2 }),
    extras: fc.array(
      fc.record({
        muscle: fc.constantFrom<MuscleId>('temporalis', 'occipitalis', 'trapezius', 'trapezius', 'frontalis'),
        side: fc.constantFrom<Side>('left', 'right'),
      }),
      { maxLength: 4 },
    ),
  });

  it('is the same as its moves, skips and extras one by one, or is refused and changes nothing', () => {
    const seen = { done: 0, refused: 0 };
    fc.assert(
      fc.property(changes, ({ skips, moves, extras }) => {
        const [whole, single] = [new Desk(), new Desk()];
        const place = (site: string) => anchorIn((site.split('-')[0] ?? '') as MuscleId, sideIn(site));
        const asked = {
          skips,
          moves: moves.map((one) => ({ ...one, anchor: place(one.site), shiftMm: 4.5, outsideMm: 0 })),
          extras: extras.map((one) => ({ ...one, anchor: anchorIn(one.muscle, one.side) })),
        };
        const outcome = replan(whole.doc, whole.vials, asked, whole.stamp());
        const said = [
          ...moves.map((one) => single.move(one.site, place(one.site), one.reason)),
          ...skips.map((one) => single.skip(one.site, one.reason)),
          ...extras.map((one) => single.extra(one.muscle, one.side)),
        ];
        expect(outcome.ok, said.join()).toBe(said.every((one) => one === 'done'));
        if (!outcome.ok) {
          seen.refused += 1;
          return;
        }
        seen.done += 1;
        const gist = (desk: { readonly entries: Desk['doc']['entries'] }) =>
          fold(desk.entries, whole.vials).rows.map(({ id, state, reason: why, moved }) => [
            id,
            state,
            why,
            moved !== undefined,
          ]);
        expect(gist(outcome.value)).toEqual(gist(single.doc));
        // One step, or none where nothing was asked: one undo takes all of it back.
        const added = outcome.value.entries.slice(whole.doc.entries.length);
        expect(new Set(added.map(({ step }) => step)).size).toBe(added.length === 0 ? 0 : 1);
      }),
      { seed, numRuns: 60 },
    );
    expect(Math.min(seen.done, seen.refused)).toBeGreaterThan(5);
  });
});

describe('what was answered before', () => {
  const answers = fc.array(fc.constantFrom('no', 'yes', 'left-open', null), {
    minLength: safetyChecks.length,
    maxLength: safetyChecks.length,
  });
  const by = { at: '2027-03-01T09:00:00Z', by: 'Dr A. Example' };
  const answered = (all: readonly ('no' | 'yes' | 'left-open' | null)[]): Visit =>
    safetyChecks.reduce((visit, { id }, n) => {
      const answer = all[n] ?? null;
      return answer === null ? visit : answerCheck(visit, { check: id, answer }, by);
    }, emptyVisit);

  it('is taken over where this visit has no answer and the last left nothing open, and nothing else is', () => {
    fc.assert(
      fc.property(answers, answers, (now, before) => {
        const [visit, last] = [answered(now), answered(before)];
        const taken = reviewUnchanged(visit, { session: 's-1', visit: last }, { at: '2027-06-01T09:00:00Z', by: 'B' });
        const moved = safetyChecks.filter((_, n) => now[n] === null && (before[n] === 'no' || before[n] === 'yes'));
        expect(taken.ok).toBe(moved.length > 0);
        if (!taken.ok) return;
        for (const [n, { id }] of safetyChecks.entries()) {
          const answer = answerTo(taken.value, id);
          const carried = moved.some((one) => one.id === id);
          expect(answer?.answer ?? null).toBe(carried ? before[n] : (now[n] ?? null));
          expect(answer?.reviewedFrom).toBe(carried ? 's-1' : undefined);
        }
        expect({ ...taken.value, checks: [] }).toEqual({ ...visit, checks: [] });
      }),
      { seed, numRuns: 60 },
    );
  });

  it('is the latest word of the patient on consent, which keeps when it was given before; rules that were set aside add up', () => {
    const words = fc.array(fc.constantFrom('give', 'withdraw', 'aside', 'aside-without-reason'), { maxLength: 8 });
    fc.assert(
      fc.property(words, (said) => {
        let visit = emptyVisit;
        for (const [n, word] of said.entries()) {
          const stamp = { at: `2027-03-01T09:0${String(n)}:00Z`, by: 'Dr A. Example' };
          if (word === 'give') visit = giveConsent(visit, stamp);
          else if (word === 'withdraw') visit = withdrawConsent(visit, stamp);
          else {
            const aside = override(
              visit,
              { rule: 'vial-over-24h', vial: 'v' },
              word === 'aside' ? 'seen' : '  ',
              stamp,
            );
            expect(aside.ok).toBe(word === 'aside');
            if (aside.ok) visit = aside.value;
          }
        }
        const last = said.findLastIndex((word) => word === 'give' || word === 'withdraw');
        expect(visit.consent?.given).toBe(last === -1 ? undefined : said[last] === 'give');
        const given = said.findLastIndex((word, n) => word === 'give' && n <= last);
        if (said[last] === 'withdraw')
          expect(visit.consent?.givenAt).toBe(given === -1 ? undefined : `2027-03-01T09:0${String(given)}:00Z`);
        expect(visit.overrides).toHaveLength(said.filter((word) => word === 'aside').length);
      }),
      { seed, numRuns: 60 },
    );
  });
});

const patients: fc.Arbitrary<Patient> = fc
  .record({
    label: fc.constantFrom('K. M.', 'Jürgen Müller', 'Ørsted, Ada', 'Demo, Bo (synthetic)', ''),
    born: fc.constantFrom('1979-05-04', '1979', '1980', null),
    number: fc.constantFrom('MR-107', '0042', null),
    id: fc.nat({ max: 4 }),
  })
  .map(({ label, born, number, id }) => ({
    id: `p-${String(id)}`,
    label,
    ...(born === null ? {} : { born }),
    ...(number === null ? {} : { recordNumber: number }),
  }));

describe('a patient', () => {
  it('is found by the beginning of any word of the label, the birth or the number, in whatever order and case', () => {
    fc.assert(
      fc.property(patients, fc.nat(), fc.nat(), fc.boolean(), (patient, which, length, loud) => {
        const { label, born = '', recordNumber = '' } = patient;
        const words = `${label} ${born} ${recordNumber}`.split(/[\s.,()-]+/).filter((word) => word !== '');
        const [one = '', other = ''] = [
          words[which % Math.max(1, words.length)],
          words[length % Math.max(1, words.length)],
        ];
        const typed = `${other} ${one.slice(0, 1 + (length % Math.max(1, one.length)))}`;
        expect(matches(searchWords(patient), queryWords(loud ? typed.toUpperCase() : typed))).toBe(true);
        expect(matches(searchWords(patient), queryWords(`${typed} xq`))).toBe(false);
      }),
      { seed, numRuns: 120 },
    );
  });

  it('is taken for another who may be the same only under another id, and then both ways round', () => {
    fc.assert(
      fc.property(patients, patients, (a, b) => {
        const known = (patient: Patient) => [{ patient, sessions: [] }];
        const [there, back] = [alikeTo(a, known(b)).length, alikeTo(b, known(a)).length];
        expect(there).toBe(back);
        if (a.id === b.id) expect(there).toBe(0);
        const sameNumber = a.recordNumber !== undefined && a.recordNumber === b.recordNumber;
        const years = [a.born, b.born].map((born) => born?.slice(0, 4));
        const contradict = years[0] !== undefined && years[1] !== undefined && years[0] !== years[1];
        if (a.id !== b.id)
          expect(there === 1).toBe(sameNumber || (a.label !== '' && a.label === b.label && !contradict));
      }),
      { seed, numRuns: 120 },
    );
  });

  it('has every session of that id and no other, the latest first, and a last one before any moment', () => {
    const sessions = fc.uniqueArray(fc.record({ minute: fc.nat({ max: 59 }), of: fc.nat({ max: 2 }) }), {
      maxLength: 6,
      selector: ({ minute }) => minute,
    });
    fc.assert(
      fc.property(sessions, fc.nat({ max: 59 }), (all, at) => {
        const time = (minute: number): string => `2027-03-01T09:${String(minute).padStart(2, '0')}:00Z`;
        const listings = all.map(({ minute, of }, n) =>
          listingOf(
            sampleSession({
              id: `s-${String(n)}`,
              startedAt: time(minute),
              patient: { id: `p-${String(of)}`, label: String(minute) },
              entries: [],
            }),
            time(minute),
            false,
          ),
        );
        const found = patientsOf(listings);
        for (const { patient, sessions: own } of found) {
          const mine = all.filter(({ of }) => `p-${String(of)}` === patient.id).map(({ minute }) => minute);
          const order = mine.toSorted((a, b) => b - a);
          expect(own.map(({ startedAt }) => startedAt)).toEqual(order.map(time));
          expect(patient.label).toBe(String(order[0]));
          const last = lastBefore(listings, patient.id, time(at), 's-0');
          const before = order.filter((minute) => minute <= at && all[0]?.minute !== minute);
          expect(last?.startedAt).toBe(before[0] === undefined ? undefined : time(before[0]));
        }
        expect(new Set(found.map(({ patient }) => patient.id))).toEqual(
          new Set(all.map(({ of }) => `p-${String(of)}`)),
        );
      }),
      { seed, numRuns: 60 },
    );
  });
});

describe('what follows from a session', () => {
  it('are days of the calendar of the place where it was given, and a calendar reads them so', () => {
    const moments = someDay.chain((day) => fc.tuple(fc.constant(day), momentOn(day), fc.nat({ max: 28 })));
    fc.assert(
      fc.property(moments, ([day, moment, early]) => {
        const [site = ''] = planned.map((entry) => entry.site);
        const session = sampleSession({ startedAt: moment, entries: [...planned, { ...give(40, site), at: moment }] });
        const days = nextDays(session, early);
        expect(days?.session).toBe(day);
        expect([days?.due, days?.bookFrom]).toEqual([plainShift(day, 84), plainShift(day, 84 - early)]);
        expect(days?.checks.map((check) => check.day)).toEqual([plainShift(day, 14), plainShift(day, 42)]);
        expect(nextDays(sampleSession({ startedAt: moment, entries: planned }))).toBeNull();
        const text = calendarFile([
          {
            session: 's-1',
            at: moment,
            days: [{ id: 'due', day: days?.due ?? '', summary: 'Next, again; \\ "x"', text: 'a\nb' }],
          },
        ]);
        const [event] = readCalendar(text);
        const plain = (date: string): string => date.replaceAll('-', '');
        expect(event?.get('DTSTART')?.value).toBe(plain(plainShift(day, 84)));
        expect(event?.get('DTEND')?.value).toBe(plain(plainShift(day, 85)));
        expect([event?.get('SUMMARY')?.value, event?.get('DESCRIPTION')?.value]).toEqual([
          'Next, again; \\ "x"',
          'a\nb',
        ]);
      }),
      { seed, numRuns: 60 },
    );
  });

  it('takes the units that the listing tells from the record, vial by vial', () => {
    fc.assert(
      fc.property(fc.subarray(planned.map(({ site }) => site)), (sites) => {
        const session = sampleSession({ entries: [...planned, ...sites.map((site, n) => give(40 + n, site))] });
        const listed = listingOf(session, '2027-03-01T09:00:00Z', false);
        expect(listed.vials.map(({ units, opened }) => [milli(units), opened])).toEqual([
          [5000 * sites.length, sites.length > 0],
        ]);
        expect([listed.given, listed.firstNeedleAt !== undefined]).toEqual([5 * sites.length, sites.length > 0]);
      }),
      { seed, numRuns: 40 },
    );
  });
});
