import { isSent, outgoingId, type Refusal, type SendStates } from './outbox';

/** What became of a signed session at the server, all of its versions taken together. */
export type Fate =
  | { readonly kind: 'sent' }
  | { readonly kind: 'waiting' }
  /** The first version that was refused, and why. */
  | { readonly kind: 'refused'; readonly version: number; readonly refusal: Refusal };

/** Of a session with so many versions, at the server at `where`. */
export function fateOf(
  session: string,
  versions: number,
  { states, where }: { readonly states: SendStates; readonly where: string },
): Fate {
  let sent = 0;
  for (let version = 1; version <= versions; version += 1) {
    const state = states.get(outgoingId({ session, version }));
    if (state?.kind === 'refused' && state.where === where) {
      const { status, text, mend } = state;
      return { kind: 'refused', version, refusal: { status, text, mend } };
    }
    if (isSent(state, where)) sent += 1;
  }
  return { kind: sent === versions ? 'sent' : 'waiting' };
}
