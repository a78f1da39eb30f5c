import { changesBetween } from '../record/changes';
import type { DocumentKind, StoredDocument } from '../record/ports';

/** A document that the backup and this device hold differently. Neither was changed. */
export type RestoreConflict = {
  readonly kind: DocumentKind;
  readonly id: string;
  /** Null where this device has none, but the history it belongs to is another here. */
  readonly here: { readonly revision: number; readonly savedAt: string } | null;
  readonly backup: { readonly revision: number; readonly savedAt: string };
  /** Of a diary: the days that differ. What only the backup had was taken in all the same. */
  readonly days?: readonly string[];
  /** This version cannot read what is here, and can read what is in the backup. */
  readonly unread?: true;
};

/** A document to be written, under its own id or the one that it has here. */
export type PlannedWrite = {
  readonly document: StoredDocument;
  readonly expected: number;
  readonly revision: number;
};

/** What this device holds under a document's id: the document, or a row that does not open. */
export type Living =
  | { readonly kind: 'sound'; readonly document: StoredDocument }
  | { readonly kind: 'damaged'; readonly revision: number };

/** What this device holds. */
export type Here = {
  readonly of: (kind: DocumentKind, id: string) => Living | undefined;
  /** Everything that opens. */
  readonly all: readonly StoredDocument[];
};

/** What a plan grows from. */
export type Planning = {
  readonly write: PlannedWrite[];
  readonly conflicts: RestoreConflict[];
  same: number;
  newerHere: number;
};

/** Plans a document that stands by itself. */
export function planOne(plan: Planning, document: StoredDocument, living: Living | undefined, take: boolean): void {
  const { revision } = document;
  if (living === undefined) plan.write.push({ document, expected: 0, revision });
  else if (living.kind === 'damaged') {
    plan.write.push({ document, expected: living.revision, revision: Math.max(revision, living.revision + 1) });
  } else if (sameContent(living.document, document)) plan.same += 1;
  else if (take) {
    const there = living.document.revision;
    plan.write.push({ document, expected: there, revision: Math.max(revision, there) + 1 });
  } else if (living.document.revision > revision) plan.newerHere += 1;
  else disagree(plan, document, living);
}

/** Adds a conflict to the plan and nothing to what is written. A row here that does not open counts as none. */
export function disagree(
  plan: Planning,
  { kind, id, revision, savedAt }: StoredDocument,
  here: Living | undefined,
  more: Pick<RestoreConflict, 'days' | 'unread'> = {},
): void {
  const living = here?.kind === 'sound' ? here.document : null;
  plan.conflicts.push({
    kind,
    id,
    here: living === null ? null : { revision: living.revision, savedAt: living.savedAt },
    backup: { revision, savedAt },
    ...more,
  });
}

/** In whatever order the fields were written. */
export const sameContent = (a: StoredDocument, b: StoredDocument): boolean =>
  JSON.stringify(a.doc) === JSON.stringify(b.doc) || changesBetween(a.doc, b.doc).length === 0;
