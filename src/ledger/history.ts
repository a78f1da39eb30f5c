import { err, ok, type Result } from '../protocol/words';
import { check } from './check';
import type { LedgerDoc } from './doc';
import type { Entry } from './entry';
import type { Refusal } from './refusal';
import type { Vial } from './vial';

/**
 * Undo and redo of whole steps. The opening plan is no step that can be undone: before it there is nothing to chart on,
 * and who wants no session discards the session.
 */

/** Takes back the last step. `NothingToUndo` when only the opening plan is left. */
export function undo(doc: LedgerDoc): Result<LedgerDoc, Refusal> {
  const from = lastStepStart(doc.entries);
  if (from === null) return err({ kind: 'NothingToUndo' });
  return ok({ entries: doc.entries.slice(0, from), undone: [...doc.undone, doc.entries.slice(from)] });
}

/**
 * Brings back the step undone last. It passes the rules again: what was undone may come from a file, with other vials
 * than it was made with.
 */
export function redo(doc: LedgerDoc, vials: readonly Vial[]): Result<LedgerDoc, Refusal> {
  const step = doc.undone.at(-1);
  if (step === undefined) return err({ kind: 'NothingToRedo' });
  const entries = [...doc.entries, ...step];
  const checked = check(entries, vials);
  return checked.ok ? ok({ entries, undone: doc.undone.slice(0, -1) }) : err(checked.error.refusal);
}

/** Whether there is a step after the opening plan. */
export const canUndo = (doc: LedgerDoc): boolean => lastStepStart(doc.entries) !== null;
/** Whether a step was taken back; the rules are asked by `redo` alone. */
export const canRedo = (doc: LedgerDoc): boolean => doc.undone.length > 0;

/** Where the last step begins; null if that is the opening plan, or there is nothing. */
function lastStepStart(entries: readonly Entry[]): number | null {
  const step = entries.at(-1)?.step;
  const before = entries.findLastIndex((entry) => entry.step !== step);
  return before === -1 ? null : before + 1;
}
