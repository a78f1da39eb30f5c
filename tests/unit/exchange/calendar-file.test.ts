import { describe, expect, it } from 'vitest';
import { calendarFile, type SessionDays } from '../../../src/exchange/calendar-file';
import { readCalendar } from '../../support/read-calendar';

const told = (change: Partial<SessionDays> = {}): SessionDays => ({
  session: '0b1f8a52-6f1e-4a0e-9d6f-0f6a4f1f2c3d',
  at: '2026-03-02T23:50:00+01:00',
  days: [{ id: 'due', day: '2026-05-25', summary: 'Next session', text: 'As agreed' }],
  ...change,
});
const only = (text: string | null) => {
  const [event, ...more] = readCalendar(text);
  if (event === undefined || more.length > 0) throw new Error('not one event');
  return (name: string) => event.get(name)?.value;
};

describe('a calendar file', () => {
  it('holds days and no times, each to its end, whatever the time zone', () => {
    const [event] = readCalendar(calendarFile([told()]));
    expect(event?.get('DTSTART')).toEqual({ name: 'DTSTART', parameters: ';VALUE=DATE', value: '20260525' });
    expect(event?.get('DTEND')).toEqual({ name: 'DTEND', parameters: ';VALUE=DATE', value: '20260526' });
    expect(calendarFile([told()])).not.toMatch(/TZID|VTIMEZONE/);
  });

  it.each([
    ['the end of a month', '2026-05-31', '20260601'],
    ['a leap day', '2028-02-29', '20280301'],
    ['the end of a year', '2026-12-31', '20270101'],
    ['the night in which clocks go forward in Europe', '2026-03-29', '20260330'],
    ['the night in which they go back', '2026-10-25', '20261026'],
  ])('ends the day after, at %s', (_when, day, end) => {
    const event = only(calendarFile([told({ days: [{ id: 'due', day, summary: 'a', text: 'b' }] })]));
    expect(event('DTSTART')).toBe(day.replaceAll('-', ''));
    expect(event('DTEND')).toBe(end);
  });

  it('has the same id in every version and a sequence that rises with the moment, so that it replaces itself', () => {
    const [first, second] = [told(), told({ at: '2026-03-02T22:50:01Z' })].map((one) => only(calendarFile([one])));
    expect(second?.('UID')).toBe(first?.('UID'));
    expect(Number(second?.('SEQUENCE')) - Number(first?.('SEQUENCE')), 'a second later, whatever the offset').toBe(1);
    const ids = ['two-weeks', 'due'].map((id) => ({ id, day: '2026-05-25', summary: '', text: '' }));
    const events = readCalendar(calendarFile([told({ days: ids }), told({ session: 'another', days: ids })]));
    expect(new Set(events.map((event) => event.get('UID')?.value)).size).toBe(4);
  });

  it('is none where there is no day to tell', () => {
    expect(calendarFile([])).toBeNull();
    expect(calendarFile([told({ days: [] })])).toBeNull();
  });

  it('takes back a day under the id that it was told by', () => {
    const [day] = told().days;
    if (day === undefined) throw new Error('no day');
    const first = only(calendarFile([told()]));
    const second = only(calendarFile([told({ at: '2026-03-04T09:00:00+01:00', days: [{ ...day, cancelled: true }] })]));
    expect([first('STATUS'), second('STATUS')]).toEqual([undefined, 'CANCELLED']);
    expect(second('UID')).toBe(first('UID'));
    expect(Number(second('SEQUENCE'))).toBeGreaterThan(Number(first('SEQUENCE')));
  });

  it('has a sequence that calendars can hold, above those of files that counted versions', () => {
    const sequence = (at: string) => Number(only(calendarFile([told({ at })]))('SEQUENCE'));
    expect(sequence('2026-01-01T00:00:00Z')).toBeGreaterThan(1_000_000);
    expect(sequence('2087-12-31T00:00:00Z')).toBeLessThan(2 ** 31);
    expect(sequence('1970-01-01T00:00:00Z'), 'of a clock that was not set').toBe(0);
  });

  it('tells the time of the version and no other: the same version gives the same bytes', () => {
    expect(only(calendarFile([told()]))('DTSTAMP')).toBe('20260302T225000Z');
    expect(calendarFile([told()])).toBe(calendarFile([told()]));
  });

  it('keeps every line within 75 octets and every character whole, in any script', () => {
    const said = 'Ελένη Παπαδοπούλου; Екатерина Ивановна, \\ "К. М." 🙂 '.repeat(9);
    for (let cut = 0; cut < 40; cut += 1) {
      const text = said.slice(cut === 1 ? 2 : cut);
      if (/\p{Surrogate}/u.test(text)) continue;
      const event = only(calendarFile([told({ days: [{ id: 'due', day: '2026-05-25', summary: text, text }] })]));
      expect(event('SUMMARY')).toBe(text);
      expect(event('DESCRIPTION')).toBe(text);
    }
  });

  it('lets nothing that was written end a line or begin a property of its own', () => {
    const summary = 'a\r\nATTENDEE:mailto:b@c\rEND:VEVENT\n\u2028X\u0000\u0007\u0085Y';
    const event = only(calendarFile([told({ days: [{ id: 'due', day: '2026-05-25', summary, text: '' }] })]));
    expect(event('SUMMARY')).toBe('a\nATTENDEE:mailto:b@c\nEND:VEVENT\n\nX  \nY');
    expect(event('ATTENDEE')).toBeUndefined();
  });
});
