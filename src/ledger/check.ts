import { err, ok, type Result } from '../protocol/words';
import type { Entry } from './entry';
import { foldOf } from './fold';
import type { Refusal } from './refusal';
import { refusalOf } from './rules';
import type { Fold } from './state';
import { emptyTally, record } from './tally';
import type { Vial } from './vial';

/** The first entry of a list that breaks a rule: where it stands, and which rule. */
export type BrokenEntry = { readonly index: number; readonly refusal: Refusal };

/**
 * Replays entries from outside (a file, a store) through the rules the commands obey.
 * The fold if every entry may follow the ones before it, else the first that may not.
 */
export function check(entries: readonly Entry[], vials: readonly Vial[]): Result<Fold, BrokenEntry> {
  const tally = emptyTally(vials);
  for (const [index, entry] of entries.entries()) {
    const refusal = refusalOf(tally, entry);
    if (refusal !== null) return err({ index, refusal });
    record(tally, entry);
  }
  return ok(foldOf(tally));
}
