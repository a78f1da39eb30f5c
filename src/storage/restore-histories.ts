import type { DocumentKind, StoredDocument } from '../record/ports';
import { lineId, linkId, type Numbered, readLineId, readLinkId, storeName } from '../record/store-ids';
import { versionId } from '../record/version-id';
import { disagree, type Here, planOne, type Planning, sameContent } from './restore-step';

type Asked = {
  /** Steps of chains and lines of audit logs in the backup: of its own store, and of stores that it took in before. */
  readonly links: readonly StoredDocument[];
  readonly lines: readonly StoredDocument[];
  /** Signed versions that the restore writes. */
  readonly coming: readonly StoredDocument[];
  readonly here: Here;
};

type Kind = {
  readonly of: DocumentKind;
  readonly read: (id: string) => Numbered | null;
  readonly id: (n: number, store?: string | null) => string;
  /** The field that a store is named by, in its first document. */
  readonly hash: string;
};
const chainKind: Kind = { of: 'signed-version', read: readLinkId, id: linkId, hash: 'head' };
const logKind: Kind = { of: 'audit', read: readLineId, id: lineId, hash: 'hash' };

/** What a step says: enough to find the version that it took in. */
type Step = { readonly record?: unknown; readonly version?: unknown; readonly hash?: unknown };

/**
 * Chains and audit logs. One that shares a document with this store's own is this store's own: it is continued where it goes
 * further, and a fork of it stays in the backup as a conflict. One of another store is kept beside it, under that store's
 * name, grows with later backups of that store, and is never continued here: not even by a store that has none yet, or the
 * two stores would go on differently under one name. Gives the versions that no chain of this store will list: the caller
 * takes each into it.
 */
export function planHistories(plan: Planning, { links, lines, coming, here }: Asked): readonly StoredDocument[] {
  const isThere = ({ doc }: StoredDocument): boolean => {
    const { record, version, hash } = doc as Step;
    const id = versionId(String(record), Number(version));
    const found = coming.find((one) => one.id === id) ?? soundOf(here, id);
    return (found?.doc as Step | undefined)?.hash === hash;
  };
  const ownLinks = planKind(plan, links, here, chainKind, isThere);
  planKind(plan, lines, here, logKind, () => true);

  const listed = new Set([...ownLinks, ...here.all.filter((one) => isOwn(one, chainKind))].map(stepText));
  // What its own store did not list is not made to look as if it had.
  const vouched = new Map(links.map((link) => [stepText(link), link]));
  const textOf = (version: StoredDocument): string => {
    const { session, version: n, hash } = version.doc as Step & { readonly session?: { readonly id?: unknown } };
    return JSON.stringify([session?.id, n, hash]);
  };
  return coming
    .filter((version) => vouched.has(textOf(version)) && !listed.has(textOf(version)))
    .sort((a, b) => order(vouched.get(textOf(a))) - order(vouched.get(textOf(b))));
}

/** Every id that a document of a backup may get here. */
export function idsHere(documents: readonly StoredDocument[]): ReadonlyMap<StoredDocument, readonly string[]> {
  const ids = new Map<StoredDocument, readonly string[]>();
  for (const kind of [chainKind, logKind]) {
    const numbered = documents.filter((one) => one.kind === kind.of && kind.read(one.id) !== null);
    for (const [store, history] of byStore(numbered, kind)) {
      const name = store ?? nameOf(history, kind);
      for (const one of history) {
        const n = numberOf(one, kind);
        ids.set(one, [...new Set([one.id, kind.id(n), ...(name === null ? [] : [kind.id(n, name)])])]);
      }
    }
  }
  for (const one of documents) if (!ids.has(one)) ids.set(one, [one.id]);
  return ids;
}

/** Plans the documents of one kind; gives those that become this store's own. */
function planKind(
  plan: Planning,
  documents: readonly StoredDocument[],
  here: Here,
  kind: Kind,
  mayContinue: (document: StoredDocument) => boolean,
): readonly StoredDocument[] {
  const mine = here.all.filter((one) => isOwn(one, kind));
  const myName = nameOf(mine, kind);
  const own: StoredDocument[] = [];
  for (const [store, history] of byStore(documents, kind)) {
    const asOwn = history.map((one) => ({ ...one, id: kind.id(numberOf(one, kind)) }));
    const known = store !== null && store === myName;
    const shares = asOwn.some((one) => isSame(here, one));
    if (known || shares) {
      // A fork is not continued, nor is a chain whose versions do not come with it: it would be broken.
      const fits = asOwn.every((one) => isSame(here, one) || (soundOf(here, one.id, one) === null && mayContinue(one)));
      for (const one of asOwn) {
        if (fits || isSame(here, one)) planOne(plan, one, here.of(one.kind, one.id), false);
        else disagree(plan, one, here.of(one.kind, one.id));
      }
      if (fits) own.push(...asOwn);
      continue;
    }
    const name = store ?? nameOf(history, kind);
    for (const one of history) {
      const beside = name === null ? one : { ...one, id: kind.id(numberOf(one, kind), name) };
      const living = here.of(beside.kind, beside.id);
      if (name === null || (living?.kind === 'sound' && !sameContent(living.document, beside)))
        disagree(plan, one, living);
      else planOne(plan, beside, living, false);
    }
  }
  return own;
}

function byStore(documents: readonly StoredDocument[], kind: Kind): ReadonlyMap<string | null, StoredDocument[]> {
  const found = new Map<string | null, StoredDocument[]>();
  for (const one of documents) {
    const store = kind.read(one.id)?.store ?? null;
    found.set(store, [...(found.get(store) ?? []), one]);
  }
  for (const history of found.values()) history.sort((a, b) => numberOf(a, kind) - numberOf(b, kind));
  return found;
}

/** What a history is called: by its first document. Null where that one is missing. */
function nameOf(history: readonly StoredDocument[], kind: Kind): string | null {
  const first = history.find((one) => numberOf(one, kind) === 1);
  return storeName((first?.doc as Readonly<Record<string, unknown>> | undefined)?.[kind.hash]);
}

const numberOf = ({ id }: StoredDocument, kind: Kind): number => kind.read(id)?.n ?? 0;

const isOwn = (one: StoredDocument, kind: Kind): boolean => one.kind === kind.of && kind.read(one.id)?.store === null;

function isSame(here: Here, one: StoredDocument): boolean {
  const living = here.of(one.kind, one.id);
  return living?.kind === 'sound' && sameContent(living.document, one);
}

/** What lies here under an id and opens. */
function soundOf(here: Here, id: string, like?: StoredDocument): StoredDocument | null {
  const living = here.of(like?.kind ?? 'signed-version', id);
  return living?.kind === 'sound' ? living.document : null;
}

const stepText = ({ doc }: StoredDocument): string => {
  const { record, version, hash } = doc as Step;
  return JSON.stringify([record, version, hash]);
};

const order = (link: StoredDocument | undefined): number => (link === undefined ? 0 : numberOf(link, chainKind));
