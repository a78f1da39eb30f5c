import '../../messages/later';
import { t } from '../../messages/translate';
import type { Change } from '../../outcomes/change';
import { type Count, unclear, unrecorded } from '../../outcomes/count';
import { responseLines } from '../../outcomes/rules';
import type { Day } from '../../record/calendar';
import { noteDay } from '../note-dates';
import type { Bounds } from './course-chart';

/** "12", or "12 to 16" where it is not known to the day. */
export const boundsText = ({ low, high }: Bounds): string =>
  low === high ? numberText(low) : t('course.bounds', { low: numberText(low), high: numberText(high) });

/** "12", or "12–16": where there is little room. */
export const shortBounds = ({ low, high }: Bounds): string =>
  low === high ? numberText(low) : t('course.boundsShort', { low: numberText(low), high: numberText(high) });

/** "12", "12 to 16 (4 days not recorded)", or that nothing was recorded: never a number where nothing is known. */
export function countText(count: Count): string {
  if (count.recorded === 0) return t('course.notRecorded');
  const why = gapsText(count);
  return why === '' ? boundsText(count) : t('course.countOf', { count: boundsText(count), why });
}

/** Whether a count says nothing at all: it may be any number of its days. */
export const saysNothing = ({ low, high, of }: Count): boolean => low === 0 && high === of;

/** What keeps a count from being one number: days that were not recorded, and days whose record does not say. Empty where nothing does. */
export function gapsText(count: Count): string {
  const [absent, vague] = [unrecorded(count), unclear(count)];
  return [
    ...(absent > 0 ? [t('course.unrecorded', { n: absent })] : []),
    ...(vague > 0 ? [t('course.unclear', { n: vague })] : []),
  ].join(', ');
}

/** A number with one decimal at most, by a point. */
const numberText = (n: number): string => String(Math.round(n * 10) / 10);

/**
 * "−45 %", "+10 %", "0 %"; between bounds "−45 % to −20 %". Where the days before may have been none there is one bound: the
 * most that they can have become fewer by, or the least that they have become more by.
 */
export function percentText({ percent: { low, high } }: Change): string {
  if (low === null) return t('course.noPercent');
  if (high === null) {
    if (low < 0) return t('course.percentAtMost', { percent: t('course.percent', { n: percentFigure(low) }) });
    return low === 0 ? t('course.percentNotFewer') : t('course.percentAtLeast', { least: signedPercent(low) });
  }
  const [least, most] = [signedPercent(low), signedPercent(high)];
  return least === most ? least : t('course.bounds', { low: least, high: most });
}

/** "−10", "+2", "0", "−14 to −10": days per 28 days. */
export function daysChangeText({ days: { low, high } }: Change): string {
  const [least, most] = [signedNumber(low), signedNumber(high)];
  return least === most ? least : t('course.bounds', { low: least, high: most });
}

function signedNumber(n: number): string {
  const text = numberText(Math.abs(n));
  if (text === '0') return text;
  return t(n < 0 ? 'course.minus' : 'course.plus', { n: text });
}

function signedPercent(percent: number): string {
  const figure = percentFigure(percent);
  if (figure === '0') return t('course.percent', { n: figure });
  return t('course.percent', { n: t(percent < 0 ? 'course.minus' : 'course.plus', { n: figure }) });
}

/** Without its sign: a whole number, but with a decimal where rounding would put it on a response line or over it. */
function percentFigure(percent: number): string {
  const lines = Object.values(responseLines).map((line) => -line.percent);
  const kept = [0, 1].find((digits) =>
    lines.every((line) => side(roundedTo(percent, digits), line) === side(percent, line)),
  );
  const digits = kept ?? 2;
  return Math.abs(roundedTo(percent, digits)).toFixed(digits);
}

const roundedTo = (n: number, digits: number): number => Math.round(n * 10 ** digits) / 10 ** digits;

/** -1 below, 0 on it, 1 above; what is left over of a division is on it. */
const side = (n: number, line: number): number => (Math.abs(n - line) < 1e-9 ? 0 : Math.sign(n - line));

/** "29 Sep 25": where there is little room. */
export const shortDay = (day: Day): string => noteDay(day).replace(/ \d\d(?=\d\d$)/, ' ');

/** "29 Sep to 26 Oct 2026"; the year of the first only where it is another. */
export function spanText({ from, to }: { readonly from: Day; readonly to: Day }): string {
  const first = noteDay(from);
  return t('course.span', { from: from.slice(0, 4) === to.slice(0, 4) ? first.slice(0, -5) : first, to: noteDay(to) });
}
