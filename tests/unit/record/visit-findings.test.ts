import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/ledger/entry';
import { safetyChecks } from '../../../src/protocol/safety-checks';
import { type Finding, inTheWayOf, standsInTheWay } from '../../../src/record/finding';
import type { ChartedSession, ChartedVial } from '../../../src/record/needles';
import type { PastSession } from '../../../src/record/past-session';
import { historyOf } from '../../../src/record/patients';
import { emptyVisit, type Visit } from '../../../src/record/visit';
import {
  addElsewhere,
  addOtherToxin,
  answerCheck,
  giveConsent,
  override,
  withdrawConsent,
} from '../../../src/record/visit-commands';
import { beforeFirstNeedle } from '../../../src/record/visit-findings';
import { give, planned, sampleVial, skip } from '../../support/sample-sessions';
import { allClear, beforeNeedle, done, readyVisit } from '../../support/sample-visits';

const now = '2026-05-25T09:00:00+02:00';
const vial: ChartedVial = {
  ...sampleVial,
  lot: 'C1234',
  expiry: '2026-05',
  reconstitutedAt: '2026-05-25T08:30:00+02:00',
};

const visiting = (change: Partial<ChartedSession> = {}): ChartedSession => ({
  id: 'today',
  patient: { id: 'p-1' },
  startedAt: '2026-05-25T08:45:00+02:00',
  vials: [vial],
  entries: planned,
  visit: readyVisit(),
  ...change,
});

const past = (change: Partial<PastSession> = {}): PastSession => ({
  id: 'earlier',
  patient: 'p-1',
  at: '2026-03-02T09:00:00+01:00',
  product: 'onabotulinumtoxinA',
  units: 155,
  signed: true,
  ...change,
});

const nothing = historyOf([], 'p-1');
const found = (session: ChartedSession, history: readonly PastSession[] = [], at = now) =>
  beforeFirstNeedle(session, { ...nothing, past: history }, at);
const kinds = (findings: readonly Finding[]) => findings.map(({ level, kind }) => `${level} ${kind}`);
const only = <K extends Finding['kind']>(findings: readonly Finding[], kind: K) =>
  findings.find((finding): finding is Extract<Finding, { kind: K }> => finding.kind === kind);
const at = (entry: Entry, moment: string): Entry => ({ ...entry, at: moment });
const allSkipped = planned.map(({ site }, n) => at(skip(100 + n, site, 'stopped'), '2026-05-25T09:20:00+02:00'));

