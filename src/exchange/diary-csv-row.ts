import {
  type AcuteClass,
  acuteIds,
  type Attack,
  type DiaryDay,
  featureIds,
  type Missed,
  missedIds,
} from '../outcomes/diary-day';
import type { Told } from '../outcomes/diary-asked';
import { type Day, daysBetween } from '../record/calendar';
import { err, ok, type Result } from '../record/ports';
import { unguarded } from './diary-csv';
import { dayOfCell } from './diary-csv-date';
import {
  classOf,
  type ColumnRole,
  type DiaryMapping,
  type HoursUnit,
  type SeverityScale,
  wordsIn,
} from './diary-csv-mapping';
import type { CsvRow } from './diary-csv-table';

/** Why a row becomes no day. `column` is its name in the file. */
export type RowRefusal =
  | { readonly kind: 'NoDate' }
  /** It has cells that no column of the head names: which cell is which is not known. */
  | { readonly kind: 'TooManyCells' }
  | { readonly kind: 'BadDate'; readonly cell: string }
  | { readonly kind: 'Future'; readonly day: Day }
  | { readonly kind: 'BadSeverity'; readonly cell: string }
  | { readonly kind: 'BadHours'; readonly cell: string }
  | { readonly kind: 'BadYesNo'; readonly column: string; readonly cell: string }
  /** Nothing in the row says whether there was a headache. */
  | { readonly kind: 'NothingTold' }
  /** No headache, and yet something of one. */
  | { readonly kind: 'Contradiction' }
  | { readonly kind: 'SameDay'; readonly day: Day }
  /** Several headaches of more hours than a day has. */
  | { readonly kind: 'TooManyHours'; readonly day: Day };

/** A day as one row tells it: with one headache, or none. The attack has no id yet. */
export type RowDay = Omit<DiaryDay, 'attacks'> & { readonly attack: Omit<Attack, 'id'> | null };

/** What a row of the file becomes. `today` is the last day that has come. */
export function readRow(
  { cells }: CsvRow,
  head: readonly string[],
  mapping: DiaryMapping,
  today: Day,
): Result<RowDay, RowRefusal> {
  const { roles, order } = mapping;
  if (cells.slice(head.length).some((cell) => cell.trim() !== '')) return err({ kind: 'TooManyCells' });
  const cellOf = (role: ColumnRole): string => cells[roles.indexOf(role)] ?? '';
  const date = cellOf('date').trim();
  if (date === '' || order === null) return err({ kind: 'NoDate' });
  const day = dayOfCell(date, order);
  if (day === null) return err({ kind: 'BadDate', cell: date });
  if (daysBetween(today, day) > 0) return err({ kind: 'Future', day });

  const said = new Map<ColumnRole, Told>();
  for (const [i, role] of roles.entries()) {
    if (!isYesNo(role)) continue;
    const cell = (cells[i] ?? '').trim();
    const answer = cell === '' ? (mapping.blankIsNo ? false : null) : yesOrNo(cell);
    if (answer === undefined) return err({ kind: 'BadYesNo', column: head[i] ?? '', cell });
    said.set(role, answer);
  }
  const severity = severityOf(cellOf('severity').trim(), mapping.scale);
  if (severity === undefined) return err({ kind: 'BadSeverity', cell: cellOf('severity').trim() });
  const hours = hoursOfCell(cellOf('hours').trim(), mapping.hoursIn);
  if (hours === undefined) return err({ kind: 'BadHours', cell: cellOf('hours').trim() });

  const features = asked(featureIds, (id) => said.get(`feature ${id}`) ?? null);
  const signs = [
    said.get('headache') === true,
    (severity ?? 0) > 0,
    (hours ?? 0) > 0,
    (features.list ?? []).length > 0,
  ];
  const denials = [said.get('headache') === false, severity === 0, hours === 0];
  const [had, hadNot] = [signs.includes(true), denials.includes(true)];
  if (had && hadNot) return err({ kind: 'Contradiction' });
  if (!had && !hadNot) return err({ kind: 'NothingTold' });

  const acute = medicinesOf(cells, mapping, said);
  const missed = asked<Missed>(missedIds, (id) => said.get(`missed ${id}`) ?? null);
  const note = unguarded(cellOf('note'));
  return ok({
    day,
    attack: had
      ? {
          hours,
          severity: severity === 0 ? null : severity,
          features: features.list,
          ...(features.notAsked.length === 0 ? {} : { notAsked: features.notAsked }),
        }
      : null,
    acute: acute.list,
    ...(acute.notAsked.length === 0 ? {} : { acuteNotAsked: acute.notAsked }),
    missed: missed.list,
    ...(missed.notAsked.length === 0 ? {} : { missedNotAsked: missed.notAsked }),
    ...(note.trim() === '' ? {} : { note }),
  });
}

