import { describe, expect, it } from 'vitest';
import { type AcuteClass, acuteIds } from '../../../src/outcomes/diary-day';
import { overuseLimits, overuseOf } from '../../../src/outcomes/overuse';
import { recordedIn } from '../../../src/outcomes/windows';
import { daysAfter } from '../../../src/record/days-after';
import { diaryLike, runs } from '../../support/diary-days';

/** 112 days to 28 June 2026: four windows. */
const [first, last] = ['2026-03-09', '2026-06-28'];
type Taken = readonly AcuteClass[] | null;

/** The first days of each of the last windows hold what was taken, a list a day; all days have headache. */
function diaryWith(taken: readonly Taken[], windows = 4) {
  const { days } = diaryLike(first, runs('h', 112));
  return recordedIn({
    version: 1,
    patient: 'demo',
    days: days.map((day, i) => {
      const own = Math.floor(i / 28) >= 4 - windows ? taken[i % 28] : undefined;
      return own === undefined ? day : { ...day, acute: own };
    }),
  });
}
const times = (count: number, taken: Taken): readonly Taken[] => Array.from({ length: count }, () => taken);
const found = (recorded: ReturnType<typeof diaryWith>, of: string) =>
  overuseOf(recorded, last).classes.find((one) => one.of === of);

describe('overuse of acute medication', () => {
  it('has four windows to today', () => {
    expect(daysAfter(first, 111)).toBe(last);
    const windows = found(diaryWith([]), 'triptan')?.windows.map(({ window }) => window.from);
    expect(windows).toEqual(['2026-03-09', '2026-04-06', '2026-05-04', '2026-06-01']);
  });

  it.each<[AcuteClass, number]>([
    ['triptan', 10],
    ['ergotamine', 10],
    ['opioid', 10],
    ['combination-analgesic', 10],
    ['paracetamol', 15],
    ['aspirin', 15],
    ['other-nsaid', 15],
  ])('of %s is from %i days a month', (one, days) => {
    expect(overuseLimits[one]?.atLeast).toBe(days);
    expect(found(diaryWith(times(days, [one])), one)).toMatchObject({ lately: 'yes', lasting: 'yes' });
    expect(found(diaryWith(times(days - 1, [one])), one)).toMatchObject({ lately: 'no', lasting: 'no' });
  });

  it('lasts more than three months only over four windows: three are 84 days', () => {
    const three = diaryWith(times(10, ['triptan']), 3);
    expect(found(three, 'triptan')).toMatchObject({ lately: 'yes', lasting: 'no' });
    expect(overuseOf(three, last)).toMatchObject({ lately: 'yes', lasting: 'no', headache: 'yes', diagnosis: 'no' });
    expect(overuseOf(diaryWith(times(10, ['triptan'])), last).diagnosis).toBe('yes');
  });

  it('counts days, whatever was taken on one', () => {
    // Nine days of two classes are nine.
    expect(overuseOf(diaryWith(times(9, ['triptan', 'opioid'])), last).lately).toBe('no');
  });

  it('of several classes together is from 10 days, though none is overused by itself', () => {
    const mixed = [...times(5, ['triptan']), ...times(5, ['paracetamol'])];
    expect(found(diaryWith(mixed), 'combined')).toMatchObject({ lately: 'yes', lasting: 'yes' });
    expect(found(diaryWith(mixed), 'triptan')?.lately).toBe('no');
    expect(found(diaryWith(mixed.slice(1)), 'combined')?.lately).toBe('no');
    // One class alone has its own limit: 12 days of paracetamol are none.
    expect(overuseOf(diaryWith(times(12, ['paracetamol'])), last).lately).toBe('no');
    // What has no limit is none of the classes.
    expect(found(diaryWith([...times(5, ['triptan']), ...times(10, ['other'])]), 'combined')?.lately).toBe('no');
  });

  it('is unknown where what was taken was not written down, unless it makes no difference', () => {
    const open = overuseOf(diaryWith([...times(8, ['triptan']), ...times(2, null)]), last);
    expect(open).toMatchObject({ lately: 'unknown', lasting: 'unknown', diagnosis: 'unknown' });
    expect(open.missing.map(({ unrecorded, unclear }) => [unrecorded, unclear])).toEqual(
      times(4, null).map(() => [0, 2]),
    );
    expect(overuseOf(diaryWith([...times(10, ['triptan']), ...times(2, null)]), last).lately).toBe('yes');
    expect(overuseOf(diaryWith([...times(7, ['triptan']), ...times(2, null)]), last).lately).toBe('no');
    expect(overuseOf(new Map(), last)).toMatchObject({ lately: 'unknown', headache: 'unknown' });
  });

  it('is not decided by a limit that awaits sign-off: neither lately nor as a diagnosis', () => {
    const mixed = diaryWith([...times(6, ['paracetamol']), ...times(5, ['other-nsaid'])]);
    const combined = overuseOf(mixed, last);
    expect(combined).toMatchObject({ lately: 'unknown', lasting: 'unknown', diagnosis: 'unknown', missing: [] });
    expect(combined.awaiting.map(({ of }) => of)).toEqual(['combined']);
    const analgesic = overuseOf(diaryWith(times(12, ['combination-analgesic'])), last);
    expect(analgesic).toMatchObject({ lately: 'unknown', diagnosis: 'unknown' });
    expect(analgesic.awaiting.map(({ of }) => of)).toEqual(['combination-analgesic']);
    // Beside a limit that was read it takes nothing away.
    const both = overuseOf(diaryWith([...times(10, ['triptan']), ...times(5, ['opioid'])]), last);
    expect(both).toMatchObject({ lately: 'yes', diagnosis: 'yes', awaiting: [] });
    // And no is no by any limit.
    expect(overuseOf(diaryWith(times(9, ['combination-analgesic'])), last)).toMatchObject({
      lately: 'no',
      awaiting: [],
    });
  });

  it('asks for what is missing of the classes that are open, though some class was named every day', () => {
    // Something else was taken each day, and nobody asked about triptans.
    const { days } = diaryLike(first, runs('h', 112));
    const partly = recordedIn({
      version: 1,
      patient: 'demo',
      days: days.map((day) => ({ ...day, acute: ['other' as const], acuteNotAsked: ['triptan' as const] })),
    });
    const open = overuseOf(partly, last);
    expect(open).toMatchObject({ lately: 'unknown', diagnosis: 'unknown' });
    expect(open.missing.map(({ from, unrecorded, unclear }) => [from, unrecorded, unclear])).toEqual([
      ['2026-03-09', 0, 28],
      ['2026-04-06', 0, 28],
      ['2026-05-04', 0, 28],
      ['2026-06-01', 0, 28],
    ]);
    // Too few days are open to matter: nothing is missing.
    expect(overuseOf(diaryWith([...times(3, ['triptan']), ...times(2, null)]), last).missing).toEqual([]);
  });

  it('asks for the latest window alone where only lately is open', () => {
    // Three windows without a medicine: it certainly does not last. In the latest eight days of triptans, two not written down.
    const open = overuseOf(diaryWith([...times(8, ['triptan']), ...times(2, null)], 1), last);
    expect(open).toMatchObject({ lately: 'unknown', lasting: 'no', diagnosis: 'no' });
    expect(open.missing).toEqual([{ from: '2026-06-01', to: '2026-06-28', unrecorded: 0, unclear: 2 }]);
  });

  it('asks for earlier windows where only that it lasts is open', () => {
    // In the latest window ten days for certain; before it eight, and two not written down.
    const { days } = diaryLike(first, runs('h', 112));
    const taken = (i: number): Taken => {
      if (i % 28 < 8) return ['triptan'];
      return i % 28 < 10 ? (i < 84 ? null : ['triptan']) : [];
    };
    const open = overuseOf(
      recordedIn({ version: 1, patient: 'demo', days: days.map((day, i) => ({ ...day, acute: taken(i) })) }),
      last,
    );
    expect(open).toMatchObject({ lately: 'yes', lasting: 'unknown', diagnosis: 'unknown' });
    expect(open.missing.map(({ from, unclear }) => [from, unclear])).toEqual([
      ['2026-03-09', 2],
      ['2026-04-06', 2],
      ['2026-05-04', 2],
    ]);
  });

  it('asks for nothing where the headache rules the diagnosis out, and for the days where headache is open', () => {
    const of = (pattern: string) => {
      const { days } = diaryLike(first, pattern.repeat(4));
      const took = days.map((day, i) => ({ ...day, acute: i % 28 < 10 ? (['triptan'] as const) : [] }));
      return overuseOf(recordedIn({ version: 1, patient: 'demo', days: took }), last);
    };
    expect(of(runs('h', 14, '.', 14))).toMatchObject({ lasting: 'yes', headache: 'no', diagnosis: 'no', missing: [] });
    const open = of(runs('h', 14, '.', 13, '_', 1));
    expect(open).toMatchObject({ lately: 'yes', headache: 'unknown', diagnosis: 'unknown' });
    expect(open.missing.map(({ unrecorded, unclear }) => [unrecorded, unclear])).toEqual(
      times(4, null).map(() => [1, 0]),
    );
  });

  it('is open for all classes together where nobody can say whether a second one was taken', () => {
    // Ten days of paracetamol; on the others nobody asked about triptans, which may have been a second class.
    const { days } = diaryLike(first, runs('h', 112));
    const took = days.map((day, i) =>
      i % 28 < 10
        ? { ...day, acute: ['paracetamol' as const] }
        : { ...day, acute: [], ...(i % 28 === 10 ? { acuteNotAsked: ['triptan' as const] } : {}) },
    );
    const recorded = recordedIn({ version: 1, patient: 'demo', days: took });
    expect(found(recorded, 'combined')).toMatchObject({ lately: 'unknown', lasting: 'unknown' });
    expect(found(diaryWith(times(10, ['paracetamol'])), 'combined')?.lately).toBe('no');
    const open = overuseOf(recorded, last);
    expect(open.lately).toBe('unknown');
    expect(open.missing.map(({ unclear }) => unclear)).toEqual([1, 1, 1, 1]);
  });

  it('names every class that has a limit, and all together', () => {
    expect(overuseOf(new Map(), last).classes.map(({ of }) => of)).toEqual([
      ...acuteIds.filter((one) => one !== 'other'),
      'combined',
    ]);
  });
});
