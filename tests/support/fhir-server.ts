import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Bundle, FhirResource } from 'fhir/r4';
import { fhirStore, Refusal } from './fhir-store';

/** What the fake server does with the next request for a transaction, instead of what it should. */
type Fault =
  /** The connection is cut before anything is kept. */
  | 'cut'
  /** All of it is kept, and the connection is cut before the answer. */
  | 'cut-after'
  /** The answer breaks off in the middle. */
  | 'half'
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> };

export type FakeServer = {
  /** Its base address, without a slash at the end. */
  readonly base: string;
  /** Taken by the next transactions and batches, one each. */
  readonly faults: Fault[];
  /** Every request, as `GET /Patient?x=1`; of a Bundle also of which type. */
  readonly asked: {
    readonly line: string;
    readonly headers: IncomingMessage['headers'];
    readonly bundle: string | undefined;
  }[];
  /** What is kept, by `Type/id`. */
  readonly kept: ReadonlyMap<string, FhirResource>;
  readonly store: ReturnType<typeof fhirStore>;
  readonly close: () => Promise<void>;
};

export type FakeOptions = {
  readonly pageSize?: number;
  /** Keeps what is in documents at addresses of its own, and gives it as a resource or as the file itself. */
  readonly binaries?: 'resource' | 'file';
  /** Larger transactions are refused as too large. */
  readonly mostEntries?: number;
};

/** A FHIR server over HTTP that knows what is needed: transactions and batches (`fhirStore`), and searches in pages. */
export async function fakeFhirServer(options: FakeOptions = {}): Promise<FakeServer> {
  const store = fhirStore();
  const faults: Fault[] = [];
  const asked: FakeServer['asked'] = [];

  const search = (url: URL, base: string): Bundle => {
    const type = url.pathname.slice(fhirPath.length + 1);
    const size = Number(url.searchParams.get('_count') ?? options.pageSize ?? 50);
    const from = Number(url.searchParams.get('_from') ?? 0);
    const found = store.find(type, url.searchParams);
    const page = found.slice(from, from + Math.min(size, options.pageSize ?? size));
    const next = new URL(`${base}/${type}${url.search}`);
    next.searchParams.set('_from', String(from + page.length));
    return {
      resourceType: 'Bundle',
      type: 'searchset',
      total: found.length,
      ...(from + page.length < found.length ? { link: [{ relation: 'next', url: next.href }] } : {}),
      entry: page.map(([key, resource]) => ({
        fullUrl: `${base}/${key}`,
        resource: options.binaries === undefined ? resource : withoutBytes(resource, base),
        search: { mode: 'match' },
      })),
    };
  };

  const answer = (request: IncomingMessage, response: ServerResponse, body: string, base: string): void => {
    const url = new URL(request.url ?? '/', 'http://fake');
    if (url.pathname === `${fhirPath}/metadata`) give(response, 200, capability);
    else if (url.pathname.startsWith(`${fhirPath}/Binary/`)) answerBinary(url, response);
    else if (request.method === 'GET') give(response, 200, search(url, base));
    else if (request.method === 'POST' && url.pathname === fhirPath) answerBundle(request, response, body);
    else give(response, 404, problem('no such place'));
  };

  const answerBinary = (url: URL, response: ServerResponse): void => {
    const [id, n] = url.pathname.split('/').at(-1)?.split('-') ?? [];
    const document = store.of('DocumentReference').find((one) => one.id === id);
    const { contentType = '', data = '' } = document?.content[Number(n)]?.attachment ?? {};
    if (data === '') give(response, 404, problem('no such file'));
    else if (options.binaries === 'resource') give(response, 200, { resourceType: 'Binary', contentType, data });
    else response.writeHead(200, { 'Content-Type': contentType }).end(Buffer.from(data, 'base64'));
  };

  const answerBundle = (request: IncomingMessage, response: ServerResponse, body: string): void => {
    const fault = faults.shift();
    if (fault === 'cut') {
      request.socket.destroy();
      return;
    }
    if (typeof fault === 'object') {
      give(response, fault.status, fault.body ?? problem('a fault'), fault.headers);
      return;
    }
    let done: Bundle;
    try {
      const sent = JSON.parse(body) as Bundle;
      const tooMany = (sent.entry ?? []).length > (options.mostEntries ?? Number.POSITIVE_INFINITY);
      if (sent.type === 'transaction' && tooMany) throw new Refusal(413, 'too many entries');
      done = store.take(sent);
    } catch (error) {
      give(response, error instanceof Refusal ? error.status : 400, problem(String(error)));
      return;
    }
    const text = JSON.stringify(done);
    if (fault === 'cut-after') request.socket.destroy();
    else if (fault === 'half') {
      response.writeHead(200, { 'Content-Type': 'application/fhir+json', 'Content-Length': text.length });
      response.write(text.slice(0, text.length / 2), () => request.socket.destroy());
    } else give(response, 200, done);
  };

  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      const bundle = /"type":"(transaction|batch)"/.exec(body)?.[1];
      asked.push({ line: `${request.method ?? ''} ${request.url ?? ''}`, headers: request.headers, bundle });
      answer(request, response, body, base);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const base = `http://127.0.0.1:${String(address.port)}${fhirPath}`;
  return {
    base,
    faults,
    asked,
    get kept() {
      return store.kept;
    },
    store,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const fhirPath = '/fhir';

function withoutBytes(resource: FhirResource, base: string): FhirResource {
  if (resource.resourceType !== 'DocumentReference') return resource;
  const content = resource.content.map(({ attachment: { data, ...rest } }, n) => ({
    attachment: data === undefined ? rest : { ...rest, url: `${base}/Binary/${resource.id ?? ''}-${String(n)}` },
  }));
  return { ...resource, content };
}

const problem = (text: string) => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code: 'processing', diagnostics: text }],
});

const capability = {
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-01-01',
  kind: 'instance',
  fhirVersion: '4.0.1',
  format: ['json'],
  software: { name: 'Fake FHIR server', version: '1' },
  rest: [{ mode: 'server', interaction: [{ code: 'transaction' }] }],
};

function give(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/fhir+json', ...headers }).end(JSON.stringify(body));
}
