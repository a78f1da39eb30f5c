import { describe, expect, it } from 'vitest';
import { type EligibilityInput, eligibilityOf } from '../../../src/outcomes/eligibility';
import type { History, Preventive, PreventiveOutcome } from '../../../src/outcomes/history';
import { recordedIn } from '../../../src/outcomes/windows';
import { daysBefore } from '../../../src/record/days-after';
import { diaryLike, runs } from '../../support/diary-days';

/** The day before it is the last that is judged. */
const treated = '2026-06-22';
const preventive = (outcome: PreventiveOutcome, i: number): Preventive => ({
  id: `p-${String(i)}`,
  name: 'Demo',
  outcome,
});
const tried = (...outcomes: readonly PreventiveOutcome[]): History => ({ preventives: outcomes.map(preventive) });

/** Judges a diary whose last day is the one before the treatment. */
const judge = (
  pattern: string,
  {
    history = tried(),
    rule = 'nice-ta260',
    treatments = [treated],
    today = '2026-07-01',
    unread = 0,
  }: Partial<Omit<EligibilityInput, 'recorded'>> = {},
) =>
  eligibilityOf({
    recorded: recordedIn(diaryLike(daysBefore(treated, pattern.length), pattern)),
    history,
    treatments,
    today,
    rule,
    unread,
  });

/** 28 days: migraine first, then other headache. */
const month = (migraine: number, other: number) => runs('m', migraine, 'h', other, '.', 28 - migraine - other);
const chronic = month(8, 7);
const states = (criteria: readonly { readonly id: string; readonly state: string }[]) =>
  Object.fromEntries(criteria.map(({ id, state }) => [id, state]));

