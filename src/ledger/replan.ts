import { append, made, type Outcome, tallyOf, told } from './append';
import type { LedgerDoc, Stamp } from './doc';
import type { Entry, MoveEntry, PlanEntry } from './entry';
import { paradigmLimits } from './limits';
import { nextExtraId } from './rules';
import { record } from './tally';
import type { Vial } from './vial';

/** How a plan differs from the map's own: what is left out, what stands elsewhere, what is added. */
export type PlanChange = {
  readonly skips: readonly { readonly site: string; readonly reason: string }[];
  readonly moves: readonly Pick<MoveEntry, 'site' | 'anchor' | 'shiftMm' | 'outsideMm' | 'reason' | 'warned'>[];
  readonly extras: readonly Pick<PlanEntry, 'muscle' | 'side' | 'anchor' | 'warned'>[];
};

/**
 * Changes a plan as one step: all of it or nothing. Moves come before skips, so that a site that is both keeps its place. With
 * nothing to change the ledger is as it was.
 */
export function replan(
  doc: LedgerDoc,
  vials: readonly Vial[],
  { skips, moves, extras }: PlanChange,
  stamp: Stamp,
): Outcome {
  const units = paradigmLimits.aliquot;
  const step: Entry[] = [
    ...moves.map(
      ({ site, anchor, shiftMm, outsideMm, reason, warned }): Entry => ({
        ...made(stamp),
        kind: 'move',
        site,
        units,
        anchor,
        shiftMm,
        outsideMm,
        reason: reason.trim(),
        ...told(warned),
      }),
    ),
    ...skips.map(({ site, reason }): Entry => ({ ...made(stamp), kind: 'skip', site, units, reason: reason.trim() })),
  ];
  const numbered = tallyOf(doc, vials);
  for (const { muscle, side, anchor, warned } of extras) {
    const site = nextExtraId(numbered, muscle, side);
    const entry: Entry = {
      ...made(stamp),
      kind: 'plan',
      site,
      units,
      muscle,
      side,
      ftp: true,
      anchor,
      ...told(warned),
    };
    // So that the next one of the same side has the next number; the rules are asked below.
    record(numbered, entry);
    step.push(entry);
  }
  return step.length === 0 ? { ok: true, value: doc } : append(doc, tallyOf(doc, vials), step);
}
