import '../../messages/later';
import { t } from '../../messages/translate';
import { type WearOff, type WearOffByWeek, wearOffFacts } from '../../outcomes/wear-off';
import type { Bounds } from './course-chart';
import { boundsText } from './course-figures';
import { citedText, type Said } from './course-response-text';
import { perMonthText } from './course-rows';

const weekDays = 7;

/** Headache days of one week of the cycle, as they are on average over the cycles: of 7. */
export type WeekRow = {
  readonly week: number;
  /** Days of 7; null: nothing of it was recorded. */
  readonly days: Bounds | null;
  readonly text: string;
  /** How many of its days were recorded: "12 of 14 days". */
  readonly of: string;
};

/** The earliest week first. Days are taken to a week of 7, as bounds where the diary leaves some open. */
export const weekRows = ({ weeks }: WearOffByWeek): readonly WeekRow[] =>
  weeks.map(({ week, count }): WeekRow => {
    const of = t('course.weekOf', { recorded: count.recorded, of: count.of });
    if (count.recorded === 0) return { week, days: null, text: t('course.notRecorded'), of };
    const days = { low: (count.low * weekDays) / count.of, high: (count.high * weekDays) / count.of };
    return { week, days, text: boundsText(days), of };
  });

/** Whether headache days rise at the end of the cycle; null where no cycle ran through its last weeks. */
export function wearOffText({ together, byCycle }: WearOffByWeek): Said | null {
  if (together === null) return null;
  const { bestWeeks, lastWeeks, share } = wearOffFacts;
  const weeks = { bestFrom: bestWeeks.from, bestTo: bestWeeks.to, lastFrom: lastWeeks.from, lastTo: lastWeeks.to };
  return {
    tone: 'open',
    title: t(`response.wear.${together.state}`, weeks),
    lines: [
      t('response.wear.figures', { ...weeks, ...figures(together) }),
      ...(byCycle.length < 2
        ? []
        : byCycle.map((one) => t('response.wear.ofCycle', { cycle: one.cycle, ...figures(one) }))),
      t('response.wear.known', { percent: String(share.percent), of: share.of, late: String(share.lateOnsetPercent) }),
    ],
    from: `${t('response.wear.bestFrom', { ...weeks, from: citedText(bestWeeks) })} ${citedText(share)}`,
  };
}

const figures = ({ best, last }: WearOff): { readonly best: string; readonly last: string } => ({
  best: perMonthText(best),
  last: perMonthText(last),
});
