import { type AuditEvent, type AuditLine, type AuditProblem, clockJump, nextLine, verifyAudit } from '../record/audit';
import type { CheckingPort } from '../record/crypto-port';
import {
  err,
  ok,
  type DocumentChange,
  type DocumentStore,
  type Result,
  type StoredDocument,
  type StoreError,
} from '../record/ports';
import { countNumbered } from './numbered';

export type AuditDeps = {
  readonly documents: DocumentStore;
  readonly crypto: Pick<CheckingPort, 'sha256'>;
  /** The time now, ISO 8601 with offset. */
  readonly now: () => string;
};

export type AuditReading = {
  readonly lines: readonly AuditLine[];
  /** The first line that does not hold; null where all do. */
  readonly problem: AuditProblem | null;
};

export type AuditLog = {
  /** The lines that tell of an event, to be written in one transaction with it. More than one where the clock was set back. */
  readonly next: (event: AuditEvent, who: string | null) => Promise<Result<readonly DocumentChange[], StoreError>>;
  /** Puts an event down by itself. Those asked for one after another are written one after another. */
  readonly append: (event: AuditEvent, who?: string | null) => Promise<Result<null, StoreError>>;
  /** The whole log, verified. */
  readonly read: () => Promise<Result<AuditReading, StoreError>>;
};

/** Other windows may write the same line again and again; none does so this often. */
const mostAttempts = 50;

const idOf = (n: number): string => String(n);

/** The audit log in the vault: one document a line, numbered from 1. */
export function createAuditLog({ documents, crypto, now }: AuditDeps): AuditLog {
  let known = 0;
  let before: Promise<unknown> = Promise.resolve();

  const last = async (): Promise<Result<Pick<AuditLine, 'n' | 'hash' | 'at'> | null, StoreError>> => {
    const count = await countNumbered(documents, 'audit', idOf, known);
    if (!count.ok) return count;
    known = count.value;
    if (known === 0) return ok(null);
    const read = await documents.read('audit', idOf(known));
    if (read.ok) return ok(read.value.doc as AuditLine);
    // A damaged last line is named when the log is verified; that must not keep what happens now from being put down.
    return read.error.kind === 'Damaged' ? ok({ n: known, hash: '', at: now() }) : read;
  };

  const next: AuditLog['next'] = async (event, who) => {
    const found = await last();
    if (!found.ok) return found;
    const at = now();
    const jump = clockJump(found.value?.at ?? null, at);
    const lines: AuditLine[] = [];
    for (const one of jump === null ? [event] : [jump, event]) {
      lines.push(await nextLine(lines.at(-1) ?? found.value, { at, who, event: one }, crypto));
    }
    return ok(lines.map((line) => ({ kind: 'audit', id: idOf(line.n), doc: line, expected: 0 })));
  };

  const write = async (event: AuditEvent, who: string | null): Promise<Result<null, StoreError>> => {
    for (let attempt = 1; ; attempt += 1) {
      const lines = await next(event, who);
      if (!lines.ok) return lines;
      const written = await documents.write(lines.value);
      if (written.ok) return ok(null);
      if (written.error.kind !== 'Conflict' || attempt === mostAttempts) return err(written.error);
    }
  };

  return {
    next,
    append(event, who = null) {
      const mine = before.then(() => write(event, who));
      before = mine.catch(() => undefined);
      return mine;
    },
    async read() {
      const all = await documents.readAll('audit');
      if (!all.ok) return all;
      const lines = all.value.found.toSorted(byNumber).map(({ doc }) => doc as AuditLine);
      const verified = await verifyAudit(lines, crypto);
      if (!verified.ok) return ok({ lines, problem: verified.error });
      // A line at the end that does not open is missing from those that do.
      return ok({
        lines,
        problem: all.value.damaged.length === 0 ? null : { n: lines.length + 1, kind: 'link' },
      });
    },
  };
}

const byNumber = (a: StoredDocument, b: StoredDocument): number => Number(a.id) - Number(b.id);
