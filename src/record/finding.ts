import type { SafetyCheckId } from '../protocol/safety-checks';
import type { Override, VialRule } from './visit';

/**
 * What stands against injecting, or is to be known before. `stop`: nothing may be injected while it stands. `override`:
 * the same, until the injector sets the rule aside with a reason; then `overridden` holds that. `warn`: told, no more.
 * A finding that names a vial is about doses from that vial alone.
 */
export type Finding = StopFinding | OverrideFinding | WarnFinding;

export type StopFinding = { readonly level: 'stop' } & (
  | { readonly kind: 'check-blocks'; readonly check: SafetyCheckId }
  | { readonly kind: 'checks-unanswered'; readonly checks: readonly SafetyCheckId[] }
  | { readonly kind: 'not-identified' }
  | { readonly kind: 'consent-missing' }
  | { readonly kind: 'consent-withdrawn'; readonly at: string }
  | { readonly kind: 'vial-expired'; readonly vial: string; readonly expiry: string }
  /** The same vial stands in another session, begun or injected `at`. */
  | { readonly kind: 'vial-elsewhere'; readonly vial: string; readonly session: string; readonly at: string }
);

export type OverrideFinding = { readonly level: 'override'; readonly overridden: Override | null } & (
  | { readonly kind: VialRule; readonly vial: string; readonly hours?: number }
  | {
      readonly kind: 'cumulative-dose';
      /** Units in the window before this session, in this session (planned or given), and both. */
      readonly earlier: number;
      readonly thisSession: number;
      readonly total: number;
      /** What the units before are made of, the oldest first. */
      readonly doses: readonly WindowDose[];
    }
);

/** A dose of the counted drug on a calendar day; `elsewhere` as the patient told of it. */
export type WindowDose = { readonly units: number; readonly day: string; readonly elsewhere: boolean };

type WarnFinding = { readonly level: 'warn' } & (
  | { readonly kind: 'check-answered-yes'; readonly check: SafetyCheckId }
  | { readonly kind: 'check-left-open'; readonly check: SafetyCheckId }
  /** Asked or confirmed only after the first needle. */
  | { readonly kind: 'recorded-late'; readonly what: 'identity' | 'consent' | 'checks' }
  | { readonly kind: 'vial-undescribed'; readonly vial: string; readonly missing: readonly ('lot' | 'expiry')[] }
  /** Calendar days since the last session; `session` is its id, `at` its first needle. */
  | { readonly kind: 'interval-short'; readonly days: number; readonly session: string; readonly at: string }
  /** In its own units; `when` is a day, a month, or absent. */
  | { readonly kind: 'other-toxin'; readonly product: string; readonly units?: number; readonly when?: string }
  /** A session of this patient lies in the future: the clock was set back, or was wrong then. */
  | { readonly kind: 'session-from-the-future'; readonly session: string; readonly at: string }
  /** A vial of another patient's session has the same lot and was reconstituted at the same moment: one vial, as it seems. */
  | { readonly kind: 'vial-shared'; readonly vial: string; readonly session: string; readonly at: string }
  /** Records that may hold earlier sessions of this patient; null where none could be read. */
  | { readonly kind: 'history-unread'; readonly records: number | null }
  /** Something in this session is later than now. */
  | { readonly kind: 'clock-behind'; readonly at: string }
);

/** Whether a finding stands in the way: a stop, or a rule that was not set aside. */
export const standsInTheWay = (finding: Finding): boolean =>
  finding.level === 'stop' || (finding.level === 'override' && finding.overridden === null);

/** What stands in the way of a dose from a vial: nothing, if the list is empty. */
export const inTheWayOf = (findings: readonly Finding[], vial: string): readonly Finding[] =>
  findings.filter((finding) => standsInTheWay(finding) && (!('vial' in finding) || finding.vial === vial));
