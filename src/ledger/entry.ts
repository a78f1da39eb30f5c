import type { Anchor } from '../anatomy/anchor';
import type { MuscleId, Side, SiteId, Units } from '../protocol/words';

/**
 * The ledger is a list of entries in the order they were made; every total is folded from it.
 * `step` groups the entries of one gesture (opening a session plans 31 sites at once): undo takes back a whole step.
 */
type Made = {
  readonly id: string;
  readonly step: string;
  /** ISO 8601 with offset. */
  readonly at: string;
  readonly by: string;
  readonly site: SiteId;
  /** The amount the entry is about; one aliquot. */
  readonly units: Units;
};

/** A danger zone that was told as a warning when a point was chosen: its id, the patient's side, and mm along the skin from its course. */
export type ToldZone = { readonly zone: string; readonly side: 'left' | 'right'; readonly mm: number };

export type PlanEntry = Made & {
  readonly kind: 'plan';
  readonly muscle: MuscleId;
  readonly side: Side;
  /** True for a follow-the-pain extra. */
  readonly ftp: boolean;
  readonly anchor: Anchor;
  /** Absent where none was told. */
  readonly warned?: readonly ToldZone[];
};
export type GiveEntry = Made & { readonly kind: 'give'; readonly vial: string };
/** A planned site left out, with the reason. */
export type SkipEntry = Made & { readonly kind: 'skip'; readonly reason: string };
/** A planned site given another place in its muscle, with the reason. */
export type MoveEntry = Made & {
  readonly kind: 'move';
  readonly anchor: Anchor;
  /** mm along the skin from where the site was planned, however often it was moved since. */
  readonly shiftMm: number;
  /** mm by which the new place lies outside the muscle as drawn; 0 inside. */
  readonly outsideMm: number;
  readonly reason: string;
  readonly warned?: readonly ToldZone[];
};
/** Takes back what the record says of a site: a dose entered by mistake, a skip, a move, or a planned extra. */
export type VoidEntry = Made & { readonly kind: 'void'; readonly reason: string };

export type Entry = PlanEntry | GiveEntry | SkipEntry | MoveEntry | VoidEntry;
export type EntryKind = Entry['kind'];
