import type { SigningDesk } from '../state/signing';
import { isoNow, newId } from './browser';
import type { LazyStore } from './lazy-store';

/** Signing, its profiles and the audit log, fetched when first asked for. */
export function createLazySigning(store: Pick<LazyStore, 'records'>): () => Promise<SigningDesk> {
  let opened: Promise<SigningDesk> | null = null;
  return () => {
    opened ??= Promise.all([import('../state/signing'), store.records()]).then(([{ createSigning }, records]) =>
      createSigning({ ...records, now: isoNow, newId }),
    );
    // A chunk that did not arrive is asked for again.
    opened.catch(() => {
      opened = null;
    });
    return opened;
  };
}
