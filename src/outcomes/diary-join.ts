import type { Day } from '../record/calendar';
import { type Diary, withDay } from './diary';
import { saysTheSame } from './diary-edit';

export type JoinedDiary = {
  /** The very diary that is here where the other adds nothing. */
  readonly diary: Diary;
  /** Days of which the two say different things, the earliest first. */
  readonly differ: readonly Day[];
};

/**
 * Two diaries of one patient as one: each day that either has. Where both have a day and say different things of it, what is
 * `here` stays, or what is `there` is taken (`take`); no day is put together from both.
 */
export function joinDiaries(here: Diary, there: Diary, take: 'here' | 'there'): JoinedDiary {
  const known = new Map(here.days.map((day) => [day.day, day]));
  const differ: Day[] = [];
  let diary = here;
  for (const day of there.days) {
    const own = known.get(day.day);
    if (own !== undefined) {
      if (saysTheSame(own, day)) continue;
      differ.push(day.day);
      if (take === 'here') continue;
    }
    diary = withDay(diary, day);
  }
  return { diary, differ };
}