describe('before the first needle', () => {
  it('nothing stands against a visit in which everything is asked, agreed and fresh', () => {
    expect(found(visiting())).toEqual([]);
  });

  it('everything that was never asked stands in the way, in a session of an older version too', () => {
    const unasked = ['stop checks-unanswered', 'stop not-identified', 'stop consent-missing'];
    expect(kinds(found(visiting({ visit: emptyVisit })))).toEqual(unasked);
    const { id, patient, startedAt, vials, entries } = visiting();
    const older: ChartedSession = { id, patient, startedAt, vials, entries };
    expect(kinds(found(older))).toEqual(unasked);
    expect(only(found(older), 'checks-unanswered')?.checks).toHaveLength(safetyChecks.length);
  });

  it.each(['hypersensitivity', 'infection-at-site'] as const)('a yes to %s stops, and no reason lifts it', (check) => {
    const yes = answerCheck(readyVisit(), { check, answer: 'yes' }, beforeNeedle);
    const visit = done(override(yes, { rule: 'given-despite-check', check }, 'insists', beforeNeedle));
    const findings = found(visiting({ visit }));
    expect(findings).toEqual([{ level: 'stop', kind: 'check-blocks', check }]);
    expect(findings.every(standsInTheWay)).toBe(true);
  });

  it('a yes to any other check, and a check left open, are told and stop nothing', () => {
    const yes = answerCheck(readyVisit(), { check: 'bleeding', answer: 'yes' }, beforeNeedle);
    const visit = answerCheck(yes, { check: 'infection-at-site', answer: 'left-open' }, beforeNeedle);
    const findings = found(visiting({ visit }));
    expect(findings).toEqual([
      { level: 'warn', kind: 'check-left-open', check: 'infection-at-site' },
      { level: 'warn', kind: 'check-answered-yes', check: 'bleeding' },
    ]);
    expect(findings.some(standsInTheWay)).toBe(false);
  });

  it('one check without an answer stops, and is named', () => {
    const ready = readyVisit();
    const visit = { ...ready, checks: ready.checks.filter(({ check }) => check !== 'other-toxin') };
    expect(found(visiting({ visit }))).toEqual([{ level: 'stop', kind: 'checks-unanswered', checks: ['other-toxin'] }]);
  });

  it('a withdrawn consent stops', () => {
    const visit = withdrawConsent(readyVisit(), { at: now, by: 'Dr A. Example' });
    expect(found(visiting({ visit }))).toEqual([{ level: 'stop', kind: 'consent-withdrawn', at: now }]);
  });

  it('what was confirmed only after a needle is told as late', () => {
    const late = { at: '2026-05-25T09:10:00+02:00', by: 'Dr A. Example' };
    const entries = [...planned, at(give(50, 'procerus-M'), '2026-05-25T09:05:00+02:00')];
    const visit = giveConsent(readyVisit(), late);
    expect(found(visiting({ entries, visit }), [], '2026-05-25T09:11:00+02:00')).toEqual([
      { level: 'warn', kind: 'recorded-late', what: 'consent' },
    ]);
  });

  it('stops come first, then what can be set aside, then what is told', () => {
    const visit = answerCheck(allClear(), { check: 'bleeding', answer: 'yes' }, beforeNeedle);
    const old = { ...vial, reconstitutedAt: '2026-05-23T08:30:00+02:00' };
    const levels = found(visiting({ visit, vials: [old] })).map(({ level }) => level);
    expect(levels).toEqual(['stop', 'stop', 'override', 'warn']);
  });
});

