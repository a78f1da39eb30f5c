import { Anatomy } from '../anatomy/anatomy';
import { type CutPoint, crossSection } from '../anatomy/cross-section';
import type { HeadModel } from '../anatomy/head-model';
import { placeByOffset, type ResolveError, type Resolved, resolveRay } from '../anatomy/resolve-skin';
import type { Result } from '../protocol/words';
import type { CutQuery, SkinQuery } from '../state/anatomy-service';

export type ToAnatomy =
  | { readonly kind: 'model'; readonly model: HeadModel }
  | { readonly kind: 'ask'; readonly n: number; readonly query: SkinQuery }
  | { readonly kind: 'cut'; readonly n: number; readonly query: CutQuery };
export type FromAnatomy =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly n: number; readonly answer: Result<Resolved, ResolveError> }
  | { readonly kind: 'cut'; readonly n: number; readonly answer: readonly CutPoint[] | null };

/** The anatomy off the main thread: building its search trees and walking the skin never hold up a tap. */
let anatomy: Anatomy | null = null;

const reply = (message: FromAnatomy) => {
  postMessage(message);
};

addEventListener('message', ({ data }: MessageEvent<ToAnatomy>) => {
  if (data.kind === 'model') {
    anatomy = new Anatomy(data.model);
    reply({ kind: 'ready' });
    return;
  }
  if (anatomy === null) throw new Error('the anatomy was asked before it had a head');
  if (data.kind === 'cut') {
    reply({ kind: 'cut', n: data.n, answer: crossSection(anatomy.skin, data.query.frame, data.query.window) });
    return;
  }
  const { n, query } = data;
  const answer = query.kind === 'ray' ? resolveRay(anatomy, query.ray) : placeByOffset(anatomy, query);
  reply({ kind: 'answer', n, answer });
});
