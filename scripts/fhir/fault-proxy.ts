import type { Bundle } from 'fhir/r4';
import { createServer, type IncomingMessage, request as ask, type ServerResponse } from 'node:http';

/**
 * What can go wrong between a device and its server, each as a network or a gateway does it:
 * - `cut-before`: the connection breaks before the server heard of the request;
 * - `cut-after`: the server has committed, and the connection breaks before the answer;
 * - `error-before`: 500 from a gateway, the server heard nothing; `error-after`: 502, and it has committed;
 * - `busy`: 429 with Retry-After;
 * - `twice`: the request reaches the server two times at once, and the answer to one of them comes back;
 * - `again`: it reaches the server a second time after it was answered;
 * - `slow`: the answer comes later than the device waits; the server has committed;
 * - `late`: the connection breaks, and the request reaches the server all the same, after several that were sent later.
 */
export const faults = [
  'cut-before',
  'cut-after',
  'error-before',
  'error-after',
  'busy',
  'twice',
  'again',
  'slow',
  'late',
] as const;
export type Fault = (typeof faults)[number];

export type FaultProxy = {
  readonly base: string;
  /** How often each was done. */
  readonly done: Readonly<Record<Fault, number>>;
  /** Requests that the server answered, each copy counted. */
  readonly passed: () => number;
  /** Requests that were refused as too large. */
  readonly tooLarge: () => number;
  /** Requests that wait for the server's answer at this moment. */
  readonly underWay: () => number;
  /** Resolves when nothing of what was held back is under way any more. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** So many transactions overtake a late one. */
const lateBy = 12;

type Answer = { readonly status: number; readonly headers: Record<string, string>; readonly body: Buffer };

/**
 * Stands before a server on a free port of the loopback interface. `target` is asked for each request: the server may come back
 * elsewhere. `next` says what goes wrong with the next transaction (a POST to the base address); null for nothing.
 */
export async function startFaultProxy(options: {
  readonly target: () => string;
  readonly next: (body: string) => Fault | null;
  readonly slowMs: number;
  /** Transactions of more entries are refused as too large, as some servers do. */
  readonly mostEntries?: number;
}): Promise<FaultProxy> {
  const done = Object.fromEntries(faults.map((fault) => [fault, 0])) as Record<Fault, number>;
  const underWay = new Set<Promise<unknown>>();
  /** Late requests, each with what is counted down until it goes. */
  const held: { left: number; readonly go: () => void }[] = [];
  let passed = 0;
  let tooLarge = 0;

  const pass = (incoming: IncomingMessage, body: Buffer): Promise<Answer> => {
    const { origin } = new URL(options.target());
    // With the host that the device asked: the server's links to further pages then lead through here again.
    const headers = { ...incoming.headers, connection: 'close', 'content-length': body.length };
    const answer = new Promise<Answer>((resolve, reject) => {
      const outgoing = ask(`${origin}${incoming.url ?? '/'}`, { method: incoming.method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('close', () => {
          if (!response.complete) reject(new Error('cut by the server'));
        });
        response.on('end', () => {
          const { 'content-type': type = '', 'content-encoding': encoding } = response.headers;
          const headers = { 'content-type': type, ...(encoding === undefined ? {} : { 'content-encoding': encoding }) };
          passed += 1;
          resolve({ status: response.statusCode ?? 0, headers, body: Buffer.concat(chunks) });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
    underWay.add(answer);
    void answer.catch(() => undefined).finally(() => underWay.delete(answer));
    return answer;
  };

  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const isTransaction = incoming.method === 'POST' && /^\/fhir\/?$/.test(incoming.url ?? '');
      const { mostEntries } = options;
      if (isTransaction && mostEntries !== undefined && entriesIn(Buffer.concat(chunks)) > mostEntries) {
        tooLarge += 1;
        send(response, refusal(413));
        return;
      }
      const fault = isTransaction ? options.next(Buffer.concat(chunks).toString('utf8')) : null;
      if (isTransaction) for (const one of held) one.left -= 1;
      release(({ left }) => left <= 0);
      if (fault !== null) done[fault] += 1;
      const work = serve(fault, incoming, Buffer.concat(chunks), response);
      // The server is gone, as while it is started anew: the device sees a broken connection.
      void work.catch(() => response.destroy());
    });
  });

  const release = (which: (one: (typeof held)[number]) => boolean) => {
    const due = held.filter(which);
    for (const one of due) {
      held.splice(held.indexOf(one), 1);
      one.go();
    }
  };

  async function serve(fault: Fault | null, incoming: IncomingMessage, body: Buffer, response: ServerResponse) {
    switch (fault) {
      case 'cut-before':
        response.destroy();
        return;
      case 'cut-after':
        await pass(incoming, body);
        response.destroy();
        return;
      case 'error-before':
        send(response, refusal(500));
        return;
      case 'error-after':
        await pass(incoming, body);
        send(response, refusal(502));
        return;
      case 'busy':
        send(response, refusal(429), { 'retry-after': '1' });
        return;
      case 'twice': {
        const both = [pass(incoming, body), pass(incoming, body)];
        const [, second] = await Promise.allSettled(both);
        if (second?.status === 'fulfilled') send(response, second.value);
        else response.destroy();
        return;
      }
      case 'again': {
        const first = await pass(incoming, body);
        await pass(incoming, body);
        send(response, first);
        return;
      }
      case 'slow': {
        const [answer] = await Promise.all([
          pass(incoming, body),
          new Promise((resolve) => setTimeout(resolve, options.slowMs)),
        ]);
        if (!response.destroyed) send(response, answer);
        return;
      }
      case 'late':
        response.destroy();
        held.push({ left: lateBy, go: () => void pass(incoming, body).catch(() => undefined) });
        return;
      case null:
        send(response, await pass(incoming, body));
    }
  }

  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    base: `http://127.0.0.1:${String(port)}/fhir`,
    done,
    passed: () => passed,
    tooLarge: () => tooLarge,
    underWay: () => underWay.size,
    async settled() {
      release(() => true);
      await Promise.allSettled(underWay);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, { status, headers, body }: Answer, more: Record<string, string> = {}): void {
  response.writeHead(status, { ...headers, ...more, 'content-length': body.length }).end(body);
}

/** Of a transaction; the corrections of a version, a batch, are never too large. */
function entriesIn(body: Buffer): number {
  const { type, entry = [] } = JSON.parse(body.toString('utf8')) as Bundle;
  return type === 'transaction' ? entry.length : 0;
}

const refusal = (status: number): Answer => ({
  status,
  headers: { 'content-type': 'application/fhir+json' },
  body: Buffer.from(
    JSON.stringify({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'transient' }] }),
  ),
});
