import type { Cited, Position } from '../../protocol/paradigm';
import type { CheckEffect, SafetyCheckId, Standing } from '../../protocol/safety-checks';
import type { TailoringId } from '../../protocol/tailoring-names';
import type { MuscleId, Side, SiteId } from '../../protocol/words';
import type { CardId } from '../review';

/** What is asked about: chosen together in a drill. */
export const topics = [
  'dose',
  'ftp',
  'order',
  'muscles',
  'position',
  'needle',
  'cautions',
  'safety',
  'dilution',
  'dates',
  'errors',
  'cases',
] as const;
export type Topic = (typeof topics)[number];

export type Unit = 'U' | 'sites' | 'extras' | 'gauge' | 'mm' | 'mL' | 'weeks' | 'hours' | 'months';

/** A value that is asked for, or offered: put in words elsewhere, so that it can be in any language. */
export type Value =
  | { readonly kind: 'amount'; readonly n: number; readonly unit: Unit }
  | { readonly kind: 'muscle'; readonly muscle: MuscleId }
  | { readonly kind: 'position'; readonly is: Position }
  | { readonly kind: 'way'; readonly degrees: number | 'level' }
  | { readonly kind: 'check'; readonly check: SafetyCheckId }
  | { readonly kind: 'effect'; readonly effect: CheckEffect }
  | { readonly kind: 'standing'; readonly is: Standing }
  | { readonly kind: 'tailoring'; readonly tailoring: TailoringId }
  /** In the table's own words. */
  | { readonly kind: 'quoted'; readonly text: string };

/** Tells values apart: two that say the same are one. */
export const valueKey = (value: Value): string => JSON.stringify(value);

/** Numbers of the whole session, or of every injection. */
export type Total = 'fixedSites' | 'fixedUnits' | 'capSites' | 'capUnits' | 'aliquotUnits' | 'aliquotMl';

export type Asked =
  | { readonly kind: 'sites' | 'units' | 'maximum' | 'extras'; readonly muscle: MuscleId }
  | { readonly kind: Total }
  | { readonly kind: 'ftpMuscles' | 'order' | 'gauge' | 'length' | 'longer' | 'contraindication' | 'findError' }
  | { readonly kind: 'next' | 'position' | 'way' | 'depth' | 'caution'; readonly muscle: MuscleId }
  /** The site is shown on the head, and not named. */
  | { readonly kind: 'shown'; readonly site: SiteId }
  /** What sources call it, and what this app does. */
  | { readonly kind: 'check' | 'appCheck'; readonly check: SafetyCheckId }
  | { readonly kind: 'diluent'; readonly strength: number; readonly product: string }
  | { readonly kind: 'retreatment' | 'cumulative' | 'reconstituted' | 'otherToxin' }
  /** A situation in the table's own words. */
  | { readonly kind: 'case'; readonly situation: string };

/** One line of a planned session: the sites of a muscle on a side, extras among them by number, each taking `each` units. */
export type PlanLine = {
  readonly muscle: MuscleId;
  readonly side: Side;
  readonly ordinals: readonly number[];
  readonly extras: number;
  readonly each: number;
};
/** How a planned session can be wrong in one line. */
export const mistakes = ['missing', 'twice', 'more', 'side', 'ftp-here', 'muscle-cap', 'aliquot'] as const;
export type Mistake = (typeof mistakes)[number];

export type Answer =
  /** Exactly one of the options is right, by its place. */
  | { readonly kind: 'choice'; readonly options: readonly Value[]; readonly right: number }
  /** All that are right, by their places, and no other. */
  | { readonly kind: 'several'; readonly options: readonly Value[]; readonly right: readonly number[] }
  | { readonly kind: 'number'; readonly right: number; readonly unit: Unit }
  /** `items` in the order in which they are shown; `right` as they should be. */
  | { readonly kind: 'order'; readonly items: readonly MuscleId[]; readonly right: readonly MuscleId[] }
  | {
      readonly kind: 'find-row';
      readonly lines: readonly PlanLine[];
      readonly right: number;
      readonly mistake: Mistake;
    };

/** What the answer rests on: the table's own words, or a row of it that is put in words by its kind. */
export type Because = Cited &
  (
    | { readonly kind: 'quoted'; readonly text: string }
    | { readonly kind: 'dose' | 'position'; readonly muscle: MuscleId }
    | {
        readonly kind:
          | 'totals'
          | 'aliquot'
          | 'ftp'
          | 'order'
          | 'needle'
          | 'retreatment'
          | 'cumulative'
          | 'reconstituted'
          | 'otherToxin';
      }
    | { readonly kind: 'diluent'; readonly strength: number }
    /** A convention of this app. */
    | { readonly kind: 'effect'; readonly effect: CheckEffect }
  );

/** A fact that is learned; `id` outlives its wording. `muscle`: whose it is, null where it is no one muscle's. */
export type Fact = { readonly id: CardId; readonly topic: Topic; readonly muscle: MuscleId | null };

export type Question = {
  /** The card and the seed: the same question again. */
  readonly id: string;
  readonly card: CardId;
  readonly topic: Topic;
  readonly asked: Asked;
  readonly answer: Answer;
  readonly because: readonly Because[];
};

/** What is said of a statement that no one has confirmed: it is shown as what sources suggest, never as a rule. */
export const awaitsSignOff = ({ evidence }: Cited): boolean => evidence === 'unconfirmed' || evidence === 'derived';
