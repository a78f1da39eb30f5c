import type { CryptoPort, PublicKey } from '../record/crypto-port';
import { err, ok, type DocumentStore, type Result, type StoreError } from '../record/ports';
import { type Author, fieldsWithout } from '../record/signed-version';
import type { Cost } from '../storage/argon2';
import { randomBytes } from '../storage/bytes';
import type { VaultAccess } from '../storage/documents';
import { type PinWrap, unwrapWith, wrapWith } from '../storage/key-wraps';
import { beginTry, noTries, type Tries, waitAfter } from '../storage/vault-header';
import { rowKey, type VaultKeys } from '../storage/vault-keys';
import { makeSigningKey, openSigningKey, type WrappedKey } from '../storage/web-crypto';
import type { AuditLog } from './audit-log';

/**
 * Who signs on this device, as the screens see it. `elsewhere`: it came with the backup of another vault, and its key opens only
 * there.
 */
export type Profile = {
  readonly id: string;
  readonly name: string;
  readonly credentials?: string;
  readonly elsewhere?: true;
};

/**
 * A profile as it lies in the vault. The signing key is wrapped under random bytes, and those under the PIN and the vault's
 * key: a new PIN wraps only the bytes again. Wrong PINs are counted here, so that a reload takes none back.
 */
type KeptProfile = Omit<Profile, 'elsewhere'> & {
  readonly pin: PinWrap;
  readonly signing: WrappedKey;
  readonly tries: Tries;
  /** Tells the vault whose key it is wrapped under; absent in profiles of before it was kept. */
  readonly home?: string;
};

type Unwrapped = {
  readonly profile: KeptProfile;
  /** What the signing key is wrapped under; whoever is given it overwrites it. */
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly keys: VaultKeys;
  readonly revision: number;
};

export type ProfileRefusal =
  | StoreError
  | { readonly kind: 'NameMissing' }
  | { readonly kind: 'PinTooShort'; readonly least: number }
  /** `waitMs`: how long the next try is refused. */
  | { readonly kind: 'WrongPin'; readonly failed: number; readonly waitMs: number }
  /** Its key stayed in the vault that its backup came from. No try is counted. */
  | { readonly kind: 'KeyElsewhere' }
  /** Not even looked at. */
  | { readonly kind: 'PinTooSoon'; readonly waitMs: number };

export type Profiles = {
  readonly list: () => Promise<Result<readonly Profile[], StoreError>>;
  readonly add: (asked: {
    readonly name: string;
    readonly credentials: string;
    readonly pin: string;
  }) => Promise<Result<Profile, ProfileRefusal>>;
  /** The key of a profile, ready to sign. */
  readonly open: (
    id: string,
    pin: string,
  ) => Promise<Result<{ readonly port: CryptoPort; readonly author: Author }, ProfileRefusal>>;
  /** Wraps the profile's key under another PIN; the key stays, and so does everything signed with it. */
  readonly changePin: (id: string, pin: string, next: string) => Promise<Result<null, ProfileRefusal>>;
  /** Another name or other credentials from now on; what was signed keeps those of its time. */
  readonly rename: (
    id: string,
    asked: { readonly name: string; readonly credentials: string },
    pin: string,
  ) => Promise<Result<Profile, ProfileRefusal>>;
  /** The public keys of this device. */
  readonly keys: () => Promise<Result<readonly PublicKey[], StoreError>>;
};

export type ProfilesDeps = {
  readonly documents: DocumentStore;
  readonly vault: Pick<VaultAccess, 'access'>;
  readonly audit: AuditLog['append'];
  /** The time now, ISO 8601 with offset. */
  readonly now: () => string;
  readonly newId: () => string;
  /** How dear a try of a PIN is; the standard unless a test wants less. */
  readonly cost?: Cost;
};

/** Chosen: whoever has the unlocked vault is slowed down after three wrong ones, and whoever has not cannot try any. */
export const shortestPin = 4;

/**
 * Keeps nothing outside the vault. A try of a PIN is counted there before it is judged; a wrong one, and each change of
 * a profile, is put down in the log.
 */
