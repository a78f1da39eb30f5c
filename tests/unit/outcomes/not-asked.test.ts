import { describe, expect, it } from 'vitest';
import { emptyDiary, withDay } from '../../../src/outcomes/diary';
import type { DiaryDay } from '../../../src/outcomes/diary-day';
import { anyHeadache } from '../../../src/outcomes/headache-day';
import { countsOf, recordedIn, spanFrom } from '../../../src/outcomes/windows';

/** A day of a file that had columns for triptans, for nausea and for missed work, and for nothing else. */
const partly: DiaryDay = {
  day: '2026-05-01',
  attacks: [
    {
      id: 'a',
      hours: 5,
      severity: 3,
      features: [],
      notAsked: ['one-sided', 'pulsating', 'worse-with-activity', 'light-sensitive', 'sound-sensitive', 'vomiting'],
    },
  ],
  acute: [],
  acuteNotAsked: ['opioid'],
  missed: [],
  missedNotAsked: ['social'],
};
const counts = countsOf(recordedIn(withDay(emptyDiary('p'), partly)), spanFrom('2026-05-01', 1), anyHeadache);

describe('what a diary did not ask', () => {
  it('counts as unknown beside what it did ask, never as no', () => {
    expect(counts.headache).toEqual({ low: 1, high: 1, recorded: 1, of: 1 });
    const perhaps = { low: 0, high: 1, recorded: 1, of: 1 };
    expect(counts.migraine).toEqual(perhaps);
    expect(counts.acute).toEqual(perhaps);
    expect(counts.acuteBy.opioid).toEqual(perhaps);
    expect(counts.acuteBy.triptan).toEqual({ low: 0, high: 0, recorded: 1, of: 1 });
    expect(counts.missed).toEqual(perhaps);
  });
});
