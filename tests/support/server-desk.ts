import type { FetchPort } from '../../src/exchange/fhir/client';
import { ok } from '../../src/record/ports';
import { createOutboxDesk } from '../../src/state/outbox-desk';
import type { OutboxDeps } from '../../src/state/outbox-ports';
import { createMakeBundle } from '../../src/state/server-bundle';
import { createServerDesk } from '../../src/state/server-desk';
import { pullRecords } from '../../src/state/server-pull';
import { takeFound } from '../../src/state/server-take';
import { sampleHead } from './sample-sessions';
import type { Page as DevicePage } from './signing-device';

/** Windows of one device: one sends at a time. */
export function oneWindowAtATime(): OutboxDeps['oneAtATime'] {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** The clinic's server as a page of a device has it: everything is real but the clock, chance and what waits. */
export function serverWindow(
  page: DevicePage,
  {
    oneAtATime = oneWindowAtATime(),
    fetch = (url, init) => globalThis.fetch(url, init),
    origin = 'http://127.0.0.1',
  }: { readonly oneAtATime?: OutboxDeps['oneAtATime']; readonly fetch?: FetchPort; readonly origin?: string } = {},
) {
  const clock = { at: Date.parse('2026-06-03T09:00:00Z'), open: true };
  const now = () => new Date(clock.at).toISOString().replace('Z', '+00:00');
  const waiting: { ms: number; then: () => void }[] = [];
  const told = { others: 0 };
  const left: string[] = [];
  const address = { query: '' };
  const desk = createServerDesk({
    documents: page.documents,
    fetch,
    now,
    randomBytes: (n) => crypto.getRandomValues(new Uint8Array(n)),
    page: {
      origin,
      address: `${origin}/`,
      query: () => address.query,
      dropQuery: () => {
        address.query = '';
      },
      leaveFor: (url) => left.push(url),
    },
    changed: (what) => {
      outbox.stop();
      void (what === 'server' ? outbox.sendAgain() : outbox.run());
    },
  });
  const outbox = createOutboxDesk({
    documents: page.documents,
    sessions: page.sessions,
    versionsOf: page.desk.versionsOf,
    makeBundle: createMakeBundle({
      version: '0.1.0',
      pdf: () => Promise.resolve(ok(new Uint8Array([37, 80, 68, 70]))),
    }),
    connect: desk.connect,
    mayWork: () => clock.open,
    now,
    random: () => 0.5,
    oneAtATime,
    after: (ms, then) => {
      const one = { ms, then };
      waiting.push(one);
      return () => {
        const at = waiting.indexOf(one);
        if (at >= 0) waiting.splice(at, 1);
      };
    },
    log: (record) => page.desk.log.append({ kind: 'sent', record }),
    tellOthers: () => {
      told.others += 1;
    },
  });
  /** Lets time pass until nothing waits any more, at most so many times. */
  const passTime = async (most = 100): Promise<void> => {
    await outbox.run();
    for (let n = 0; n < most; n += 1) {
      const [next] = waiting.splice(0, 1);
      if (next === undefined) return;
      clock.at += next.ms;
      next.then();
      await outbox.run();
    }
  };
  const pull = async (recordNumber: string | null, signal = new AbortController().signal) => {
    const server = await desk.connect();
    if (!server.ok || server.value === null) throw new Error('no server is set');
    const { client } = server.value;
    const take = {
      store: page.sessions,
      signing: page.desk,
      head: sampleHead,
      same: (session: string, versions: number) => outbox.cameFrom(client.base, session, versions),
    };
    return pullRecords({ client, take: (found) => takeFound(take, found) }, recordNumber, {
      signal,
      onProgress: () => undefined,
    });
  };
  return { desk, outbox, clock, waiting, told, left, address, passTime, pull, shown: () => outbox.store.getState() };
}
