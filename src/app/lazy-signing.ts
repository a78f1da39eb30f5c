import type { SigningDesk } from '../state/signing';
import { isoNow, newId } from './browser';
import type { LazyStore } from './lazy-store';
import { once } from './once';

/** Signing, its profiles and the audit log, fetched when first asked for. */
export const createLazySigning = (store: Pick<LazyStore, 'records'>): (() => Promise<SigningDesk>) =>
  once(() =>
    Promise.all([import('../state/signing'), store.records()]).then(([{ createSigning }, records]) =>
      createSigning({ ...records, now: isoNow, newId }),
    ),
  );
