import { describe, expect, it } from 'vitest';
import { gridAct } from '../../../src/screens/diary/grid-keys';
import { weeksOf } from '../../../src/outcomes/diary-month';

const today = '2028-03-02';
const press = (key: string, day = '2028-03-01', more: { ctrlKey?: boolean; letters?: boolean } = {}) =>
  gridAct(
    { key, ctrlKey: more.ctrlKey ?? false, metaKey: false, altKey: false },
    { day, today, letters: more.letters ?? true },
  );
const to = (key: string, day?: string) => {
  const act = press(key, day);
  return act?.kind === 'go' ? act.to : null;
};

describe('the keys of the calendar', () => {
  it('move by days and weeks over months, leap days and years, and never to a day that has not come', () => {
    expect([to('ArrowLeft'), to('ArrowUp'), to('ArrowRight')]).toEqual(['2028-02-29', '2028-02-23', '2028-03-02']);
    expect([to('ArrowRight', today), to('ArrowDown'), to('PageDown')]).toEqual([today, today, today]);
    expect([to('ArrowLeft', '2028-01-01'), to('ArrowUp', '2027-01-03')]).toEqual(['2027-12-31', '2026-12-27']);
    expect([to('PageUp', '2028-02-29'), to('PageUp', '2027-03-31'), to('PageDown', '2028-01-31')]).toEqual([
      '2028-01-29',
      '2027-02-28',
      '2028-02-29',
    ]);
    // 1 March 2028 is a Wednesday.
    expect([to('Home'), to('End')]).toEqual(['2028-02-28', today]);
  });

  it('say how the day was: 0 to 3, and letters where letters act', () => {
    expect([press('0'), press('2'), press('4')]).toEqual([{ kind: 'none' }, { kind: 'severity', level: 2 }, null]);
    expect([press('m'), press('T'), press('n')]).toEqual([
      { kind: 'migraine' },
      { kind: 'medicine', one: 'triptan' },
      { kind: 'no-medicine' },
    ]);
    expect(['m', 't', 'n', 'q'].map((key) => press(key, today, { letters: false }))).toEqual([null, null, null, null]);
    expect(press('3', today, { letters: false })).toEqual({ kind: 'severity', level: 3 });
  });

  it('leave the keys of the browser alone, and take a step back', () => {
    expect(press('t', today, { ctrlKey: true })).toBeNull();
    expect([press('z', today, { ctrlKey: true }), press('Delete'), press('Enter'), press('Tab')]).toEqual([
      { kind: 'undo' },
      { kind: 'clear' },
      { kind: 'open' },
      null,
    ]);
  });
});

describe('the weeks of a month', () => {
  it('go from Monday to Sunday and hold every day once', () => {
    for (const month of ['2026-02', '2028-02', '2026-11', '2027-08']) {
      const weeks = weeksOf(month);
      expect(weeks.every((week) => week.length === 7)).toBe(true);
      const days = weeks.flat().filter((day) => day !== null);
      expect(days).toEqual([...new Set(days)].toSorted());
      expect(days).toHaveLength(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate());
    }
    // February 2026 begins on a Sunday.
    expect(weeksOf('2026-02')[0]).toEqual([null, null, null, null, null, null, '2026-02-01']);
  });
});
