import type { SafetyCheckId } from '../protocol/safety-checks';
import { thousandths } from '../protocol/words';
import { lastDayOf } from './calendar';
import type { Finding, OverrideFinding, StopFinding } from './finding';
import { type ChartedSession, type DrugTotals, type Needle, needlesOf, stillPlanned } from './needles';
import { type Override, visitOf } from './visit';

/** What keeps a session from being signed, each to be put right or accounted for by the injector. */
export type SigningProblem =
  /** Neither given nor skipped, and the procedure was not stopped. */
  | { readonly kind: 'sites-still-planned'; readonly count: number }
  /** Units of which nobody says whether they were given or wasted. */
  | { readonly kind: 'vial-unbalanced'; readonly vial: string; readonly left: number }
  | { readonly kind: 'vial-undescribed'; readonly vial: string; readonly missing: readonly ('lot' | 'expiry')[] }
  | { readonly kind: 'indication-missing' }
  | { readonly kind: 'checks-unanswered'; readonly checks: readonly SafetyCheckId[] }
  | { readonly kind: 'not-identified' }
  | { readonly kind: 'consent-missing' }
  /** A rule that was passed and not set aside with a reason. */
  | { readonly kind: 'override-missing'; readonly finding: OverrideFinding }
  /** Drug was given although it never should have been: a record says so, and says why. */
  | { readonly kind: 'account-missing'; readonly finding: StopFinding };

/**
 * What is missing before the session can be signed; nothing, if the list is empty. `findings` are those of
 * `beforeFirstNeedle` at the time of signing. Whatever happened can be signed once it is accounted for: a record must
 * never force a lie.
 */
export function signingProblems(
  session: ChartedSession,
  totals: DrugTotals,
  findings: readonly Finding[],
): readonly SigningProblem[] {
  const planned = stillPlanned(totals);
  const needles = needlesOf(session.entries);
  return [
    ...(planned > 0 ? [{ kind: 'sites-still-planned' as const, count: planned }] : []),
    ...session.vials.flatMap((vial): readonly SigningProblem[] => {
      const left = totals.byVial.get(vial.id)?.left ?? vial.strength;
      // A vial that was neither dissolved nor drawn from is still on the shelf.
      if (left === vial.strength && vial.reconstitutedAt === undefined) return [];
      const { id, lot = '', expiry = '' } = vial;
      const missing = [
        ...(lot.trim() === '' ? (['lot'] as const) : []),
        ...(lastDayOf(expiry) === null ? (['expiry'] as const) : []),
      ];
      return [
        ...(thousandths(left) === 0 ? [] : [{ kind: 'vial-unbalanced' as const, vial: id, left }]),
        ...(missing.length === 0 ? [] : [{ kind: 'vial-undescribed' as const, vial: id, missing }]),
      ];
    }),
    ...(visitOf(session).indication === undefined ? [{ kind: 'indication-missing' as const }] : []),
    ...findings.flatMap((finding) => ofFinding(finding, needles, visitOf(session).overrides)),
  ];
}

function ofFinding(
  finding: Finding,
  needles: readonly Needle[],
  overrides: readonly Override[],
): readonly SigningProblem[] {
  const gave = needles.some(({ vial }) => !('vial' in finding) || finding.vial === vial);
  if (finding.level === 'override')
    return gave && finding.overridden === null ? [{ kind: 'override-missing', finding }] : [];
  switch (finding.kind) {
    case 'checks-unanswered':
      return [{ kind: 'checks-unanswered', checks: finding.checks }];
    case 'not-identified':
      return [{ kind: 'not-identified' }];
    case 'consent-missing':
      return [{ kind: 'consent-missing' }];
    case 'check-blocks': {
      const told = overrides.some((one) => one.rule === 'given-despite-check' && one.check === finding.check);
      return gave && !told ? [{ kind: 'account-missing', finding }] : [];
    }
    case 'vial-expired': {
      const told = overrides.some((one) => one.rule === 'given-from-expired-vial' && one.vial === finding.vial);
      return gave && !told ? [{ kind: 'account-missing', finding }] : [];
    }
    default:
      // A consent that was withdrawn ends the procedure; what was given before that is no problem of the record.
      return [];
  }
}
