import type { FhirClient } from '../exchange/fhir/client';
import type { Message } from '../messages/translate';
import type { DocumentStore, Result, SessionStore, StoreError } from '../record/ports';
import type { SignedVersion } from '../record/signed-version';

export type Bundle = Parameters<FhirClient['transaction']>[0];

/** What is sent of a record up to its last version here; the problem where it cannot be made. */
export type MakeBundle = (versions: readonly SignedVersion[]) => Promise<Result<MadeBundle, Message>>;
export type MadeBundle = {
  readonly transaction: Bundle;
  /** What a server that has taken the transaction is asked to correct of what was created before; null for nothing. */
  readonly corrections: Bundle | null;
};

/** The clinic's server as it is set. */
export type ConnectedServer = {
  readonly client: FhirClient;
  readonly paused: boolean;
};

/** What is signed here, and what is known of sending it. */
export type OutboxRecords = {
  readonly documents: Pick<DocumentStore, 'readAll' | 'read' | 'write'>;
  readonly sessions: Pick<SessionStore, 'list'>;
  /** As the signing desk gives them: null for one that does not open or is missing. */
  readonly versionsOf: (session: string) => Promise<Result<readonly unknown[], StoreError>>;
  /** ISO 8601 with offset. */
  readonly now: () => string;
};

export type OutboxDeps = OutboxRecords & {
  readonly makeBundle: MakeBundle;
  /** Null where no server is set. */
  readonly connect: () => Promise<Result<ConnectedServer | null, StoreError>>;
  /** The vault is open and may be written. */
  readonly mayWork: () => boolean;
  /** Of [0, 1). */
  readonly random: () => number;
  /** Runs it while no other window runs the same, after waiting for those that do. */
  readonly oneAtATime: (work: () => Promise<void>) => Promise<void>;
  /** Runs it after so many milliseconds; returns what takes that back. */
  readonly after: (ms: number, then: () => void) => () => void;
  /** Puts down that a version of this session was acknowledged; where nothing can be put down, it is sent all the same. */
  readonly log: (session: string) => Promise<unknown>;
  /** Has the other windows look again. */
  readonly tellOthers: () => void;
};
