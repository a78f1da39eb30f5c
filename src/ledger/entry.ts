import type { Anchor } from '../anatomy/anchor';
import type { OffProtocolMuscleId } from '../protocol/off-protocol';
import type { Amount, MuscleId, Side, SiteId, Units } from '../protocol/words';

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
};

type AtSite = Made & {
  readonly site: SiteId;
  /** The amount the entry is about; one aliquot. */
  readonly units: Units;
};

/** A danger zone that was told as a warning when a point was chosen: its id, the patient's side, and mm along the skin from its course. */
export type ToldZone = { readonly zone: string; readonly side: 'left' | 'right'; readonly mm: number };

export type PlanEntry = AtSite & {
  readonly kind: 'plan';
  readonly muscle: MuscleId;
  readonly side: Side;
  /** True for a follow-the-pain extra. */
  readonly ftp: boolean;
  readonly anchor: Anchor;
  /** Absent where none was told. */
  readonly warned?: readonly ToldZone[];
};
export type GiveEntry = AtSite & {
  readonly kind: 'give';
  readonly vial: string;
  /** Given with others by one press: what was left of the muscle, or of one side of it. Absent where it was given by itself. */
  readonly together?: Together;
};
export type Together = 'muscle' | 'side';
/** A planned site left out, with the reason. */
export type SkipEntry = AtSite & { readonly kind: 'skip'; readonly reason: string };
/** A planned site given another place in its muscle, with the reason. */
export type MoveEntry = AtSite & {
  readonly kind: 'move';
  readonly anchor: Anchor;
  /** mm along the skin from where the site was planned, however often it was moved since. */
  readonly shiftMm: number;
  /** mm by which the new place lies outside the muscle as drawn; 0 inside. */
  readonly outsideMm: number;
  readonly reason: string;
  readonly warned?: readonly ToldZone[];
};

export type IncidentKind = 'extra-dose' | 'double-dose' | 'partial-dose' | 'leak' | 'other';
/**
 * What was injected, or lost from the needle, outside the rules: it happened, so it is recorded and not judged.
 * Outside the paradigm's totals, inside the vial's and the patient's.
 */
export type IncidentEntry = Made & {
  readonly kind: 'incident';
  readonly units: Amount;
  readonly vial: string;
  /** The site of this session where it happened; absent where it was at none of them. */
  readonly site?: SiteId;
  readonly what: IncidentKind;
  readonly reason: string;
};
/** Whole aliquots into a muscle that is no part of the paradigm, on purpose. */
export type OffProtocolEntry = Made & {
  readonly kind: 'off-protocol';
  readonly units: Units;
  readonly vial: string;
  readonly muscle: OffProtocolMuscleId;
  readonly side: 'left' | 'right';
  readonly where: string;
  readonly reason: string;
};
/** Drug of a vial that was discarded. */
export type WasteEntry = Made & {
  readonly kind: 'waste';
  readonly units: Amount;
  readonly vial: string;
  readonly reason?: string;
};
/** The procedure was broken off. Its step skips everything still planned; afterwards nothing is planned or given. */
export type StopEntry = Made & { readonly kind: 'stop'; readonly reason: string };

/** What happened at no site of the plan, or beside it. */
export type EventEntry = IncidentEntry | OffProtocolEntry | WasteEntry | StopEntry;

/** Takes back what the record says of a site: a dose entered by mistake, a skip, a move, or a planned extra. */
export type VoidSiteEntry = AtSite & { readonly kind: 'void'; readonly reason: string };
/** Takes back an event that was entered by mistake, by the id of its entry. */
export type VoidEventEntry = Made & { readonly kind: 'void'; readonly entry: string; readonly reason: string };

export type SiteEntry = PlanEntry | GiveEntry | SkipEntry | MoveEntry | VoidSiteEntry;
export type Entry = SiteEntry | EventEntry | VoidEventEntry;
export type EntryKind = Entry['kind'];

/** Whether an entry tells of something beside the plan; a void of one is none itself. */
export const isEvent = (entry: Entry): entry is EventEntry =>
  entry.kind === 'incident' || entry.kind === 'off-protocol' || entry.kind === 'waste' || entry.kind === 'stop';

/** Whether a void names an entry; if not, it names a site. */
export const voidsEvent = (entry: VoidSiteEntry | VoidEventEntry): entry is VoidEventEntry => 'entry' in entry;
