import { type Day, isDay } from '../record/calendar';

/** In which order a date is written. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';
const dateOrders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];

const yearFirst = /^(\d{4})[-/.\s](\d{1,2})[-/.\s](\d{1,2})(?:[T\s].*)?$/;
/** Only with hyphens: 26/03/01 is how nobody writes a day. */
const shortYearFirst = /^(\d{2})-(\d{1,2})-(\d{1,2})(?:[T\s].*)?$/;
const yearLast = /^(\d{1,2})[-/.\s]\s?(\d{1,2})[-/.\s]\s?(\d{4}|\d{2})(?:[T\s,].*)?$/;

/** A cell as a day in the given order; null where it is none. A time behind it is let go. Two digits of a year are of 2000. */
export function dayOfCell(cell: string, order: DateOrder): Day | null {
  const text = cell.trim();
  const match = order === 'ymd' ? (yearFirst.exec(text) ?? shortYearFirst.exec(text)) : yearLast.exec(text);
  if (match === null) return null;
  const [, one = '', two = '', three = ''] = match;
  const [year, month, date] =
    order === 'ymd' ? [one, two, three] : order === 'dmy' ? [three, two, one] : [three, one, two];
  const day = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

/** What the cells say of their order. */
export type FoundOrder = {
  /** The one in which they are read, or those between which somebody has to choose. None where no cell is a day. */
  readonly orders: readonly DateOrder[];
  /** A cell that is another day in each of them; empty where nothing is to be chosen. */
  readonly cell: string;
};

/**
 * The orders that the cells may be in. One odd row must not turn all the others: an order is ruled out only where another reads
 * at least two cells more, or where no cell says another day in it.
 */
export function ordersOf(cells: readonly string[]): FoundOrder {
  const said = cells.filter((cell) => cell.trim() !== '');
  const counted = dateOrders.map((order) => ({
    order,
    n: said.filter((cell) => dayOfCell(cell, order) !== null).length,
  }));
  const best = counted.reduce((most, one) => (one.n > most.n ? one : most));
  if (best.n === 0) return { orders: [], cell: '' };
  const near = counted.filter(({ n }) => n > 0 && n >= best.n - 1).map(({ order }) => order);
  let found: FoundOrder = { orders: [best.order], cell: '' };
  for (const cell of said) {
    const bestDay = dayOfCell(cell, best.order);
    const others = near.filter((order) => {
      const day = dayOfCell(cell, order);
      return order !== best.order && day !== null && day !== bestDay;
    });
    if (bestDay === null || others.length < found.orders.length) continue;
    found = { orders: dateOrders.filter((order) => order === best.order || others.includes(order)), cell };
  }
  return found;
}
