import {
  type AuditEvent,
  type AuditLine,
  type AuditProblem,
  clockJump,
  type LateKind,
  nextLine,
  verifyAudit,
} from '../record/audit';
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
import { lineId, readLineId } from '../record/store-ids';
import type { UntoldEvents } from '../storage/untold';
import type { Untold } from '../storage/vault-header';
import { countNumbered } from './numbered';

/** Who is at work, and whether the PIN says so. */
export type Worker = { readonly profile: string; readonly pin: boolean };

export type AuditDeps = {
  readonly documents: DocumentStore;
  /** What happened while no line could be written: told before the next one. */
  readonly untold: UntoldEvents;
  readonly crypto: Pick<CheckingPort, 'sha256'>;
  /** The time now, ISO 8601 with offset. */
  readonly now: () => string;
  /** Who is at work now; null where nobody said. */
  readonly worker: () => Worker | null;
};

type AuditReading = {
  readonly lines: readonly AuditLine[];
  /** The first line that does not hold; null where all do. */
  readonly problem: AuditProblem | null;
};

/** A log that came in with the backup of another store. */
export type OtherLog = AuditReading & { readonly store: string };

export type AuditLog = {
  /**
   * The lines that tell of an event, to be written in one transaction with it. More than one where the clock was set back.
   * By the one at work unless said otherwise; null for nobody. `coming`: documents that the same transaction writes; where lines
   * of this log are among them, these follow the last of those.
   */
  readonly next: (
    event: AuditEvent,
    who?: Worker | null,
    coming?: readonly Coming[],
  ) => Promise<Result<readonly DocumentChange[], StoreError>>;
  /**
   * Puts an event down by itself. Those asked for one after another are written one after another. While the vault is locked
   * or open to be read only, it is kept to be told later, without the record that it is about.
   */
  readonly append: (event: AuditEvent, who?: Worker | null) => Promise<Result<null, StoreError>>;
  /** Writes documents and puts down that they were, in one transaction. */
  readonly write: (event: AuditEvent, changes: readonly DocumentChange[]) => Promise<Result<null, StoreError>>;
  /** The whole log, verified; and what could not be put down since this window was opened. */
  readonly read: () => Promise<
    Result<
      AuditReading & { readonly others: readonly OtherLog[]; readonly unwritten: readonly AuditEvent[] },
      StoreError
    >
  >;
};

type Coming = Pick<StoredDocument, 'kind' | 'id' | 'doc'>;

/** Other windows may write the same line again and again; none does so this often. */
const mostAttempts = 50;

