import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diaryColumns, diaryCsv } from '../../../src/exchange/diary-csv';
import {
  type DiaryMapping,
  firstMapping,
  isOurs,
  medicineWords,
  ordersIn,
  scalesOf,
} from '../../../src/exchange/diary-csv-mapping';
import { type ImportPlan, planImport, withImport } from '../../../src/exchange/diary-csv-plan';
import { hoursOfCell, severityOf } from '../../../src/exchange/diary-csv-row';
import { type CsvTable, mostBytes, readCsvTable } from '../../../src/exchange/diary-csv-table';
import { tookAny, tookClass } from '../../../src/outcomes/diary-asked';
import { emptyDiary, parseDiary } from '../../../src/outcomes/diary';
import { saysTheSame } from '../../../src/outcomes/diary-edit';
import { randomDiary } from '../../support/random-diary';
import { readCsv } from '../../support/read-csv';

const bytes = (text: string) => new TextEncoder().encode(text);
const table = (text: string): CsvTable => {
  const read = readCsvTable(bytes(text));
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
};
const ports = { today: '2026-11-30', newId: () => crypto.randomUUID() };
const plan = (text: string, change: Partial<DiaryMapping> = {}, diary = emptyDiary('p-1')): ImportPlan => {
  const read = table(text);
  return planImport(read, { ...firstMapping(read), ...change }, diary, ports);
};
const refusals = ({ refused }: ImportPlan) => refused.map(({ row, why }) => [row, why.kind]);

