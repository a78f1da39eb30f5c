import { err, ok, type Result, type StoreError } from '../record/ports';
import type { Cost } from './argon2';
import type { Connection } from './database';
import type { Access, VaultAccess } from './documents';
import { readHeader, updateHeader } from './header-store';
import type { Channel } from './session-news';
import { takeOver } from './take-over';
import { noTries, type Tries, withUntold } from './vault-header';
import { keysFrom } from './vault-keys';
import { clearTries, createSecrets, type Found, type UnlockError } from './vault-secret';

export type { UnlockError };

export type VaultDeps = {
  readonly connection: Connection;
  /** The time now, in milliseconds since 1970. */
  readonly now: () => number;
  /** Locks the other windows too. */
  readonly channel?: Channel;
  /** How dear a try of a passphrase is; the standard unless a test wants less. */
  readonly cost?: Cost;
  /** What the audit log has to know and cannot hear from the vault's answers, because another window or a timer asked. */
  readonly onEvent?: (event: VaultEvent) => void;
};

export type VaultEvent =
  | { readonly kind: 'unlocked' | 'emergency-view' | 'locked' | 'wiped' | 'recovery-key-failed' }
  | { readonly kind: 'unlock-failed'; readonly failed: number };

export type VaultStatus = {
  /** `new`: no vault yet. `unset`: nobody has chosen yet. `none`: no passphrase, knowingly. */
  readonly lock: 'new' | 'unset' | 'none' | 'passphrase';
  readonly open: 'no' | 'yes' | 'read-only';
  readonly hasRecoveryKey: boolean;
  readonly tries: Tries;
  /** Milliseconds since 1970; null before the first backup. */
  readonly lastBackupAt: number | null;
};

/** What an unlocking found. The tries that failed before it wait to be told to the audit log (see `untold.ts`). */
type Unlocked = {
  readonly failedTries: number;
  readonly lastFailedAt: number | null;
  /** Plain records of version 1 that were taken over. */
  readonly takenOver: number;
};

export type Vault = VaultAccess & {
  readonly status: () => Promise<Result<VaultStatus, StoreError>>;
  /** Opens the vault with its passphrase; null opens one that has none. */
  readonly unlock: (passphrase: string | null) => Promise<Result<Unlocked, UnlockError>>;
  /** Emergency view: opens it with the recovery key, to be read only. */
  readonly unlockReadOnly: (recoveryKey: string) => Promise<Result<Unlocked, UnlockError>>;
  /** Drops every reference to a key, here and in the other windows. */
  readonly lock: () => void;
  /** Wraps the secret anew; no record is touched. null for none: `current` where there is none yet, `next` knowingly. */
  readonly changePassphrase: (current: string | null, next: string | null) => Promise<Result<null, UnlockError>>;
  /** Sets a new passphrase by the recovery key, where the old one is lost. */
  readonly resetPassphrase: (recoveryKey: string, next: string) => Promise<Result<null, UnlockError>>;
  /** Makes a recovery key, which replaces the one before. It is shown once and kept nowhere. */
  readonly makeRecoveryKey: (current: string | null) => Promise<Result<string, UnlockError>>;
  /** Remembers that a backup was made now. */
  readonly backedUp: () => Promise<Result<null, StoreError>>;
  /** Forgets the keys for good: the records under them were deleted. */
  readonly wiped: () => void;
};

/**
 * Begins unopened. Its keys are dropped where this or another window locks (until the next unlocking) or wipes (for
 * good). What throws while it is unlocked or wrapped anew is `Unavailable`.
 */
