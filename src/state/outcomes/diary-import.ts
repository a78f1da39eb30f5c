import { type DateOrder, dayOfCell, ordersOf } from '../../exchange/diary-csv-date';
import type { WordClass } from '../../exchange/diary-csv';
import {
  cellsOf,
  type ColumnRole,
  type DiaryMapping,
  firstMapping,
  isOurs,
  medicineWords,
  onlyOrder,
  scalesOf,
  usualScale,
} from '../../exchange/diary-csv-mapping';
import { type ImportPlan, type PlannedDay, planImport, withImport } from '../../exchange/diary-csv-plan';
import type { RowRefusal } from '../../exchange/diary-csv-row';
import { type CsvEncoding, type CsvProblem, type CsvTable, readCsvTable } from '../../exchange/diary-csv-table';
import type { Diary } from '../../outcomes/diary';
import type { Day } from '../../record/calendar';
import type { Result } from '../../record/ports';

/** What the import of a diary shows and asks. Nothing of it writes; `withImported` gives the diary to be kept. */
export type DiaryTable = CsvTable;
export type Mapping = DiaryMapping;
export type Role = ColumnRole;
export type Planned = ImportPlan;
export type Coming = PlannedDay;
export type Refusal = RowRefusal;
export type FileProblem = CsvProblem;
export type MedicineWord = WordClass;
export type Order = DateOrder;

export const readTable = (bytes: Uint8Array, encoding: CsvEncoding): Result<DiaryTable, FileProblem> =>
  readCsvTable(bytes, encoding);

export const beginMapping = (table: DiaryTable): Mapping => firstMapping(table);
export const needsNoMapping = (table: DiaryTable): boolean => isOurs(table.head);

/** A column gets a role; whichever had it before has none, unless several may have it. What depends on the cells is asked anew. */
export function withRole(table: DiaryTable, mapping: Mapping, column: number, role: Role): Mapping {
  const alone = role !== 'ignore' && role !== 'medicines';
  const roles = mapping.roles.map((one, i) => (i === column ? role : alone && one === role ? 'ignore' : one));
  const next = { ...mapping, roles };
  const was = mapping.roles[column];
  return {
    ...next,
    order: role === 'date' || was === 'date' ? onlyOrder(table, next) : mapping.order,
    scale: role === 'severity' || was === 'severity' ? (scalesOf(table, next)[0] ?? mapping.scale) : mapping.scale,
  };
}

/** What the cells leave open. */
export type Questions = {
  /** Ways to read the date, each with the day that the first ambiguous cell then is; one or none where nothing is to be asked. */
  readonly orders: readonly { readonly order: Order; readonly day: Day }[];
  readonly dateCell: string;
  readonly scales: readonly Mapping['scale']['kind'][];
  /** Names of medicines in the file. */
  readonly words: readonly string[];
  readonly yesNo: boolean;
};

export function questionsOf(table: DiaryTable, mapping: Mapping): Questions {
  const dates = cellsOf(table, mapping, 'date');
  const orders = ordersOf(dates);
  // The cell that is asked about is one that says another day in every order.
  const open =
    dates.find((cell) => new Set(orders.map((order) => dayOfCell(cell, order))).size === orders.length) ?? '';
  return {
    orders: orders.flatMap((order) => {
      const day = dayOfCell(open, order);
      return day === null ? [] : [{ order, day }];
    }),
    dateCell: open,
    scales: mapping.roles.includes('severity') ? scalesOf(table, mapping).map(({ kind }) => kind) : [],
    words: medicineWords(table, mapping),
    yesNo: mapping.roles.some((role) => role === 'headache' || role === 'medicines' || role.includes(' ')),
  };
}

export const scaleOf = (kind: Mapping['scale']['kind']): Mapping['scale'] => (kind === '0-3' ? { kind } : usualScale);

/** A mapping can be used once it has a date whose order is known. */
export const isUsable = ({ roles, order }: Mapping): boolean => roles.includes('date') && order !== null;

export const planOf = (
  table: DiaryTable,
  mapping: Mapping,
  diary: Diary,
  ports: { readonly today: Day; readonly newId: () => string },
): Planned => planImport(table, mapping, diary, ports);

/** Days that are not in the diary, and those it has otherwise for which theirs are taken. */
export const withImported = (diary: Diary, { days }: Planned, theirs: (day: Day) => boolean): Diary =>
  withImport(
    diary,
    days.map(({ day }) => day),
    theirs,
  );
