import type { Day } from '../record/calendar';
import type { Cited } from '../record/cited';
import type { Count } from './count';
import type { History } from './history';
import type { Known } from './known';
import type { MissingDays } from './response';
import type { Span } from './windows';

/** What a diagnosis or a rule asks before treatment is begun. */
export type CriterionId =
  /** ICHD-3, 1.3 A to D. */
  | 'ichd-a'
  | 'ichd-b'
  | 'ichd-c'
  | 'ichd-d'
  /** What a rule asks for a start. */
  | 'headache-days'
  | 'migraine-days'
  | 'preventives'
  | 'overuse-managed';

/** What keeps a criterion from being judged. */
export type Missing =
  | ({ readonly kind: 'days' } & MissingDays)
  /** A question that only the clinician can answer. */
  | { readonly kind: 'history'; readonly field: Exclude<keyof History, 'preventives'> }
  /** No preventive was written down at all: it may not have been asked. */
  | { readonly kind: 'preventives' }
  /** The diary certainly shows fewer days in a window in which it was chronic, as the clinician knows it. */
  | ({ readonly kind: 'contradicted' } & Pick<Span, 'from' | 'to'>)
  /** So many records cannot be read, null where not even their list could be: each may be a treatment before these windows. */
  | { readonly kind: 'records'; readonly n: number | null };

export type Criterion = {
  readonly id: CriterionId;
  readonly state: 'met' | 'not-met' | 'cannot-say';
  /** The days asked for a month, or the number of preventives; null where no number is asked. */
  readonly atLeast: number | null;
  /** What was counted for it, the earliest first: days by window. */
  readonly windows: readonly (Span & { readonly count: Count })[];
  /** Preventives that count for it, and of how many on record; null where it is none of those. */
  readonly preventives: { readonly counted: number; readonly of: number } | null;
  /**
   * What "more than three months" rests on: the diary, what the clinician knows, or for migraine days the same word of the
   * clinician, though it speaks of headache; null where that is not asked or not known.
   */
  readonly lasting: 'diary' | 'history' | 'headache-history' | null;
  readonly missing: readonly Missing[];
} & Cited;

/** The last day that was judged, and why that one. */
export type JudgedTo = { readonly day: Day; readonly why: 'first-treatment' | 'today' };

const states = { yes: 'met', no: 'not-met', unknown: 'cannot-say' } as const;

/** A criterion with its answer. Of what is not given, nothing was asked. Something is missing only of what cannot be said. */
export function criterion(
  id: CriterionId,
  answer: Known,
  { evidence, sources }: Cited,
  parts: Partial<Pick<Criterion, 'atLeast' | 'windows' | 'preventives' | 'lasting' | 'missing'>> = {},
): Criterion {
  return {
    id,
    state: states[answer],
    atLeast: parts.atLeast ?? null,
    windows: parts.windows ?? [],
    preventives: parts.preventives ?? null,
    lasting: parts.lasting ?? null,
    missing: answer === 'unknown' ? (parts.missing ?? []) : [],
    evidence,
    sources,
  };
}
