import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diaryColumns, diaryCsv } from '../../../src/exchange/diary-csv';
import {
  type DiaryMapping,
  firstMapping,
  isOurs,
  medicineWords,
  scalesOf,
} from '../../../src/exchange/diary-csv-mapping';
import { type ImportPlan, planImport, withImport } from '../../../src/exchange/diary-csv-plan';
import { hoursOf, severityOf } from '../../../src/exchange/diary-csv-row';
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
        expect(isOurs(read.head)).toBe(true);
        const planned = planImport(read, firstMapping(read), emptyDiary('p-1'), ports);
        expect(planned.refused).toEqual([]);
        const back = withImport(
          emptyDiary('p-1'),
          planned.days.map(({ day }) => day),
          () => true,
        );
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
    expect(firstMapping(table(`${text}25/04/2026,1\n`)).order).toBe('dmy');
    expect(firstMapping(table(`${text}04/25/2026,1\n`)).order).toBe('mdy');
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
    expect(refusals(plan(rows.join('\n'), { scale: { kind: '0-3' }, order: 'ymd' }))).toEqual([
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
    expect(withImport(diary, all, () => false).days[0]).toBe(mine);
    expect(withImport(diary, all, () => true).days[0]?.attacks[0]?.severity).toBe(2);
    expect(withImport(diary, [mine], () => true)).toBe(diary);
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
    expect(['4', '4,5 h', '4:30', '90 min', '0', '25', 'long'].map(hoursOf)).toEqual([
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
