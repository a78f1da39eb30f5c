import { describe, expect, it } from 'vitest';
import type { Diary } from '../../../../src/outcomes/diary';
import type { Score } from '../../../../src/outcomes/scores';
import { listingOf } from '../../../../src/record/listing';
import { chartSummary, headlines } from '../../../../src/state/outcomes/course-headline';
import { verdictText } from '../../../../src/state/outcomes/course-response-text';
import { cycleRows, windowRows } from '../../../../src/state/outcomes/course-rows';
import { positiveStopText } from '../../../../src/state/outcomes/course-stop-text';
import { chartOf, courseView, treatmentDays } from '../../../../src/state/outcomes/course-view';
import { weekRows } from '../../../../src/state/outcomes/course-wear-off-text';
import { sessionWith } from '../../../support/patient-history';
import { sampleDiary } from '../../../support/sample-course';

const at = (day: string) => `${day}T09:00:00+01:00`;
const listed = (id: string, day: string, open?: number) =>
  listingOf(sessionWith(id, at(day), open === undefined ? {} : { open }), at(day), true);

// 84 days apart: baseline from 2 Feb, cycles from 2 March and 25 May.
const sessions = [listed('one', '2026-03-02'), listed('two', '2026-05-25')];
const windows = [
  { headache: 20, migraine: 12, acute: 8 },
  { headache: 14 },
  { headache: 9 },
  { headache: 13, unrecorded: 4 },
  { headache: 10 },
  { headache: 8 },
  { headache: 12 },
];
const diary = sampleDiary('p-1', '2026-02-02', windows);
const now = '2026-08-16T20:00:00+02:00';
const view = (rule?: 'nice-ta260' | 'us-label', of: Diary = diary) =>
  courseView({ file: rule === undefined ? {} : { rule }, diary: of, sessions, unread: 0, now });

const hit6 = (day: string, total: number): Score => ({
  kind: 'hit6',
  id: day,
  day,
  total,
  at: at(day),
  by: 'Dr A. Example',
});

