import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { FetchPort } from '../../../src/exchange/fhir/client';
import { longestWaitMs } from '../../../src/record/outbox';
import { completeSession } from '../../support/complete-session';
import { fakeFhirServer } from '../../support/fhir-server';
import { serverWindow } from '../../support/server-desk';
import { signAll, signingDevice } from '../../support/signing-device';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
async function clinic(...names: readonly string[]) {
  const [made, server] = [signingDevice(), await fakeFhirServer()];
  ends.push(made.close, server.close);
  const page = made.open();
  const sessions = names.map((id, n) => completeSession({ id, startedAt: `2026-0${String(n + 1)}-02T09:30:00+01:00` }));
  await signAll(page, sessions);
  const transactions = () => server.asked.filter(({ bundle }) => bundle === 'transaction').length;
  return { page, server, transactions };
}
const set = (address: string) => ({ address, signIn: 'none' as const, token: '', client: '', scope: '' });

describe('sending', () => {
  it('by two windows at the same moment, in a browser without locks, makes nothing double', async () => {
    const { page, server } = await clinic('a1', 'a2');
    const windows = [serverWindow(page), serverWindow(page)] as const;
    await windows[0].desk.save(set(server.base));
    await Promise.all(windows.map((one) => one.passTime()));
    expect(server.store.of('Procedure')).toHaveLength(2);
    expect(server.store.of('DocumentReference')).toHaveLength(2);
    expect([...server.store.versions.values()].every((n) => n === 1)).toBe(true);
    expect(windows.map((one) => one.shown().tally?.sent)).toEqual([2, 2]);
  });

  it('is broken off where the vault is locked meanwhile, and done once after it was opened', async () => {
    const { page, server, transactions } = await clinic('a1');
    const onArrival: (() => void)[] = [];
    // The request has left; the answer is kept back until it is aborted.
    const slow: FetchPort = (url, init) => {
      if (init.method !== 'POST') return fetch(url, init);
      return new Promise((_, reject) => {
        init.signal?.addEventListener('abort', () => {
          reject(new DOMException('aborted', 'AbortError'));
        });
        void fetch(url, { ...init, signal: null }).then((response) => {
          void response.text();
          for (const tell of onArrival) tell();
        });
      });
    };
    const window = serverWindow(page, { fetch: slow });
    const arrived = new Promise<void>((resolve) => {
      onArrival.push(resolve);
    });
    await window.desk.save(set(server.base));
    await arrived;
    window.clock.open = false;
    window.outbox.stop();
    await window.passTime();
    expect(window.shown().status).toBe('off');
    const next = serverWindow(page);
    await next.passTime();
    expect(next.shown()).toMatchObject({ status: 'rest', tally: { sent: 1 } });
    expect(transactions()).toBe(2);
    expect(server.store.of('Procedure')).toHaveLength(1);
  });

  it('goes on where the clock is put back or ahead while something waits', async () => {
    const year = 365 * 86_400_000;
    for (const jump of [-year, year]) {
      const { page, server } = await clinic('a1');
      server.faults.push({ status: 500 });
      const window = serverWindow(page);
      await window.desk.save(set(server.base));
      await window.outbox.run();
      expect(window.shown().status).toBe('waiting');
      window.clock.at += jump;
      await window.outbox.run();
      expect(window.waiting.every(({ ms }) => ms <= longestWaitMs)).toBe(true);
      await window.passTime();
      expect(window.shown()).toMatchObject({ status: 'rest', tally: { sent: 1 } });
    }
  });

  it('hands nothing further out to what answers with a page of its own, and keeps the record', async () => {
    const { page } = await clinic('a1', 'b1');
    let asked = 0;
    const portal: FetchPort = () => {
      asked += 1;
      return Promise.resolve(new Response('<html>', { headers: { 'Content-Type': 'text/html' } }));
    };
    const window = serverWindow(page, { fetch: portal });
    await window.desk.save(set('https://fhir.example/r4'));
    await window.passTime();
    expect(asked).toBe(1);
    expect(window.shown()).toMatchObject({ status: 'stopped', tally: { sent: 0, failed: { why: 'not-fhir' } } });
  });

  it('counts nothing as sent where a server says of another number of entries that they were done', async () => {
    const { page } = await clinic('a1');
    const liar: FetchPort = () =>
      Promise.resolve(Response.json({ resourceType: 'Bundle', type: 'transaction-response', entry: [{}, null, 'x'] }));
    const window = serverWindow(page, { fetch: liar });
    await window.desk.save(set('https://fhir.example/r4'));
    await window.passTime();
    expect(window.shown()).toMatchObject({ status: 'stopped', tally: { sent: 0, waiting: 1 } });
  });
});
