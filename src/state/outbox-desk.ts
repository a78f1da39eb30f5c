import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  begun,
  isSent,
  type Line,
  nextToSend,
  openLine,
  type Outgoing,
  outgoingId,
  type SendStates,
  settled,
  stateOf,
  type Tally,
  tallyOf,
} from '../record/outbox';
import { type Fate, fateOf } from '../record/outbox-fate';
import type { StoreError } from '../record/ports';
import type { OutboxDeps } from './outbox-ports';
import { createSender } from './outbox-sender';
import { createOutboxStates, type OutboxStates } from './outbox-states';

type OutboxStatus =
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
  readonly cameFrom: OutboxStates['cameFrom'];
  /** What became of a session, of what was last looked at; null where nothing is known of it, or no server is set. */
  readonly fateOf: (session: string) => Fate | null;
};

/** What was last looked at. The versions of a session come by number, so the last one told is how many there are. */
type Known = {
  readonly where: string;
  readonly states: SendStates;
  readonly versions: ReadonlyMap<string, readonly Outgoing[]>;
};

/**
 * Sends what was signed and not yet acknowledged, one version after the other, in one window at a time. What is pending is
 * worked out from what is signed; only what became of sending is kept. A closed page loses nothing: what was under way is
 * asked again, and the server takes the same version twice as once.
 */
export function createOutboxDesk(deps: OutboxDeps): OutboxDesk {
  const { now } = deps;
  const [kept, sender] = [createOutboxStates(deps), createSender(deps)];
  const store = createStore<OutboxShown>()(() => ({ status: 'reading', tally: null, retryAt: null, trouble: null }));
  let line: Line = openLine;
  let asked = false;
  let running: Promise<void> | null = null;
  let takeBack: (() => void) | null = null;
  let known: Known | null = null;

  const show = (status: OutboxStatus, more: Partial<OutboxShown> = {}) => {
    store.setState({ status, retryAt: null, trouble: null, ...more });
  };

  /** Sends until nothing is due. True where something has changed that other windows show. */
  const work = async (): Promise<boolean> => {
    takeBack?.();
    takeBack = null;
    if (!deps.mayWork()) {
      known = null;
      show('off', { tally: null });
      return false;
    }
    const server = await deps.connect();
    if (!server.ok || server.value === null) {
      known = null;
      show('off', { tally: null, trouble: server.ok ? null : server.error });
      return false;
    }
    const { client, paused } = server.value;
    const where = client.base;
    const loaded = await kept.load();
    if (!loaded.ok) {
      show('off', { trouble: loaded.error });
      return false;
    }
    const { items, states } = loaded.value;
    const versions = new Map<string, Outgoing[]>();
    for (const item of items) {
      const before = versions.get(item.session);
      if (before === undefined) versions.set(item.session, [item]);
      else before.push(item);
    }
    known = { where, states, versions };
    let tally = tallyOf(items, states, where);
    if (paused) {
      show('paused', { tally });
      return false;
    }
    // What is sent goes out of the way: each look is at what is left.
    let open = items.filter((item) => !isSent(states, item, where));
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
      const { hash } = item;
      const id = outgoingId(item);
      trouble = await kept.write(loaded.value, id, begun(stateOf(states, item, where), { at: now(), where, hash }));
      // What cannot be kept as begun is not sent: the vault was locked, or is full.
      if (trouble !== null) break;
      const answer = await sender.send(server.value, item);
      if (answer === null) break;
      const after = settled(states.get(id), line, answer, { at: now(), where, hash, random: deps.random() });
      line = after.line;
      trouble = await kept.write(loaded.value, id, after.state);
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
    cameFrom: kept.cameFrom,
    fateOf(session) {
      const versions = known?.versions.get(session);
      return known === null || versions === undefined ? null : fateOf(versions, known);
    },
    stop() {
      sender.stop();
      line = openLine;
    },
    async sendAgain(all = false) {
      const failed = await kept.release(all);
      line = openLine;
      deps.tellOthers();
      void run();
      return failed;
    },
  };
}
