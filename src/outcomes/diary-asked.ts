import type { AcuteClass, Attack, DiaryDay, MigraineFeature, Missed } from './diary-day';

/** What a diary answers where it is asked about one thing: yes, no, or null where nobody wrote it down. */
export type Told = boolean | null;

const told = <T extends string>(one: T, list: readonly T[] | null, notAsked: readonly T[] = []): Told =>
  list === null || notAsked.includes(one) ? null : list.includes(one);

/** Any of all: yes where one is told, no only where every one of them was asked. */
const any = (list: readonly string[] | null, notAsked: readonly string[] = []): Told =>
  list === null ? null : list.length > 0 ? true : notAsked.length > 0 ? null : false;

/** Whether a headache had a feature. */
export const hadFeature = (attack: Attack, feature: MigraineFeature): Told =>
  told(feature, attack.features, attack.notAsked);

/** Whether acute medication of a class was taken that day. */
export const tookClass = (day: DiaryDay, one: AcuteClass): Told => told(one, day.acute, day.acuteNotAsked);

/** Whether any acute medication was taken that day. */
export const tookAny = (day: DiaryDay): Told => any(day.acute, day.acuteNotAsked);

/** Whether one thing was missed that day. */
export const missedOut = (day: DiaryDay, one: Missed): Told => told(one, day.missed, day.missedNotAsked);

/** Whether anything was missed that day. */
export const missedAny = (day: DiaryDay): Told => any(day.missed, day.missedNotAsked);
