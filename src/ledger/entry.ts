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

export type PlanEntry = Made & {
  readonly kind: 'plan';
  readonly muscle: MuscleId;
  readonly side: Side;
  /** True for a follow-the-pain extra. */
  readonly ftp: boolean;
  readonly anchor: Anchor;
};
export type GiveEntry = Made & { readonly kind: 'give'; readonly vial: string };
/** A planned site left out, with the reason. */
export type SkipEntry = Made & { readonly kind: 'skip'; readonly reason: string };
/** Takes back what the record says of a site: a dose entered by mistake, a skip, or a planned extra. */
export type VoidEntry = Made & { readonly kind: 'void'; readonly reason: string };

export type Entry = PlanEntry | GiveEntry | SkipEntry | VoidEntry;
export type EntryKind = Entry['kind'];
