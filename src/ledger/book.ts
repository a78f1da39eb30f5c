import { type Amount, fromThousandths, thousandths } from '../protocol/words';
import type { VialTotals } from './state';
import type { Vial } from './vial';

/** What left one vial, and for what: whole thousandths of a unit, so that adding and taking back is exact. */
export type Book = Record<'given' | 'offProtocol' | 'incidents' | 'wasted', number>;
export type Account = keyof Book;

type Books = { readonly vials: readonly Vial[]; readonly books: Map<string, Book> };

/** A vial that nothing has left yet. */
export const emptyBook = (): Book => ({ given: 0, offProtocol: 0, incidents: 0, wasted: 0 });

/** Puts an amount down to an account of a vial, or (`-1`) takes it back. */
export function put({ books }: Books, vial: string, account: Account, amount: Amount, sign: 1 | -1): void {
  const book = books.get(vial) ?? emptyBook();
  book[account] += sign * thousandths(amount);
  books.set(vial, book);
}

/** What is left in a vial; undefined if the session has no such vial. */
export function leftIn({ vials, books }: Books, id: string): Amount | undefined {
  const vial = vials.find((one) => one.id === id);
  return vial === undefined ? undefined : vialTotals(vial, books.get(id) ?? emptyBook()).left;
}

/** A vial's account to the thousandth: what went into the patient or was lost, what was discarded, what is left. */
export function vialTotals({ strength }: Vial, { given, offProtocol, incidents, wasted }: Book): VialTotals {
  const drawn = given + offProtocol + incidents;
  return {
    strength,
    given: fromThousandths(given),
    offProtocol: fromThousandths(offProtocol),
    incidents: fromThousandths(incidents),
    wasted: fromThousandths(wasted),
    drawn: fromThousandths(drawn),
    left: fromThousandths(thousandths(strength) - drawn - wasted),
  };
}
