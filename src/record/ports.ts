import { err, ok, type Result } from '../protocol/words';
import type { SessionListing } from './listing';
import type { Session } from './session';

// An adapter answers in results; it gets them here, so that it depends on the record alone.
export { err, ok, type Result };

/**
 * How sure a write must be before it counts. `relaxed`: handed to the operating system (survives a crash of the
 * browser, not a power cut). `strict`: flushed to the disk; slower, for what may never be lost.
 */
export type Durability = 'relaxed' | 'strict';

/** What the record needs from the place it is kept. Implemented by `storage`. Expected failures are values. */
export type SessionStore = {
  /** Newest first. Damaged records are listed as such (last), never dropped. */
  readonly list: () => Promise<Result<readonly SessionListing[], StoreError>>;
  /** Reads and checks a session. A record that does not hold is Damaged and stays as it is. */
  readonly load: (id: string) => Promise<Result<StoredSession, StoreError>>;
  /** The record as it lies in the store, as JSON text, checked in no way: to rescue what is damaged. */
  readonly loadRaw: (id: string) => Promise<Result<string, StoreError>>;
  /**
   * Writes a session and returns its new revision. Resolves only when the transaction has completed. `expected` is
   * the revision the caller last saw (0 for a new session): a different one in the store is a Conflict and nothing
   * is written. Durability is relaxed unless asked otherwise. `also` are documents written in the same transaction: all
   * or nothing, and a Conflict names the one that was not as expected.
   */
  readonly save: (
    session: Session,
    expected: number,
    durability?: Durability,
    also?: readonly DocumentChange[],
  ) => Promise<Result<number, StoreError>>;
  /** The session that was saved last, by any window; null where none was. It is kept in the transaction of the save. */
  readonly last: () => Promise<Result<string | null, StoreError>>;
  /** Calls back when another window saved a session. Returns the unsubscriber. */
  readonly watch: (changed: (id: string, revision: number) => void) => () => void;
};

type StoredSession = { readonly session: Session; readonly revision: number };

export type StoreError =
  | { readonly kind: 'NotFound'; readonly id: string }
  | { readonly kind: 'Conflict'; readonly id: string; readonly stored: number; readonly expected: number }
  | { readonly kind: 'Damaged'; readonly id: string; readonly why: string }
  | { readonly kind: 'NewerVersion'; readonly found: number; readonly known: number }
  | { readonly kind: 'DiskFull' }
  /** The vault is locked: nothing can be read or written before it is opened. */
  | { readonly kind: 'Locked' }
  /** The vault was opened to be read only (emergency view). */
  | { readonly kind: 'ReadOnly' }
  | { readonly kind: 'Unavailable'; readonly why: string };

/** What the vault keeps, each sealed by itself. */
export type DocumentKind =
  | 'session'
  | 'patient'
  | 'profile'
  | 'vial-stock'
  | 'practice'
  | 'audit'
  | 'signed-version'
  | 'diary'
  /** What became of sending a signed version to the clinic's server. */
  | 'outbox'
  /** What was learned here, and by whom: no part of any record. */
  | 'learning'
  /** The clinic's server and what it knows this device by: secrets, which stay in this vault (`leavesVault`). */
  | 'server';

/** Whether a document may be in a backup. */
export const leavesVault = (kind: DocumentKind): boolean => kind !== 'server';

/** A document as it was last written; `doc` is JSON that nobody has checked. */
export type StoredDocument = {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly revision: number;
  /** ISO 8601 with offset. */
  readonly savedAt: string;
  readonly doc: unknown;
};

/** A document to be written; `expected` is the revision last seen, 0 for a new one. */
export type DocumentChange = {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly doc: unknown;
  readonly expected: number;
};

/** Everything in the vault beside the drafts of sessions, which a SessionStore writes. Expected failures are values. */
export type DocumentStore = {
  readonly read: (kind: DocumentKind, id: string) => Promise<Result<StoredDocument, StoreError>>;
  /** All of a kind, in no order. One that does not open is not among them but named by its row key in `damaged`. */
  readonly readAll: (kind: DocumentKind) => Promise<Result<DocumentsOfKind, StoreError>>;
  /**
   * Writes all or nothing, and resolves only when the transaction has completed. The first change whose `expected` is
   * not what lies there is the Conflict. Returns the new revisions. Sign with `strict`.
   */
  readonly write: (
    changes: readonly DocumentChange[],
    durability?: Durability,
  ) => Promise<Result<readonly number[], StoreError>>;
};

export type DocumentsOfKind = { readonly found: readonly StoredDocument[]; readonly damaged: readonly string[] };
