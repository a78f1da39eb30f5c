import '../../messages/later';
import { fold } from '../../ledger/fold';
import type { Fold } from '../../ledger/state';
import { t } from '../../messages/translate';
import { aliquot, fixedSiteCount, muscles } from '../../protocol/paradigm';
import { reconstituted } from '../../protocol/safety-limits';
import { type MuscleId, sumOfUnits } from '../../protocol/words';
import { hoursBetween } from '../../record/calendar';
import type { Finding } from '../../record/finding';
import { historyOf } from '../../record/patients';
import { signingProblems } from '../../record/signing-problems';
import { visitOf } from '../../record/visit';
import { beforeFirstNeedle } from '../../record/visit-findings';
import { findingText, problemText } from '../visit-text';
import { doseLines } from './debrief-doses';
import { type Attempt, cited, convention, type DebriefLine, line, type Verdict } from './debrief-line';
import { visitLines } from './debrief-visit';

/** A muscle in figures: what it was given, extras included, and what the paradigm gives it without them. */
export type MuscleDebrief = {
  readonly muscle: MuscleId;
  readonly sites: number;
  readonly units: number;
  readonly plannedSites: number;
  readonly plannedUnits: number;
};

export type Debrief = {
  /** In the order of the visit. */
  readonly lines: readonly DebriefLine[];
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly muscles: readonly MuscleDebrief[];
  /** From opening the session to ending it. */
  readonly tookMs: number;
};

/** Holds a session of a simulated patient against the model answer. Pure: the same session gives the same debrief. */
export function debrief(attempt: Attempt): Debrief {
  const { session, endedAt } = attempt;
  const folded = fold(session.entries, session.vials);
  const findings = beforeFirstNeedle(session, historyOf([], session.patient.id), endedAt);
  const lines = [
    ...visitLines(attempt, findings),
    ...doseLines(attempt, folded),
    ...vialLines(attempt, folded, findings),
    ...overrideLines(attempt),
    signatureLine(attempt),
  ];
  const count = (verdict: Verdict) => lines.filter((one) => one.verdict === verdict).length;
  return {
    lines,
    counts: { right: count('right'), differs: count('differs'), missed: count('missed') },
    muscles: muscles.map((muscle) => {
      const given = folded.rows.filter((row) => row.muscle === muscle.id && row.state === 'given').length;
      const plannedSites = attempt.case.model.outcome === 'stop' ? 0 : fixedSiteCount(muscle);
      return {
        muscle: muscle.id,
        sites: given,
        units: given * aliquot.units,
        plannedSites,
        plannedUnits: plannedSites * muscle.unitsPerSite,
      };
    }),
    tookMs: Math.max(0, hoursBetween(session.startedAt, endedAt) * 3_600_000),
  };
}

/** Every vial that was used is described, fresh, and accounted for to the last unit. */
function vialLines({ session }: Attempt, { totals }: Fold, findings: readonly Finding[]): readonly DebriefLine[] {
  const rule = [
    ...convention(t('training.rule.vial')),
    ...cited(t('training.rule.hours', { hours: reconstituted.withinHours }), reconstituted),
  ];
  const problems = signingProblems(session, totals, findings).flatMap((problem) => {
    switch (problem.kind) {
      case 'vial-unbalanced':
      case 'vial-undescribed':
        return [line(problem.kind, 'missed', problemText(problem, session.vials).what, rule)];
      case 'override-missing':
      case 'account-missing':
        return [line(problem.finding.kind, 'missed', findingText(problem.finding, session.vials), rule)];
      default:
        // The rest of what a signature asks for is held against the model answer elsewhere.
        return [];
    }
  });
  if (problems.length > 0) return problems;
  const used = session.vials.filter(({ id, strength }) => (totals.byVial.get(id)?.left ?? strength) !== strength);
  if (used.length === 0) return [];
  const wasted = sumOfUnits(used.map(({ id }) => totals.byVial.get(id)?.wasted ?? 0));
  return [line('vials', 'right', t('training.line.vials', { given: totals.given, wasted }), rule)];
}

const overrideLines = ({ session }: Attempt): readonly DebriefLine[] =>
  visitOf(session).overrides.map(({ rule, reason }) =>
    line(
      `override-${rule}`,
      'differs',
      t('training.line.override', { rule: t(`training.override.${rule}`), reason }),
      convention(t('training.rule.override')),
    ),
  );

function signatureLine({ case: { model }, signed }: Attempt): DebriefLine {
  const why = convention(t('training.rule.signature'));
  if (signed) return line('signature', 'right', t('training.line.signed'), why);
  return line('signature', model.outcome === 'stop' ? 'differs' : 'missed', t('training.line.notSigned'), why);
}
