import type { CheckVersions } from '../exchange/checked-versions';
import type { Bytes } from '../record/crypto-port';
import type { SessionListing } from '../record/listing';
import { err, ok, type DocumentStore, type Result, type SessionStore, type StoreError } from '../record/ports';
import type { Session } from '../record/session';
import type { SignedVersion } from '../record/signed-version';
import { versionId } from '../record/version-id';

/** A session as it leaves. */
export type Leaving =
  /**
   * Versions that hold and can be read, the oldest first. They are what was signed; the session beside them is not asked. `file`
   * is the signed file of them all; null where it was not asked for, or they are too much for one.
   */
  | {
      readonly kind: 'signed';
      readonly id: string;
      readonly versions: readonly [SignedVersion, ...SignedVersion[]];
      readonly file: Bytes | null;
    }
  | { readonly kind: 'draft'; readonly id: string; readonly session: Session }
  /** It does not open, or what was signed does not hold. `raw` is what lies there, for whoever can mend it; null where nothing can be had. */
  | { readonly kind: 'damaged'; readonly id: string; readonly raw: string | null };

/** Of versions that hold, the one that was signed last. */
export const latestOf = <T>(versions: readonly [T, ...T[]]): T => versions.at(-1) ?? versions[0];

export type SourceDeps = {
  readonly store: Pick<SessionStore, 'load' | 'loadRaw'>;
  readonly documents: Pick<DocumentStore, 'read'>;
  readonly check: CheckVersions;
  /** The version of the app, where signed files are wanted; null where they are not. */
  readonly app: string | null;
  /** As they lie there, null for one that is gone: what is asked where the listing does not say how many there are. */
  readonly versionsOf: (session: string) => Promise<Result<readonly unknown[], StoreError>>;
};

/** What checks the versions of one export, in the page or beside it. */
export type Checking = { readonly check: CheckVersions; readonly end: () => void };

/** Reads only; an error is of the store (locked, gone), and no damage. */
export type ExportSource = (listed: SessionListing) => Promise<Result<Leaving, StoreError>>;

/** Sessions out of the vault, one by one. A damaged one is a value like the others: the rest goes on. */
export function createExportSource({ store, documents, check, app, versionsOf }: SourceDeps): ExportSource {
  /** The versions that were signed, as they lie there. */
  const versionsIn = async (listed: SessionListing): Promise<Result<readonly unknown[], StoreError>> => {
    if (listed.kind === 'damaged' || (listed.signed && listed.versions === undefined)) return versionsOf(listed.id);
    const found: unknown[] = [];
    const listedCount = listed.versions ?? 0;
    // One that is listed as a draft may have been signed since; of a signed one, what was listed goes out.
    for (let n = 1; n <= listedCount || listedCount === 0; n += 1) {
      const read = await documents.read('signed-version', versionId(listed.id, n));
      if (!read.ok && read.error.kind === 'NotFound' && listedCount === 0) break;
      if (!read.ok && read.error.kind !== 'NotFound' && read.error.kind !== 'Damaged') return read;
      found.push(read.ok ? read.value.doc : null);
    }
    return ok(found);
  };

  const raw = async (id: string, versions: readonly unknown[]): Promise<Result<Leaving, StoreError>> => {
    const lies = await store.loadRaw(id);
    if (!lies.ok && lies.error.kind !== 'NotFound' && lies.error.kind !== 'Damaged') return lies;
    const session = lies.ok ? (JSON.parse(lies.value) as unknown) : null;
    if (session === null && versions.length === 0) return ok({ kind: 'damaged', id, raw: null });
    const text = versions.length === 0 ? session : { session, versions };
    return ok({ kind: 'damaged', id, raw: `${JSON.stringify(text, null, 2)}\n` });
  };

  return async (listed) => {
    const { id } = listed;
    const versions = await versionsIn(listed);
    if (!versions.ok && versions.error.kind !== 'NotFound' && versions.error.kind !== 'Damaged') return versions;
    const there = versions.ok ? versions.value : [];
    if (there.length > 0) {
      const checked = await check({ session: id, versions: there, app });
      if (checked === null) return raw(id, there);
      const versions = there as [SignedVersion, ...SignedVersion[]];
      return ok({ kind: 'signed', id, versions, file: checked.file });
    }
    const loaded = await store.load(id);
    if (loaded.ok) return ok({ kind: 'draft', id, session: loaded.value.session });
    return loaded.error.kind === 'Damaged' || loaded.error.kind === 'NotFound' ? raw(id, []) : err(loaded.error);
  };
}
