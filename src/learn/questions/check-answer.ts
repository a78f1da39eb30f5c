import type { Answer, Question } from './question';

/** What was answered: places of options or lines, a number, or an order. */
export type Given =
  | { readonly kind: 'choice' | 'find-row'; readonly at: number }
  | { readonly kind: 'several'; readonly at: readonly number[] }
  | { readonly kind: 'number'; readonly n: number }
  | { readonly kind: 'order'; readonly order: readonly string[] };

/** A question that was answered, and whether rightly. */
export type Answered = { readonly question: Question; readonly given: Given; readonly right: boolean };

/** Whether an answer is right. One of another kind than what was asked is a defect. */
export function isRight(answer: Answer, given: Given): boolean {
  if ((answer.kind === 'choice' || answer.kind === 'find-row') && given.kind === answer.kind)
    return given.at === answer.right;
  if (answer.kind === 'several' && given.kind === 'several')
    return given.at.length === answer.right.length && answer.right.every((at) => given.at.includes(at));
  if (answer.kind === 'number' && given.kind === 'number') return given.n === answer.right;
  if (answer.kind === 'order' && given.kind === 'order') return answer.right.every((id, at) => given.order[at] === id);
  throw new RangeError(`${given.kind} is no answer to ${answer.kind}`);
}
