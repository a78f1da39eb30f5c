import { depthReached, lengthFor, type NoPose, type Pose, poseNeedle, type SkinSite } from '../anatomy/needle-pose';
import {
  type BmiBand,
  type DeepNeighbour,
  deepNeighbours,
  depthOf,
  hasDepth,
  type MuscleDepth,
} from '../protocol/depths';
import { needleSize } from '../protocol/paradigm';
import type { Needle, NeedleWay } from '../protocol/site';
import type { MuscleId, Result } from '../protocol/words';

/** Which of the needles and ways that the text allows is shown. Neither is recorded. */
export type NeedleChoice = { readonly longer: boolean; readonly otherWay: boolean };

/** A length of needle, and how deep square to the skin it reaches if all of it goes in. mm. */
export type Reach = { readonly lengthMm: number; readonly depthMm: number };

/** What is known of how deep the muscle lies in this patient. */
export type KnownDepth =
  | { readonly kind: 'published'; readonly depth: MuscleDepth; readonly shortByMm: number }
  /** No band has a depth of this muscle. */
  | { readonly kind: 'none' }
  /** Other bands have one. */
  | { readonly kind: 'none-in-band'; readonly band: BmiBand }
  /** The session does not say which band the patient is in. */
  | { readonly kind: 'band-missing' };

/** The needle of the selected site, ready to be drawn and told. */
export type NeedleView = {
  readonly muscle: MuscleId;
  readonly way: NeedleWay;
  /** The other way that the text names; null where it names one only. */
  readonly otherWay: NeedleWay | null;
  readonly outerMm: number;
  readonly pose: Result<Pose, NoPose>;
  readonly reach: Reach;
  /** The longer needle of the text in the same way; null where the text has none, or it is the one shown. */
  readonly longer: Reach | null;
  readonly known: KnownDepth;
  readonly neighbours: readonly DeepNeighbour[];
  /** How much of the needle is drawn under the skin, mm. */
  readonly insertedMm: number;
  /** True where the tip is drawn just under the skin because no depth is known, not because one says so. */
  readonly forOrientation: boolean;
};

/** Where no depth is known the tip is drawn this far under the skin (mm): enough to be seen, not to mean anything. */
const justUnder = 2;
/** Along the skin no length leads under it; so much of the needle is then drawn past the site (mm). */
const alongSkin = 3;

/** Puts a needle at a point of the skin, as the muscle's rule holds it, as deep as is published for the patient's band. */
export function needleView(
  site: SkinSite,
  muscle: MuscleId,
  needle: Needle,
  band: BmiBand | undefined,
  choice: NeedleChoice,
): NeedleView {
  const other = needle.pose.alternatives[0]?.way ?? null;
  const [way, otherWay] = choice.otherWay && other !== null ? [other, needle.pose.way] : [needle.pose.way, other];
  const pose = poseNeedle(site, way);
  const degrees = pose.ok ? pose.value.degrees : way.kind === 'to-skin' ? way.degrees : 0;
  const reachOf = (lengthMm: number): Reach => ({ lengthMm, depthMm: depthReached(degrees, lengthMm) });
  const long = needle.alternative === undefined ? null : reachOf(needle.alternative.lengthMm);
  const longShown = choice.longer && long !== null;
  const reach = longShown ? long : reachOf(needle.lengthMm);
  const known = knownDepth(muscle, band, reach);
  const wanted = lengthFor(degrees, known.kind === 'published' ? known.depth.mean : justUnder) ?? alongSkin;
  return {
    muscle,
    way,
    otherWay,
    outerMm: needleSize.outer.mm,
    pose,
    reach,
    longer: longShown ? null : long,
    known,
    neighbours: deepNeighbours.filter((neighbour) => neighbour.muscle === muscle),
    insertedMm: Math.min(wanted, known.kind === 'published' ? reach.lengthMm : alongSkin),
    forOrientation: known.kind !== 'published',
  };
}

function knownDepth(muscle: MuscleId, band: BmiBand | undefined, { depthMm }: Reach): KnownDepth {
  if (!hasDepth(muscle)) return { kind: 'none' };
  if (band === undefined) return { kind: 'band-missing' };
  const depth = depthOf(muscle, band);
  return depth === null
    ? { kind: 'none-in-band', band }
    : { kind: 'published', depth, shortByMm: Math.max(0, depth.mean - depthMm) };
}
