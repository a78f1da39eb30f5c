import { daysAfter } from '../../src/record/days-after';
import type { Attack, DiaryDay } from '../../src/outcomes/diary-day';
import type { Diary } from '../../src/outcomes/diary';

const attack = (parts: Partial<Attack>): Attack => ({ id: 'a-1', hours: 6, severity: 1, features: [], ...parts });
const migraine: Partial<Attack> = { hours: 10, severity: 3, features: ['one-sided', 'nausea'] };

/** What a letter stands for. `_` is a day that was not recorded. */
const letters: Readonly<Record<string, Omit<DiaryDay, 'day'> | null>> = {
  /** No headache, nothing taken, nothing missed. */
  '.': { attacks: [], acute: [], missed: [] },
  /** Six hours of headache that is no migraine; with a triptan in upper case. */
  h: { attacks: [attack({})], acute: [], missed: [] },
  H: { attacks: [attack({})], acute: ['triptan'], missed: ['work'] },
  /** Two hours of it. */
  s: { attacks: [attack({ hours: 2 })], acute: [], missed: [] },
  /** Migraine by its features. */
  m: { attacks: [attack(migraine)], acute: [], missed: [] },
  M: { attacks: [attack(migraine)], acute: ['triptan'], missed: ['work'] },
  /** A headache, and nothing else written down. */
  u: { attacks: [attack({ hours: null, severity: null, features: null })], acute: null, missed: null },
  _: null,
};

/** Days from the first on, a letter each. */
function daysLike(from: string, pattern: string): readonly DiaryDay[] {
  return pattern.split('').flatMap((letter, i) => {
    const like = letters[letter];
    if (like === undefined) throw new RangeError(`no day is like ${letter}`);
    return like === null ? [] : [{ day: daysAfter(from, i), ...like }];
  });
}

export const diaryLike = (from: string, pattern: string): Diary => ({
  version: 1,
  patient: 'demo',
  days: daysLike(from, pattern),
});

/** So many days of one letter, then of the next: `runs('h', 10, '.', 18)`. */
export function runs(...parts: readonly (string | number)[]): string {
  let text = '';
  for (let i = 0; i < parts.length; i += 2) text += String(parts[i]).repeat(Number(parts[i + 1]));
  return text;
}
