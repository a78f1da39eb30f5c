import type { VersionProblem } from '../record/signed-record';
import type { StoreError } from '../record/ports';

/**
 * What is known of the signature of the session that is open. `signed`: every version holds, and the session is what the last of
 * them signed; `knownKey` is false where a key is none of this device's. `broken`: it was signed, and something does not hold.
 * `missing`: versions with these numbers were signed and are gone; `problems` are of those that are `there` still.
 */
export type Signature =
  | { readonly kind: 'unsigned' }
  | {
      readonly kind: 'signed';
      readonly by: string;
      /** ISO 8601 with offset. */
      readonly at: string;
      readonly versions: number;
      readonly knownKey: boolean;
    }
  | { readonly kind: 'broken'; readonly problems: readonly VersionProblem[] }
  | {
      readonly kind: 'missing';
      readonly missing: readonly number[];
      readonly there: number;
      readonly problems: readonly VersionProblem[];
    }
  /** Signed, and the session says something else than was signed, in that place. */
  | { readonly kind: 'changed'; readonly keys: readonly PropertyKey[] }
  | { readonly kind: 'unreadable'; readonly error: StoreError };

/** It was signed: nothing of it is changed any more, whether the signature holds or not. */
export const isLocked = (signature: Signature | null): boolean =>
  signature !== null && signature.kind !== 'unsigned' && signature.kind !== 'unreadable';
