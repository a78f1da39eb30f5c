import type { Result, Units } from '../protocol/words';
import type { Session } from './session';

/** What the record needs from the place it is kept. Implemented by `storage`. */
export type SessionStore = {
  /** Newest first. Damaged records are listed as such, never dropped. */
  readonly list: () => Promise<Result<readonly SessionListing[], StoreError>>;
  readonly load: (id: string) => Promise<Result<StoredSession, StoreError>>;
  /**
   * Writes a session. Resolves only when the transaction has completed. `expected` is the revision the caller
   * last saw (0 for a new session): a different one in the store is a Conflict and nothing is written.
   */
  readonly save: (session: Session, expected: number) => Promise<Result<number, StoreError>>;
  /** Calls back when another window saved a session. Returns the unsubscriber. */
  readonly watch: (changed: (id: string, revision: number) => void) => () => void;
};

export type StoredSession = { readonly session: Session; readonly revision: number };

export type SessionListing =
  | {
      readonly kind: 'session';
      readonly id: string;
      readonly patientLabel: string;
      readonly startedAt: string;
      readonly finishedAt?: string;
      readonly map: string;
      readonly given: Units;
      readonly savedAt: string;
    }
  | { readonly kind: 'damaged'; readonly id: string; readonly why: string };

export type StoreError =
  | { readonly kind: 'NotFound'; readonly id: string }
  | { readonly kind: 'Conflict'; readonly id: string; readonly stored: number; readonly expected: number }
  | { readonly kind: 'Damaged'; readonly id: string; readonly why: string }
  | { readonly kind: 'NewerVersion'; readonly found: number; readonly known: number }
  | { readonly kind: 'DiskFull' }
  | { readonly kind: 'Unavailable'; readonly why: string };
