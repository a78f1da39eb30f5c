import { type Outgoing, type Refusal, type SendStates, stateOf } from './outbox';

/** What became of a signed session at the server, all of its versions taken together. */
export type Fate =
  | { readonly kind: 'sent' }
  | { readonly kind: 'waiting' }
  /** The first version that was refused, and why. */
  | { readonly kind: 'refused'; readonly version: number; readonly refusal: Refusal };

/**
 * What became of sending a session with these versions to the server at `where` (its address): the first refusal, else
 * whether all arrived.
 */
export function fateOf(
  versions: readonly Outgoing[],
  { states, where }: { readonly states: SendStates; readonly where: string },
): Fate {
  let sent = 0;
  for (const item of versions) {
    const state = stateOf(states, item, where);
    if (state?.kind === 'refused') {
      const { status, text, mend } = state;
      return { kind: 'refused', version: item.version, refusal: { status, text, mend } };
    }
    if (state?.kind === 'sent') sent += 1;
  }
  return { kind: sent === versions.length ? 'sent' : 'waiting' };
}