const isYesNo = (role: ColumnRole): boolean => role === 'headache' || /^(feature|medicine|missed) /.test(role);

/** What was told of each: a list of what there was, and what nobody asked about; no list where nothing was asked. */
export function asked<T extends string>(
  all: readonly T[],
  answer: (one: T) => Told,
): { readonly list: readonly T[] | null; readonly notAsked: readonly T[] } {
  const notAsked = all.filter((one) => answer(one) === null);
  return notAsked.length === all.length
    ? { list: null, notAsked: [] }
    : { list: all.filter((one) => answer(one) === true), notAsked };
}

/** Columns of one class each and columns of names together. A list of names is all that was taken, unless one of them is not known. */
function medicinesOf(cells: readonly string[], mapping: DiaryMapping, said: ReadonlyMap<ColumnRole, Told>) {
  const named = new Set<AcuteClass>();
  let [isTold, isUnknown] = [false, false];
  for (const [i, role] of mapping.roles.entries()) {
    if (role !== 'medicines') continue;
    const words = wordsIn(cells[i] ?? '');
    if (words.length > 0 || mapping.blankIsNo) isTold = true;
    for (const word of words) {
      const one = classOf(mapping, word);
      if (one === 'unknown') {
        named.add('other');
        isUnknown = true;
      } else if (one !== 'none') named.add(one);
    }
  }
  return asked<AcuteClass>(acuteIds, (id) => {
    const own = said.get(`medicine ${id}`) ?? null;
    if (own === true || named.has(id)) return true;
    return own === false || (isTold && !isUnknown) ? false : null;
  });
}

const yes = new Set('yes y true 1 x ✓ ✔ ja j wahr si sí s verdadero oui o vrai'.split(' '));
const no = new Set('no n false 0 - nein falsch falso non faux'.split(' '));

function yesOrNo(cell: string): boolean | undefined {
  const word = cell.toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : undefined;
}

const severityWords: readonly ReadonlySet<string>[] = [
  'none no keine kein ninguno nada aucun aucune',
  'mild light slight leicht leve ligero léger légère faible',
  'moderate medium mittel mäßig moderado moderada modéré modérée moyen',
  'severe strong stark schwer intenso intensa fuerte grave sévère fort forte intense',
].map((words) => new Set(words.split(' ')));

/** 0 is no headache; null where the cell is empty; undefined where it is no severity of the scale. */
export function severityOf(cell: string, scale: SeverityScale): 0 | 1 | 2 | 3 | null | undefined {
  if (cell === '') return null;
  const steps = [0, 1, 2, 3] as const;
  const word = severityWords.findIndex((words) => words.has(cell.toLowerCase()));
  if (word >= 0) return steps[word];
  if (!/^\d+([.,]\d+)?$/.test(cell)) return undefined;
  const figure = Number(cell.replace(',', '.'));
  if (scale.kind === '0-3') return steps.find((step) => step === figure);
  if (figure > 10) return undefined;
  return figure === 0 ? 0 : figure >= scale.severeFrom ? 3 : figure >= scale.moderateFrom ? 2 : 1;
}

/**
 * Hours with a fraction: "4,5 h", "4:30", "90 min", and "4" in what is said of a bare number. Null where the cell is empty;
 * undefined where it is no time within a day, or a number of which nobody has said what it counts.
 */
export function hoursOfCell(cell: string, bare: HoursUnit | null): number | null | undefined {
  if (cell === '') return null;
  const text = cell.toLowerCase().replace(',', '.');
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)(?::\d\d)?$/.exec(text) ?? [];
  const [, plain, unit = bare] =
    /^(\d+(?:\.\d+)?)\s*(h|hrs?|hours?|std\.?|stunden?|horas?|heures?|min|m|minutes?|minuten?|minutos?)?\.?$/.exec(
      text,
    ) ?? [];
  const value =
    hours !== undefined
      ? Number(hours) + Number(minutes) / 60
      : plain === undefined || unit === null
        ? undefined
        : Number(plain) / (unit.startsWith('m') ? 60 : 1);
  return value === undefined || value > 24 ? undefined : value;
}