describe('a vial', () => {
  const vialKinds = (change: Partial<ChartedVial>, moment = now) => {
    const made = { ...vial, ...change };
    return kinds(found(visiting({ vials: [made] }), [], moment));
  };

  it('is good through the last day of its month, and a stop on the day after', () => {
    const fresh = (day: string) => ({ reconstitutedAt: `${day}T08:30:00+02:00` });
    expect(vialKinds({ expiry: '2026-05', ...fresh('2026-05-31') }, '2026-05-31T23:00:00+02:00')).toEqual([]);
    expect(vialKinds({ expiry: '2026-05', ...fresh('2026-06-01') }, '2026-06-01T09:00:00+02:00')).toEqual([
      'stop vial-expired',
    ]);
    expect(vialKinds({ expiry: '2026-05-25' })).toEqual([]);
    expect(vialKinds({ expiry: '2026-05-24' })).toEqual(['stop vial-expired']);
  });

  it('is good for 24 hours, to the second, and after that only with a reason', () => {
    expect(vialKinds({ reconstitutedAt: '2026-05-24T09:00:00+02:00' })).toEqual([]);
    expect(vialKinds({ reconstitutedAt: '2026-05-24T08:59:59+02:00' })).toEqual(['override vial-over-24h']);
  });

  it('is counted in hours over the change of the clocks', () => {
    const expiry = '2026-12';
    const autumn = '2026-10-25T09:00:00+01:00';
    expect(vialKinds({ expiry, reconstitutedAt: '2026-10-24T09:30:00+02:00' }, autumn)).toEqual([
      'override vial-over-24h',
    ]);
    expect(vialKinds({ expiry, reconstitutedAt: '2026-10-24T10:00:00+02:00' }, autumn)).toEqual([]);
  });

  it('whose age is not known, or lies ahead of the clock, needs a reason as well', () => {
    const undated: ChartedVial = { ...sampleVial, lot: 'C1234', expiry: '2026-05' };
    expect(kinds(found(visiting({ vials: [undated] })))).toEqual(['override vial-age-unknown']);
    expect(vialKinds({ reconstitutedAt: '2026-05-25T09:00:01+02:00' })).toEqual(['override vial-from-the-future']);
  });

  it('that was set aside with a reason stands no longer in the way, and another one still does', () => {
    const old = { reconstitutedAt: '2026-05-23T08:30:00+02:00' };
    const vials = [
      { ...vial, ...old, id: 'a' },
      { ...vial, ...old, id: 'b' },
      { ...vial, id: 'c' },
    ];
    const visit = done(override(readyVisit(), { rule: 'vial-over-24h', vial: 'a' }, 'snow', beforeNeedle));
    const findings = found(visiting({ vials, visit }));
    expect(inTheWayOf(findings, 'a')).toEqual([]);
    expect(kinds(inTheWayOf(findings, 'b'))).toEqual(['override vial-over-24h']);
    expect(inTheWayOf(findings, 'c')).toEqual([]);
  });

  it('without lot or readable expiry is told', () => {
    const findings = found(visiting({ vials: [{ ...vial, lot: ' ', expiry: '2026-13' }] }));
    expect(findings).toEqual([{ level: 'warn', kind: 'vial-undescribed', vial: vial.id, missing: ['lot', 'expiry'] }]);
  });

  it('is judged at its last use once nothing more is drawn, so that signing on the next day finds it fresh', () => {
    const given = planned.map(({ site }, n) => at(give(60 + n, site), '2026-05-25T09:10:00+02:00'));
    const nextDay = '2026-05-26T17:00:00+02:00';
    expect(found(visiting({ entries: [...planned, ...given] }), [], nextDay)).toEqual([]);
    expect(kinds(found(visiting({ entries: [...planned, ...given.slice(1)] }), [], nextDay))).toEqual([
      'override vial-over-24h',
    ]);
  });

  it('that nothing was drawn from is not judged in a session that is over', () => {
    const entries = [...planned, ...allSkipped];
    expect(
      found(visiting({ entries, vials: [{ ...vial, expiry: '2020-01' }] }), [], '2026-05-25T10:00:00+02:00'),
    ).toEqual([]);
  });
});

describe('the time since the last session', () => {
  it.each([
    [83, '2026-03-03'],
    [84, '2026-03-02'],
    [85, '2026-03-01'],
  ])('of %i days warns below 84, over the change to summer time', (days, day) => {
    const moment = `${day}T17:00:00+01:00`;
    const finding = only(found(visiting(), [past({ at: moment })]), 'interval-short');
    expect(finding).toEqual(
      days < 84 ? { level: 'warn', kind: 'interval-short', days, session: 'earlier', at: moment } : undefined,
    );
  });

  it('is that of the latest one, wherever it stands in the list', () => {
    const history = [past({ id: 'a', at: '2026-05-04T09:00:00+02:00', units: 10 }), past({ id: 'b' })];
    expect(only(found(visiting(), history), 'interval-short')).toMatchObject({ days: 21, session: 'a' });
  });

  it('counts no session in which nothing was injected, of another patient, of another product, or this one', () => {
    const may = { at: '2026-05-04T09:00:00+02:00' };
    const history = [
      past({ ...may, units: 0 }),
      past({ ...may, units: 5, noNeedle: true }),
      past({ ...may, patient: 'p-2' }),
      past({ ...may, product: 'abobotulinumtoxinA' }),
      past({ ...may, id: 'today' }),
    ];
    expect(only(found(visiting(), history), 'interval-short')).toBeUndefined();
    expect(only(found(visiting(), history), 'cumulative-dose')).toBeUndefined();
  });

  it('is counted from the first needle and not from the day of signing', () => {
    const entries = [...planned, at(give(50, 'procerus-M'), '2026-05-24T09:05:00+02:00')];
    const session = visiting({ entries });
    expect(only(found(session, [past()], '2026-05-26T09:00:00+02:00'), 'interval-short')?.days).toBe(83);
  });
});

