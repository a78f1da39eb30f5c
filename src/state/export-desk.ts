import '../messages/later';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Message, say as inWords } from '../messages/translate';
import type { AuditEvent } from '../record/audit';
import type { SessionListing } from '../record/listing';
import { err, ok, type Result, type SessionStore, type StoreError } from '../record/ports';
import type { AuditLog } from './audit-log';
import type { CalendarName } from './calendar-text';
import {
  type ExportContext,
  type Exporter,
  type ExportFormatId,
  formatOf,
  goingOut,
  type Piece,
} from './export-formats';
import type { Checking, ExportSource, Leaving } from './export-source';
import { createLongJob, type JobHand, type LongJob, type LongJobDeps } from './long-job';
import { storeErrorText } from './refusal-text';

/** Why a file is not written. */
export type SinkProblem = { readonly kind: 'DiskFull' } | { readonly kind: 'NotWritten'; readonly why: string };

/** A file that is written piece by piece. Never throws. */
export type Sink = {
  readonly write: (piece: Blob) => Promise<Result<null, SinkProblem>>;
  /** The file is whole, and the user's. */
  readonly close: () => Promise<Result<null, SinkProblem>>;
  /** Nothing of it is kept; false where an empty file stays behind. */
  readonly abandon: () => Promise<boolean>;
};

/** Asks the user where to, where the browser can; null where he or she would rather not. */
export type OpenSink = (name: string, type: string, extension: string) => Promise<Sink | null>;

export type ExportAsk = {
  readonly scope: 'all' | 'found' | 'patient';
  /** Which, by their ids; of a scope that is not all. */
  readonly ids: ReadonlySet<string>;
  readonly format: ExportFormatId;
  readonly name: CalendarName;
};

export type ExportDeps = {
  /** What goes out is what is listed when the export begins. */
  readonly list: SessionStore['list'];
  /** `app`: its version where the format wants the signed file of each; null where it does not. */
  readonly source: (check: Checking['check'], app: string | null) => Promise<ExportSource>;
  /** What checks the versions, for one export. */
  readonly startChecking: () => Checking;
  readonly openSink: OpenSink;
  readonly log: () => Promise<Pick<AuditLog, 'append'>>;
  readonly context: () => Promise<Pick<ExportContext, 'app' | 'earlyDays' | 'notePdf'>>;
  /** The time now, ISO 8601 with offset. */
  readonly now: () => string;
  readonly job?: LongJobDeps;
};

/** What became of an export, in words; `more` is what there is to know beyond it. */
type ExportSaid = { readonly ok: boolean; readonly message: Message; readonly more: readonly Message[] };

export type ExportDesk = {
  readonly job: Pick<LongJob, 'store' | 'cancel'>;
  /** What became of the last one; null before the first, and while one runs. */
  readonly said: StoreApi<ExportSaid | null>;
  /** Resolves when it is over. The sessions are read and never written. */
  readonly run: (ask: ExportAsk) => Promise<void>;
};

/** Read and checked while the one before is put into its form. */
const readAhead = 8;
/** Made and packed while the one before is written. */
const makeAhead = 3;
/** Written at once, in bytes or letters. */
const pieceSize = 262_144;

/**
 * One export at a time. Asks where to before anything is read, and puts the export down before the file is handed over;
 * one that fails or is cancelled is abandoned. Throws only what is a defect.
 */
export function createExportDesk({
  list,
  source,
  startChecking,
  openSink,
  log,
  context,
  now,
  job: deps,
}: ExportDeps): ExportDesk {
  const job = createLongJob(deps);
  const said = createStore<ExportSaid | null>()(() => null);
  const say = (one: ExportSaid | null) => {
    said.setState(one, true);
  };

  const write = async (
    ask: ExportAsk,
    sink: Sink,
    check: Checking['check'],
    { step }: JobHand,
  ): Promise<ExportSaid> => {
    const today = now().slice(0, 10);
    const format = formatOf(ask.format);
    const listed = await list();
    if (!listed.ok)
      return abandoned(sink, false, { key: 'export.notListed', values: { why: storeErrorText(listed.error) } });
    const sessions = goingOut(format, listed.value, ask.scope === 'all' ? null : ask.ids);
    const around = await context();
    const exporter = format.open({ ...around, today, name: ask.name });
    const out = buffered(sink, exporter.begin());
    const damaged: SessionListing[] = [];
    const lacking: SessionListing[] = [];
    const ahead = format.oneByOne === true ? 0 : makeAhead;
    let done = 0;
    const fail = (message: Message): Promise<ExportSaid> => abandoned(sink, false, message);
    const unwritten = (problem: SinkProblem): Promise<ExportSaid> => fail(notWritten(problem, done, sessions.length));
    const making: { readonly listed: SessionListing; readonly added: ReturnType<Exporter['add']> }[] = [];
    /** Writes those that were begun first, until no more than `left` are still being made. */
    const writeDownTo = async (left: number): Promise<ExportSaid | null> => {
      for (let first = making.shift(); first !== undefined; first = making.length > left ? making.shift() : undefined) {
        const added = await first.added;
        if (added === 'full') return fail({ key: 'export.full', values: { n: done } });
        if ('stopped' in added) return fail(notMade(added.stopped, done + 1, sessions.length));
        if (added.what === 'damaged') damaged.push(first.listed);
        if (added.what === 'lacking') lacking.push(first.listed);
        const written = await out.write(added.pieces);
        if (!written.ok) return unwritten(written.error);
        done += 1;
        await step(done, sessions.length);
      }
      return null;
    };
    for await (const read of inOrder(await source(check, format.signedFiles === true ? around.app : null), sessions)) {
      if (!read.ok) return fail(notRead(read.error, done + making.length + 1, sessions.length));
      const [listed, leaving] = read.value;
      const added = exporter.add(leaving);
      // One that throws is told when its turn comes, or not at all where nobody waits for it any more.
      added.catch(() => undefined);
      making.push({ listed, added });
      const failed = making.length > ahead ? await writeDownTo(ahead) : null;
      if (failed !== null) return failed;
    }
    const failed = await writeDownTo(0);
    if (failed !== null) return failed;
    const end = exporter.end();
    if (end === null) {
      const saidSo = await abandoned(sink, true, { key: 'export.nothing' });
      return { ...saidSo, more: [...named('export.damaged', damaged), ...saidSo.more] };
    }
    const last = await out.write(end);
    const whole = last.ok ? await out.flush() : last;
    if (!whole.ok) return unwritten(whole.error);
    // Put down before it is handed out. Where that fails it still goes out, and it is said.
    const told = await (await log()).append(eventOf(ask, sessions));
    const closed = await sink.close();
    if (!closed.ok) return unwritten(closed.error);
    return {
      ok: true,
      message: { key: 'export.done', values: { n: sessions.length - lacking.length } },
      more: [...named('export.damaged', damaged), ...named('export.lacking', lacking), ...notLogged(told)],
    };
  };

  return {
    job,
    said,
    async run(ask) {
      if (job.store.getState().kind === 'running') return;
      // Asked first: a browser lets a page ask only in answer to a press.
      const { extension, type } = formatOf(ask.format);
      const sink = await openSink(`aliquot-${ask.format}-${now().slice(0, 10)}${extension}`, type, extension);
      if (sink === null) return;
      say(null);
      const checking = startChecking();
      const end = await job
        .run((hand) => write(ask, sink, checking.check, hand))
        .catch(async (error: unknown) => {
          // A defect: the file goes, the crash is told by whoever called.
          await sink.abandon();
          throw error;
        })
        .finally(checking.end);
      if (end.kind === 'done') say(end.value);
      else if (end.kind === 'cancelled') say(await abandoned(sink, true, { key: 'export.cancelled' }));
      else await sink.abandon();
    },
  };
}

