import {
  type ChainProblem,
  type HeadVerdict,
  judgeHead,
  type OutsideHead,
  verifyChain,
  verifyStore,
} from '../record/chain';
import type { CheckingPort } from '../record/crypto-port';
import { ok, type DocumentStore, type Result, type StoreError } from '../record/ports';
import { readChainHead, readSigned } from './signed-documents';

export type VerifiedChains = OutsideHead & {
  readonly others: readonly { readonly store: string; readonly count: number; readonly holds: boolean }[];
};

export type ChainDesk = {
  /**
   * Verifies the chain over everything that was signed in this store, and those of other stores that came in with their
   * backups, each by itself.
   */
  readonly verifyChain: () => Promise<Result<VerifiedChains, StoreError | ChainProblem>>;
  /** The head of the store's chain, to be kept outside. */
  readonly head: () => Promise<Result<OutsideHead, StoreError>>;
  /** What a head that was kept outside says of the store's chain. */
  readonly compare: (outside: OutsideHead) => Promise<Result<HeadVerdict, StoreError>>;
};

/** Keeps nothing: every question reads anew, and none writes. The head of an empty chain is null, its count 0. */
export function createChainDesk(documents: DocumentStore, crypto: CheckingPort): ChainDesk {
  return {
    async verifyChain() {
      const signed = await readSigned(documents);
      if (!signed.ok) return signed;
      const { links, records } = signed.value;
      const own = await verifyStore(links, records, crypto);
      if (!own.ok) return own;
      const others: VerifiedChains['others'][number][] = [];
      for (const [store, chain] of signed.value.others)
        others.push({ store, count: chain.length, holds: (await verifyChain(chain, crypto)).ok });
      // The longest first: where they lie in the vault says nothing of their order.
      return ok({ ...own.value, others: others.sort((a, b) => b.count - a.count) });
    },

    head: () => readChainHead(documents, 0),

    async compare(outside) {
      const signed = await readSigned(documents);
      if (!signed.ok) return signed;
      const heads = (chain: readonly { readonly head: string }[]) => chain.map(({ head }) => head);
      const own = judgeHead(heads(signed.value.links), outside);
      if (own.kind !== 'another-history') return ok(own);
      // It may have been written down on the store that a backup came from.
      const others = [...signed.value.others.values()].map((chain) => judgeHead(heads(chain), outside));
      return ok(others.find(({ kind }) => kind === 'current' || kind === 'grown') ?? own);
    },
  };
}
