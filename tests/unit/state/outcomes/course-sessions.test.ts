import { describe, expect, it } from 'vitest';
import { listingOf } from '../../../../src/record/listing';
import { err, ok } from '../../../../src/record/ports';
import { cycleRows } from '../../../../src/state/outcomes/course-rows';
import { knownSessions, unreadText, withheldText } from '../../../../src/state/outcomes/course-sessions';
import { courseView } from '../../../../src/state/outcomes/course-view';
import { criterionLine } from '../../../../src/state/outcomes/qualify-text';
import { qualifyView } from '../../../../src/state/outcomes/qualify-view';
import { emptyFile } from '../../../../src/outcomes/patient-file';
import { sessionWith } from '../../../support/patient-history';
import { sampleDiary } from '../../../support/sample-course';

const days = ['2026-03-02', '2026-05-25', '2026-08-17'];
const sessions = days.map((day, n) => {
  const at = `${day}T09:00:00+01:00`;
  return listingOf(sessionWith(`visit-${String(n)}`, at), at, true);
});
const patient = sessions[0]?.patient ?? { id: '', label: '' };
const damaged = { kind: 'damaged' as const, id: 'x', why: 'it does not open' };
const failed = { kind: 'Unavailable' as const, why: 'the disk' };
const all = knownSessions(ok(sessions), patient.id);
const some = knownSessions(ok([damaged, ...sessions.slice(1)]), patient.id);
const none = knownSessions(err(failed), patient.id);

const windows = [22, ...Array.from({ length: 9 }, () => 9)].map((headache) => ({ headache, migraine: headache }));
const diary = sampleDiary(patient.id, '2026-02-02', windows);
const file = { ...emptyFile(patient), rule: 'nice-ta260' as const };
const now = '2026-11-08T20:00:00+01:00';
const view = ({ sessions: known, unread }: typeof all) => courseView({ file, diary, sessions: known, unread, now });

describe('the sessions of a patient', () => {
  it('are those that can be read, the earliest first, with how many records cannot', () => {
    expect(all.sessions.map(({ id }) => id)).toEqual(['visit-0', 'visit-1', 'visit-2']);
    expect([all.unread, unreadText(all)]).toEqual([0, '']);
    expect([some.sessions.length, some.unread]).toEqual([2, 1]);
    expect(unreadText(some)).toBe('One record on this device cannot be read: it may be a session of this patient.');
  });

  it('are not known where their list cannot be read, which is said and is not none', () => {
    expect(none).toEqual({ sessions: [], unread: null, error: failed });
    expect(unreadText(none)).toMatch(
      /^The sessions cannot be read, so nothing here knows of any treatment: .*the disk/,
    );
  });
});

describe('what hangs on which sessions there were', () => {
  it('is said where every record could be read', () => {
    const { verdict, positiveStop, wearOff } = view(all);
    expect([verdict?.kind, positiveStop?.kind, wearOff.together?.state]).toEqual([
      'responds',
      'reached',
      'does-not-rise',
    ]);
    expect(withheldText(view(all))).toBeNull();
  });

  it.each([
    ['a record', some, 'One record on this device cannot be read: it may be a session of this patient.'],
    ['the list', none, 'The list of sessions cannot be read: there may be sessions of this patient.'],
  ])('is withheld while %s cannot be read, with the reason', (_, known, why) => {
    const course = view(known);
    expect([course.verdict, course.positiveStop, course.wearOff.together, course.trend]).toEqual([
      null,
      null,
      null,
      [],
    ]);
    expect(cycleRows(course).every(({ by30, by50 }) => by30 === 'Cannot say' && by50 === 'Cannot say')).toBe(true);
    const said = withheldText(course);
    expect([said?.tone, said?.title, said?.lines[0]]).toEqual(['open', 'No verdict is given', why]);
    const { eligibility } = qualifyView({ file, diary, sessions: known.sessions, unread: known.unread, now });
    expect(eligibility.mayStart).toBe('cannot-say');
    expect(eligibility.start.map(criterionLine)[0]).toMatchObject({ stateText: 'Cannot say', missing: [why] });
  });
});
