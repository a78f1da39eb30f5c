import { type Day, daysBetween } from '../record/calendar';
import { daysAfter, daysBefore } from '../record/days-after';
import { type Count, countDays } from './count';
import { missedAny, tookAny, tookClass } from './diary-asked';
import type { AcuteClass, DiaryDay } from './diary-day';
import type { Diary } from './diary';
import { type HeadacheDay, isHeadacheDay } from './headache-day';
import { allOf, type Known, toldAs } from './known';
import { calledMigraine, isMigraineDay } from './migraine-day';

/** Days of a window: four weeks, so that every window has as many of each day of the week. */
export const windowDays = 28;

/** What was recorded, by the number of its day (`dayNumber`): a year of it is counted many times over. */
export type Recorded = ReadonlyMap<number, DiaryDay>;

/** A diary's days, to be looked up by number. */
export const recordedIn = (diary: Diary): Recorded =>
  new Map(diary.days.map((day) => [daysBetween(epoch, day.day), day]));

const epoch = '1970-01-01';

/** What a stretch of days holds. */
export type Counts = {
  /** By the definition it was counted with. */
  readonly headache: Count;
  /** Of those days the ones with migraine: never more than there are days with headache. */
  readonly migraine: Count;
  /** Days the patient called migraine; told beside the days that meet the criteria. */
  readonly called: Count;
  /** Days with acute medication of any class, and of each. */
  readonly acute: Count;
  readonly acuteBy: Readonly<Record<AcuteClass, Count>>;
  /** Days on which something was missed. */
  readonly missed: Count;
};

/** First and last day, both within. */
export type Span = { readonly from: Day; readonly to: Day; readonly days: number };

/** Why a window has fewer days than a whole one: a treatment cut it, or it has not ended. */
export type CutShort = 'cut' | 'running';

export type Window = Span & {
  /** null: a whole window. */
  readonly partial: CutShort | null;
  readonly counts: Counts;
};

/** The span of so many days from a day on. */
export const spanFrom = (from: Day, days: number): Span => ({ from, to: daysAfter(from, days - 1), days });

/** The span of so many days that ends on a day. */
export const spanTo = (to: Day, days: number): Span => ({ from: daysBefore(to, days - 1), to, days });

/** The days of a span as they were recorded, the earliest first; null for a day that was not. */
function daysOf(recorded: Recorded, { from, days }: Span): readonly (DiaryDay | null)[] {
  const first = daysBetween(epoch, from);
  return Array.from({ length: days }, (_, i) => recorded.get(first + i) ?? null);
}

/** Counts the days of a span for which the question is answered yes. */
export const countOf = (recorded: Recorded, span: Span, ask: (day: DiaryDay) => Known): Count =>
  countDays(daysOf(recorded, span).map((day) => (day === null ? null : ask(day))));

/** Everything that is counted in a span, with bounds, by a definition of a headache day. */
export function countsOf(recorded: Recorded, span: Span, headacheDay: HeadacheDay): Counts {
  const days = daysOf(recorded, span);
  const count = (ask: (day: DiaryDay) => Known): Count =>
    countDays(days.map((day) => (day === null ? null : ask(day))));
  return {
    headache: count((day) => isHeadacheDay(day, headacheDay)),
    migraine: count((day) => allOf([isHeadacheDay(day, headacheDay), isMigraineDay(day)])),
    called: count(calledMigraine),
    acute: count((day) => toldAs(tookAny(day))),
    acuteBy: byClass((one) => count((day) => toldAs(tookClass(day, one)))),
    missed: count((day) => toldAs(missedAny(day))),
  };
}

/** The window of 28 days before a treatment (days -28 to -1), the patient's own baseline before the first. */
export const windowBefore = (recorded: Recorded, day: Day, headacheDay: HeadacheDay): Window =>
  whole(recorded, spanTo(daysBefore(day, 1), windowDays), headacheDay);

/** So many whole windows back from a day, which is the last day of the last of them; the earliest first. */
export const windowsBack = (
  recorded: Recorded,
  last: Day,
  windows: number,
  headacheDay: HeadacheDay,
): readonly Window[] =>
  Array.from({ length: windows }, (_, i) =>
    whole(recorded, spanTo(daysBefore(last, (windows - 1 - i) * windowDays), windowDays), headacheDay),
  );

/** Windows back from a day for as long as anything was recorded; the earliest first. None where nothing was. */
export function windowsBackToFirst(recorded: Recorded, last: Day, headacheDay: HeadacheDay): readonly Window[] {
  const first = Math.min(...recorded.keys());
  const days = daysBetween(epoch, last) - first + 1;
  return days > 0 && Number.isFinite(days)
    ? windowsBack(recorded, last, Math.ceil(days / windowDays), headacheDay)
    : [];
}

/**
 * Windows from one day through another, each of 28 days; the last is shorter where the days end within it, `because` of a
 * treatment or because it has not ended. None where `to` is before `from`.
 */
export function windowsFrom(
  recorded: Recorded,
  { from, to, because }: { readonly from: Day; readonly to: Day; readonly because: CutShort },
  headacheDay: HeadacheDay,
): readonly Window[] {
  const windows: Window[] = [];
  const days = daysBetween(from, to) + 1;
  for (let at = 0; at < days; at += windowDays) {
    const span = spanFrom(daysAfter(from, at), Math.min(windowDays, days - at));
    const partial = span.days === windowDays ? null : because;
    windows.push({ ...span, partial, counts: countsOf(recorded, span, headacheDay) });
  }
  return windows;
}

const whole = (recorded: Recorded, span: Span, headacheDay: HeadacheDay): Window => ({
  ...span,
  partial: null,
  counts: countsOf(recorded, span, headacheDay),
});

const byClass = (count: (one: AcuteClass) => Count): Readonly<Record<AcuteClass, Count>> => ({
  triptan: count('triptan'),
  ergotamine: count('ergotamine'),
  paracetamol: count('paracetamol'),
  aspirin: count('aspirin'),
  'other-nsaid': count('other-nsaid'),
  opioid: count('opioid'),
  'combination-analgesic': count('combination-analgesic'),
  other: count('other'),
});
