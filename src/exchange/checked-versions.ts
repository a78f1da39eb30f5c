import type { Bytes, CheckingPort } from '../record/crypto-port';
import { verify } from '../record/signed-record';
import { firstUnreadable } from './signed-file';
import { verifiedFile } from './verified-file';

export type VersionsAsk = {
  /** The id of the session that they are kept under. */
  readonly session: string;
  /** The oldest first, as they lie there; null for one that is gone. */
  readonly versions: readonly unknown[];
  /** The version of the app, where the signed file of all of them is wanted; null where it is not. */
  readonly app: string | null;
};

/** `file` is null where it was not asked for, or where the record is too large for one. */
export type CheckedVersions = { readonly file: Bytes | null };

/** Null where a version does not hold, is of another session, or is of a shape that this program does not read. */
export type CheckVersions = (ask: VersionsAsk) => Promise<CheckedVersions | null>;

/**
 * Checks the versions of a session that leaves, and makes their file. What signs with its own key can sign whatever it likes: that
 * a version holds does not say that its entries can be added up.
 */
export const createCheckVersions =
  (crypto: CheckingPort): CheckVersions =>
  async ({ session, versions, app }) => {
    const texts = new Map<unknown, string>();
    const verified = await verify(versions, crypto, undefined, app === null ? undefined : texts);
    if (!verified.ok) return null;
    const sound = verified.value.versions;
    if (sound[0]?.session.id !== session || firstUnreadable(sound) !== null) return null;
    if (app === null) return { file: null };
    const file = await verifiedFile(sound, app, crypto, texts);
    return { file: file.ok ? file.value : null };
  };
