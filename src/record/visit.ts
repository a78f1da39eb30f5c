import type { HeadRef, Vec3 } from '../anatomy/anchor';
import type { SafetyCheckId } from '../protocol/safety-checks';
import type { TailoringId } from '../protocol/tailoring-names';
import type { MuscleId, Side, SiteId } from '../protocol/words';

/**
 * What a session holds beside its ledger: what the visit is for, what the patient agreed to, who the patient is known to
 * be, the safety checks, and whatever departs from the rules, with its reason. Every moment is ISO 8601 with offset.
 */
export type Visit = {
  readonly indication?: Indication;
  readonly consent?: Consent;
  readonly identified?: Identified;
  /** At most one answer a check. A check without one is unanswered: nothing is ever prefilled. */
  readonly checks: readonly CheckAnswer[];
  /** In the order in which they were given. */
  readonly overrides: readonly Override[];
  readonly deviations: readonly Deviation[];
  /** Toxins of other products, as the patient tells them: listed, never added up or converted. */
  readonly otherToxins: readonly OtherToxin[];
  /** The same drug injected elsewhere, for whatever indication: its units count. */
  readonly elsewhere: readonly ElsewhereDose[];
  /** Where it hurts, drawn on the head; absent where nothing is drawn. */
  readonly pain?: Pain;
  /** At most one grade a muscle and side; absent where none was felt for. */
  readonly tenderness?: readonly Tenderness[];
};

/** What it is injected for; `text` says what another indication is. */
export type Indication = { readonly id: IndicationId; readonly text?: string };
export type IndicationId = 'chronic-migraine' | 'other';

/** The latest word of the patient. `givenAt` keeps when a consent that was withdrawn had been given. */
type Consent = {
  readonly given: boolean;
  readonly at: string;
  readonly by: string;
  readonly givenAt?: string;
  readonly note?: string;
};

/** How the patient was told apart from every other: two identifiers of different kinds. Never what they say, only which. */
type Identified = {
  readonly at: string;
  readonly by: string;
  readonly identifiers: readonly [IdentifierKind, IdentifierKind];
};
export type IdentifierKind = 'name' | 'birth-date' | 'record-number' | 'address' | 'phone' | 'photo';

export type CheckAnswer = {
  readonly check: SafetyCheckId;
  /** `left-open`: asked, knowingly not answered. */
  readonly answer: Answer;
  readonly note?: string;
  readonly at: string;
  readonly by: string;
  /** The session whose answer was shown and confirmed as unchanged. */
  readonly reviewedFrom?: string;
};
export type Answer = 'no' | 'yes' | 'left-open';

/** A rule that the injector set aside, knowing it. What exactly was set aside is named: nothing else is covered by it. */
export type Override = OverriddenRule & { readonly reason: string; readonly at: string; readonly by: string };
export type OverriddenRule =
  | { readonly rule: VialRule; readonly vial: string }
  /** Up to that many units in the window; one unit more asks again. */
  | { readonly rule: 'cumulative-dose'; readonly units: number }
  /** An account of drug that was given although it never should have been. It permits nothing beforehand. */
  | { readonly rule: 'given-despite-check'; readonly check: SafetyCheckId }
  | { readonly rule: 'given-from-expired-vial'; readonly vial: string };
export type VialRule = 'vial-over-24h' | 'vial-age-unknown' | 'vial-from-the-future';

/** Tailoring for this patient. The doses and places themselves stand in the ledger. */
export type Deviation = {
  readonly tailoring: TailoringId;
  readonly sites: readonly SiteId[];
  readonly reason: string;
  readonly at: string;
  readonly by: string;
};

export type OtherToxin = {
  readonly product: string;
  /** In that product's own units, where the patient knows. */
  readonly units?: number;
  /** YYYY-MM-DD or YYYY-MM, where the patient knows. */
  readonly when?: string;
  readonly note?: string;
};

/** A dose of the counted drug that no session of this store holds. */
export type ElsewhereDose = { readonly units: number; readonly day: string; readonly note?: string };

/** Drawn by the patient or for the patient, at the chair or in Preview: dabs of a round brush on the skin of a head. */
export type Pain = {
  readonly head: HeadRef;
  readonly drawn: 'chair' | 'preview';
  readonly dabs: readonly PainDab[];
  readonly at: string;
  readonly by: string;
};
/** mm in the frame of the head. */
export type PainDab = { readonly positionMm: Vec3; readonly radiusMm: number };

/** What palpation found: 0 none to 3 severe. */
export type Tenderness = {
  readonly muscle: MuscleId;
  readonly side: Side;
  readonly grade: TendernessGrade;
  readonly at: string;
  readonly by: string;
};
export type TendernessGrade = 0 | 1 | 2 | 3;

/** A visit of which nothing is recorded yet. */
export const emptyVisit: Visit = {
  checks: [],
  overrides: [],
  deviations: [],
  otherToxins: [],
  elsewhere: [],
};

/** The session's visit; an empty one for sessions recorded before there were visits. */
export const visitOf = (session: { readonly visit?: Visit }): Visit => session.visit ?? emptyVisit;

/** The answer to a check, or null while it is unanswered. */
export const answerTo = (visit: Visit, check: SafetyCheckId): CheckAnswer | null =>
  visit.checks.find((one) => one.check === check) ?? null;
