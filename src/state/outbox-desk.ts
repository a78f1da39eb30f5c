import '../messages/later';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { answerOf } from '../exchange/fhir/answer';
import type { FhirClient } from '../exchange/fhir/client';
import { type Message, say } from '../messages/translate';
import {
  type Answer,
  begun,
  inSendingOrder,
  isSent,
  type Line,
  nextToSend,
  openLine,
  type Outgoing,
  outgoingId,
  released,
  type SendState,
  settled,
  type Tally,
  tallyOf,
} from '../record/outbox';
import { readSendState } from '../record/outbox-schema';
import { type DocumentStore, ok, type Result, type SessionStore, type StoreError } from '../record/ports';
import type { SignedVersion } from '../record/signed-version';

export type Bundle = Parameters<FhirClient['transaction']>[0];

/** What is sent of a record up to its last version here; the problem where it cannot be made. */
export type MakeBundle = (versions: readonly SignedVersion[]) => Promise<Result<Bundle, Message>>;

/** The clinic's server as it is set. */
export type ConnectedServer = {
  readonly client: FhirClient;
  readonly paused: boolean;
  /** Signs in anew without anybody's doing, where that can be: true where it was done. */
  readonly renew: () => Promise<boolean>;
};

export type OutboxDeps = {
  readonly documents: Pick<DocumentStore, 'readAll' | 'read' | 'write'>;
  readonly sessions: Pick<SessionStore, 'list'>;
  /** As the signing desk gives them: null for one that does not open or is missing. */
  readonly versionsOf: (session: string) => Promise<Result<readonly unknown[], StoreError>>;
  readonly makeBundle: MakeBundle;
  /** Null where no server is set. */
  readonly connect: () => Promise<Result<ConnectedServer | null, StoreError>>;
  /** The vault is open and may be written. */
  readonly mayWork: () => boolean;
  /** ISO 8601 with offset. */
  readonly now: () => string;
  /** Of [0, 1). */
  readonly random: () => number;
  /** Runs it while no other window runs the same, after waiting for those that do. */
  readonly oneAtATime: (work: () => Promise<void>) => Promise<void>;
  /** Runs it after so many milliseconds; returns what takes that back. */
  readonly after: (ms: number, then: () => void) => () => void;
  /** Puts down that a version of this session was acknowledged; where nothing can be put down, it is sent all the same. */
  readonly log: (session: string) => Promise<unknown>;
  /** Has the other windows look again. */
  readonly tellOthers: () => void;
};

export type OutboxStatus =
  /** No server is set, or the vault may not be written. */
  | 'off'
  /** Being read for the first time. */
  | 'reading'
  | 'sending'
  /** Something is tried again at `retryAt`. */
  | 'waiting'
  /** Nothing is left that would be sent by itself. */
  | 'rest'
  | 'paused'
  /** The sign-in, or the address, has to be put right first. */
  | 'stopped';

export type OutboxShown = {
  readonly status: OutboxStatus;
  readonly tally: Tally | null;
  /** Milliseconds since 1970. */
  readonly retryAt: number | null;
  /** The outbox itself could not be read or written. */
  readonly trouble: StoreError | null;
};

export type OutboxDesk = {
  readonly store: StoreApi<OutboxShown>;
  /** Looks what is to be sent, and sends it. Resolves once nothing more happens for now. */
  readonly run: () => Promise<void>;
  /** The same, trying at once what was waiting: the network is back. */
  readonly runNow: () => Promise<void>;
  /** What was refused or waits is sent again; `all`: what was acknowledged as well, for a server that has lost it. */
  readonly sendAgain: (all?: boolean) => Promise<StoreError | null>;
  /** Breaks off what is under way: it was paused, or another server was set. */
  readonly stop: () => void;
  /** The server at `where` has these versions of a session: they came from there. */
  readonly cameFrom: (where: string, session: string, versions: number) => Promise<StoreError | null>;
};

type Loaded = {
  readonly items: readonly Outgoing[];
  readonly states: Map<string, SendState>;
  /** Of what is kept, by the same ids. */
  readonly revisions: Map<string, number>;
};

/** Other windows may write the same state meanwhile; none does so this often. */
const mostAttempts = 10;

