import * as z from 'zod/mini';
import type { Day } from '../record/calendar';
import type { Damage } from '../record/damage';
import { err, ok, type Result } from '../record/ports';
import { parseWith } from '../record/schema';
import { id } from '../record/value-schemas';
import { type DiaryDay, diaryDaySchema, parseDiaryDay } from './diary-day';

/** Everything a patient wrote down, one document of the vault: its id is the patient's. */
export type Diary = {
  readonly version: 1;
  /** The patient's id. */
  readonly patient: string;
  /** The earliest first, no two of one day. */
  readonly days: readonly DiaryDay[];
};

/** A diary in which no day was recorded: every day is unknown. */
export const emptyDiary = (patient: string): Diary => ({ version: 1, patient, days: [] });

/** Loose: a field that this version does not know is kept where it stands. */
const diarySchema = z.looseObject({
  version: z.literal(1),
  patient: id,
  days: z.array(diaryDaySchema),
});

/** Reads a diary from whatever a store held; the first damage found, with its path. */
export function parseDiary(value: unknown): Result<Diary, Damage> {
  const read = parseWith(diarySchema, value);
  if (!read.ok) return read;
  const { days } = read.value;
  for (const [i, day] of days.entries()) {
    const parsed = parseDiaryDay(day);
    if (!parsed.ok) return err({ ...parsed.error, path: `days[${String(i)}].${parsed.error.path}` });
    const before = days[i - 1];
    if (before !== undefined && before.day >= day.day)
      return err({ path: `days[${String(i)}].day`, what: 'not an allowed value' });
  }
  return ok(read.value);
}

/** What was recorded of a day; undefined where nothing was. */
export const dayIn = (diary: Diary, day: Day): DiaryDay | undefined => diary.days.find((one) => one.day === day);

/** The diary with a day, in place of what was recorded of it before. */
export function withDay(diary: Diary, day: DiaryDay): Diary {
  const others = diary.days.filter((one) => one.day !== day.day);
  const at = others.findIndex((one) => one.day > day.day);
  const [before, after] = at === -1 ? [others, []] : [others.slice(0, at), others.slice(at)];
  return { ...diary, days: [...before, day, ...after] };
}

/** The diary without anything recorded of a day: it is unrecorded again. */
export const withoutDay = (diary: Diary, day: Day): Diary => ({
  ...diary,
  days: diary.days.filter((one) => one.day !== day),
});