export function createProfiles({ documents, vault, audit, now, newId, cost }: ProfilesDeps): Profiles {
  const kept = async (): Promise<Result<readonly KeptProfile[], StoreError>> => {
    const all = await documents.readAll('profile');
    return all.ok ? ok(all.value.found.map(({ doc }) => doc as KeptProfile)) : all;
  };

  const keep = (profile: KeptProfile, expected: number) =>
    documents.write([{ kind: 'profile', id: profile.id, doc: profile, expected }], 'strict');

  /** What the PIN opens. A wrong one is put down and slows the next. */
  const unwrap = async (id: string, pin: string): Promise<Result<Unwrapped, ProfileRefusal>> => {
    const read = await documents.read('profile', id);
    if (!read.ok) return read;
    const profile = read.value.doc as KeptProfile;
    const access = await vault.access();
    if (!access.ok) return access;
    const { keys } = access.value;
    if (!(await isHere(keys, profile))) return err({ kind: 'KeyElsewhere' });
    // Counted before it is judged, so that closing the window half-way takes nothing back.
    const { tries, waitMs } = beginTry(profile.tries, Date.parse(now()));
    const counted = await keep({ ...profile, tries }, read.value.revision);
    if (!counted.ok) return counted;
    if (waitMs > 0) return err({ kind: 'PinTooSoon', waitMs });
    const secret = await unwrapWith(keys, pin, profile.pin);
    if (secret === null) {
      await audit({ kind: 'pin-failed', profile: id });
      return err({ kind: 'WrongPin', failed: tries.failed, waitMs: waitAfter(tries.failed) });
    }
    const cleared = await keep({ ...profile, tries: noTries }, read.value.revision + 1);
    if (!cleared.ok) return cleared;
    return ok({ profile: { ...profile, tries: noTries }, secret, keys, revision: read.value.revision + 2 });
  };

  return {
    async list() {
      const all = await kept();
      if (!all.ok) return all;
      const access = await vault.access();
      if (!access.ok) return access;
      const profiles = await Promise.all(
        all.value.map(async (one) => ({
          ...shown(one),
          ...((await isHere(access.value.keys, one)) ? {} : { elsewhere: true as const }),
        })),
      );
      return ok(profiles.sort((a, b) => a.name.localeCompare(b.name)));
    },

    async keys() {
      const all = await kept();
      return all.ok ? ok(all.value.map(({ signing }) => signing.key)) : all;
    },

    async add(asked) {
      const [name, credentials] = [asked.name.trim(), asked.credentials.trim()];
      if (name === '') return err({ kind: 'NameMissing' });
      if (Array.from(asked.pin).length < shortestPin) return err({ kind: 'PinTooShort', least: shortestPin });
      const access = await vault.access();
      if (!access.ok) return access;
      const secret = randomBytes(32);
      const { wrapped } = await makeSigningKey(await wrappingKey(secret));
      const pin = await wrapWith(access.value.keys, asked.pin, secret, cost);
      secret.fill(0);
      const profile = { id: newId(), name, ...(credentials === '' ? {} : { credentials }) };
      const home = await homeOf(access.value.keys, profile.id);
      const doc: KeptProfile = { ...profile, pin, signing: wrapped, tries: noTries, home };
      const written = await documents.write([{ kind: 'profile', id: profile.id, doc, expected: 0 }], 'strict');
      if (!written.ok) return written;
      await audit({ kind: 'profile-added', profile: profile.id }, { profile: profile.id, pin: true });
      return ok(profile);
    },

    async open(id, pin) {
      const opened = await unwrap(id, pin);
      if (!opened.ok) return opened;
      const { profile, secret } = opened.value;
      const port = await openSigningKey(profile.signing, await wrappingKey(secret));
      secret.fill(0);
      if (!port.ok) return err({ kind: 'Damaged', id, why: 'its key does not open' });
      return ok({ port: port.value, author: authorOf(profile) });
    },

    async changePin(id, pin, next) {
      // Asked before the PIN is: a new one that is too short counts no try.
      if (Array.from(next).length < shortestPin) return err({ kind: 'PinTooShort', least: shortestPin });
      const opened = await unwrap(id, pin);
      if (!opened.ok) return opened;
      const { profile, secret, keys, revision } = opened.value;
      const wrapped = await wrapWith(keys, next, secret, cost);
      secret.fill(0);
      const written = await keep({ ...profile, pin: wrapped }, revision);
      if (!written.ok) return written;
      await audit({ kind: 'pin-changed', profile: id }, { profile: id, pin: true });
      return ok(null);
    },

    async rename(id, asked, pin) {
      const [name, credentials] = [asked.name.trim(), asked.credentials.trim()];
      if (name === '') return err({ kind: 'NameMissing' });
      const opened = await unwrap(id, pin);
      if (!opened.ok) return opened;
      const { profile, secret, revision } = opened.value;
      secret.fill(0);
      const rest = fieldsWithout(profile, ['credentials']) as KeptProfile;
      const changed: KeptProfile = { ...rest, name, ...(credentials === '' ? {} : { credentials }) };
      const written = await keep(changed, revision);
      if (!written.ok) return written;
      await audit({ kind: 'profile-changed', profile: id }, { profile: id, pin: true });
      return ok(shown(changed));
    },
  };
}

const authorOf = ({ id, name, credentials }: KeptProfile): Author => ({
  profile: id,
  name,
  ...(credentials === undefined ? {} : { credentials }),
});

const shown = ({ id, name, credentials }: KeptProfile): Profile => ({
  id,
  name,
  ...(credentials === undefined ? {} : { credentials }),
});

/** Says nothing without the vault, and is another in every vault. */
const homeOf = (keys: VaultKeys, id: string): Promise<string> => rowKey(keys, 'profile-home', id);

const isHere = async (keys: VaultKeys, { id, home }: KeptProfile): Promise<boolean> =>
  home === undefined || home === (await homeOf(keys, id));

const wrappingKey = (secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['wrapKey', 'unwrapKey']);
