import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../../src/exchange/calendar-file';
import { checkPoints } from '../../../src/protocol/check-points';
import { amount } from '../../../src/protocol/words';
import { procedureNote } from '../../../src/record/procedure-note';
import { contentOf } from '../../../src/record/signed-version';
import { calendarDays } from '../../../src/state/calendar-text';
import { completeAt, completeSession } from '../../support/complete-session';
import { sessionWith } from '../../support/patient-history';
import { readCalendar } from '../../support/read-calendar';

const versionOf = (change: Parameters<typeof completeSession>[0] = {}) => ({
  version: 1,
  at: '2026-03-03T00:10:00+01:00',
  session: contentOf(change.startedAt === undefined ? completeSession(change) : completeAt(change.startedAt, change)),
});
/** A day so many days later, as calendars write it; worked out in plain UTC. */
const dayLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
const dayOf = (days: ReturnType<typeof calendarDays>, id: string) => days.days.find((day) => day.id === id);

describe('the days that follow from a session', () => {
  it('are the checks of the protocol and the day on which the note says the next one is due', () => {
    const version = versionOf();
    const { days } = calendarDays(version);
    expect(days.map(({ id, day }) => [id, day])).toEqual([
      ['two-weeks', '2026-03-16'],
      ['six-weeks', '2026-04-13'],
      ['due', '2026-05-25'],
    ]);
    expect(dayOf(calendarDays(version), 'due')?.day).toBe(procedureNote(version.session).nextDue);
  });

  it.each([
    ['late in the evening, east of Greenwich', '2026-03-02T23:50:00+01:00', '2026-05-25'],
    ['just after midnight', '2026-03-03T00:05:00+01:00', '2026-05-26'],
    ['west of it, when it is the next day in Greenwich', '2026-03-02T22:00:00-05:00', '2026-05-25'],
    ['far east of it, when it is the day before in Greenwich', '2026-03-02T05:00:00+13:00', '2026-05-25'],
    ['before the clocks change', '2026-10-20T09:00:00+02:00', '2027-01-12'],
  ])('are counted from the day on which it was recorded: %s', (_when, startedAt, due) => {
    const file = calendarFile([calendarDays(versionOf({ startedAt }))]);
    const days = readCalendar(file).map((event) => event.get('DTSTART')?.value);
    expect(days).toEqual([-70, -42, 0].map((later) => dayLater(due, later)));
  });

  it('say from when on the practice books, and that earlier than it is due is warned about', () => {
    expect(dayOf(calendarDays(versionOf()), 'due')?.text).toMatch(
      /^Due 12 weeks after .* An earlier one is warned about\./,
    );
    expect(dayOf(calendarDays(versionOf(), 7), 'due')?.text).toMatch(
      /^May be booked from 2026-05-18 on: .* up to 7 days early\. A session earlier than 12 weeks is warned about\./,
    );
  });

  it('say of each check how well it is supported, and that it awaits sign-off unless it is confirmed', () => {
    const days = calendarDays(versionOf());
    for (const { id, evidence } of checkPoints) {
      const text = dayOf(days, id)?.text ?? '';
      expect(text.includes('awaiting clinical sign-off')).toBe(evidence !== 'confirmed');
    }
    expect(dayOf(days, 'two-weeks')?.text).toContain('weak source');
    expect(dayOf(days, 'six-weeks')?.text).toContain('unconfirmed: no source was read');
  });

  it('name nobody unless that was chosen', () => {
    const version = versionOf({ patient: { id: 'p-secret', label: 'Ελένη П.', born: '1980', recordNumber: 'R-77' } });
    const silent = calendarFile([calendarDays(version)]);
    for (const told of ['Ελένη', 'p-secret', '1980', 'R-77']) expect(silent).not.toContain(told);
    expect(dayOf(calendarDays(version, 0, 'label'), 'due')?.summary).toBe('Next session due (12 weeks): Ελένη П.');
  });

  const empty = contentOf(sessionWith('v', '2026-03-02T09:00:00+01:00', { open: 31 }));

  it('are none where nothing was injected, or drug was lost before the first needle', () => {
    expect(calendarDays({ ...versionOf(), session: empty }).days).toEqual([]);
    const vial = empty.vials[0]?.id ?? '';
    const made = { id: 'l', step: 'l', at: '2026-03-02T09:05:00+01:00', by: '' };
    const leak = { ...made, kind: 'incident', what: 'leak', units: amount(5), vial, reason: 'cracked' } as const;
    const leaked = { ...empty, entries: [...empty.entries, leak] };
    expect(calendarDays({ ...versionOf(), session: leaked }).days).toEqual([]);
    const dose = { ...leak, what: 'extra-dose' } as const;
    expect(
      calendarDays({ ...versionOf(), session: { ...empty, entries: [...empty.entries, dose] } }).days,
    ).toHaveLength(3);
  });

  it('are cancelled, each by its own id, by a version that says that nothing was injected after all', () => {
    const first = { ...versionOf(), session: { ...versionOf().session, id: empty.id } };
    const third = { ...first, version: 3, at: '2026-03-04T08:00:00+01:00', session: empty };
    const versions = [first, { ...first, version: 2, session: empty }, third];
    const before = readCalendar(calendarFile([calendarDays(first, 0, 'nobody', versions)]));
    const after = readCalendar(calendarFile([calendarDays(third, 0, 'nobody', versions)]));
    const of = (events: typeof before, name: string) => events.map((event) => event.get(name)?.value);
    expect(of(before, 'STATUS')).toEqual([undefined, undefined, undefined]);
    expect(of(after, 'STATUS')).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
    expect(of(after, 'UID')).toEqual(of(before, 'UID'));
    expect(of(after, 'DTSTART')).toEqual(of(before, 'DTSTART'));
    for (const [n, told] of of(after, 'SEQUENCE').entries())
      expect(Number(told)).toBeGreaterThan(Number(of(before, 'SEQUENCE')[n]));
    // A later one that has days again sets them down anew; the first never had anything to take back.
    expect(calendarDays(first, 0, 'nobody', [third]).days.some(({ cancelled }) => cancelled)).toBe(false);
    expect(calendarDays({ ...first, session: empty }, 0, 'nobody', versions).days).toEqual([]);
  });
});
