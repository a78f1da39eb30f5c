import type { Anchor } from '../anatomy/anchor';
import { fixedSites } from '../protocol/fixed-sites';
import { err, type MuscleId, type Side, type SiteId } from '../protocol/words';
import { append, made, type Outcome, tallyOf, told } from './append';
import type { LedgerDoc, Stamp } from './doc';
import type { Entry, MoveEntry, Together, ToldZone } from './entry';
import { foldOf } from './fold';
import { paradigmLimits } from './limits';
import { asAliquot, nextExtraId } from './rules';
import { emptyTally } from './tally';
import type { Vial } from './vial';

/**
 * What can be done to a ledger. Each command appends the entries of one step, or refuses and changes nothing;
 * every entry passes the rules (`rules.ts`). A new step takes away what redo would have brought back.
 * What happened beside the plan is recorded by `event-commands.ts`.
 */

/**
 * Opens a ledger: plans every fixed site of the paradigm, in protocol order, as one step.
 * `anchorOf` says where each site is on the session's head; a site it does not know is refused as `UnknownSite`.
 */
export function opening(anchorOf: (site: SiteId) => Anchor | undefined, stamp: Stamp): Outcome {
  const entries: Entry[] = [];
  for (const { id: site, muscle, side, units } of fixedSites) {
    const anchor = anchorOf(site);
    if (anchor === undefined) return err({ kind: 'UnknownSite', site });
    entries.push({ ...made(stamp), kind: 'plan', site, units, muscle, side, ftp: false, anchor });
  }
  return append({ entries: [], undone: [] }, emptyTally([]), entries);
}

/**
 * Plans a follow-the-pain extra where the anchor lies. Its id counts up within muscle and side. Refused in a muscle that
 * allows none, past what the muscle or the session may have, where the anchor is of another muscle or side, and where
 * `amount` (units) is no aliquot.
 */
export function planExtra(
  doc: LedgerDoc,
  vials: readonly Vial[],
  extra: {
    readonly muscle: MuscleId;
    readonly side: Side;
    readonly anchor: Anchor;
    readonly amount: number;
    readonly warned?: readonly ToldZone[];
  },
  stamp: Stamp,
): Outcome {
  const tally = tallyOf(doc, vials);
  const { muscle, side, anchor, warned = [] } = extra;
  const units = asAliquot(extra.amount, tally.limits);
  if (!units.ok) return units;
  const site = nextExtraId(tally, muscle, side);
  return append(doc, tally, [
    { ...made(stamp), kind: 'plan', site, units: units.value, muscle, side, ftp: true, anchor, ...told(warned) },
  ]);
}

/**
 * Gives one planned site from a vial. Refused where it is not planned (any more), the vial is none of the session or holds
 * too little, or `amount` (units) is no aliquot.
 */
export function give(
  doc: LedgerDoc,
  vials: readonly Vial[],
  dose: { readonly site: SiteId; readonly vial: string; readonly amount: number },
  stamp: Stamp,
): Outcome {
  return giveSites(doc, vials, [dose.site], dose, stamp);
}

/**
 * Gives every site of a muscle, or of one side of it, that is still planned, in the order of work, as one step: all of
 * them or none. The entries say that they were confirmed at once, unless only one was left. With none left the refusal is that
 * of the first site there.
 */
export function giveMany(
  doc: LedgerDoc,
  vials: readonly Vial[],
  dose: { readonly muscle: MuscleId; readonly side?: Side; readonly vial: string; readonly amount: number },
  stamp: Stamp,
): Outcome {
  const { muscle, side } = dose;
  const rows = foldOf(tallyOf(doc, vials)).rows.filter(
    (row) => row.muscle === muscle && (side === undefined || row.side === side),
  );
  const planned = rows.filter((row) => row.state === 'planned');
  const sites = planned.length > 0 ? planned : rows.slice(0, 1);
  if (sites.length === 0) return err({ kind: 'UnknownSite', site: dose.muscle });
  return giveSites(
    doc,
    vials,
    sites.map((row) => row.id),
    dose,
    stamp,
    sites.length === 1 ? undefined : side === undefined ? 'muscle' : 'side',
  );
}

/** Leaves a planned site out, with the reason. Refused without one, and where the site is not planned (any more). */
export function skip(
  doc: LedgerDoc,
  vials: readonly Vial[],
  { site, reason }: { readonly site: SiteId; readonly reason: string },
  stamp: Stamp,
): Outcome {
  return append(doc, tallyOf(doc, vials), [
    { ...made(stamp), kind: 'skip', site, units: paradigmLimits.aliquot, reason: reason.trim() },
  ]);
}

/**
 * Gives a planned site another place in its own muscle, with the reason; lengths in mm. Refused without one, where the site
 * is not planned (any more), and where the anchor is of another muscle or side.
 */
export function move(
  doc: LedgerDoc,
  vials: readonly Vial[],
  {
    site,
    anchor,
    shiftMm,
    outsideMm,
    reason,
    warned = [],
  }: Pick<MoveEntry, 'site' | 'anchor' | 'shiftMm' | 'outsideMm' | 'reason' | 'warned'>,
  stamp: Stamp,
): Outcome {
  return append(doc, tallyOf(doc, vials), [
    {
      ...made(stamp),
      kind: 'move',
      site,
      units: paradigmLimits.aliquot,
      anchor,
      shiftMm,
      outsideMm,
      reason: reason.trim(),
      ...told(warned),
    },
  ]);
}

/**
 * Takes back what the record says of a site: a given or skipped one is planned again, and units never injected are back
 * in their vial; a planned one that was moved stands where it was planned; a planned extra is withdrawn. The entry that is taken back stays in the record.
 */
export function voidSite(
  doc: LedgerDoc,
  vials: readonly Vial[],
  { site, reason }: { readonly site: SiteId; readonly reason: string },
  stamp: Stamp,
): Outcome {
  return append(doc, tallyOf(doc, vials), [
    { ...made(stamp), kind: 'void', site, units: paradigmLimits.aliquot, reason: reason.trim() },
  ]);
}

function giveSites(
  doc: LedgerDoc,
  vials: readonly Vial[],
  sites: readonly SiteId[],
  { vial, amount }: { readonly vial: string; readonly amount: number },
  stamp: Stamp,
  together?: Together,
): Outcome {
  const tally = tallyOf(doc, vials);
  const units = asAliquot(amount, tally.limits);
  if (!units.ok) return units;
  const entries = sites.map(
    (site): Entry => ({
      ...made(stamp),
      kind: 'give',
      site,
      units: units.value,
      vial,
      ...(together === undefined ? {} : { together }),
    }),
  );
  return append(doc, tally, entries);
}