describe('chronic migraine by ICHD-3 1.3', () => {
  const history: History = { ...tried(), fiveAttacks: 'yes', betterExplained: 'no' };

  it('is shown by four windows of 15 headache days, 8 of them migraine: three are 84 days, no more than three months', () => {
    const four = judge(chronic.repeat(4), { history });
    expect(four.diagnosed).toBe('met');
    expect(four.diagnosis.map(({ lasting }) => lasting)).toEqual(['diary', null, 'diary', null]);
    const three = judge(chronic.repeat(3), { history });
    expect(states(three.diagnosis)).toEqual({
      'ichd-a': 'cannot-say',
      'ichd-b': 'met',
      'ichd-c': 'cannot-say',
      'ichd-d': 'met',
    });
    // 22 June less 112 days is 2 March.
    expect(three.diagnosis[0]?.missing).toEqual([
      { kind: 'days', from: '2026-03-02', to: '2026-03-29', unrecorded: 28, unclear: 0 },
      { kind: 'history', field: 'chronicSince' },
    ]);
  });

  it('is shown by three windows where the clinician knows that it lasts longer', () => {
    // Three months before 21 June is 21 March: "2026-02" has ended by then, "2026-03" has not.
    const known = (chronicSince: string) => judge(chronic.repeat(3), { history: { ...history, chronicSince } });
    expect(known('2026-02').diagnosed).toBe('met');
    expect(known('2026-02').diagnosis.map(({ lasting }) => lasting)).toEqual([
      'history',
      null,
      'headache-history',
      null,
    ]);
    expect(known('2026-02').diagnosis[0]?.windows.map(({ from }) => from)).toEqual([
      '2026-03-30',
      '2026-04-27',
      '2026-05-25',
    ]);
    expect(known('2026-03-20').diagnosed).toBe('met');
    expect(known('2026-03-21').diagnosed).toBe('cannot-say');
    expect(known('2026-03').diagnosed).toBe('cannot-say');
    expect(known('2026-03').diagnosis[0]?.missing).toHaveLength(1);
  });

  it('is not taken from what the clinician knows where the diary does not show three months', () => {
    const one = judge(chronic, { history: { ...history, chronicSince: '2020-01' } });
    expect(one.diagnosed).toBe('cannot-say');
    expect(one.diagnosis[0]?.missing.map((missing) => missing.kind === 'days' && missing.from)).toEqual([
      '2026-03-30',
      '2026-04-27',
    ]);
  });

  it('is not said where the fourth window certainly contradicts the clinician, and shows that window', () => {
    const since: History = { ...history, chronicSince: '2020-01' };
    const none = judge(runs('.', 28) + chronic.repeat(3), { history: since });
    expect(none.diagnosed).toBe('cannot-say');
    expect(none.diagnosis[0]).toMatchObject({
      state: 'cannot-say',
      lasting: null,
      missing: [{ kind: 'contradicted', from: '2026-03-02', to: '2026-03-29' }],
    });
    expect(none.diagnosis[0]?.windows[0]).toMatchObject({ from: '2026-03-02', count: { low: 0, high: 0 } });
    // Headache, but hardly migraine.
    const little = judge(month(2, 18) + chronic.repeat(3), { history: since });
    expect(states(little.diagnosis)).toMatchObject({ 'ichd-a': 'met', 'ichd-c': 'cannot-say' });
    expect(little.diagnosis[0]?.lasting).toBe('diary');
    // Without that word the diary is enough to say no; so it is where a later window has too few.
    expect(judge(runs('.', 28) + chronic.repeat(3), { history }).diagnosed).toBe('not-met');
    expect(judge(runs('.', 28) + chronic + month(1, 1) + chronic, { history: since }).diagnosed).toBe('not-met');
    // A few days of it alone contradict nothing, and are shown.
    const few = judge(runs('.', 5) + chronic.repeat(3), { history: since });
    expect([few.diagnosed, few.diagnosis[0]?.windows.length]).toEqual(['met', 4]);
  });

  it('says nothing of days while a record that may be an earlier treatment cannot be read', () => {
    const of = (unread: number | null, parts: Partial<History> = {}) =>
      judge(chronic.repeat(4), { unread, history: { ...history, ...parts } });
    expect([of(0).diagnosed, of(0).start[0]?.state]).toEqual(['met', 'met']);
    for (const unread of [2, null]) {
      expect(states(of(unread).diagnosis)).toEqual({
        'ichd-a': 'cannot-say',
        'ichd-b': 'met',
        'ichd-c': 'cannot-say',
        'ichd-d': 'met',
      });
      expect(of(unread).diagnosis[0]?.missing).toEqual([{ kind: 'records', n: unread }]);
      expect(of(unread).start.map(({ state }) => state)).toEqual(Array.from({ length: 4 }, () => 'cannot-say'));
    }
    // What the clinician says hangs on no window.
    expect(of(1, { overuseManaged: 'yes' }).start[3]?.state).toBe('met');
    expect(of(1, { fiveAttacks: 'no' }).diagnosed).toBe('not-met');
  });

  it('is not met as soon as one window has fewer days', () => {
    const few = judge(chronic + chronic + month(8, 6) + chronic, { history });
    expect(states(few.diagnosis)).toMatchObject({ 'ichd-a': 'not-met', 'ichd-c': 'met' });
    const little = judge(chronic + month(7, 8) + chronic + chronic, { history });
    expect(states(little.diagnosis)).toMatchObject({ 'ichd-a': 'met', 'ichd-c': 'not-met' });
  });

  it('waits for the days that could turn it', () => {
    // 14 for certain, one not recorded.
    const open = judge(chronic.repeat(3) + runs('m', 8, 'h', 6, '_', 1, '.', 13), { history });
    expect(open.diagnosis[0]).toMatchObject({ state: 'cannot-say', missing: [{ unrecorded: 1 }] });
    expect(open.diagnosis[2]).toMatchObject({ state: 'met', missing: [] });
  });

  it('is asked of the clinician for five attacks and for another diagnosis', () => {
    const asked = judge(chronic.repeat(4));
    expect(asked.diagnosis[1]?.missing).toEqual([{ kind: 'history', field: 'fiveAttacks' }]);
    expect(asked.diagnosis[3]?.missing).toEqual([{ kind: 'history', field: 'betterExplained' }]);
    expect(asked.diagnosed).toBe('cannot-say');
    const no = judge(chronic.repeat(4), { history: { ...tried(), fiveAttacks: 'no', betterExplained: 'yes' } });
    expect(states(no.diagnosis)).toMatchObject({ 'ichd-b': 'not-met', 'ichd-d': 'not-met' });
  });

  it('is judged before the first treatment, or to today where there was none', () => {
    expect(judge(chronic).judgedTo).toEqual({ day: '2026-06-21', why: 'first-treatment' });
    expect(judge(chronic, { treatments: [], today: '2026-06-30' }).judgedTo).toEqual({
      day: '2026-06-30',
      why: 'today',
    });
    // What the treatment changed is not held against the patient.
    const recorded = recordedIn(diaryLike(daysBefore(treated, 112), chronic.repeat(4) + '.'.repeat(84)));
    const treatedSince = eligibilityOf({
      recorded,
      history,
      treatments: [treated],
      today: '2026-09-13',
      rule: 'nice-ta260',
    });
    expect(treatedSince.diagnosed).toBe('met');
  });
});

