import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type Fault, startFaultProxy } from '../../../scripts/fhir/fault-proxy';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

/** A server that counts what it was told, behind a proxy with these faults in turn, and then none. */
async function behind(...faults: readonly Fault[]) {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString('utf8');
    });
    request.on('end', () => {
      heard.push(body);
      response.writeHead(200, { 'content-type': 'application/fhir+json' }).end(`"${body}"`);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  open.push(
    () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const turns = [...faults];
  const proxy = await startFaultProxy({
    target: () => `http://127.0.0.1:${String(port)}/fhir`,
    next: () => turns.shift() ?? null,
    slowMs: 0,
  });
  open.push(proxy.close);
  const send = async (body: string): Promise<number | 'cut'> => {
    try {
      return (await fetch(proxy.base, { method: 'POST', body })).status;
    } catch {
      return 'cut';
    }
  };
  return { heard, proxy, send };
}

describe('the proxy that breaks what is sent to the FHIR server', () => {
  it('passes on what nothing happens to', async () => {
    const { heard, proxy, send } = await behind();
    expect(await send('a')).toBe(200);
    expect(heard).toEqual(['a']);
    expect(proxy.passed()).toBe(1);
  });

  it.each([
    ['cut-before', 'cut', []],
    ['cut-after', 'cut', ['a']],
    ['error-before', 500, []],
    ['error-after', 502, ['a']],
    ['busy', 429, []],
    ['twice', 200, ['a', 'a']],
    ['again', 200, ['a', 'a']],
    ['slow', 200, ['a']],
  ] as const)('does %s: the device sees %s, the server hears %j', async (fault, seen, told) => {
    const { heard, proxy, send } = await behind(fault);
    expect(await send('a')).toBe(seen);
    expect(heard).toEqual(told);
    expect(proxy.done[fault]).toBe(1);
  });

  it('brings a late request after those that were sent later, at the end at the latest', async () => {
    const { heard, proxy, send } = await behind('late');
    expect(await send('a')).toBe('cut');
    await send('a');
    await send('b');
    expect(heard).toEqual(['a', 'b']);
    await proxy.settled();
    expect(heard).toEqual(['a', 'b', 'a']);
  });

  it('breaks the connection where the server is gone, and finds it again where it comes back', async () => {
    const { proxy, send } = await behind();
    const gone = await startFaultProxy({ target: () => 'http://127.0.0.1:1/fhir', next: () => null, slowMs: 0 });
    open.push(gone.close);
    await expect(fetch(gone.base, { method: 'POST', body: 'a' })).rejects.toThrow();
    expect(await send('a')).toBe(200);
    expect(proxy.underWay()).toBe(0);
  });
});
