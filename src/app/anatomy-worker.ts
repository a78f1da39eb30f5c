import { Anatomy } from '../anatomy/anatomy';
import { type CutPoint, crossSection } from '../anatomy/cross-section';
import type { HeadModel } from '../anatomy/head-model';
import { type PlacedHead, placeHead } from '../anatomy/placed-head';
import { placeByOffset, type ResolveError, type Resolved, resolveRay } from '../anatomy/resolve-skin';
import { readVariant, standardVariant } from '../anatomy/variant';
import { variantHead } from '../anatomy/variant-head';
import { solveWarp } from '../anatomy/variant-solve';
import type { Result } from '../protocol/words';
import type { CutQuery, SkinQuery } from '../state/anatomy-service';
import { standardCurves } from './standard-curves';

/** Every question names the head it is about, by the text of its variant. */
type Asked = { readonly n: number; readonly head: string };
export type ToAnatomy =
  | { readonly kind: 'model'; readonly model: HeadModel }
  | ({ readonly kind: 'ask'; readonly query: SkinQuery } & Asked)
  | ({ readonly kind: 'cut'; readonly query: CutQuery } & Asked)
  | ({ readonly kind: 'place' } & Asked);
export type FromAnatomy =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly n: number; readonly answer: Result<Resolved, ResolveError> }
  | { readonly kind: 'cut'; readonly n: number; readonly answer: readonly CutPoint[] | null }
  | { readonly kind: 'place'; readonly n: number; readonly answer: PlacedHead | null };

/** The anatomy off the main thread: building its search trees and walking the skin never hold up a tap. */
let standard: Anatomy | null = null;
/** The other head that was asked about last: sliders and sessions stay with one for a while. */
let other: Anatomy | null = null;

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
    case 'ask': {
      const { query } = data;
      // A head that cannot be made is drawn as the standard one, and asked as what is drawn.
      const asked = anatomy ?? base;
      reply({
        kind: 'answer',
        n,
        answer: query.kind === 'ray' ? resolveRay(asked, query.ray) : placeByOffset(asked, query),
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