async function abandoned(sink: Sink, ok: boolean, message: Message): Promise<ExportSaid> {
  return { ok, message, more: (await sink.abandon()) ? [] : [{ key: 'export.emptyFile' }] };
}

/** One line for all of them. Which they were is told, unless they were all there was. */
const eventOf = ({ scope, format }: ExportAsk, sessions: readonly SessionListing[]): AuditEvent => ({
  kind: 'exported-many',
  format,
  records: sessions.length,
  ...(scope === 'all' ? {} : { of: sessions.map(({ id }) => id) }),
});

const notRead = (error: StoreError, n: number, total: number): Message => ({
  key: 'export.notRead',
  values: { why: storeErrorText(error), n, total },
});

const notMade = (why: Message, n: number, total: number): Message => ({
  key: 'export.notMade',
  values: { why: inWords(why), n, total },
});

const notWritten = (problem: SinkProblem, n: number, total: number): Message =>
  problem.kind === 'DiskFull'
    ? { key: 'export.diskFull', values: { n, total } }
    : { key: 'export.notWritten', values: { why: problem.why, n, total } };

/** So many are named; the rest are counted. */
const mostNamed = 5;

/** By what the list shows them under; where the listing itself does not open, by the beginning of the id. */
const nameOf = (one: SessionListing): string =>
  one.kind === 'damaged' || one.patient.label === ''
    ? one.id.slice(0, 8)
    : `${one.patient.label} (${one.startedAt.slice(0, 10)})`;

const named = (key: 'export.damaged' | 'export.lacking', some: readonly SessionListing[]): readonly Message[] =>
  some.length === 0
    ? []
    : [
        {
          key,
          values: {
            n: some.length,
            which: some.slice(0, mostNamed).map(nameOf).join(', '),
            more: Math.max(0, some.length - mostNamed),
          },
        },
      ];

const notLogged = (told: Result<null, StoreError>): readonly Message[] =>
  told.ok ? [] : [{ key: 'records.notLogged', values: { why: storeErrorText(told.error) } }];

/** What is read, in the order of the list, some of it ahead. Ends with the first that the store does not give. */
async function* inOrder(
  read: ExportSource,
  sessions: readonly SessionListing[],
): AsyncGenerator<Result<readonly [SessionListing, Leaving], StoreError>> {
  const ahead: { readonly listed: SessionListing; readonly reading: ReturnType<ExportSource> }[] = [];
  let next = 0;
  for (;;) {
    while (ahead.length < readAhead) {
      const listed = sessions[next];
      if (listed === undefined) break;
      next += 1;
      // A read that throws is told when its turn comes, or not at all where nobody waits for it any more.
      const reading = read(listed);
      reading.catch(() => undefined);
      ahead.push({ listed, reading });
    }
    const first = ahead.shift();
    if (first === undefined) return;
    const found = await first.reading;
    yield found.ok ? ok([first.listed, found.value]) : err(found.error);
    if (!found.ok) return;
  }
}

/** Gathers pieces: a file that is written a line at a time is written slowly. */
function buffered(sink: Sink, first: readonly Piece[]) {
  let pieces: Piece[] = [...first];
  let size = 0;
  const flush = async (): Promise<Result<null, SinkProblem>> => {
    if (pieces.length === 0) return ok(null);
    const blob = new Blob(pieces);
    pieces = [];
    size = 0;
    return sink.write(blob);
  };
  return {
    flush,
    async write(some: readonly Piece[]): Promise<Result<null, SinkProblem>> {
      for (const piece of some) {
        pieces.push(piece);
        size += piece.length;
      }
      return size < pieceSize ? ok(null) : flush();
    },
  };
}