export function createVault({ connection, now, channel, cost, onEvent = () => undefined }: VaultDeps): Vault {
  let current: Access | null = null;
  // 'closed' once it was locked: then not even a vault without a passphrase opens by itself.
  let state: 'untouched' | 'closed' | 'wiped' = 'untouched';
  let opening: Promise<Result<Unlocked, UnlockError>> | null = null;
  // What was asked for before the vault was locked must not open it afterwards.
  let generation = 0;

  const held = () => current;

  const drop = (next: 'closed' | 'wiped') => {
    generation += 1;
    current = null;
    if (state !== 'wiped') state = next;
    if (next === 'wiped') connection.end();
  };

  channel?.addEventListener('message', (event: MessageEvent<unknown>) => {
    const said = event.data;
    if (typeof said !== 'object' || said === null || !('vault' in said)) return;
    if (said.vault === 'locked') drop('closed');
    if (said.vault === 'wiped') drop('wiped');
    if (said.vault === 'locked' || said.vault === 'wiped') onEvent({ kind: said.vault });
  });

  const secrets = createSecrets({ connection, now, onFailed: onEvent, ...(cost === undefined ? {} : { cost }) });

  /** Opens the vault with a secret that was found, once everything of version 1 is in it. */
  const openWith = async (
    find: () => Promise<Result<Found, UnlockError>>,
    readOnly: boolean,
  ): Promise<Result<Unlocked, UnlockError>> => {
    const asked = generation;
    const found = await find();
    if (!found.ok) return found;
    const { secret, by, failed } = found.value;
    const keys = await keysFrom(secret);
    secret.fill(0);
    const taken = await takeOver(connection, keys);
    if (!taken.ok) return taken;
    if (by !== 'nothing') {
      const cleared = await updateHeader(connection, (header) => {
        const open = clearTries(header, found.value, now());
        return readOnly ? withUntold(open, 'emergency-view', now()) : open;
      });
      if (!cleared.ok) return cleared;
    }
    if (asked !== generation || state === 'wiped') return err({ kind: 'Locked' });
    current = { keys, readOnly };
    onEvent({ kind: readOnly ? 'emergency-view' : 'unlocked' });
    return ok({ failedTries: failed.failed, lastFailedAt: failed.lastAt, takenOver: taken.value });
  };

  return {
    async access() {
      if (current !== null) return ok(current);
      if (state !== 'untouched') return err({ kind: 'Locked' });
      opening ??= asValue(() => openWith(() => secrets.byPassphrase(null), false)).finally(() => {
        opening = null;
      });
      const opened = await opening;
      if (!opened.ok) return err(asStoreError(opened.error));
      // Asked anew: it may have been locked again since.
      const access = held();
      return access === null ? err({ kind: 'Locked' }) : ok(access);
    },

    holds: (access) => access === current,

    async status() {
      const header = await readHeader(connection);
      if (!header.ok) return header;
      const found = header.value;
      const noLock = found?.lock.by === 'none' ? (found.lock.chosen ? 'none' : 'unset') : 'passphrase';
      return ok({
        lock: found === null ? 'new' : noLock,
        open: current === null ? 'no' : current.readOnly ? 'read-only' : 'yes',
        hasRecoveryKey: found !== null && found.recovery !== null,
        tries: found?.tries ?? noTries,
        lastBackupAt: found?.lastBackupAt ?? null,
      });
    },

    unlock: (passphrase) => asValue(() => openWith(() => secrets.byPassphrase(passphrase), false)),
    unlockReadOnly: (recoveryKey) => asValue(() => openWith(() => secrets.byRecoveryKey(recoveryKey), true)),

    lock() {
      drop('closed');
      channel?.postMessage({ vault: 'locked' });
      onEvent({ kind: 'locked' });
    },

    changePassphrase: (old, next) => asValue(() => secrets.rewrap(() => secrets.byPassphrase(old), next)),
    resetPassphrase: (recoveryKey, next) =>
      asValue(() => secrets.rewrap(() => secrets.byRecoveryKey(recoveryKey), next)),
    makeRecoveryKey: (passphrase) => asValue(() => secrets.newRecoveryKey(passphrase)),

    backedUp: () => updateHeader(connection, (header) => ({ ...header, lastBackupAt: now() })),

    wiped() {
      drop('wiped');
      channel?.postMessage({ vault: 'wiped' });
      onEvent({ kind: 'wiped' });
    },
  };
}

/** What throws on the way (a part of the app that did not arrive, no memory for Argon2) changes nothing and is said. */
async function asValue<T>(work: () => Promise<Result<T, UnlockError>>): Promise<Result<T, UnlockError>> {
  try {
    return await work();
  } catch (error) {
    return err({ kind: 'Unavailable', why: error instanceof Error ? error.message : String(error) });
  }
}

/** A store that asks for no passphrase can only say that one is needed. */
function asStoreError(error: UnlockError): StoreError {
  switch (error.kind) {
    case 'WrongPassphrase':
    case 'TooSoon':
    case 'WrongRecoveryKey':
    case 'NoRecoveryKey':
    case 'TooShort':
    case 'Mistyped':
      return { kind: 'Locked' };
    case 'NotFound':
    case 'Conflict':
    case 'Damaged':
    case 'NewerVersion':
    case 'DiskFull':
    case 'Locked':
    case 'ReadOnly':
    case 'Unavailable':
      return error;
  }
}
