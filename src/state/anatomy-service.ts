import type { Anchor, HeadRef, SkinOffset, SkinRay, Vec3 } from '../anatomy/anchor';
import type { CutFrame, CutPoint, CutWindow } from '../anatomy/cross-section';
import type { SiteShift } from '../anatomy/compare-maps';
import type { Near } from '../anatomy/fields';
import type { MoveError, MoveQuestion, SiteMoved } from '../anatomy/move-site';
import type { Neighbour } from '../anatomy/neighbours';
import type { PainAnswer, PainQuestion } from '../anatomy/pain-spots';
import type { Attempt, PlacementTask, Score } from '../learn/exam';
import type { MuscleId, Side, SiteId, MapId } from '../protocol/words';

/** A question to the anatomy: what lies at this point of the skin? */
export type SkinQuery =
  | { readonly kind: 'ray'; readonly ray: SkinRay }
  | { readonly kind: 'point'; readonly positionMm: Vec3 }
  | ({ readonly kind: 'offset' } & SkinOffset);

/** What lies there. `under` is null where no muscle of the paradigm does; `other` then names a drawn muscle, if any. */
export type SkinAnswer = {
  readonly under: { readonly muscle: MuscleId; readonly side: Side } | null;
  readonly other: string | null;
  readonly positionMm: Vec3;
  /** Unit outward normal of the skin. */
  readonly normal: Vec3;
  /** Present where a paradigm muscle lies under the point. */
  readonly anchor: Anchor | null;
  /** The fixed site of the map in use that is nearest along the skin, by its id. */
  readonly nearestSite: Near | null;
  /** The danger zones it is in or near, the one it lies deepest in first. */
  readonly zones: readonly Neighbour[];
};

/** Where a moved site stands, and the danger zones it is in or near there. */
export type MoveAnswer = SiteMoved & { readonly zones: readonly Neighbour[] };
/** The point lies too far outside the site's own muscle, or on the other side: what lies there instead. */
export type MovedElsewhere = Pick<Extract<MoveError, { kind: 'elsewhere' }>, 'under' | 'other'>;

/** Where a plane through a point of the skin cuts it. */
export type CutQuery = { readonly frame: CutFrame; readonly window: CutWindow };

/**
 * Answers off the main thread, each on the head (`head`: the text of its variant) that is asked about. `off-skin`: the
 * ray or walk misses the modelled skin; `not-ready`: the full head is not here yet.
 */
export type AnatomyService = {
  /** The sites of both maps on a head; null where they cannot be placed. Waits until the head is fetched for some other reason. */
  readonly place: (head: string) => Promise<Placements | null>;
  readonly resolve: (query: SkinQuery, head: string) => Promise<SkinAnswer | 'off-skin' | 'not-ready'>;
  readonly move: (
    question: MoveQuestion,
    head: string,
  ) => Promise<MoveAnswer | MovedElsewhere | 'off-skin' | 'too-far' | 'not-ready'>;
  /** Where drawn pain lies, and the points that could be offered for it, with the sites of the map in use near them. */
  readonly pain: (question: PainQuestion, head: string) => Promise<PainAnswer | 'not-ready'>;
  /** Waits until the head is fetched for some other reason. */
  readonly cut: (query: CutQuery, head: string) => Promise<readonly CutPoint[] | 'off-skin' | 'not-ready'>;
};

/** Scores pins on the head of their task; `not-ready` where there is no head, or the map cannot be placed on it. */
export type ExamAnatomy = {
  readonly score: (task: PlacementTask, attempt: Attempt) => Promise<Score | 'not-ready'>;
};

/** mm along the skin between two points of one head; null where the skin does not join them, or not within 90 mm. */
export type DistanceService = {
  readonly between: (from: Vec3, to: Vec3, head: string) => Promise<number | 'not-ready' | null>;
};

/** Where the rules of a map put its sites on a head. */
export type Placement = {
  readonly anchors: ReadonlyMap<SiteId, Anchor>;
  /** Millimetres by which a site lies outside its own drawn muscle, for those that do. */
  readonly outsideByMm: ReadonlyMap<SiteId, number>;
};
export type Placements = {
  readonly head: HeadRef;
  readonly of: (map: MapId) => Placement;
  /** The way of every site to its place on this map from its place on the other. */
  readonly shiftsTo: (map: MapId) => ReadonlyMap<SiteId, SiteShift>;
};