describe('our own file of a diary', () => {
  it('comes back as it was, without any mapping by hand', () => {
    fc.assert(
      fc.property(randomDiary, (diary) => {
        fc.pre(diary.days.length > 0);
        const read = table(diaryCsv(diary));
        expect(isOurs(read)).toBe(true);
        const planned = planImport(read, firstMapping(read), emptyDiary('p-1'), ports);
        expect(planned.refused).toEqual([]);
        const back = withImport(
          emptyDiary('p-1'),
          planned.days.map(({ day }) => day),
          () => true,
        ).diary;
        expect(parseDiary(back)).toMatchObject({ ok: true });
        expect(back.days.map(({ day }) => day)).toEqual(diary.days.map(({ day }) => day));
        for (const [i, day] of back.days.entries()) {
          const written = diary.days[i];
          expect(written !== undefined && saysTheSame(day, written), JSON.stringify([day, written])).toBe(true);
        }
        expect(planImport(read, firstMapping(read), diary, ports).days.every(({ against }) => against === 'same')).toBe(
          true,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('has no cell that a spreadsheet takes for a formula', () => {
    const day = { day: '2026-03-01', attacks: [], acute: [], missed: [], note: '=HYPERLINK("x")' };
    const text = diaryCsv({ ...emptyDiary('p-1'), days: [day] });
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(readCsv(text)[0]).toMatchObject({
      date: '2026-03-01',
      headache: 'no',
      'medicine triptan': 'no',
      note: day.note,
    });
  });

  it('is asked for the order of its dates once a spreadsheet has turned them, and keeps its other columns', () => {
    const attacks = [{ id: 'a', hours: 2, severity: 2 as const, features: null }];
    const text = diaryCsv({
      ...emptyDiary('p-1'),
      days: [{ day: '2026-03-04', attacks, acute: ['triptan'], missed: null }],
    });
    const read = table(text.replace('2026-03-04', '03/04/2026'));
    expect([isOurs(read), firstMapping(read).order]).toEqual([false, null]);
    const { days } = planImport(read, { ...firstMapping(read), order: 'mdy' }, emptyDiary('p-1'), ports);
    expect(days.map(({ day }) => [day.day, day.attacks[0]?.severity, day.attacks[0]?.hours, day.acute])).toEqual([
      ['2026-03-04', 2, 2, ['triptan']],
    ]);
  });

  it('leaves empty what was not asked', () => {
    const attacks = [{ id: 'a', hours: null, severity: null, features: null }];
    const [row] = readCsv(
      diaryCsv({ ...emptyDiary('p-1'), days: [{ day: '2026-03-01', attacks, acute: null, missed: null }] }),
    );
    const told = diaryColumns.filter((name) => row?.[name] !== '');
    expect(told).toEqual(['date', 'headache']);
  });
});

describe('a file of another diary', () => {
  it('tells by the names of its columns what is plain, and asks the rest', () => {
    const read = table('Datum;Stärke;Dauer;Medikamente;Wetter\n03/04/2026;2;4,5;Ibuprofen 400 mg + Triptan;kalt\n');
    expect(firstMapping(read)).toMatchObject({
      roles: ['date', 'severity', 'hours', 'medicines', 'ignore'],
      order: null,
      sameDay: 'refuse',
    });
    expect(medicineWords(read, firstMapping(read))).toEqual(['ibuprofen', 'triptan']);
  });

  it('is not read before it is known whether 03/04 is in March or in April; where a 25 settles it, nobody is asked', () => {
    const text = 'date,severity\n03/04/2026,2\n';
    expect(plan(text).days).toEqual([]);
    expect(plan(text, { order: 'dmy' }).days[0]?.day.day).toBe('2026-04-03');
    expect(plan(text, { order: 'mdy' }).days[0]?.day.day).toBe('2026-03-04');
    expect(firstMapping(table(`${text}25/04/2026,1\n26/04/2026,1\n`)).order).toBe('dmy');
    expect(firstMapping(table(`${text}04/25/2026,1\n04/26/2026,1\n`)).order).toBe('mdy');
  });

  it('is not turned about by one odd row, and needs no choice where no cell is two days', () => {
    const order = (...dates: string[]) => {
      const read = table(`date,severity\n${dates.map((date) => `${date},1\n`).join('')}`);
      return [firstMapping(read).order, ordersIn(read, firstMapping(read)).cell];
    };
    const march = Array.from({ length: 9 }, (_, i) => `03/0${String(i + 1)}/2026`);
    // All of March as a month first, and one day of April the other way.
    expect(order(...march, '25/04/2026')).toEqual([null, '03/01/2026']);
    expect(order(...march, '03/24/2026', '03/25/2026', '03/26/2026', '27/03/2026')).toEqual(['mdy', '']);
    expect(order('25/04/2026')).toEqual(['dmy', '']);
    expect(order('04/04/2026', '04/25/2026')).toEqual(['mdy', '']);
    expect(order('2026-03-01', '03/04/2026')).toEqual(['ymd', '']);
  });

  it('with two digits of a year in front is asked about: 26-03-01 may be of 2026 or of 2001', () => {
    const read = table('date,severity\n26-03-01,2\n26-03-02,2\n26-03-03,2\n');
    expect(ordersIn(read, firstMapping(read))).toEqual({ orders: ['ymd', 'dmy'], cell: '26-03-01' });
    expect(planImport(read, { ...firstMapping(read), order: 'ymd' }, emptyDiary('p-1'), ports).days[0]?.day.day).toBe(
      '2026-03-01',
    );
  });

  it('has columns that are what their whole name says, with a unit behind it or none', () => {
    const { roles } = firstMapping(
      table(
        'Date (day);Datum;Hours of sleep;Medication (preventive);Headache severity;Severity (0-10);Duration (min);Triptan overuse;Headache\n' +
          '1;2026-03-01;8;Topiramate;;4;90;no;yes\n',
      ),
    );
    expect(roles).toEqual(['ignore', 'date', 'ignore', 'ignore', 'ignore', 'severity', 'hours', 'ignore', 'headache']);
  });

  it('is asked what a number counts where its name says minutes, or where there are more of them than hours in a day', () => {
    const unit = (text: string) => firstMapping(table(text)).hoursIn;
    expect(unit('date,Duration (min)\n2026-03-01,20\n')).toBeNull();
    expect(unit('date,Duration\n2026-03-01,4\n2026-03-02,240\n')).toBeNull();
    expect(unit('date,Duration (min)\n2026-03-01,20 min\n')).toBe('h');
    expect(unit('date,Duration (h)\n2026-03-01,4\n')).toBe('h');
    const text = 'date,Duration (min)\n2026-03-01,20\n2026-03-02,2 h\n';
    expect(refusals(plan(text))).toEqual([[2, 'BadHours']]);
    const hours = plan(text, { hoursIn: 'min' }).days.map(({ day }) => day.attacks[0]?.hours);
    expect(hours).toEqual([20 / 60, 2]);
  });

  it('that says "none" among its medicines says that none was taken, and a name is never one that a computer made up', () => {
    const text =
      'date,severity,medication\n2026-03-01,2,none\n2026-03-02,1,-\n2026-03-03,1,No\n2026-03-04,1,constructor\n';
    const days = plan(text).days.map(({ day }) => day);
    expect(days.map(({ acute }) => acute)).toEqual([[], [], [], ['other']]);
    expect(days.map(tookAny)).toEqual([false, false, false, true]);
    expect(plan(text, { words: { none: 'other' } }).days[0]?.day.acute).toEqual(['other']);
  });

  it('has a row refused that holds more cells than the head has names, unless they are empty', () => {
    expect(refusals(plan('date,severity\n2026-03-01,2,4\n2026-03-02,1,,\n'))).toEqual([[2, 'TooManyCells']]);
  });

  it('without words takes no note away, and tells how many days it wrote', () => {
    const mine = { day: '2026-03-01', attacks: [], acute: null, missed: null, note: 'rain' };
    const diary = { ...emptyDiary('p-1'), days: [mine] };
    const text = 'date,headache\n2026-03-01,no\n2026-03-02,no\n';
    expect(plan(text, {}, diary).days.map(({ against }) => against)).toEqual(['same', 'new']);
    const other = plan('date,severity\n2026-03-01,2\n2026-03-02,1\n', {}, diary).days.map(({ day }) => day);
    expect(other[0]?.note).toBe('rain');
    const imported = withImport(diary, other, () => true);
    expect([imported.written, imported.diary.days[0]?.note]).toEqual([2, 'rain']);
    // What another window has written meanwhile is not counted, and its note stays as well.
    const meanwhile = { ...diary, days: [{ ...mine, note: 'sun' }, ...other.slice(1)] };
    const late = withImport(
      meanwhile,
      [{ day: '2026-03-01', attacks: [], acute: [], missed: null }, ...other.slice(1)],
      () => true,
    );
    expect([late.written, late.diary.days[0]?.note]).toEqual([1, 'sun']);
  });

  it('says nothing of what has no column, nor of a day that is not in it', () => {
    const { days } = plan('date,severity,nausea,triptan\n2026-03-01,2,yes,no\n2026-03-03,0,,\n');
    expect(days.map(({ day }) => day.day)).toEqual(['2026-03-01', '2026-03-03']);
    const [first, last] = days.map(({ day }) => day);
    expect(first).toMatchObject({
      attacks: [{ severity: 2, hours: null, features: ['nausea'] }],
      acute: [],
      missed: null,
    });
    expect(first?.attacks[0]?.notAsked).toHaveLength(9);
    if (first === undefined || last === undefined) throw new Error('no days');
    expect([tookClass(first, 'triptan'), tookClass(first, 'opioid'), tookAny(first)]).toEqual([false, null, null]);
    expect(last).toMatchObject({ attacks: [], acute: null, missed: null });
  });

  it('takes an empty cell for no only where that is said', () => {
    const text = 'date,headache,nausea\n2026-03-01,x,\n2026-03-02,,\n';
    expect(refusals(plan(text))).toEqual([[3, 'NothingTold']]);
    const { days } = plan(text, { blankIsNo: true });
    expect(days.map(({ day }) => day.attacks.length)).toEqual([1, 0]);
    expect(days[0]?.day.attacks[0]?.features).toEqual([]);
  });

  it('takes medicines by the class that the user gives each name; an unknown one leaves the other classes open', () => {
    const text =
      'date,severity,medication\n2026-03-01,2,Sumatriptan 50mg; Aspirin\n2026-03-02,1,Pink pill\n2026-03-03,1,none\n';
    const { days } = plan(text, { words: { sumatriptan: 'triptan', aspirin: 'aspirin', none: 'none' } });
    expect(days.map(({ day }) => day.acute)).toEqual([['triptan', 'aspirin'], ['other'], []]);
    expect(days.map(({ day }) => day.acuteNotAsked?.length ?? 0)).toEqual([0, 7, 0]);
  });

  it('has its refusals told by row', () => {
    const rows = [
      'date,headache,severity,hours,nausea',
      ',yes,2,4,no',
      '2026-02-30,yes,2,4,no',
      '2026-12-01,yes,2,4,no',
      '2026-03-01,yes,7,4,no',
      '2026-03-02,yes,2,30,no',
      '2026-03-03,yes,2,4,perhaps',
      '2026-03-04,,,,',
      '2026-03-05,no,2,,no',
      '2026-03-06,yes,1,2,no',
      '2026-03-06,yes,3,4,no',
    ];
    expect(refusals(plan(rows.join('\n'), { scale: { kind: '0-3' }, order: 'ymd', hoursIn: 'h' }))).toEqual([
      [2, 'NoDate'],
      [3, 'BadDate'],
      [4, 'Future'],
      [5, 'BadSeverity'],
      [6, 'BadHours'],
      [7, 'BadYesNo'],
      [8, 'NothingTold'],
      [9, 'Contradiction'],
      [10, 'SameDay'],
      [11, 'SameDay'],
    ]);
    const two = plan(['date,headache,severity,hours', '2026-03-06,yes,1,2', '2026-03-06,yes,3,4'].join('\n'), {
      sameDay: 'attacks',
    });
    expect(two.days[0]?.day.attacks.map(({ severity }) => severity)).toEqual([1, 3]);
    expect(refusals(plan('date,hours\n2026-03-06,20\n2026-03-06,5\n', { sameDay: 'attacks' }))).toEqual([
      [2, 'TooManyHours'],
      [3, 'TooManyHours'],
    ]);
  });

  it('keeps a recorded day that says something else, unless theirs is taken', () => {
    const mine = { day: '2026-03-01', attacks: [], acute: [], missed: [] };
    const diary = { ...emptyDiary('p-1'), days: [mine] };
    const { days } = plan('date,severity\n2026-03-01,2\n2026-03-02,1\n', {}, diary);
    expect(days.map(({ against }) => against)).toEqual([{ here: mine }, 'new']);
    const all = days.map(({ day }) => day);
    expect(withImport(diary, all, () => false).diary.days[0]).toBe(mine);
    expect(withImport(diary, all, () => true).diary.days[0]?.attacks[0]?.severity).toBe(2);
    expect(withImport(diary, [mine], () => true)).toEqual({ diary, written: 0 });
    expect(withImport(diary, [mine], () => true).diary).toBe(diary);
  });

  it('is of a scale of ten where a figure is above three, with the steps as the user sets them', () => {
    const read = table('date,severity\n2026-03-01,2\n2026-03-02,8\n');
    expect(scalesOf(read, firstMapping(read)).map(({ kind }) => kind)).toEqual(['0-10']);
    const scale = { kind: '0-10', moderateFrom: 4, severeFrom: 7 } as const;
    expect(['0', '1', '3', '4', '6,5', '7', '10', '11', 'x', ''].map((cell) => severityOf(cell, scale))).toEqual([
      0,
      1,
      1,
      2,
      2,
      3,
      3,
      undefined,
      undefined,
      null,
    ]);
    expect(severityOf('5', { ...scale, moderateFrom: 6 })).toBe(1);
    expect(severityOf('stark', { kind: '0-3' })).toBe(3);
  });

  it('has hours in whatever way people write them', () => {
    expect(['4', '4,5 h', '4:30', '90 min', '0', '25', 'long'].map((cell) => hoursOfCell(cell, 'h'))).toEqual([
      4,
      4.5,
      4.5,
      1.5,
      0,
      undefined,
      undefined,
    ]);
  });
});

describe('a file that is none', () => {
  const kindOf = (content: Uint8Array) => {
    const read = readCsvTable(content);
    return read.ok ? 'read' : read.error.kind;
  };
  it.each([
    ['nothing', new Uint8Array(), 'Empty'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'Binary'],
    ['a spreadsheet as its program keeps it', bytes('PK\u0003\u0004 and so on'), 'Binary'],
    ['too much', new Uint8Array(mostBytes + 1).fill(65), 'TooLarge'],
    ['a letter', bytes('Dear doctor\nI had a headache\n'), 'OneColumn'],
    ['a table without names', bytes('2026-03-01,2\n2026-03-02,1\n'), 'NoHead'],
    ['a quote that is never closed', bytes('date,note\n2026-03-01,"rain\n2026-03-02,sun\n'), 'BrokenQuotes'],
    ['a quote that goes on behind its end', bytes('date,note\n2026-03-01,"rain" and sun\n'), 'BrokenQuotes'],
    ['names alone', bytes('date,severity\n\n'), 'NoRows'],
    [
      'text of another encoding',
      new Uint8Array([...bytes('date,st'), 0xe4, ...bytes('rke\n2026-03-01,2\n')]),
      'NotUtf8',
    ],
  ])('%s is refused as what it is', (_what, content, kind) => {
    expect(kindOf(content)).toBe(kind);
  });

  it('in the encoding of Western Europe is read once the user says so, and as "Unicode text" at once', () => {
    const western = new Uint8Array([...bytes('date;st'), 0xe4, ...bytes('rke\n2026-03-01;2\n')]);
    const read = readCsvTable(western, 'windows-1252');
    expect(read.ok && read.value.head).toEqual(['date', 'stärke']);
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...Array.from('date\tnote\n2026-03-01\tä\n', (c) => [c.charCodeAt(0), 0]).flat(),
    ]);
    expect(kindOf(wide)).toBe('read');
  });

  it('tells how many cells begin like a formula, and keeps them as text', () => {
    const planned = plan('date,severity,note\n2026-03-01,2,=1+1\n');
    expect([planned.formulas, planned.days[0]?.day.note]).toEqual([1, '=1+1']);
  });
});
