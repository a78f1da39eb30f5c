import type { DocumentKind, StoredDocument } from '../record/ports';

/** A document that the backup and this device hold differently. Neither was changed. */
export type RestoreConflict = {
  readonly kind: DocumentKind;
  readonly id: string;
  /** Null where this device has none, but the chain it belongs to has another history here. */
  readonly here: { readonly revision: number; readonly savedAt: string } | null;
  readonly backup: { readonly revision: number; readonly savedAt: string };
};

export type RestorePlan = {
  readonly write: readonly {
    readonly document: StoredDocument;
    readonly expected: number;
    readonly revision: number;
  }[];
  readonly same: number;
  /** Held here in a newer revision, which stays. */
  readonly newerHere: number;
  readonly conflicts: readonly RestoreConflict[];
};

/** What this device holds under a document's row key: the document, or a row that does not open. */
export type Living =
  | { readonly kind: 'sound'; readonly document: StoredDocument }
  | { readonly kind: 'damaged'; readonly revision: number };

/** Once written these never change, and the later ones build on the ones before. */
const chained: readonly DocumentKind[] = ['signed-version', 'audit'];

/** Documents that stand or fall together: one session's signed versions, the whole audit log. */
function chainOf({ kind, doc }: StoredDocument): string {
  if (kind !== 'signed-version') return kind;
  const session: unknown = typeof doc === 'object' && doc !== null && 'session' in doc ? doc.session : null;
  const id: unknown = typeof session === 'object' && session !== null && 'id' in session ? session.id : null;
  return `${kind}/${String(id)}`;
}

/**
 * What a restore writes. What is not here is added and what does not open here is mended; what is here otherwise stays:
 * a newer revision without a word, any other as a conflict, unless the user chose the backup's (`take`, ids of
 * documents). A signed version is never replaced, and a chain with another history here is not continued.
 */
export function planRestore(
  documents: readonly StoredDocument[],
  livingOf: (document: StoredDocument) => Living | undefined,
  signedHere: (sessionId: string) => number,
  take: ReadonlySet<string>,
): RestorePlan {
  const write: { document: StoredDocument; expected: number; revision: number }[] = [];
  const conflicts: RestoreConflict[] = [];
  let same = 0;
  let newerHere = 0;
  const brokenChains = new Set<string>();
  const signedInBackup = new Map<string, number>();
  for (const document of documents) {
    if (!chained.includes(document.kind)) continue;
    const chain = chainOf(document);
    signedInBackup.set(chain, (signedInBackup.get(chain) ?? 0) + 1);
    const here = livingOf(document);
    if (here?.kind === 'sound' && !sameContent(here.document, document)) brokenChains.add(chain);
  }
  for (const document of documents) {
    const here = livingOf(document);
    const { revision, savedAt, kind, id } = document;
    const disagree = () => {
      const living = here?.kind === 'sound' ? here.document : null;
      conflicts.push({
        kind,
        id,
        here: living === null ? null : { revision: living.revision, savedAt: living.savedAt },
        backup: { revision, savedAt },
      });
    };
    if (here?.kind === 'sound' && sameContent(here.document, document)) same += 1;
    else if (chained.includes(kind) && brokenChains.has(chainOf(document))) disagree();
    else if (here === undefined) write.push({ document, expected: 0, revision });
    else if (here.kind === 'damaged') {
      write.push({ document, expected: here.revision, revision: Math.max(revision, here.revision + 1) });
    } else if (chained.includes(kind)) disagree();
    else if (take.has(id) && !signedLater(id, signedHere, signedInBackup)) {
      const living = here.document.revision;
      write.push({ document, expected: living, revision: Math.max(revision, living) + 1 });
    } else if (here.document.revision > revision && !take.has(id)) newerHere += 1;
    else disagree();
  }
  return { write, same, newerHere, conflicts };
}

/** A session that was signed here after the backup was made is not taken back, whoever asks. */
const signedLater = (
  id: string,
  signedHere: (sessionId: string) => number,
  inBackup: ReadonlyMap<string, number>,
): boolean => signedHere(id) > (inBackup.get(`signed-version/${id}`) ?? 0);

const sameContent = (a: StoredDocument, b: StoredDocument): boolean => JSON.stringify(a.doc) === JSON.stringify(b.doc);
