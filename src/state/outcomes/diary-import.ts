import { type DateOrder, dayOfCell } from '../../exchange/diary-csv-date';
import type { WordClass } from '../../exchange/diary-csv';
import {
  classOf,
  type ColumnRole,
  type DiaryMapping,
  firstMapping,
  type HoursUnit,
  isOurs,
  medicineWords,
  onlyOrder,
  onlyUnit,
  ordersIn,
  scalesOf,
  usualScale,
} from '../../exchange/diary-csv-mapping';
import { type ImportPlan, type PlannedDay, planImport, withImport } from '../../exchange/diary-csv-plan';
import type { RowRefusal } from '../../exchange/diary-csv-row';
import {
  type CsvEncoding,
  type CsvProblem,
  type CsvTable,
  mostBytes,
  readCsvTable,
} from '../../exchange/diary-csv-table';
import type { Diary } from '../../outcomes/diary';
import type { Day } from '../../record/calendar';
import { err, ok, type Result } from '../../record/ports';

/** What the import of a diary shows and asks. Nothing of it writes; `withImported` gives the diary to be kept. */
export type DiaryTable = CsvTable;
export type Mapping = DiaryMapping;
export type Role = ColumnRole;
export type Planned = ImportPlan;
export type Coming = PlannedDay;
export type Refusal = RowRefusal;
export type FileProblem = CsvProblem;
export type MedicineWord = WordClass;
type Order = DateOrder;
export type Unit = HoursUnit;
/**
 * By a name in small letters, as `Questions.words` has it; `none` where it says so itself, `unknown` where nobody did.
 */
export const medicineOf = (mapping: Mapping, name: string): MedicineWord => classOf(mapping, name);

/** At most 10 MiB and 30,000 rows; `FileProblem` says why not. UTF-16 is told by its mark, not by `encoding`. */
export const readTable = (bytes: Uint8Array, encoding: CsvEncoding): Result<DiaryTable, FileProblem> =>
  readCsvTable(bytes, encoding);

/** The bytes of a file. One that is too large is not read at all: a film would fill the memory before it was refused. */
export async function bytesOf(file: Pick<File, 'size' | 'arrayBuffer'>): Promise<Result<Uint8Array, FileProblem>> {
  if (file.size > mostBytes) return err({ kind: 'TooLarge', megabytes: mostBytes / (1024 * 1024) });
  return ok(new Uint8Array(await file.arrayBuffer()));
}

/** By what names and cells of the columns say plainly; an order of dates or a unit in doubt is null, and asked. */
export const beginMapping = (table: DiaryTable): Mapping => firstMapping(table);
/** Whether this app wrote the file: its own columns, and every day still as YYYY-MM-DD. */
export const needsNoMapping = (table: DiaryTable): boolean => isOurs(table);

/** A column gets a role; whichever had it before has none, unless several may have it. What depends on the cells is asked anew. */
export function withRole(table: DiaryTable, mapping: Mapping, column: number, role: Role): Mapping {
  const alone = role !== 'ignore' && role !== 'medicines';
  const roles = mapping.roles.map((one, i) => (i === column ? role : alone && one === role ? 'ignore' : one));
  const next = { ...mapping, roles };
  const was = mapping.roles[column];
  return {
    ...next,
    order: role === 'date' || was === 'date' ? onlyOrder(table, next) : mapping.order,
    hoursIn: role === 'hours' || was === 'hours' ? onlyUnit(table, next) : mapping.hoursIn,
    scale: role === 'severity' || was === 'severity' ? (scalesOf(table, next)[0] ?? mapping.scale) : mapping.scale,
  };
}

/** What the cells leave open. */
export type Questions = {
  /** Ways to read the date, each with the day that the first ambiguous cell then is; one or none where nothing is to be asked. */
  readonly orders: readonly { readonly order: Order; readonly day: Day }[];
  readonly dateCell: string;
  readonly scales: readonly Mapping['scale']['kind'][];
  /** Whether it is in doubt what a number without a unit counts. */
  readonly unit: boolean;
  /** Names of medicines in the file. */
  readonly words: readonly string[];
  readonly yesNo: boolean;
};

/** By every cell of the columns as they are mapped now: to be asked again once a role changed. */
export function questionsOf(table: DiaryTable, mapping: Mapping): Questions {
  const { orders, cell: open } = ordersIn(table, mapping);
  return {
    orders: orders.flatMap((order) => {
      const day = dayOfCell(open, order);
      return day === null ? [] : [{ order, day }];
    }),
    dateCell: open,
    scales: mapping.roles.includes('severity') ? scalesOf(table, mapping).map(({ kind }) => kind) : [],
    unit: onlyUnit(table, mapping) === null,
    words: medicineWords(table, mapping),
    yesNo: mapping.roles.some((role) => role === 'headache' || role === 'medicines' || role.includes(' ')),
  };
}

/** Of 0 to 10 with the usual steps: moderate from 4, severe from 7. */
export const scaleOf = (kind: Mapping['scale']['kind']): Mapping['scale'] => (kind === '0-3' ? { kind } : usualScale);

/** A mapping can be used once it has a date whose order is known, and hours of which it is known what they count; else what is missing. */
export const missingIn = ({ roles, order, hoursIn }: Mapping): 'date' | 'order' | 'unit' | null =>
  !roles.includes('date')
    ? 'date'
    : order === null
      ? 'order'
      : roles.includes('hours') && hoursIn === null
        ? 'unit'
        : null;

/** What the import would do to this diary. A day after `today` is refused; `newId` gives each headache its id. */
export const planOf = (
  table: DiaryTable,
  mapping: Mapping,
  diary: Diary,
  ports: { readonly today: Day; readonly newId: () => string },
): Planned => planImport(table, mapping, diary, ports);

/** Days that are not in the diary, and those it has otherwise for which theirs are taken, and how many they are. */
export const withImported = (
  diary: Diary,
  { days }: Planned,
  theirs: (day: Day) => boolean,
): { readonly diary: Diary; readonly written: number } =>
  withImport(
    diary,
    days.map(({ day }) => day),
    theirs,
  );
