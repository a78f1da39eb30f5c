import '../../messages/later';
import { t } from '../../messages/translate';
import { daysAfter } from '../../record/days-after';
import { type Day, dayOf, daysBetween, monthsBefore } from '../../record/calendar';
import { noteDay } from '../note-dates';
import type { CaseId, TrainingCase } from './cases';

/** Told to the trainee: the key is no one's, so there is nothing that it keeps. */
export const trainingPin = '0000';

/** The patient's name: "Demo, Maren (synthetic)". */
export const nameOf = (id: CaseId): string => t(`training.case.${id}.name`);

/** What the patient tells on a day (ISO 8601): what lies some days back is told by its day. */
export function storyOf({ id, model: { elsewhere } }: TrainingCase, now: string): string {
  if (elsewhere === null) return t(`training.case.${id}.story`);
  const { units, daysAgo } = elsewhere;
  return t(`training.case.${id}.story`, { units, day: noteDay(daysBefore(dayOf(now), daysAgo)) });
}

/** The day so many days before another, by the calendar. */
function daysBefore(day: Day, days: number): Day {
  // No month is shorter than four weeks, so this is never too late a day to count on from.
  const from = monthsBefore(day, Math.ceil(days / 28));
  return daysAfter(from, daysBetween(from, day) - days);
}
