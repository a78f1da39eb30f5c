import { err, ok, type Result, type StoreError } from '../record/ports';
import type { Cost } from './argon2';
import { type Bytes, fromBase64, randomBytes, toBase64 } from './bytes';
import type { Connection } from './database';
import { changeHeader, makeHeader, readHeader, updateHeader } from './header-store';
import type { Mistyped } from './recovery-key';
import { beginTry, noTries, type Tries, type VaultHeader, waitAfter, withUntold } from './vault-header';
import { newSecret } from './vault-keys';

/** Passphrases and recovery keys are asked for rarely: what handles them is fetched then. */
const loadWraps = () => import('./key-wraps');
const loadRecovery = () => import('./recovery-key');

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

/** The vault's secret, and how it was found. `failed`: the tries that failed before this one. */
export type Found = {
  readonly secret: Bytes;
  readonly by: 'nothing' | 'passphrase' | 'recovery-key';
  readonly failed: Tries;
};

export type SecretsDeps = {
  readonly connection: Connection;
  /** The time now, in milliseconds since 1970. */
  readonly now: () => number;
  readonly cost?: Cost;
  readonly onFailed: (event: { kind: 'recovery-key-failed' } | { kind: 'unlock-failed'; failed: number }) => void;
};

/** How the vault's secret is found and wrapped. It is never held here: whoever is given it overwrites it. */
export type Secrets = {
  /** A wrong passphrase is counted before it is judged, and slows the next. Null where there is none. */
  readonly byPassphrase: (passphrase: string | null) => Promise<Result<Found, UnlockError>>;
  /** A wrong one is kept to be told. */
  readonly byRecoveryKey: (typed: string) => Promise<Result<Found, UnlockError>>;
  /** Wraps the secret anew; null: under nothing, knowingly. */
  readonly rewrap: (
    find: () => Promise<Result<Found, UnlockError>>,
    next: string | null,
  ) => Promise<Result<null, UnlockError>>;
  /** A new recovery key for it, in the place of the one before. */
  readonly newRecoveryKey: (passphrase: string | null) => Promise<Result<string, UnlockError>>;
};

/**
 * Keeps nothing. Where there is no vault yet, the first question for its secret makes one that nothing protects.
 * `cost`: of new wraps, the standard where it is not given; a wrap that is there has its own.
 */
export function createSecrets({ connection, now, cost, onFailed }: SecretsDeps): Secrets {
  const headerOrNew = async (): Promise<Result<VaultHeader, StoreError>> => {
    const found = await readHeader(connection);
    if (!found.ok || found.value !== null) return found as Result<VaultHeader, StoreError>;
    const lock = { by: 'none', secret: toBase64(newSecret()), chosen: false } as const;
    return makeHeader(connection, {
      id: 'vault',
      format: 2,
      lock,
      recovery: null,
      tries: noTries,
      lastBackupAt: null,
    });
  };

  const byPassphrase: Secrets['byPassphrase'] = async (passphrase) => {
    const header = await headerOrNew();
    if (!header.ok) return header;
    const { lock } = header.value;
    if (lock.by === 'none') {
      const secret = fromBase64(lock.secret);
      return secret === null
        ? err({ kind: 'Unavailable', why: 'the vault has lost its key' })
        : ok({ secret, by: 'nothing', failed: noTries });
    }
    if (passphrase === null) return err({ kind: 'Locked' });
    const begun = await changeHeader(connection, (there) => {
      const failed = there?.tries ?? noTries;
      const { tries, waitMs } = beginTry(failed, now());
      return { header: there === null ? null : { ...there, tries }, answer: { failed, tries, waitMs } };
    });
    if (!begun.ok) return begun;
    const { failed, tries, waitMs } = begun.value;
    if (waitMs > 0) return err({ kind: 'TooSoon', waitMs });
    const secret = await (await loadWraps()).unwrapByPassphrase(lock, passphrase);
    if (secret !== null) return ok({ secret, by: 'passphrase', failed });
    onFailed({ kind: 'unlock-failed', failed: tries.failed });
    return err({ kind: 'WrongPassphrase', failed: tries.failed, waitMs: waitAfter(tries.failed) });
  };

  const byRecoveryKey: Secrets['byRecoveryKey'] = async (typed) => {
    const key = (await loadRecovery()).readRecoveryKey(typed);
    if (!key.ok) return key;
    const header = await headerOrNew();
    if (!header.ok) return header;
    const { recovery, tries } = header.value;
    if (recovery === null) return err({ kind: 'NoRecoveryKey' });
    const secret = await (await loadWraps()).unwrapByRecoveryKey(recovery, key.value);
    if (secret !== null) return ok({ secret, by: 'recovery-key', failed: tries });
    const kept = await updateHeader(connection, (there) => withUntold(there, 'recovery-key-failed', now()));
    if (!kept.ok) return kept;
    onFailed({ kind: 'recovery-key-failed' });
    return err({ kind: 'WrongRecoveryKey' });
  };

  /** The lock for a passphrase, or for none. */
  const lockBy = async (secret: Bytes, passphrase: string | null): Promise<VaultHeader['lock']> => {
    if (passphrase === null) return { by: 'none', secret: toBase64(secret), chosen: true };
    const { standardCost, wrapByPassphrase } = await loadWraps();
    return wrapByPassphrase(secret, passphrase, cost ?? standardCost);
  };

  return {
    byPassphrase,
    byRecoveryKey,

    async rewrap(find, next) {
      const { leastPassphrase } = await loadWraps();
      // Before the old one is looked at: a refusal must not leave the secret lying about.
      if (next !== null && Array.from(next).length < leastPassphrase)
        return err({ kind: 'TooShort', least: leastPassphrase });
      const found = await find();
      if (!found.ok) return found;
      const lock = await lockBy(found.value.secret, next);
      found.value.secret.fill(0);
      return updateHeader(connection, (header) => {
        const cleared = clearTries({ ...header, lock }, found.value, now());
        return found.value.by === 'recovery-key' ? withUntold(cleared, 'passphrase-reset', now()) : cleared;
      });
    },

    async newRecoveryKey(passphrase) {
      const found = await byPassphrase(passphrase);
      if (!found.ok) return found;
      const key = (await loadRecovery()).newRecoveryKey(randomBytes);
      const recovery = await (await loadWraps()).wrapByRecoveryKey(found.value.secret, key);
      found.value.secret.fill(0);
      const kept = await updateHeader(connection, (header) => clearTries({ ...header, recovery }, found.value, now()));
      return kept.ok ? ok(key) : kept;
    },
  };
}

/** The header once somebody was let in: the tries that failed before are no longer counted, and are to be told. */
export function clearTries(
  header: VaultHeader,
  { by, failed }: Pick<Found, 'by' | 'failed'>,
  now: number,
): VaultHeader {
  // The try that was right was counted with them.
  const before = header.tries.failed - (by === 'passphrase' ? 1 : 0);
  const at = failed.lastAt ?? header.tries.lastAt ?? now;
  return { ...withUntold(header, 'unlock-failed', at, before), tries: noTries };
}
