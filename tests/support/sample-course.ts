import type { DiaryDay } from '../../src/outcomes/diary-day';
import type { Diary } from '../../src/outcomes/diary';
import { windowDays } from '../../src/outcomes/windows';
import type { Day } from '../../src/record/calendar';
import { daysAfter } from '../../src/record/days-after';

/** One window of a diary: so many days with headache, so many of those with migraine and with medication, so many days not recorded. */
export type SampleWindow = {
  readonly headache: number;
  readonly migraine?: number;
  readonly acute?: number;
  /** The last days of the window, with the rest before them. */
  readonly unrecorded?: number;
  /** Fewer than 28 where the window is cut. */
  readonly days?: number;
};

/** A diary of windows one after the other from a day on: in each, days with migraine first, then other headache, then none. */
export function sampleDiary(patient: string, from: Day, windows: readonly SampleWindow[]): Diary {
  const days: DiaryDay[] = [];
  let start = from;
  for (const { headache, migraine = 0, acute = 0, unrecorded = 0, days: length = windowDays } of windows) {
    for (let n = 0; n < length - unrecorded; n += 1) {
      days.push(sampleDay(daysAfter(start, n), n < headache, n < migraine, n < acute));
    }
    start = daysAfter(start, length);
  }
  return { version: 1, patient, days };
}

/** A day that says everything that is asked. */
const sampleDay = (day: Day, headache: boolean, migraine = false, acute = false): DiaryDay => ({
  day,
  attacks: headache
    ? [
        {
          id: `a-${day}`,
          hours: 6,
          severity: migraine ? 2 : 1,
          features: migraine ? ['one-sided', 'pulsating', 'nausea'] : [],
        },
      ]
    : [],
  acute: acute ? ['triptan'] : [],
  missed: migraine ? ['work-half'] : [],
});