describe('the course of a patient', () => {
  it('counts sessions in which something was given as treatments, two of one day once', () => {
    const open = listed('open', '2026-04-01', 31);
    expect(treatmentDays([listed('b', '2026-05-25'), open, ...sessions])).toEqual([
      { day: '2026-03-02', n: 1, sessions: ['one'] },
      { day: '2026-05-25', n: 2, sessions: ['b', 'two'] },
    ]);
  });

  it('is windows cut at the treatments, the baseline among them', () => {
    const rows = windowRows(view());
    expect(rows.map(({ span, where, headache }) => [span, where, headache])).toEqual([
      ['2 Feb to 1 Mar 2026', 'Baseline', '20'],
      ['2 Mar to 29 Mar 2026', 'Cycle 1, weeks 1 to 4', '14'],
      ['30 Mar to 26 Apr 2026', 'Cycle 1, weeks 5 to 8', '9'],
      ['27 Apr to 24 May 2026', 'Cycle 1, weeks 9 to 12', '13 to 17 (4 days not recorded)'],
      ['25 May to 21 Jun 2026', 'Cycle 2, weeks 1 to 4', '10'],
      ['22 Jun to 19 Jul 2026', 'Cycle 2, weeks 5 to 8', '8'],
      ['20 Jul to 16 Aug 2026', 'Cycle 2, weeks 9 to 12', '12'],
    ]);
    expect(rows[0]).toMatchObject({ migraine: '12', acute: '8', missed: '12' });
  });

  it('shows a baseline of which nothing was recorded as such, and compares nothing with it', () => {
    const late = sampleDiary('p-1', '2026-03-02', windows.slice(1));
    const course = view('nice-ta260', late);
    expect(windowRows(course)[0]).toMatchObject({ where: 'Baseline', headache: 'not recorded' });
    expect(chartOf(course).baseline).toBeNull();
    expect(headlines(course, []).map(({ figure }) => figure)).toEqual(['Cannot say']);
    expect(course.verdict?.kind).toBe('cannot-say');
  });

  it('says in large figures what became of the baseline, and HIT-6 where there are two totals', () => {
    const scores = [hit6('2026-02-20', 68), hit6('2026-08-01', 59)];
    expect(headlines(view(), scores).map(({ figure }) => figure)).toEqual(['20 → 12', '−40\u00a0%', '68 → 59']);
    expect(headlines(view(), scores.slice(0, 1))).toHaveLength(2);
    expect(headlines(view(), [])[1]?.what).toBe('headache days, 20 Jul to 16 Aug 2026.');
  });

  it('names the best month only where every month is known to the day', () => {
    const full = sampleDiary(
      'p-1',
      '2026-02-02',
      windows.map((one) => ({ ...one, unrecorded: 0 })),
    );
    expect(headlines(view(undefined, full), [])[1]?.what).toContain('Best was −60\u00a0% in weeks 5 to 8 of cycle 2.');
  });

  it('sets each cycle against the baseline, with the lines it reached', () => {
    expect(cycleRows(view()).map(({ cycle, percent, by30, by50 }) => [cycle, percent, by30, by50])).toEqual([
      ['1', '−40\u00a0% to −33\u00a0%', 'Yes', 'No'],
      ['2', '−50\u00a0%', 'Yes', 'Yes'],
    ]);
  });

  it('has a verdict once a rule is chosen, in the words of that rule and with its source', () => {
    const { verdict, positiveStop } = view('nice-ta260');
    expect(view().verdict).toBeNull();
    if (verdict === null || positiveStop === null) throw new Error('a rule was chosen');
    const said = verdictText(verdict, 'nice-ta260');
    expect(said).toMatchObject({ tone: 'good', title: 'Response by cycle 2' });
    expect(said.lines).toEqual([
      'Headache days in cycle 2 are at least 30 % fewer than at baseline (NICE TA260).',
      'Which days of a cycle are “a month” was chosen here: its first 12 weeks, taken to 28 days. Source: chosen here, no source read (derived, awaiting clinical sign-off).',
    ]);
    expect(said.from).toContain('NICE, technology appraisal TA260');
    expect(positiveStopText(positiveStop, 'nice-ta260')?.lines).toEqual([
      'NICE TA260: stop where there are fewer than 15 headache days a month for 3 months in a row.',
      'The last months, 28 days each: 10, 8, 12.',
      'The rule asks to stop; it says nothing of looking again.',
    ]);
  });

  it('says what is missing where the verdict hangs on it, and that a rule has none', () => {
    const holes = sampleDiary('p-1', '2026-02-02', [
      ...windows.slice(0, 4),
      { headache: 14, unrecorded: 10 },
      { headache: 10 },
      { headache: 12 },
    ]);
    const { verdict } = view('nice-ta260', holes);
    if (verdict === null) throw new Error('a rule was chosen');
    const said = verdictText(verdict, 'nice-ta260');
    expect(said).toMatchObject({ tone: 'open', title: 'Cannot say' });
    expect(said.lines).toContain('25 May to 16 Aug 2026: 10 days not recorded');
    const label = view('us-label').verdict;
    expect(label === null ? '' : verdictText(label, 'us-label').title).toBe(
      'US label states no rule of response: no verdict is given.',
    );
  });

  it('averages weeks over the cycles and keeps what is unknown apart', () => {
    const weeks = weekRows(view().wearOff);
    expect(weeks).toHaveLength(12);
    // Headache comes first in these windows: week 1 is full in both cycles; of week 12, four of 14 days are missing.
    expect(weeks[0]).toMatchObject({ days: { low: 7, high: 7 }, text: '7', of: '14 of 14 days' });
    expect(weeks[11]).toMatchObject({ days: { low: 0, high: 2 }, text: '0 to 2', of: '10 of 14 days' });
  });

  it('says in a sentence what its chart shows', () => {
    expect(chartSummary(view())).toBe(
      'Bars of headache days in 7 windows of at most 28 days, with 2 treatments marked. First window: 20. Last window: 12. Baseline: 20. The table “Window by window” has every figure.',
    );
  });

  it('fills the treatments of the compared sessions', () => {
    expect(chartOf(view(), ['two']).treatments).toEqual([
      { day: '2026-03-02', n: 1, chosen: false },
      { day: '2026-05-25', n: 2, chosen: true },
    ]);
  });
});
