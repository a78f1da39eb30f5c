import { type Day, isDay } from '../record/calendar';

/** In which order a date is written. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';
export const dateOrders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];

const yearFirst = /^(\d{4})[-/.\s](\d{1,2})[-/.\s](\d{1,2})(?:[T\s].*)?$/;
const yearLast = /^(\d{1,2})[-/.\s]\s?(\d{1,2})[-/.\s]\s?(\d{4}|\d{2})(?:[T\s,].*)?$/;

/** A cell as a day in the given order; null where it is none. A time behind it is let go. Two digits of a year are of 2000. */
export function dayOfCell(cell: string, order: DateOrder): Day | null {
  const text = cell.trim();
  const [match, pattern] = order === 'ymd' ? [yearFirst.exec(text), 'ymd'] : [yearLast.exec(text), order];
  if (match === null) return null;
  const [, one = '', two = '', three = ''] = match;
  const [year, month, date] =
    pattern === 'ymd' ? [one, two, three] : pattern === 'dmy' ? [three, two, one] : [three, one, two];
  const day = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

/** The orders in which the most cells are days: one, or two where 03/04 may be either. None where no cell is a day. */
export function ordersOf(cells: readonly string[]): readonly DateOrder[] {
  const said = cells.filter((cell) => cell.trim() !== '');
  const counts = dateOrders.map((order) => said.filter((cell) => dayOfCell(cell, order) !== null).length);
  const most = Math.max(...counts);
  return most === 0 ? [] : dateOrders.filter((_, i) => counts[i] === most);
}