describe('the dose in the window', () => {
  const may = (units: number, change: Partial<PastSession> = {}) =>
    past({ at: '2026-05-04T09:00:00+02:00', units, ...change });
  const dose = (history: readonly PastSession[], session = visiting()) =>
    only(found(session, history), 'cumulative-dose');

  it('may be 400 units exactly, this session counted as planned', () => {
    expect(dose([may(245)])).toBeUndefined();
    expect(dose([may(245.001)])).toMatchObject({ earlier: 245.001, thisSession: 155, total: 400.001 });
  });

  it('adds fractions exactly', () => {
    const tenths = Array.from({ length: 10 }, (_, n) => may(0.1, { id: `f${String(n)}` }));
    expect(dose([may(244), ...tenths])).toBeUndefined();
  });

  it.each([
    [83, '2026-03-03', true],
    [84, '2026-03-02', false],
    [85, '2026-03-01', false],
  ])('holds a session of %i days ago: %s is %s', (_, day, counts) => {
    expect(dose([past({ at: `${day}T23:00:00+01:00`, units: 300 })]) !== undefined).toBe(counts);
  });

  it('counts every indication, unsigned sessions and what was injected elsewhere', () => {
    const history = [
      may(100, { indication: { id: 'other', text: 'cervical dystonia' }, signed: false }),
      may(100, { id: 'b' }),
    ];
    const visit = done(addElsewhere(readyVisit(), { units: 46, day: '2026-05-25' }, beforeNeedle));
    expect(dose(history)).toBeUndefined();
    expect(dose(history, visiting({ visit }))).toMatchObject({ earlier: 246, total: 401, overridden: null });
  });

  it('is set aside up to the total that the reason was given for, and asks again one unit above', () => {
    const visit = done(override(readyVisit(), { rule: 'cumulative-dose', units: 410 }, 'agreed', beforeNeedle));
    expect(dose([may(255)], visiting({ visit }))?.overridden?.reason).toBe('agreed');
    expect(dose([may(256)], visiting({ visit }))?.overridden).toBeNull();
  });

  it('never holds another toxin, which is listed in its own units', () => {
    const toxin = { product: 'abobotulinumtoxinA', units: 500, when: '2026-04' };
    const visit = done(addOtherToxin(readyVisit(), toxin, beforeNeedle));
    const findings = found(visiting({ visit }), [may(400, { product: 'incobotulinumtoxinA' })]);
    expect(findings).toEqual([
      { level: 'warn', kind: 'other-toxin', ...toxin },
      { level: 'warn', kind: 'other-toxin', product: 'incobotulinumtoxinA', units: 400, when: '2026-05-04' },
    ]);
  });

  it('lists another toxin as far back as is asked, and one of unknown date', () => {
    const tell = (visit: Visit, when?: string) =>
      done(
        addOtherToxin(visit, { product: 'rimabotulinumtoxinB', ...(when === undefined ? {} : { when }) }, beforeNeedle),
      );
    const listed = (when?: string) => found(visiting({ visit: tell(readyVisit(), when) })).length;
    expect([listed('2026-01-25'), listed('2026-01'), listed('2026-01-24'), listed()]).toEqual([1, 1, 0, 1]);
  });

  it('holds a session that lies ahead of a clock that was set back, and says so', () => {
    const findings = found(visiting(), [past({ at: '2026-05-26T09:00:00+02:00', units: 300 })]);
    expect(kinds(findings)).toEqual(['override cumulative-dose', 'warn session-from-the-future']);
  });

  it('tells when the session itself is ahead of the clock', () => {
    const entries = [...planned, at(give(50, 'procerus-M'), '2026-05-25T09:05:00+02:00')];
    expect(kinds(found(visiting({ entries })))).toEqual(['warn clock-behind']);
  });
});