/**
 * Sends what was signed and not yet acknowledged, one version after the other, in one window at a time. What is pending is
 * worked out from what is signed; only what became of sending is kept. A closed page loses nothing: what was under way is
 * asked again, and the server takes the same version twice as once.
 */
export function createOutboxDesk(deps: OutboxDeps): OutboxDesk {
  const { documents, now } = deps;
  const store = createStore<OutboxShown>()(() => ({ status: 'reading', tally: null, retryAt: null, trouble: null }));
  let line: Line = openLine;
  let asked = false;
  let running: Promise<void> | null = null;
  let underWay: AbortController | null = null;
  let takeBack: (() => void) | null = null;

  const load = async (): Promise<Result<Loaded, StoreError>> => {
    const [listed, kept] = [await deps.sessions.list(), await documents.readAll('outbox')];
    if (!listed.ok) return listed;
    if (!kept.ok) return kept;
    const items: Outgoing[] = [];
    for (const one of listed.value) {
      if (one.kind !== 'session' || !one.signed) continue;
      const count = one.versions === undefined ? await countOf(one.id) : one.versions;
      for (let version = 1; version <= count; version += 1)
        items.push({ session: one.id, version, patient: one.patient.id, startedAt: one.startedAt });
    }
    const states = new Map<string, SendState>();
    const revisions = new Map<string, number>();
    for (const { id, doc, revision } of kept.value.found) {
      const state = readSendState(doc);
      revisions.set(id, revision);
      // One that cannot be read counts as not sent, and is written over.
      if (state !== null) states.set(id, state);
    }
    return ok({ items: inSendingOrder(items), states, revisions });
  };
  /** Rows of before it was told say only that there is one. */
  const countOf = async (session: string): Promise<number> => {
    const versions = await deps.versionsOf(session);
    return versions.ok ? versions.value.length : 1;
  };

  /** Writes a state over whatever another window wrote meanwhile: what was last heard of the server counts. */
  const write = async ({ states, revisions }: Loaded, id: string, state: SendState): Promise<StoreError | null> => {
    let expected = revisions.get(id) ?? 0;
    // Known here, whether it can be kept or not.
    states.set(id, state);
    for (let attempt = 1; ; attempt += 1) {
      const durability = state.kind === 'sending' ? 'relaxed' : 'strict';
      const written = await documents.write([{ kind: 'outbox', id, doc: state, expected }], durability);
      if (written.ok) {
        revisions.set(id, written.value[0] ?? expected + 1);
        return null;
      }
      if (written.error.kind !== 'Conflict' || attempt === mostAttempts) return written.error;
      expected = written.error.stored;
    }
  };

  const show = (status: OutboxStatus, more: Partial<OutboxShown> = {}) => {
    store.setState({ status, retryAt: null, trouble: null, ...more });
  };

  /** What becomes of one version; null where it was broken off. */
  const send = async (server: ConnectedServer, item: Outgoing): Promise<Answer | null> => {
    const held = await deps.versionsOf(item.session);
    if (!held.ok) return held.error.kind === 'Locked' ? null : here({ key: 'server.notRead' });
    const versions = held.value.slice(0, item.version);
    if (versions.length < item.version || versions.includes(null)) return here({ key: 'server.versionsGone' });
    const bundle = await deps.makeBundle(versions as readonly SignedVersion[]);
    if (!bundle.ok) return here(bundle.error);
    const cancel = new AbortController();
    underWay = cancel;
    try {
      for (let attempt = 1; ; attempt += 1) {
        // Locked meanwhile: nothing leaves any more.
        if (!deps.mayWork() || cancel.signal.aborted) return null;
        const sent = await server.client.transaction(bundle.value, cancel.signal);
        if (sent.ok) return { kind: 'accepted' };
        if (sent.error.kind === 'Cancelled') return null;
        const renewed = sent.error.kind === 'Unauthorized' && attempt === 1 && (await server.renew());
        if (!renewed) return answerOf(sent.error);
      }
    } finally {
      underWay = null;
    }
  };

  /** Sends until nothing is due. True where something has changed that other windows show. */
  const work = async (): Promise<boolean> => {
    takeBack?.();
    takeBack = null;
    if (!deps.mayWork()) {
      show('off', { tally: null });
      return false;
    }
    const server = await deps.connect();
    if (!server.ok || server.value === null) {
      show('off', { tally: null, trouble: server.ok ? null : server.error });
      return false;
    }
    const { client, paused } = server.value;
    const where = client.base;
    const loaded = await load();
    if (!loaded.ok) {
      show('off', { trouble: loaded.error });
      return false;
    }
    const { items, states } = loaded.value;
    let tally = tallyOf(items, states, where);
    if (paused) {
      show('paused', { tally });
      return false;
    }
    // What is sent goes out of the way: each look is at what is left.
    let open = items.filter((item) => !isSent(states.get(outgoingId(item)), where));
    let changed = false;
    let trouble: StoreError | null = null;
    while (!asked && trouble === null) {
      const next = nextToSend(open, states, { line, where, now: Date.parse(now()) });
      if (next.kind === 'rest') {
        show(line.stopped ? 'stopped' : 'rest', { tally });
        return changed;
      }
      if (next.kind === 'wait') {
        show('waiting', { tally, retryAt: next.until });
        const ms = Math.max(0, next.until - Date.parse(now()));
        takeBack = deps.after(ms, () => void run());
        return changed;
      }
      show('sending', { tally });
      const { item } = next;
      const id = outgoingId(item);
      trouble = await write(loaded.value, id, begun(states.get(id), { at: now(), where }));
      // What cannot be kept as begun is not sent: the vault was locked, or is full.
      if (trouble !== null) break;
      const answer = await send(server.value, item);
      if (answer === null) break;
      const after = settled(states.get(id), line, answer, { at: now(), where, random: deps.random() });
      line = after.line;
      trouble = await write(loaded.value, id, after.state);
      changed = true;
      if (after.state.kind === 'sent') {
        open = open.filter((one) => one !== item);
        await deps.log(item.session).catch(() => undefined);
      }
      tally =
        after.state.kind === 'sent' && tally.failed === null
          ? { ...tally, sent: tally.sent + 1, waiting: tally.waiting - 1, lastSentAt: after.state.at }
          : tallyOf(items, states, where);
    }
    if (trouble !== null) show('off', { tally, trouble });
    return changed;
  };

  const run = (): Promise<void> => {
    asked = true;
    running ??= deps
      .oneAtATime(async () => {
        let changed = false;
        while (asked) {
          asked = false;
          changed = (await work()) || changed;
        }
        if (changed) deps.tellOthers();
      })
      .finally(() => {
        running = null;
        // Asked for after the last look and before this.
        if (asked) void run();
      });
    return running;
  };

  const runNow = (): Promise<void> => {
    line = { ...openLine, stopped: line.stopped };
    return run();
  };

  return {
    store,
    run,
    runNow,
    stop() {
      underWay?.abort();
      line = openLine;
    },
    async cameFrom(where, session, versions) {
      for (let version = 1; version <= versions; version += 1) {
        const id = outgoingId({ session, version });
        const kept = await documents.read('outbox', id);
        if (!kept.ok && kept.error.kind !== 'NotFound' && kept.error.kind !== 'Damaged') return kept.error;
        const state = kept.ok ? readSendState(kept.value.doc) : null;
        if (isSent(state ?? undefined, where)) continue;
        const doc: SendState = { kind: 'sent', at: now(), where };
        const written = await documents.write([
          { kind: 'outbox', id, doc, expected: kept.ok ? kept.value.revision : 0 },
        ]);
        // Another window said something of it meanwhile: at worst it is sent once more.
        if (!written.ok && written.error.kind !== 'Conflict') return written.error;
      }
      return null;
    },
    async sendAgain(all = false) {
      const kept = await documents.readAll('outbox');
      if (!kept.ok) return kept.error;
      const changes = kept.value.found.flatMap(({ id, doc, revision }) => {
        const state = readSendState(doc);
        const next = state === null ? null : released(state, now(), all);
        return next === null ? [] : [{ kind: 'outbox' as const, id, doc: next, expected: revision }];
      });
      const written = changes.length === 0 ? ok([]) : await documents.write(changes, 'strict');
      line = openLine;
      deps.tellOthers();
      void run();
      // One that another window settled meanwhile needs no second sending; the rest is asked for again by the next press.
      return written.ok || written.error.kind === 'Conflict' ? null : written.error;
    },
  };
}

const here = (message: Message): Answer => ({ kind: 'refused', status: null, text: say(message), mend: 'here' });
