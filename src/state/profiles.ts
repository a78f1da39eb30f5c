import type { AuditEvent } from '../record/audit';
import type { CryptoPort, PublicKey } from '../record/crypto-port';
import { err, ok, type DocumentStore, type Result, type StoreError } from '../record/ports';
import type { Author } from '../record/signed-version';
import type { Cost } from '../storage/argon2';
import { randomBytes } from '../storage/bytes';
import type { VaultAccess } from '../storage/documents';
import { type PinWrap, unwrapWith, wrapWith } from '../storage/key-wraps';
import { beginTry, noTries, type Tries, waitAfter } from '../storage/vault-header';
import { makeSigningKey, openSigningKey, type WrappedKey } from '../storage/web-crypto';

/** Who signs on this device, as the screens see it. */
export type Profile = { readonly id: string; readonly name: string; readonly credentials?: string };

/**
 * A profile as it lies in the vault. The signing key is wrapped under random bytes, and those under the PIN and the vault's
 * key: a new PIN wraps only the bytes again. Wrong PINs are counted here, so that a reload takes none back.
 */
type KeptProfile = Profile & { readonly pin: PinWrap; readonly signing: WrappedKey; readonly tries: Tries };

export type ProfileRefusal =
  | StoreError
  | { readonly kind: 'NameMissing' }
  | { readonly kind: 'PinTooShort'; readonly least: number }
  /** `waitMs`: how long the next try is refused. */
  | { readonly kind: 'WrongPin'; readonly failed: number; readonly waitMs: number }
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
  /** The public keys of this device. */
  readonly keys: () => Promise<Result<readonly PublicKey[], StoreError>>;
};

export type ProfilesDeps = {
  readonly documents: DocumentStore;
  readonly vault: Pick<VaultAccess, 'access'>;
  readonly audit: (event: AuditEvent, who?: string | null) => Promise<unknown>;
  /** The time now, ISO 8601 with offset. */
  readonly now: () => string;
  readonly newId: () => string;
  /** How dear a try of a PIN is; the standard unless a test wants less. */
  readonly cost?: Cost;
};

/** Chosen: whoever has the unlocked vault is slowed down after three wrong ones, and whoever has not cannot try any. */
export const shortestPin = 4;

export function createProfiles({ documents, vault, audit, now, newId, cost }: ProfilesDeps): Profiles {
  const kept = async (): Promise<Result<readonly KeptProfile[], StoreError>> => {
    const all = await documents.readAll('profile');
    return all.ok ? ok(all.value.found.map(({ doc }) => doc as KeptProfile)) : all;
  };

  return {
    async list() {
      const all = await kept();
      return all.ok ? ok(all.value.map(shown).sort((a, b) => a.name.localeCompare(b.name))) : all;
    },

    async keys() {
      const all = await kept();
      return all.ok ? ok(all.value.map(({ signing }) => signing.key)) : all;
    },

    async add(asked) {
      const [name, credentials] = [asked.name.trim(), asked.credentials.trim()];
      if (name === '') return err({ kind: 'NameMissing' });
      if (asked.pin.length < shortestPin) return err({ kind: 'PinTooShort', least: shortestPin });
      const access = await vault.access();
      if (!access.ok) return access;
      const secret = randomBytes(32);
      const { wrapped } = await makeSigningKey(await wrappingKey(secret));
      const pin = await wrapWith(access.value.keys, asked.pin, secret, cost);
      secret.fill(0);
      const profile = { id: newId(), name, ...(credentials === '' ? {} : { credentials }) };
      const doc: KeptProfile = { ...profile, pin, signing: wrapped, tries: noTries };
      const written = await documents.write([{ kind: 'profile', id: profile.id, doc, expected: 0 }], 'strict');
      if (!written.ok) return written;
      await audit({ kind: 'profile-added', profile: profile.id }, profile.id);
      return ok(profile);
    },

    async open(id, pin) {
      const read = await documents.read('profile', id);
      if (!read.ok) return read;
      const profile = read.value.doc as KeptProfile;
      // Counted before it is judged, so that closing the window half-way takes nothing back.
      const { tries, waitMs } = beginTry(profile.tries, Date.parse(now()));
      const count = (next: Tries, expected: number) =>
        documents.write([{ kind: 'profile', id, doc: { ...profile, tries: next }, expected }]);
      const counted = await count(tries, read.value.revision);
      if (!counted.ok) return counted;
      if (waitMs > 0) return err({ kind: 'PinTooSoon', waitMs });
      const access = await vault.access();
      if (!access.ok) return access;
      const secret = await unwrapWith(access.value.keys, pin, profile.pin);
      const port = secret === null ? null : await openSigningKey(profile.signing, await wrappingKey(secret));
      secret?.fill(0);
      if (port?.ok !== true) {
        await audit({ kind: 'pin-failed', profile: id }, null);
        return err({ kind: 'WrongPin', failed: tries.failed, waitMs: waitAfter(tries.failed) });
      }
      const cleared = await count(noTries, read.value.revision + 1);
      if (!cleared.ok) return cleared;
      const { name, credentials } = profile;
      return ok({
        port: port.value,
        author: { profile: id, name, ...(credentials === undefined ? {} : { credentials }) },
      });
    },
  };
}

const shown = ({ id, name, credentials }: KeptProfile): Profile => ({
  id,
  name,
  ...(credentials === undefined ? {} : { credentials }),
});

const wrappingKey = (secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['wrapKey', 'unwrapKey']);
