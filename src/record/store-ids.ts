/**
 * Under which ids the steps of a store's chain and the lines of its audit log are kept, each numbered from 1. Those of another
 * store, which came in with its backup, are kept beside this store's own under the name of that store and never continued.
 */
export type Numbered = {
  /** Whose it is: null for this store, else `storeName` of the other. */
  readonly store: string | null;
  readonly n: number;
};

/** The clinic's server, the one document of its kind. */
export const serverSettingsId = 'server';

/** A step of the chain, among the documents of the kind `signed-version`. */
export const linkId = (n: number, store: string | null = null): string =>
  store === null ? `chain.${String(n)}` : `chain.${store}.${String(n)}`;

/** A line of the log, among the documents of the kind `audit`. */
export const lineId = (n: number, store: string | null = null): string =>
  store === null ? String(n) : `of.${store}.${String(n)}`;

/** Null where the id is none of a step. */
export const readLinkId = (id: string): Numbered | null => read(/^chain\.(?:([\w-]{43})\.)?([1-9]\d*)$/.exec(id));

/** Null where the id is none of a line. */
export const readLineId = (id: string): Numbered | null => read(/^(?:of\.([\w-]{43})\.)?([1-9]\d*)$/.exec(id));

const read = (found: RegExpExecArray | null): Numbered | null =>
  found === null ? null : { store: found[1] ?? null, n: Number(found[2]) };

/** What a store is called by another: the hash of its first step, or of the first line of its log. Null where that is none. */
export const storeName = (hash: unknown): string | null =>
  typeof hash === 'string' && /^[\w-]{43}$/.test(hash) ? hash : null;
