import {
  type AcuteClass,
  acuteIds,
  featureIds,
  type MigraineFeature,
  type Missed,
  missedIds,
} from '../outcomes/diary-day';
import { diaryColumns, type WordClass } from './diary-csv';
import { type DateOrder, type FoundOrder, ordersOf } from './diary-csv-date';
import type { CsvTable } from './diary-csv-table';
import { isDay } from '../record/calendar';

/** What a column of somebody's file is to a diary. Each but `ignore` and `medicines` at most once. */
export type ColumnRole =
  | 'ignore'
  | 'date'
  /** Whether there was a headache: yes or no. */
  | 'headache'
  | 'severity'
  | 'hours'
  /** Names of what was taken. */
  | 'medicines'
  | 'note'
  | `feature ${MigraineFeature}`
  | `medicine ${AcuteClass}`
  | `missed ${Missed}`;

const columnRoles: readonly ColumnRole[] = [
  'ignore',
  'date',
  'headache',
  'severity',
  'hours',
  'medicines',
  'note',
  ...featureIds.map((id) => `feature ${id}` as const),
  ...acuteIds.map((id) => `medicine ${id}` as const),
  ...missedIds.map((id) => `missed ${id}` as const),
];

/** From 0 to 10, where mild ends and where moderate does. The steps are the user's to say: diaries do not agree on them. */
export type SeverityScale =
  | { readonly kind: '0-3' }
  | { readonly kind: '0-10'; readonly moderateFrom: number; readonly severeFrom: number };

/** What is offered first: 1 to 3 mild, 4 to 6 moderate, 7 to 10 severe. Chosen; it stands on the screen and can be changed. */
export const usualScale = { kind: '0-10', moderateFrom: 4, severeFrom: 7 } as const;

export type HoursUnit = 'h' | 'min';

export type DiaryMapping = {
  /** One a column. */
  readonly roles: readonly ColumnRole[];
  /** Null while nobody has said whether 03/04 is in March or in April: nothing can be read before. */
  readonly order: DateOrder | null;
  readonly scale: SeverityScale;
  /** What a number without a unit counts in the column of hours. Null while nobody has said so, where it is in doubt. */
  readonly hoursIn: HoursUnit | null;
  /** An empty cell of a yes or no column says no; else it says nothing. */
  readonly blankIsNo: boolean;
  /** Several rows of one day: each a headache of its own, or none of them is taken. */
  readonly sameDay: 'refuse' | 'attacks';
  /** Names of medicines, in small letters; one that is not in it is `unknown`. */
  readonly words: Readonly<Record<string, WordClass>>;
};

/** Whether a file is one of ours, as it was written: it needs no mapping. A spreadsheet may have turned its dates into another order. */
export const isOurs = ({ head, rows }: CsvTable): boolean =>
  hasOurHead(head) && rows.every(({ cells }) => isDay((cells[0] ?? '').trim()));

const hasOurHead = (head: readonly string[]): boolean =>
  head.length === diaryColumns.length && diaryColumns.every((name, i) => head[i] === name);

/** The mapping to begin with: what the names of the columns tell plainly, and nothing that is a guess about a value. */
export function firstMapping(table: CsvTable): DiaryMapping {
  const rest = { blankIsNo: false, words: {} };
  if (hasOurHead(table.head)) {
    const roles = table.head.map((name) => columnRoles.find((role) => role === name) ?? ours[name] ?? 'ignore');
    const order = isOurs(table) ? 'ymd' : onlyOrder(table, { roles });
    return { ...rest, roles, order, scale: { kind: '0-3' }, hoursIn: 'h', sameDay: 'attacks' };
  }
  const taken = new Set<ColumnRole>();
  const roles = table.head.map((name) => {
    const plain = name.replace(unitBehind, '').trim();
    const role = namedRoles.find(
      ([pattern, one]) => pattern.test(plain) && (one === 'medicines' || !taken.has(one)),
    )?.[1];
    if (role === undefined) return 'ignore';
    taken.add(role);
    return role;
  });
  const mapping = { ...rest, roles, order: null, scale: { kind: '0-3' }, sameDay: 'refuse' } as const;
  return {
    ...mapping,
    order: onlyOrder(table, mapping),
    scale: scalesOf(table, mapping)[0] ?? { kind: '0-3' },
    hoursIn: onlyUnit(table, mapping),
  };
}

const ours: Readonly<Record<string, ColumnRole>> = { 'severity 1-3': 'severity' };

/** The cells of the column that has a role, in order; none where no column has. */
function cellsOf(table: CsvTable, { roles }: Pick<DiaryMapping, 'roles'>, role: ColumnRole): readonly string[] {
  const at = roles.indexOf(role);
  return at < 0 ? [] : table.rows.map(({ cells }) => cells[at] ?? '');
}

/** The orders that the column of days may be in, by all its cells. */
export const ordersIn = (table: CsvTable, mapping: Pick<DiaryMapping, 'roles'>): FoundOrder =>
  ordersOf(cellsOf(table, mapping, 'date'));

