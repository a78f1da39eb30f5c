import type { Cited } from '../record/cited';
import type { DiaryDay } from './diary-day';
import { type Known, known } from './known';

/** Which days a rule counts as days with headache. */
export type HeadacheDay = {
  readonly id: 'any' | 'hours';
  /** Hours with headache that the day must have; 0: any headache makes it one. */
  readonly hours: number;
} & Cited;

/** Any headache, however short (ICHD-3, 1.3 A: it names no length). */
export const anyHeadache: HeadacheDay = { id: 'any', hours: 0, evidence: 'confirmed', sources: ['S48'] };

/**
 * "Headache lasting 4 hours a day or longer" (US label). The hours are the day's: two headaches of a day are added up. The
 * trials asked for 4 hours without a break; that is recalled and was not read, so it is not what is counted here.
 */
export const hoursOfHeadache: HeadacheDay = { id: 'hours', hours: 4, evidence: 'weak', sources: ['S32'] };

/**
 * Whether a recorded day counts. A headache whose hours were not written down may have lasted any time: the day is then
 * unknown, unless the others of that day are enough by themselves.
 */
export function isHeadacheDay({ attacks }: DiaryDay, { hours }: HeadacheDay): Known {
  if (attacks.length === 0) return 'no';
  const certain = attacks.reduce((sum, attack) => sum + (attack.hours ?? 0), 0);
  if (hours === 0 || certain >= hours) return 'yes';
  return attacks.some((attack) => attack.hours === null) ? 'unknown' : known(false);
}
