import { describe, expect, it } from 'vitest';
import { duePatient } from '../../../src/outcomes/due-list';
import { treatmentsOf } from '../../../src/outcomes/treatments';
import { units } from '../../../src/protocol/words';
import type { ListedSession } from '../../../src/record/listing';
import { courseView } from '../../../src/state/outcomes/course-view';
import { emptyDiary } from '../../../src/outcomes/diary';

/** Begun, and nothing was injected. */
const begun: ListedSession = {
  kind: 'session',
  id: 'begun',
  patient: { id: 'p-1', label: 'Demo' },
  startedAt: '2026-03-02T09:00:00+01:00',
  signed: true,
  map: 'preempt-2017',
  given: units(155),
  vials: [],
  elsewhere: [],
  otherToxins: [],
  savedAt: '2026-03-02T10:00:00+01:00',
};
const session = (id: string, change: Partial<ListedSession> = {}): ListedSession => ({
  ...begun,
  id,
  firstNeedleAt: '2026-03-02T09:10:00+01:00',
  ...change,
});
const sessions = [
  session('later', { firstNeedleAt: '2026-05-25T09:00:00+02:00' }),
  session('beside', { given: units(0) }),
  session('migraine', { firstNeedleAt: '2026-03-03T09:00:00+01:00', indication: { id: 'chronic-migraine' } }),
  session('jaw', { firstNeedleAt: '2026-06-01T09:00:00+02:00', indication: { id: 'other', text: 'Jaw' } }),
  begun,
];

describe('the treatments of a patient', () => {
  it('are the sessions with a needle that were not for another indication, in the order of their needles', () => {
    expect(treatmentsOf(sessions).map(({ id }) => id)).toEqual(['beside', 'migraine', 'later']);
  });

  it('are the same for the course and for what is due', () => {
    const { treatments } = courseView({ file: {}, diary: emptyDiary('p-1'), sessions, unread: 0, now: '2026-06-10' });
    expect(treatments.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-03', '2026-05-25']);
    expect(duePatient(sessions, null, { today: '2026-06-10', earlyDays: 14 })?.last.id).toBe('later');
  });
});