/** That order where there is one alone; null where nothing tells, or several fit. */
export function onlyOrder(table: CsvTable, mapping: Pick<DiaryMapping, 'roles'>): DateOrder | null {
  const [order, other] = ordersIn(table, mapping).orders;
  return other === undefined ? (order ?? null) : null;
}

/** Hours, unless the name of the column or more of them than a day has put it in doubt. Cells with a unit of their own ask for none. */
export function onlyUnit(table: CsvTable, mapping: Pick<DiaryMapping, 'roles'>): HoursUnit | null {
  const bare = cellsOf(table, mapping, 'hours').flatMap((cell) => {
    const text = cell.trim().replace(',', '.');
    return /^\d+(\.\d+)?$/.test(text) ? [Number(text)] : [];
  });
  const saysMinutes = /(^|[^\p{L}])min/iu.test(table.head[mapping.roles.indexOf('hours')] ?? '');
  return bare.length > 0 && (saysMinutes || bare.some((one) => one > 24)) ? null : 'h';
}

/** The scales that the severities in the file may be of: a figure above 3 is of none that ends there. */
export function scalesOf(table: CsvTable, mapping: Pick<DiaryMapping, 'roles'>): readonly SeverityScale[] {
  const figures = cellsOf(table, mapping, 'severity').map((cell) => Number(cell.trim().replace(',', '.')));
  return figures.some((one) => one > 3) ? [usualScale] : [{ kind: '0-3' }, usualScale];
}

/** Every name in the columns of medicines, in small letters, the commonest first. */
export function medicineWords(table: CsvTable, { roles }: Pick<DiaryMapping, 'roles'>): readonly string[] {
  const counts = new Map<string, number>();
  const columns = roles.flatMap((role, i) => (role === 'medicines' ? [i] : []));
  for (const { cells } of table.rows)
    for (const at of columns)
      for (const word of wordsIn(cells[at] ?? '')) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([word]) => word);
}

/** "Ibuprofen 400 mg; Triptan" is two names; how much was taken is not part of one. */
export const wordsIn = (cell: string): readonly string[] =>
  cell
    .toLowerCase()
    .split(/[;,+&|/\n]/)
    .map((word) =>
      word
        .replace(/\d+([.]\d+)?\s*(mg|g|ml|µg|mcg|x)?(?![\p{L}])/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((word) => word !== '');

/** What a name of a medicine is: as the user said, else "none" where it says so plainly, else not known. */
export const classOf = ({ words }: Pick<DiaryMapping, 'words'>, word: string): WordClass =>
  (Object.hasOwn(words, word) ? words[word] : undefined) ?? (saysNothing.has(word) ? 'none' : 'unknown');

const saysNothing = new Set(
  '- -- – — no none nil nothing kein keine keins nein nichts ninguno ninguna nada non aucun aucune rien'.split(' '),
);

/** A unit or a range in brackets behind a name: "Duration (min)", "Severity (0-10)". Anything else there is part of the name. */
const unitBehind =
  /\s*[([](h|hrs?|hours?|std\.?|stunden?|horas?|heures?|min\.?|mins|minutes?|minuten?|minutos?|\d+\s?[-–]\s?\d+|yes\/no|y\/n|ja\/nein|s[ií]\/no|oui\/non)[)\]]$/i;

/** Names of columns, in the four languages of the diary, that say plainly what stands below them: the whole name, or it is a guess. */
const namedRoles: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(date|day|datum|tag|fecha|d[ií]a|jour)$/i, 'date'],
  [/^(note|notes|comments?|notiz(en)?|bemerkung(en)?|notas?|remarques?)$/i, 'note'],
  [/^(severity|intensity|pain (level|score)|st[äa]rke|schmerzst[äa]rke|intensidad|intensit[ée])$/i, 'severity'],
  [/^(hours?|duration|dauer|stunden|horas|duraci[oó]n|dur[ée]e|heures)$/i, 'hours'],
  [/^triptan[se]?$/i, 'medicine triptan'],
  [/^(medication|medicines?|medikamente?|medicamentos?|m[ée]dicaments?|acute medication|drugs?)$/i, 'medicines'],
  [/^(nausea|[üu]belkeit|n[áa]useas?|naus[ée]es?)$/i, 'feature nausea'],
  [/^(vomiting|erbrechen|v[óo]mitos?|vomissements?)$/i, 'feature vomiting'],
  [/^(photophobia|light sensitiv\w*|lichtempfindlich\w*|fotofobia|photophobie)$/i, 'feature light-sensitive'],
  [/^(phonophobia|sound sensitiv\w*|l[äa]rmempfindlich\w*|fonofobia|phonophobie)$/i, 'feature sound-sensitive'],
  [/^aura$/i, 'feature aura'],
  [/^(headache|kopfschmerz(en)?|dolor de cabeza|mal de t[êe]te)$/i, 'headache'],
];
