import { ok, type DocumentStore, type Result, type StoreError } from '../record/ports';
import type { KeptSessions } from '../storage/indexed-db-store';
import { type ChainVersions, createChainVersions } from './chain-versions';
import { type KeptVersions, readVersions } from './signed-documents';

export type HeldVersions = {
  /** The signed versions of a session, and which are missing by what the listing says, or the chain where that says nothing. */
  readonly of: (session: string) => Promise<Result<KeptVersions, StoreError>>;
  /** The same by both, with the hashes that the store's chain knows: for what is written over a gap. */
  readonly withHashes: (session: string) => Promise<Result<VersionsAndHashes, StoreError>>;
};

export type VersionsAndHashes = KeptVersions & { readonly hashes: ReadonlyMap<number, string> };

/** Keeps nothing of its own. `chain` is read whole the first time: by `of` only where the listing is not exact. */
export function createHeldVersions(
  sessions: Pick<KeptSessions, 'listedVersions'>,
  documents: DocumentStore,
  chain: ChainVersions = createChainVersions(documents),
): HeldVersions {
  return {
    async of(session) {
      const listed = await sessions.listedVersions(session);
      if (!listed.ok) return listed;
      const { count, exact } = listed.value;
      const named = exact ? ok(new Map<number, string>()) : await chain.of(session);
      return named.ok ? readVersions(documents, session, Math.max(count, ...named.value.keys())) : named;
    },

    async withHashes(session) {
      const [listed, named] = [await sessions.listedVersions(session), await chain.of(session)];
      if (!listed.ok) return listed;
      if (!named.ok) return named;
      const signed = Math.max(listed.value.count, ...named.value.keys());
      const kept = await readVersions(documents, session, signed);
      return kept.ok ? ok({ ...kept.value, hashes: named.value }) : kept;
    },
  };
}
