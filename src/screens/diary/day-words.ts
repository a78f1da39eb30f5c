import { locales } from '../../messages/patient/languages';
import type { PatientWords } from '../../messages/patient/words';
import { tookAny } from '../../outcomes/diary-asked';
import type { Attack, DiaryDay } from '../../outcomes/diary-day';
import { dayFrom } from '../../outcomes/diary-month';
import type { Day } from '../../record/calendar';

/** What is seen of a day at a glance: what was written down, and no judgement of any rule. */
export type Glance = {
  readonly headaches: number;
  /** The worst that was told; null where none was. */
  readonly worst: 1 | 2 | 3 | null;
  /** The patient takes one of them for migraine. */
  readonly migraine: boolean;
  readonly medicine: boolean;
};

/** What is shown of a day: nothing is counted or judged but what stands in it. */
export function glanceAt(day: DiaryDay): Glance {
  const told = day.attacks.flatMap(({ severity }) => severity ?? []);
  return {
    headaches: day.attacks.length,
    worst: told.reduce<Glance['worst']>((worst, one) => (worst === null || one > worst ? one : worst), null),
    migraine: day.attacks.some(takenForMigraine),
    medicine: tookAny(day) === true,
  };
}

/** The patient said of this headache that it was a migraine; an unanswered question is no. */
const takenForMigraine = ({ features }: Attack): boolean => features?.includes('believed-migraine') ?? false;

/** A day in a few words: "headache, severe, 4 hours, you think migraine, Triptan". */
export function dayInWords(day: DiaryDay | undefined, { say, number }: PatientWords): string {
  if (day === undefined) return say('diary.cell.unrecorded');
  const { headaches, worst, migraine, medicine } = glanceAt(day);
  const hours = day.attacks.map((attack) => attack.hours);
  const sum = hours.reduce<number | null>((all, one) => (all === null || one === null ? null : all + one), 0);
  const classes = day.acute?.map((one) => say(`diary.medicine.${one}`)) ?? [];
  return [
    headaches === 0
      ? say('diary.cell.none')
      : headaches === 1
        ? say('diary.cell.headache')
        : say('diary.cell.headaches', { n: number(headaches) }),
    ...(worst === null ? [] : [say(`diary.severity.${worst}`)]),
    ...(headaches === 0 || sum === null ? [] : [say('diary.cell.hours', { hours: sum })]),
    ...(migraine ? [say('diary.cell.migraine')] : []),
    ...(medicine ? [say('diary.cell.medicine'), ...classes] : []),
  ].join(', ');
}

const asDate = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** Names of months and days, as the language writes them. */
export function calendarWords({ language }: Pick<PatientWords, 'language'>) {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' });
  const [month, whole] = [
    format({ month: 'long', year: 'numeric' }),
    format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  ];
  const [short, long] = [format({ weekday: 'short' }), format({ weekday: 'long' })];
  // A Monday, and the six days after it.
  const week = Array.from({ length: 7 }, (_, i) => asDate(dayFrom('2026-03-02', i)));
  return {
    /** "March 2026", of YYYY-MM. */
    month: (text: string) => month.format(asDate(`${text}-01`)),
    /** "Tuesday, 3 March 2026". */
    whole: (day: Day) => whole.format(asDate(day)),
    /** From Monday. */
    weekdays: week.map((date) => ({ short: short.format(date), long: long.format(date) })),
  };
}
