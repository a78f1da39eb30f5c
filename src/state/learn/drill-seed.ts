import type { Learning } from '../../learn/learning';

/** A seed that is another after every answer, and another for every learner: nothing but what is kept decides what is asked. */
export function drillSeed(learning: Learning | null): number {
  if (learning === null) return 0;
  const last = learning.reviews.at(-1)?.id ?? '';
  let hash = learning.reviews.length;
  for (const letter of `${learning.learner.id} ${last}`)
    hash = (Math.imul(hash, 33) + (letter.codePointAt(0) ?? 0)) | 0;
  return hash;
}
