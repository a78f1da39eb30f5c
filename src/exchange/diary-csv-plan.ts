import type { Diary } from '../outcomes/diary';
import { acuteIds, type DiaryDay, hoursOf, hoursOfDay, missedIds } from '../outcomes/diary-day';
import { missedOut, tookClass, type Told } from '../outcomes/diary-asked';
import { saysTheSame } from '../outcomes/diary-edit';
import type { Day } from '../record/calendar';
import type { DiaryMapping } from './diary-csv-mapping';
import { asked, readRow, type RowDay, type RowRefusal } from './diary-csv-row';
import type { CsvTable } from './diary-csv-table';

export type PlannedDay = {
  readonly day: DiaryDay;
  /** The rows it comes from. */
  readonly rows: readonly number[];
  /** Against the diary: not in it, the same, or another thing said of the same day. */
  readonly against: 'new' | 'same' | { readonly here: DiaryDay };
};

/** What an import would do. Nothing is written by it, and a day that is not in the file is not in it either. */
export type ImportPlan = {
  /** The earliest first. */
  readonly days: readonly PlannedDay[];
  readonly refused: readonly { readonly row: number; readonly why: RowRefusal }[];
  /** Cells that a spreadsheet would take for a formula: they are read as text. */
  readonly formulas: number;
  /** Days of which there are several rows. */
  readonly repeated: number;
};

/** `today` is the last day that has come; `newId` gives each headache its id. */
export function planImport(
  table: CsvTable,
  mapping: DiaryMapping,
  diary: Diary,
  { today, newId }: { readonly today: Day; readonly newId: () => string },
): ImportPlan {
  const refused: { row: number; why: RowRefusal }[] = [];
  const byDay = new Map<Day, { readonly row: number; readonly told: RowDay }[]>();
  let formulas = 0;
  for (const row of table.rows) {
    formulas += row.cells.filter((cell) => /^[=@]./.test(cell.trim())).length;
    const read = readRow(row, table.head, mapping, today);
    if (!read.ok) refused.push({ row: row.n, why: read.error });
    else {
      const rows = byDay.get(read.value.day);
      if (rows === undefined) byDay.set(read.value.day, [{ row: row.n, told: read.value }]);
      else rows.push({ row: row.n, told: read.value });
    }
  }
  const known = new Map(diary.days.map((day) => [day.day, day]));
  const days: PlannedDay[] = [];
  let repeated = 0;
  for (const [day, rows] of byDay) {
    if (rows.length > 1) repeated += 1;
    const why = mapping.sameDay === 'refuse' && rows.length > 1 ? ({ kind: 'SameDay', day } as const) : null;
    const made =
      why ??
      dayFrom(
        day,
        rows.map(({ told }) => told),
        newId,
      );
    if ('kind' in made) {
      refused.push(...rows.map(({ row }) => ({ row, why: made })));
      continue;
    }
    const here = known.get(day);
    const coming = withNoteOf(here, made);
    const against = here === undefined ? 'new' : saysTheSame(here, coming) ? 'same' : { here };
    days.push({ day: coming, rows: rows.map(({ row }) => row), against });
  }
  return {
    days: days.sort((a, b) => (a.day.day < b.day.day ? -1 : 1)),
    refused: refused.sort((a, b) => a.row - b.row),
    formulas,
    repeated,
  };
}

/** The rows of one day as one: a headache each; a medicine that one row tells of was taken that day. */
function dayFrom(day: Day, rows: readonly RowDay[], newId: () => string): DiaryDay | RowRefusal {
  const attacks = rows.flatMap(({ attack }) => (attack === null ? [] : [{ id: newId(), ...attack }]));
  if (attacks.length > 0 && attacks.length < rows.length) return { kind: 'Contradiction' };
  if (hoursOf(attacks) > hoursOfDay) return { kind: 'TooManyHours', day };
  const each = rows.map((one): DiaryDay & Pick<RowDay, 'attack'> => ({ ...one, attacks: [] }));
  const acute = asked(acuteIds, (id) => together(each.map((one) => tookClass(one, id))));
  const missed = asked(missedIds, (id) => together(each.map((one) => missedOut(one, id))));
  const note = [...new Set(each.flatMap((one) => one.note ?? []))].join('\n');
  return {
    day,
    attacks,
    acute: acute.list,
    ...(acute.notAsked.length === 0 ? {} : { acuteNotAsked: acute.notAsked }),
    missed: missed.list,
    ...(missed.notAsked.length === 0 ? {} : { missedNotAsked: missed.notAsked }),
    ...(note === '' ? {} : { note }),
  };
}

/** No only where every row says no. */
const together = (all: readonly Told[]): Told => (all.includes(true) ? true : all.includes(null) ? null : false);

/** A file without words of its own takes none away. */
const withNoteOf = (here: DiaryDay | undefined, day: DiaryDay): DiaryDay =>
  day.note === undefined && here?.note !== undefined ? { ...day, note: here.note } : day;

/**
 * The diary with the planned days: those it does not have, and those it has otherwise and for which theirs are taken; and how many
 * that were. The very same diary where that is none.
 */
export function withImport(
  diary: Diary,
  days: readonly DiaryDay[],
  takeTheirs: (day: Day) => boolean,
): { readonly diary: Diary; readonly written: number } {
  const all = new Map(diary.days.map((day) => [day.day, day]));
  let written = 0;
  for (const one of days) {
    const here = all.get(one.day);
    const day = withNoteOf(here, one);
    if (here !== undefined && (saysTheSame(here, day) || !takeTheirs(day.day))) continue;
    all.set(day.day, day);
    written += 1;
  }
  if (written === 0) return { diary, written };
  return { diary: { ...diary, days: [...all.values()].sort((a, b) => (a.day < b.day ? -1 : 1)) }, written };
}
