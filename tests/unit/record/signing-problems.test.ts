import { describe, expect, it } from 'vitest';
import type { Entry, SiteEntry } from '../../../src/ledger/entry';
import { type ChartedSession, type ChartedVial, drugTotalsOf, needlesOf } from '../../../src/record/needles';
import { historyOf } from '../../../src/record/patients';
import { signingProblems } from '../../../src/record/signing-problems';
import { emptyVisit } from '../../../src/record/visit';
import { answerCheck, override, withdrawConsent } from '../../../src/record/visit-commands';
import { beforeFirstNeedle } from '../../../src/record/visit-findings';
import { give, planned, sampleVial, skip } from '../../support/sample-sessions';
import { beforeNeedle, done, readyVisit } from '../../support/sample-visits';

const vial: ChartedVial = {
  ...sampleVial,
  lot: 'C1234',
  expiry: '2026-05',
  reconstitutedAt: '2026-05-25T08:30:00+02:00',
};
const during = <E extends Entry>(entry: E): E => ({ ...entry, at: '2026-05-25T09:10:00+02:00' });
const allGiven = planned.map(({ site }, n) => during(give(60 + n, site)));
const threeGiven = [
  ...allGiven.slice(0, 3),
  ...planned.slice(3).map(({ site }, n) => during(skip(200 + n, site, 'faint'))),
];

const charted = (change: Partial<ChartedSession> = {}): ChartedSession => ({
  id: 'today',
  patient: { id: 'p-1' },
  startedAt: '2026-05-25T08:45:00+02:00',
  vials: [vial],
  entries: [...planned, ...allGiven],
  visit: readyVisit(),
  ...change,
});

/** What keeps it from being signed on the next day, with that much left in its first vial. */
function problems(session: ChartedSession, left = 0) {
  const totals = drugTotalsOf(session);
  const byVial = new Map(
    session.vials.map(({ id }, n) => [id, { left: n === 0 ? left : (totals.byVial.get(id)?.left ?? 0) }]),
  );
  const findings = beforeFirstNeedle(session, historyOf([], 'p-1'), '2026-05-26T09:00:00+02:00');
  return signingProblems(session, { ...totals, byVial }, findings);
}

describe('signing', () => {
  it('is open to a session that is complete, balanced, described and asked for', () => {
    expect(problems(charted())).toEqual([]);
  });

  it('waits for every site to be given or skipped', () => {
    const entries = [...planned, ...allGiven.slice(2)];
    expect(problems(charted({ entries }))).toContainEqual({ kind: 'sites-still-planned', count: 2 });
  });

  it.each([45, 0.001, -1])('waits for the vial to be balanced to the unit and its fractions: %d left', (left) => {
    expect(problems(charted(), left)).toEqual([{ kind: 'vial-unbalanced', vial: vial.id, left }]);
  });

  it('waits for lot and expiry of a vial that was opened, and asks nothing of one on the shelf', () => {
    const bare = { ...sampleVial, reconstitutedAt: '2026-05-25T08:30:00+02:00' };
    expect(problems(charted({ vials: [bare] }))).toEqual([
      { kind: 'vial-undescribed', vial: vial.id, missing: ['lot', 'expiry'] },
    ]);
    const shelf = { ...sampleVial, id: 'shelf' };
    expect(problems(charted({ vials: [vial, shelf] }))).toEqual([]);
  });

  it('waits for indication, checks, identifiers and consent', () => {
    expect(problems(charted({ visit: emptyVisit })).map(({ kind }) => kind)).toEqual([
      'indication-missing',
      'checks-unanswered',
      'not-identified',
      'consent-missing',
    ]);
  });

  it('takes a check that was knowingly left open', () => {
    const visit = answerCheck(readyVisit(), { check: 'bleeding', answer: 'left-open' }, beforeNeedle);
    expect(problems(charted({ visit }))).toEqual([]);
  });

  it('waits for the reason of every rule that was passed', () => {
    const vials = [{ ...vial, reconstitutedAt: '2026-05-24T08:30:00+02:00' }];
    expect(problems(charted({ vials }))).toMatchObject([
      { kind: 'override-missing', finding: { kind: 'vial-over-24h' } },
    ]);
    const visit = done(override(readyVisit(), { rule: 'vial-over-24h', vial: vial.id }, 'snow', beforeNeedle));
    expect(problems(charted({ vials, visit }))).toEqual([]);
  });

  it('takes what should never have been given, once it is accounted for', () => {
    const vials = [{ ...vial, expiry: '2026-04' }];
    const yes = answerCheck(readyVisit(), { check: 'infection-at-site', answer: 'yes' }, beforeNeedle);
    expect(problems(charted({ vials, visit: yes }))).toMatchObject([
      { kind: 'account-missing', finding: { kind: 'check-blocks' } },
      { kind: 'account-missing', finding: { kind: 'vial-expired' } },
    ]);
    const why = 'seen only afterwards';
    const check = done(override(yes, { rule: 'given-despite-check', check: 'infection-at-site' }, why, beforeNeedle));
    const both = done(override(check, { rule: 'given-from-expired-vial', vial: vial.id }, why, beforeNeedle));
    expect(problems(charted({ vials, visit: both }))).toEqual([]);
  });

  it('is open to a procedure that was stopped by a withdrawn consent', () => {
    const visit = withdrawConsent(readyVisit(), { at: '2026-05-25T09:12:00+02:00', by: 'Dr A. Example' });
    expect(problems(charted({ entries: [...planned, ...threeGiven], visit }))).toEqual([]);
  });

  it('is open to a visit in which nothing was given because a check blocks', () => {
    const visit = answerCheck(readyVisit(), { check: 'hypersensitivity', answer: 'yes' }, beforeNeedle);
    const entries = [...planned, ...planned.map(({ site }, n) => during(skip(200 + n, site, 'allergy')))];
    expect(problems(charted({ entries, visit, vials: [sampleVial] }), sampleVial.strength)).toEqual([]);
  });
});

describe('the needles of a session', () => {
  it('are the doses that stand: a voided one was never injected, a voided skip takes none away', () => {
    const undo = (entry: SiteEntry, n: number): Entry => {
      const { step, at, by, site, units } = entry;
      return { id: `x${String(n)}`, step, at, by, site, units, kind: 'void', reason: 'slip' };
    };
    const [first, second] = [during(give(1, 'corrugator-L')), during(give(2, 'corrugator-R'))];
    const skipped = during(skip(3, 'procerus-M'));
    expect(needlesOf([first, second, skipped, undo(first, 1), undo(skipped, 2)])).toEqual([
      { at: second.at, vial: vial.id },
    ]);
  });
});
