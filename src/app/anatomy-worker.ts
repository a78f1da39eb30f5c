import { Anatomy } from '../anatomy/anatomy';
import type { HeadModel } from '../anatomy/head-model';
import { placeByOffset, type ResolveError, type Resolved, resolveRay } from '../anatomy/resolve-skin';
import type { Result } from '../protocol/words';
import type { SkinQuery } from '../state/anatomy-service';

export type ToAnatomy =
  | { readonly kind: 'model'; readonly model: HeadModel }
  | { readonly kind: 'ask'; readonly n: number; readonly query: SkinQuery };
export type FromAnatomy =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly n: number; readonly answer: Result<Resolved, ResolveError> };

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
  const { n, query } = data;
  const answer = query.kind === 'ray' ? resolveRay(anatomy, query.ray) : placeByOffset(anatomy, query);
  reply({ kind: 'answer', n, answer });
});
