import { fold } from '../ledger/fold';
import type { EventRow, Fold, SiteRow } from '../ledger/state';
import { samePlace } from '../protocol/comparison';
import type { MuscleId, Side } from '../protocol/words';
import { compareDoses, type DoseChange } from './compare-doses';
import { type Between, isSameHead, type Shift, shiftBetween } from './compare-places';
import { matchExtras, type Pair } from './match-extras';
import type { Session } from './session';

/**
 * What became of a site between two sessions. What is compared is what was given: a site of a session that is not
 * finished and still has it open is `open`, neither added nor removed. `moved`: given in both, elsewhere. `neither`: given
 * in none of them, though planned in one.
 */
export type ChangeKind = 'added' | 'removed' | 'open' | 'moved' | 'unchanged' | 'neither';

export type SiteChange = {
  readonly kind: ChangeKind;
  readonly muscle: MuscleId;
  readonly side: Side;
  readonly ftp: boolean;
  /** What each session says of it; null where it has no such site, or took it back. At least one is there. */
  readonly before: SiteRow | null;
  readonly after: SiteRow | null;
  /** How far apart, where both gave it. */
  readonly shift: Shift | null;
};

/** A session with what is folded from its entries. */
export type FoldedSession = { readonly session: Session; readonly fold: Fold };

/** Folds a session once, for all that is compared of it. */
export const folded = (session: Session): FoldedSession => ({ session, fold: fold(session.entries, session.vials) });

export type SessionChange = {
  /** Protocol order; extras after their muscle's fixed sites. Every site of either session once. */
  readonly sites: readonly SiteChange[];
  readonly doses: DoseChange;
  /** Incidents, off-protocol doses and stops that stand, of each. */
  readonly events: { readonly before: readonly EventRow[]; readonly after: readonly EventRow[] };
  /** `size`: the heads are of the same model in two sizes. `model`: the models differ. */
  readonly heads: 'same' | 'size' | 'model';
  readonly sameMap: boolean;
  /** The products that each session injected. Units of two products are not the same and may not be set off. */
  readonly products: { readonly before: readonly string[]; readonly after: readonly string[] };
};

/**
 * What differs between two sessions of a patient, from the entries alone. Fixed sites are the same by their id, extras by
 * their place (`matchExtras`): their number says nothing of it. Turned round, it says the opposite of everything and the
 * same distances, if `between` does.
 */
export function compareSessions(before: FoldedSession, after: FoldedSession, between: Between): SessionChange {
  const [from, to] = [standing(before.fold), standing(after.fold)];
  const pairs = [...fixedPairs(from, to), ...matchExtras(from.filter(isExtra), to.filter(isExtra), between)];
  const paired = new Set(pairs.flatMap((pair) => [pair.before, pair.after]));
  const both = new Map(pairs.map((pair) => [pair.before, pair.after]));
  const maps = { before: before.session.map, after: after.session.map };
  const change = (one: SiteRow | null, other: SiteRow | null) => changeOf(one, other, maps, between);
  const ofFirst = from.map((row) => change(row, both.get(row) ?? null));
  const onlyLater = to.filter((row) => !paired.has(row)).map((row) => change(null, row));
  return {
    sites: inOrder([...ofFirst, ...onlyLater]),
    doses: compareDoses(before.fold, after.fold),
    events: { before: told(before.fold), after: told(after.fold) },
    heads: headsOf(before.session, after.session),
    sameMap: maps.before.id === maps.after.id && maps.before.version === maps.after.version,
    products: { before: productsOf(before), after: productsOf(after) },
  };
}

/** Whether all that was injected in both is one drug. */
export const isOneProduct = ({ before, after }: SessionChange['products']): boolean =>
  new Set([...before, ...after]).size <= 1;

/** A withdrawn extra was planned by mistake: it stays in the entries, and is no site. */
const standing = ({ rows }: Fold): readonly SiteRow[] => rows.filter(({ state }) => state !== 'withdrawn');
const isExtra = ({ ftp }: SiteRow): boolean => ftp;

function fixedPairs(before: readonly SiteRow[], after: readonly SiteRow[]): readonly Pair[] {
  const there = new Map(after.filter((row) => !row.ftp).map((row) => [row.id, row]));
  return before.flatMap((row) => {
    const other = row.ftp ? undefined : there.get(row.id);
    return other === undefined ? [] : [{ before: row, after: other }];
  });
}

function changeOf(
  before: SiteRow | null,
  after: SiteRow | null,
  maps: { readonly before: Session['map']; readonly after: Session['map'] },
  between: Between,
): SiteChange {
  const row = after ?? before;
  if (row === null) throw new Error('a site of neither session');
  const { muscle, side, ftp } = row;
  const about = { muscle, side, ftp, before, after };
  if (before?.state === 'given' && after?.state === 'given') {
    const shift = shiftBetween({ row: before, map: maps.before }, { row: after, map: maps.after }, between);
    // What cannot be measured is not told as unchanged.
    const same = shift.mm !== null && shift.mm <= samePlace.mm;
    return { kind: same ? 'unchanged' : 'moved', ...about, shift };
  }
  return { kind: oneSided(before, after), ...about, shift: null };
}

function oneSided(before: SiteRow | null, after: SiteRow | null): ChangeKind {
  if (before?.state !== 'given' && after?.state !== 'given') return 'neither';
  if (before?.state === 'planned' || after?.state === 'planned') return 'open';
  return after?.state === 'given' ? 'added' : 'removed';
}

/** Rows of one session are in order already; those of the other only are put beside their muscle's. */
function inOrder(changes: readonly SiteChange[]): readonly SiteChange[] {
  const order = new Map<string, number>();
  for (const { muscle } of changes) if (!order.has(muscle)) order.set(muscle, order.size);
  const rank = ({ muscle, ftp }: SiteChange): number => 2 * (order.get(muscle) ?? 0) + Number(ftp);
  return changes.toSorted((a, b) => rank(a) - rank(b));
}

/** Waste concerns the vial, not the patient. */
const told = ({ events }: Fold): readonly EventRow[] =>
  events.filter(({ entry, voided }) => voided === undefined && entry.kind !== 'waste');

function headsOf(before: Session, after: Session): SessionChange['heads'] {
  if (isSameHead(before.head, after.head)) return 'same';
  const oneModel = before.head.model === after.head.model && before.head.contentHash === after.head.contentHash;
  return oneModel ? 'size' : 'model';
}

/** Of the vials that something was drawn from for the patient. */
const productsOf = ({ session, fold: { totals } }: FoldedSession): readonly string[] => [
  ...new Set(session.vials.flatMap(({ id, product }) => ((totals.byVial.get(id)?.drawn ?? 0) > 0 ? [product] : []))),
];
