import { type EffectId, effectIds, isUrgent } from '../protocol/effect-names';
import type { Side, SiteId } from '../protocol/words';
import type { Day } from './calendar';

/** Unwanted effects that are asked for after a session. How often each is reported, and what is said of technique, is the protocol's. */
export const sideEffectIds = effectIds;
export type SideEffectId = EffectId;
export { isUrgent };

/** When it was asked: at the two check points, when the next session is planned, or when the patient called. */
export const effectOccasions = ['two-weeks', 'six-weeks', 'next-visit', 'call'] as const;
export type EffectOccasion = (typeof effectOccasions)[number];

/** That the patient was asked after one session. `effects` is empty where there were none: not asked is no entry at all. */
export type EffectCheck = {
  readonly id: string;
  /** The session after which it came. */
  readonly session: string;
  readonly occasion: EffectOccasion;
  /** When it was asked. */
  readonly day: Day;
  readonly effects: readonly SideEffect[];
  readonly at: string;
  readonly by: string;
};

/** Where it was felt. It may be on both sides, which no site is. */
export const effectSides = ['left', 'right', 'both', 'midline'] as const;
type EffectSide = Side | 'both';

export type SideEffect = {
  /** Stays with it when it is corrected. */
  readonly id: string;
  readonly effect: SideEffectId;
  /** The sites it is put down to, as far as anybody can say; empty for none. */
  readonly sites: readonly SiteId[];
  readonly side?: EffectSide;
  /** When it began, where known. */
  readonly began?: Day;
  /** The day it was gone; absent while it lasts or is not known. */
  readonly gone?: Day;
  /** 1 mild, 2 moderate, 3 severe. */
  readonly severity?: 1 | 2 | 3;
  /** What it was, in words; needed for `other`. */
  readonly note?: string;
  /** How it stood before each correction, the first first. */
  readonly corrected?: readonly EffectCorrection[];
};

/** What was said before, and when and by whom it was said otherwise. */
export type EffectCorrection = {
  readonly at: string;
  readonly by: string;
  readonly was: Omit<SideEffect, 'id' | 'corrected'>;
};
