import { moveLeeway } from '../protocol/move';
import { err, type MuscleId, ok, type Result, type Side } from '../protocol/words';
import type { Anatomy } from './anatomy';
import type { Anchor, SkinOffset, SkinRay, Vec3 } from './anchor';
import { anchorFor, placeByOffset, type Resolved, type ResolveError, resolveRay } from './resolve-skin';
import { namesOneAxisTwice } from './sentence';

/** A site of a muscle and side, where it was planned (mm), and where it is to go. */
export type MoveQuestion = {
  readonly muscle: MuscleId;
  readonly side: Side;
  readonly from: Vec3;
  readonly to: ({ readonly kind: 'offset' } & SkinOffset) | { readonly kind: 'ray'; readonly ray: SkinRay };
};

export type SiteMoved = {
  readonly anchor: Anchor;
  /** mm along the skin from where it was planned. */
  readonly shiftMm: number;
  /** mm outside its own muscle as drawn; 0 inside. */
  readonly outsideMm: number;
};

export type MoveError =
  | ResolveError
  /** Further outside its muscle than may be, or on the other side: what lies there instead. */
  | { readonly kind: 'elsewhere'; readonly under: Resolved['under']; readonly other: string | null }
  /** Nothing tells the way there along the skin. */
  | { readonly kind: 'too-far' };

/**
 * Where a site stands once it is moved. It stays in its own muscle as drawn, or within `moveLeeway` of it, and on its
 * own side. mm along the skin.
 */
export function moveSite(anatomy: Anatomy, { muscle, side, from, to }: MoveQuestion): Result<SiteMoved, MoveError> {
  const found = to.kind === 'ray' ? resolveRay(anatomy, to.ray) : placeByOffset(anatomy, to);
  if (!found.ok) return found;
  const { under, other, positionMm, normal, triangle, weights } = found.value;
  const point = { position: positionMm, normal, triangle, weights };
  const elsewhere = err({ kind: 'elsewhere', under, other } as const);
  if (other === 'ear') return elsewhere;
  const lies = anatomy.regions.sideOf(point);
  if (side !== 'midline' && lies !== 'midline' && lies !== side) return elsewhere;
  const outsideMm = anatomy.footprints.outsideBy(point, { muscle, side });
  if (outsideMm > moveLeeway.mm) return elsewhere;
  const start = anatomy.nearest(from);
  const shiftMm = start === null ? null : anatomy.regions.between(start, point);
  const asked =
    to.kind === 'offset' && !namesOneAxisTwice(to)
      ? { landmark: to.landmark, side: to.side, upMm: to.upMm, toward: to.toward, alongMm: to.alongMm }
      : null;
  const anchor = anchorFor(anatomy, point, muscle, side, asked);
  return shiftMm === null || anchor === null ? err({ kind: 'too-far' }) : ok({ anchor, shiftMm, outsideMm });
}
