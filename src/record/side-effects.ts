import type { Side, SiteId } from '../protocol/words';
import type { Day } from './calendar';

/** Unwanted effects that are asked for after a session. How often each is reported, and what is said of technique, is the protocol's. */
export const sideEffectIds = [
  'neck-pain',
  'brow-droop',
  'lid-droop',
  'heaviness',
  'bruising',
  'weakness',
  'swallowing',
  'other',
] as const;
export type SideEffectId = (typeof sideEffectIds)[number];

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

export type SideEffect = {
  readonly id: string;
  readonly effect: SideEffectId;
  /** The sites it is put down to, as far as anybody can say; empty for none. */
  readonly sites: readonly SiteId[];
  readonly side?: Side;
  /** When it began, where known. */
  readonly began?: Day;
  /** The day it was gone; absent while it lasts or is not known. */
  readonly gone?: Day;
  /** 1 mild, 2 moderate, 3 severe. */
  readonly severity?: 1 | 2 | 3;
  /** What it was, in words; needed for `other`. */
  readonly note?: string;
};