/** The audit log in the vault: one document a line, numbered from 1. */
export function createAuditLog({ documents, untold, crypto, now, worker }: AuditDeps): AuditLog {
  let known = 0;
  let before: Promise<unknown> = Promise.resolve();
  const unwritten: AuditEvent[] = [];

  const last = async (): Promise<Result<LastLine | null, StoreError>> => {
    const count = await countNumbered(documents, 'audit', lineId, known);
    if (!count.ok) return count;
    known = count.value;
    if (known === 0) return ok(null);
    const read = await documents.read('audit', lineId(known));
    if (read.ok) return ok(read.value.doc as AuditLine);
    // A damaged last line is named when the log is verified; that must not keep what happens now from being put down.
    return read.error.kind === 'Damaged' ? ok({ n: known, hash: '', at: now() }) : read;
  };

  /** Lines for events that happen now, after the last one of the log. */
  const linesFor = async (
    events: readonly AuditEvent[],
    who: Worker | null,
    coming: readonly Coming[] = [],
  ): Promise<Result<readonly DocumentChange[], StoreError>> => {
    const found = await last();
    if (!found.ok) return found;
    const before = lastOf(coming, found.value);
    const at = now();
    const jump = clockJump(before?.at ?? null, at);
    const said = who === null ? { who: null } : { who: who.profile, pin: who.pin };
    const lines: AuditLine[] = [];
    for (const event of jump === null ? events : [jump, ...events])
      lines.push(await nextLine(lines.at(-1) ?? before, { at, ...said, event }, crypto));
    return ok(lines.map((line) => ({ kind: 'audit', id: lineId(line.n), doc: line, expected: 0 })));
  };

  const again = ({ kind }: StoreError, attempt: number): boolean => kind === 'Conflict' && attempt < mostAttempts;

  /** Tells what waited. */
  const tellLate = async (): Promise<Result<null, StoreError>> => {
    for (let attempt = 1; ; attempt += 1) {
      const waiting = await untold.read();
      if (!waiting.ok) return waiting;
      if (waiting.value.length === 0) return ok(null);
      const events = waiting.value.map((one) => lateEvent(one, now()));
      const lines = await linesFor(events, null);
      if (!lines.ok) return lines;
      const told = await untold.tell(waiting.value, lines.value);
      if (told.ok || !again(told.error, attempt)) return told;
    }
  };

  const next: AuditLog['next'] = async (event, who = worker(), coming = []) => {
    const told = await tellLate();
    return told.ok ? linesFor([event], who, coming) : told;
  };

  const write = async (
    event: AuditEvent,
    who: Worker | null,
    changes: readonly DocumentChange[] = [],
  ): Promise<Result<null, StoreError>> => {
    for (let attempt = 1; ; attempt += 1) {
      const lines = await next(event, who);
      const written = lines.ok ? await documents.write([...changes, ...lines.value]) : lines;
      if (written.ok) return ok(null);
      const { error } = written;
      // A document that is not as expected is no matter of the log's.
      const overtaken = error.kind === 'Conflict' && !changes.some(({ id }) => id === error.id);
      if (!overtaken || !again(error, attempt)) return err(error);
    }
  };

  const put = async (event: AuditEvent, who: Worker | null): Promise<Result<null, StoreError>> => {
    const written = await write(event, who);
    if (written.ok) return written;
    const closed = written.error.kind === 'Locked' || written.error.kind === 'ReadOnly';
    const kept = closed ? await untold.keep(event.kind) : written;
    if (!kept.ok) unwritten.push(event);
    return kept;
  };

  const inTurn = (task: () => Promise<Result<null, StoreError>>): Promise<Result<null, StoreError>> => {
    const mine = before.then(task);
    before = mine.catch(() => undefined);
    return mine;
  };

  return {
    next,
    append: (event, who = worker()) => inTurn(() => put(event, who)),
    write: (event, changes) => inTurn(() => write(event, worker(), changes)),
    async read() {
      const all = await documents.readAll('audit');
      if (!all.ok) return all;
      const { found, damaged } = all.value;
      const own = await readLines(found, null, crypto);
      const stores = new Set(found.flatMap(({ id }) => readLineId(id)?.store ?? []));
      const others: OtherLog[] = [];
      for (const store of stores) others.push({ store, ...(await readLines(found, store, crypto)) });
      // A line at the end that does not open is missing from those that do.
      const lost = own.problem === null && damaged.length > 0 && others.every(({ problem }) => problem === null);
      const problem = lost ? ({ n: own.lines.length + 1, kind: 'link' } as const) : own.problem;
      return ok({ lines: own.lines, problem, others, unwritten });
    },
  };
}

type LastLine = Pick<AuditLine, 'n' | 'hash' | 'at'>;

/** The last line of this store's log once those that are coming are written. */
function lastOf(coming: readonly Coming[], found: LastLine | null): LastLine | null {
  let line = found;
  for (const { kind, id, doc } of coming) {
    const numbered = kind === 'audit' ? readLineId(id) : null;
    if (numbered?.store === null && numbered.n > (line?.n ?? 0)) line = doc as AuditLine;
  }
  return line;
}

/** The lines of one store's log, verified. */
async function readLines(
  found: readonly StoredDocument[],
  store: string | null,
  crypto: Pick<CheckingPort, 'sha256'>,
): Promise<AuditReading> {
  const lines = found
    .flatMap(({ id, doc }) => {
      const numbered = readLineId(id);
      return numbered?.store === store ? [{ n: numbered.n, line: doc as AuditLine }] : [];
    })
    .sort((a, b) => a.n - b.n)
    .map(({ line }) => line);
  const verified = await verifyAudit(lines, crypto);
  return { lines, problem: verified.ok ? null : verified.error };
}

/** Kinds of which a line says the same whether it is told at once or later. */
const plainKinds: readonly (LateKind | 'locked')[] = [
  'unlock-failed',
  'recovery-key-failed',
  'emergency-view',
  'passphrase-reset',
  'wiped',
  'locked',
];

function lateEvent({ kind, times, at }: Untold, now: string): AuditEvent {
  const late = { times, lastAt: atPlaceOf(now, at) };
  const plain = plainKinds.find((one) => one === kind);
  return plain === undefined ? { kind: 'late', what: kind, ...late } : { kind: plain, ...late };
}

/** A time in milliseconds since 1970 as the clock of a place shows it, which is that of another time. */
function atPlaceOf(like: string, ms: number): string {
  const [offset = 'Z', sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)$/.exec(like) ?? [];
  const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return `${new Date(ms + ahead).toISOString().slice(0, -1)}${offset}`;
}
