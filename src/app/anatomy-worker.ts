import { Anatomy } from '../anatomy/anatomy';
import { type CutPoint, crossSection } from '../anatomy/cross-section';
import type { HeadModel } from '../anatomy/head-model';
import { type MoveError, type MoveQuestion, moveSite, type SiteMoved } from '../anatomy/move-site';
import { type Neighbour, neighboursAt } from '../anatomy/neighbours';
import { type PlacedZone, placeZones } from '../anatomy/place-zones';
import { type PlacedHead, placeHead } from '../anatomy/placed-head';
import { placeByOffset, type ResolveError, type Resolved, resolvePoint, resolveRay } from '../anatomy/resolve-skin';
import { readVariant, standardVariant } from '../anatomy/variant';
import { variantHead } from '../anatomy/variant-head';
import { solveWarp } from '../anatomy/variant-solve';
import { ok, type Result } from '../protocol/words';
import type { CutQuery, SkinQuery } from '../state/anatomy-service';
import { standardCurves } from './standard-curves';

/** Every question names the head it is about, by the text of its variant. */
type Asked = { readonly n: number; readonly head: string };
export type ToAnatomy =
  | { readonly kind: 'model'; readonly model: HeadModel }
  | ({ readonly kind: 'ask'; readonly query: SkinQuery } & Asked)
  | ({ readonly kind: 'move'; readonly question: MoveQuestion } & Asked)
  | ({ readonly kind: 'cut'; readonly query: CutQuery } & Asked)
  | ({ readonly kind: 'place' } & Asked);
/** What lies at a point, and the danger zones it is in or near. */
export type Found = Resolved & { readonly zones: readonly Neighbour[] };
export type FromAnatomy =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly n: number; readonly answer: Result<Found, ResolveError> }
  | {
      readonly kind: 'move';
      readonly n: number;
      readonly answer: Result<SiteMoved & { readonly zones: readonly Neighbour[] }, MoveError>;
    }
  | { readonly kind: 'cut'; readonly n: number; readonly answer: readonly CutPoint[] | null }
  | { readonly kind: 'place'; readonly n: number; readonly answer: PlacedHead | null };

/** The anatomy off the main thread: building its search trees and walking the skin never hold up a tap. */
let standard: Anatomy | null = null;
/** The other head that was asked about last: sliders and sessions stay with one for a while. */
let other: Anatomy | null = null;
/** The danger zones of the heads that were asked about. */
const zones = new WeakMap<Anatomy, readonly PlacedZone[]>();

const reply = (message: FromAnatomy) => {
  postMessage(message);
};

addEventListener('message', ({ data }: MessageEvent<ToAnatomy>) => {
  if (data.kind === 'model') {
    standard = new Anatomy(data.model);
    reply({ kind: 'ready' });
    return;
  }
  if (standard === null) throw new Error('the anatomy was asked before it had a head');
  answer(data, standard);
});

function answer(data: Exclude<ToAnatomy, { kind: 'model' }>, base: Anatomy): void {
  const { n, head } = data;
  const anatomy = headOf(base, head);
  switch (data.kind) {
    case 'place': {
      const placed = anatomy === null ? null : placeHead(anatomy);
      reply({ kind: 'place', n, answer: placed?.ok === true ? placed.value : null });
      return;
    }
    case 'cut': {
      const { frame, window } = data.query;
      reply({ kind: 'cut', n, answer: crossSection((anatomy ?? base).skin, frame, window) });
      return;
    }
    case 'move': {
      const asked = anatomy ?? base;
      const moved = moveSite(asked, data.question);
      const answer = moved.ok ? ok({ ...moved.value, zones: near(asked, moved.value.anchor) }) : moved;
      reply({ kind: 'move', n, answer });
      return;
    }
    case 'ask': {
      const { query } = data;
      // A head that cannot be made is drawn as the standard one, and asked as what is drawn.
      const asked = anatomy ?? base;
      const resolved = resolve(asked, query);
      reply({
        kind: 'answer',
        n,
        answer: resolved.ok ? ok({ ...resolved.value, zones: near(asked, resolved.value) }) : resolved,
      });
    }
  }
}

/** The head of a variant, made if it is not the one made last; null where it cannot be. */
function headOf(base: Anatomy, variant: string): Anatomy | null {
  if (variant === standardVariant) return base;
  if (other?.model.ref.variant === variant) return other;
  const size = readVariant(variant);
  if (!size.ok || size.value === null) return null;
  const warp = solveWarp(standardCurves, size.value);
  if (!warp.ok) return null;
  other = new Anatomy(variantHead(base.model, standardCurves, size.value, warp.value));
  return other;
}

function resolve(on: Anatomy, query: SkinQuery): Result<Resolved, ResolveError> {
  switch (query.kind) {
    case 'ray':
      return resolveRay(on, query.ray);
    case 'point':
      return resolvePoint(on, query.positionMm);
    case 'offset':
      return placeByOffset(on, query);
  }
}

/** The zones are placed when first asked for. A head on which one cannot be is a defect, and tells of none falsely. */
function near(on: Anatomy, { positionMm }: Pick<Resolved, 'positionMm'>): readonly Neighbour[] {
  const known = zones.get(on);
  if (known !== undefined) return neighboursAt(known, { position: positionMm });
  const placed = placeZones(on);
  if (!placed.ok) throw new Error(`the ${placed.error.side} ${placed.error.zone} has no place on this head`);
  zones.set(on, placed.value);
  return neighboursAt(placed.value, { position: positionMm });
}
