import { err, ok, type Result } from '../protocol/words';
import type { LedgerDoc, Stamp } from './doc';
import type { Entry, ToldZone } from './entry';
import type { Refusal } from './refusal';
import { refusalOf } from './rules';
import { emptyTally, record, type Tally } from './tally';
import type { Vial } from './vial';

/** What comes of a command: the ledger with the entries of one step more, or the rule that stands against it. */
export type Outcome = Result<LedgerDoc, Refusal>;

/** What every entry says of its making. Uses up one id. */
export const made = ({ step, at, by, newId }: Stamp) => ({ id: newId(), step, at, by });

/** What an entry says of warnings: nothing where there were none. */
export const told = (warned: readonly ToldZone[] = []) => (warned.length === 0 ? {} : { warned });

/** The ledger with a step added, if each of its entries may follow the ones before it. Uses up the tally. */
export function append(doc: LedgerDoc, tally: Tally, step: readonly Entry[]): Outcome {
  for (const entry of step) {
    const refusal = refusalOf(tally, entry);
    if (refusal !== null) return err(refusal);
    record(tally, entry);
  }
  return ok({ entries: [...doc.entries, ...step], undone: [] });
}

/** A ledger's entries counted anew. They must keep the rules, as for `fold`. */
export function tallyOf(doc: LedgerDoc, vials: readonly Vial[]): Tally {
  const tally = emptyTally(vials);
  for (const entry of doc.entries) record(tally, entry);
  return tally;
}
