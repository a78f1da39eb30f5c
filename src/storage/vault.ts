import { err, ok, type Result, type StoreError } from '../record/ports';
import type { Cost } from './argon2';
import { type Bytes, fromBase64, randomBytes, toBase64 } from './bytes';
import type { Connection } from './database';
import type { Access, VaultAccess } from './documents';
import { changeHeader, readHeader, updateHeader } from './header-store';
import type { Mistyped } from './recovery-key';
import type { Channel } from './session-news';
import { takeOver } from './take-over';
import { beginTry, noTries, type Tries, type VaultHeader, waitAfter } from './vault-header';
import { keysFrom, newSecret } from './vault-keys';

/** Passphrases and recovery keys are asked for rarely: what handles them is fetched then. */
const loadWraps = () => import('./key-wraps');
const loadRecovery = () => import('./recovery-key');

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

export type UnlockError =
  | StoreError
  /** `failed` tries since the last good one; the next is refused for `waitMs`. */
  | { readonly kind: 'WrongPassphrase'; readonly failed: number; readonly waitMs: number }
  /** Not even looked at. */
  | { readonly kind: 'TooSoon'; readonly waitMs: number }
  | { readonly kind: 'WrongRecoveryKey' }
  | { readonly kind: 'NoRecoveryKey' }
  /** A new passphrase has fewer characters than `least`. */
  | { readonly kind: 'TooShort'; readonly least: number }
  | Mistyped;

/** What an unlocking found: for the audit log, which could not be written while the vault was locked. */
export type Unlocked = {
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

  /** The header, made together with a new secret where there is none: of two windows that begin, one makes it. */
  const headerOrNew = async (): Promise<Result<VaultHeader, StoreError>> => {
    const found = await readHeader(connection);
    if (!found.ok || found.value !== null) return found as Result<VaultHeader, StoreError>;
    const secret = newSecret();
    const fresh: VaultHeader = {
      id: 'vault',
      format: 2,
      lock: { by: 'none', secret: toBase64(secret), chosen: false },
      recovery: null,
      tries: noTries,
      lastBackupAt: null,
    };
    return changeHeader(connection, (there) => ({
      header: there === null ? fresh : null,
      answer: there ?? fresh,
    }));
  };

  /** The secret by its passphrase. A wrong one is counted before it is judged, and slows the next. */
  const secretBy = async (passphrase: string | null): Promise<Result<Bytes, UnlockError>> => {
    const header = await headerOrNew();
    if (!header.ok) return header;
    const { lock } = header.value;
    if (lock.by === 'none') {
      const secret = fromBase64(lock.secret);
      return secret === null ? err({ kind: 'Unavailable', why: 'the vault has lost its key' }) : ok(secret);
    }
    if (passphrase === null) return err({ kind: 'Locked' });
    const begun = await changeHeader(connection, (there) => {
      const { tries, waitMs } = beginTry(there?.tries ?? noTries, now());
      return { header: there === null ? null : { ...there, tries }, answer: { tries, waitMs } };
    });
    if (!begun.ok) return begun;
    const { tries, waitMs } = begun.value;
    if (waitMs > 0) return err({ kind: 'TooSoon', waitMs });
    const secret = await (await loadWraps()).unwrapByPassphrase(lock, passphrase);
    if (secret !== null) return ok(secret);
    onEvent({ kind: 'unlock-failed', failed: tries.failed });
    return err({ kind: 'WrongPassphrase', failed: tries.failed, waitMs: waitAfter(tries.failed) });
  };

  const secretByRecovery = async (typed: string): Promise<Result<Bytes, UnlockError>> => {
    const key = (await loadRecovery()).readRecoveryKey(typed);
    if (!key.ok) return key;
    const header = await headerOrNew();
    if (!header.ok) return header;
    const { recovery } = header.value;
    if (recovery === null) return err({ kind: 'NoRecoveryKey' });
    const secret = await (await loadWraps()).unwrapByRecoveryKey(recovery, key.value);
    if (secret !== null) return ok(secret);
    onEvent({ kind: 'recovery-key-failed' });
    return err({ kind: 'WrongRecoveryKey' });
  };

  /** Opens the vault with a secret that was found, once everything of version 1 is in it. */
  const openWith = async (
    find: () => Promise<Result<Bytes, UnlockError>>,
    readOnly: boolean,
  ): Promise<Result<Unlocked, UnlockError>> => {
    const asked = generation;
    const before = await readHeader(connection);
    if (!before.ok) return before;
    const secret = await find();
    if (!secret.ok) return secret;
    const keys = await keysFrom(secret.value);
    secret.value.fill(0);
    const taken = await takeOver(connection, keys);
    if (!taken.ok) return taken;
    const tries = before.value?.tries ?? noTries;
    if (tries.failed > 0 || before.value?.lock.by === 'passphrase') {
      const cleared = await updateHeader(connection, (header) => ({ ...header, tries: noTries }));
      if (!cleared.ok) return cleared;
    }
    if (asked !== generation || state === 'wiped') return err({ kind: 'Locked' });
    current = { keys, readOnly };
    onEvent({ kind: readOnly ? 'emergency-view' : 'unlocked' });
    return ok({ failedTries: tries.failed, lastFailedAt: tries.lastAt, takenOver: taken.value });
  };

  /** The lock for a passphrase, or for none. */
  const lockBy = async (secret: Bytes, passphrase: string | null): Promise<VaultHeader['lock']> => {
    if (passphrase === null) return { by: 'none', secret: toBase64(secret), chosen: true };
    const { standardCost, wrapByPassphrase } = await loadWraps();
    return wrapByPassphrase(secret, passphrase, cost ?? standardCost);
  };

  const rewrap = async (
    find: () => Promise<Result<Bytes, UnlockError>>,
    next: string | null,
  ): Promise<Result<null, UnlockError>> => {
    const { leastPassphrase } = await loadWraps();
    // Before the old one is looked at: a refusal must not leave the secret lying about.
    if (next !== null && Array.from(next).length < leastPassphrase)
      return err({ kind: 'TooShort', least: leastPassphrase });
    const found = await find();
    if (!found.ok) return found;
    const lock = await lockBy(found.value, next);
    found.value.fill(0);
    return updateHeader(connection, (header) => ({ ...header, lock, tries: noTries }));
  };

  return {
    async access() {
      if (current !== null) return ok(current);
      if (state !== 'untouched') return err({ kind: 'Locked' });
      opening ??= asValue(() => openWith(() => secretBy(null), false)).finally(() => {
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

    unlock: (passphrase) => asValue(() => openWith(() => secretBy(passphrase), false)),
    unlockReadOnly: (recoveryKey) => asValue(() => openWith(() => secretByRecovery(recoveryKey), true)),

    lock() {
      drop('closed');
      channel?.postMessage({ vault: 'locked' });
      onEvent({ kind: 'locked' });
    },

    changePassphrase: (old, next) => asValue(() => rewrap(() => secretBy(old), next)),
    resetPassphrase: (recoveryKey, next) => asValue(() => rewrap(() => secretByRecovery(recoveryKey), next)),

    makeRecoveryKey: (passphrase) =>
      asValue(async () => {
        const secret = await secretBy(passphrase);
        if (!secret.ok) return secret;
        const key = (await loadRecovery()).newRecoveryKey(randomBytes);
        const recovery = await (await loadWraps()).wrapByRecoveryKey(secret.value, key);
        secret.value.fill(0);
        const kept = await updateHeader(connection, (header) => ({ ...header, recovery, tries: noTries }));
        return kept.ok ? ok(key) : kept;
      }),

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