describe('what a rule asks for a start', () => {
  it('is for NICE 15 headache days, 8 with migraine, three preventives and overuse dealt with', () => {
    const history: History = { ...tried('failed', 'not-tolerated', 'unsuitable', 'ongoing'), overuseManaged: 'yes' };
    const met = judge(chronic, { history });
    expect(states(met.start)).toEqual({
      'headache-days': 'met',
      'migraine-days': 'met',
      preventives: 'met',
      'overuse-managed': 'met',
    });
    expect(met.mayStart).toBe('met');
    const two = judge(chronic, { history: tried('failed', 'not-tolerated', 'helped') });
    expect(two.start[2]).toMatchObject({ state: 'not-met', preventives: { counted: 2, of: 3 }, atLeast: 3 });
    expect(judge(month(7, 8)).start[1]).toMatchObject({ state: 'not-met' });
  });

  it('is for EHF two preventives', () => {
    const ehf = judge(chronic, { rule: 'ehf-2018', history: tried('failed', 'failed') });
    expect(states(ehf.start)).toEqual({ 'headache-days': 'met', 'migraine-days': 'met', preventives: 'met' });
  });

  it('is for the US label 15 days with four hours of headache, and nothing else', () => {
    expect(states(judge(month(8, 7), { rule: 'us-label' }).start)).toEqual({ 'headache-days': 'met' });
    const short = runs('s', 20, '.', 8);
    expect(judge(short, { rule: 'us-label' }).start[0]?.state).toBe('not-met');
    expect(judge(short).start[0]?.state).toBe('met');
    const unmeasured = judge(runs('u', 15, '.', 13), { rule: 'us-label' }).start[0];
    expect(unmeasured).toMatchObject({ state: 'cannot-say', missing: [{ kind: 'days', unrecorded: 0, unclear: 15 }] });
  });

  it('cannot be said of preventives where none was written down', () => {
    expect(judge(chronic).start[2]).toMatchObject({ state: 'cannot-say', missing: [{ kind: 'preventives' }] });
  });

  it('needs no word on overuse where the diary shows none, and does where it may be', () => {
    const overuse = (pattern: string, history = tried()) => judge(pattern, { history }).start[3]?.state;
    expect(overuse(chronic)).toBe('met');
    expect(overuse(runs('M', 10, '.', 18))).toBe('cannot-say');
    expect(overuse(runs('_', 28))).toBe('cannot-say');
    expect(overuse(runs('M', 10, '.', 18), { ...tried(), overuseManaged: 'no' })).toBe('not-met');
  });
});
