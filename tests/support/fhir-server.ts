import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Bundle, BundleEntry, FhirResource } from 'fhir/r4';

/** What the fake server does with the next request for a transaction, instead of what it should. */
export type Fault =
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
  /** Taken by the next transactions, one each. */
  readonly faults: Fault[];
  /** Every request, as `GET /Patient?x=1`. */
  readonly asked: { readonly line: string; readonly headers: IncomingMessage['headers'] }[];
  /** What is kept, by `Type/id`; every version of every resource counts in `writes`. */
  readonly kept: ReadonlyMap<string, FhirResource>;
  readonly writes: { n: number };
  readonly close: () => Promise<void>;
};

/**
 * A FHIR server that knows what is needed: transactions with conditional create (`ifNoneExist`), conditional and plain update, and
 * searches by token parameters in pages. All or nothing, and true to R4 in what tells doubles: a condition that several
 * resources meet is refused with 412.
 */
export async function fakeFhirServer(options: { readonly pageSize?: number } = {}): Promise<FakeServer> {
  let kept = new Map<string, FhirResource>();
  const faults: Fault[] = [];
  const asked: FakeServer['asked'] = [];
  const writes = { n: 0 };
  let nextId = 0;

  const transact = (bundle: Bundle): Bundle => {
    const draft = new Map(kept);
    const places = new Map<string, string>();
    const planned = (bundle.entry ?? []).map((entry) => {
      const place = placeOf(entry, draft, () => {
        nextId += 1;
        return String(nextId);
      });
      if (entry.fullUrl !== undefined) places.set(entry.fullUrl, place.key);
      return { entry, ...place };
    });
    const entry = planned.map(({ entry: { resource }, key, status }): BundleEntry => {
      if (resource !== undefined && status !== '200 unchanged') {
        const text = JSON.stringify({ ...resource, id: key.split('/')[1] });
        const linked = text.replace(/"(urn:uuid:[^"]+)"/g, (whole, urn: string) =>
          places.has(urn) ? `"${places.get(urn) ?? ''}"` : whole,
        );
        draft.set(key, JSON.parse(linked) as FhirResource);
        writes.n += 1;
      }
      return { response: { status: status === '200 unchanged' ? '200 OK' : status, location: `${key}/_history/1` } };
    });
    kept = draft;
    return { resourceType: 'Bundle', type: 'transaction-response', entry };
  };

  const search = (url: URL, base: string): Bundle => {
    const type = url.pathname.slice(fhirPath.length + 1);
    const size = Number(url.searchParams.get('_count') ?? options.pageSize ?? 50);
    const from = Number(url.searchParams.get('_from') ?? 0);
    const found = [...kept].filter(([key, one]) => key.startsWith(`${type}/`) && matches(one, url.searchParams, kept));
    const page = found.slice(from, from + Math.min(size, options.pageSize ?? size));
    const next = new URL(`${base}/${type}${url.search}`);
    next.searchParams.set('_from', String(from + page.length));
    return {
      resourceType: 'Bundle',
      type: 'searchset',
      total: found.length,
      ...(from + page.length < found.length ? { link: [{ relation: 'next', url: next.href }] } : {}),
      entry: page.map(([key, resource]) => ({ fullUrl: `${base}/${key}`, resource, search: { mode: 'match' } })),
    };
  };

  const answer = (request: IncomingMessage, response: ServerResponse, body: string, base: string): void => {
    const url = new URL(request.url ?? '/', 'http://fake');
    if (url.pathname === `${fhirPath}/metadata`) give(response, 200, capability);
    else if (request.method === 'GET') give(response, 200, search(url, base));
    else if (request.method === 'POST' && url.pathname === fhirPath) answerTransaction(request, response, body);
    else give(response, 404, problem('no such place'));
  };

  const answerTransaction = (request: IncomingMessage, response: ServerResponse, body: string): void => {
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
      done = transact(JSON.parse(body) as Bundle);
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
      asked.push({ line: `${request.method ?? ''} ${request.url ?? ''}`, headers: request.headers });
      answer(request, response, Buffer.concat(parts).toString('utf8'), base);
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
      return kept;
    },
    writes,
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

class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Where an entry of a transaction goes: what is there already by its condition, or a place of its own. */
function placeOf(
  { request, resource }: BundleEntry,
  there: ReadonlyMap<string, FhirResource>,
  newId: () => string,
): { readonly key: string; readonly status: string } {
  if (request === undefined || resource === undefined) throw new Refusal(400, 'an entry without request or resource');
  const type = resource.resourceType;
  const meeting = (query: string): readonly string[] => {
    const found = [...there].filter(
      ([key, one]) => key.startsWith(`${type}/`) && matches(one, new URLSearchParams(query), there),
    );
    if (found.length > 1) throw new Refusal(412, `several ${type} meet ${query}`);
    return found.map(([key]) => key);
  };
  if (request.method === 'POST') {
    const [found] = request.ifNoneExist === undefined ? [] : meeting(request.ifNoneExist);
    return found === undefined
      ? { key: `${type}/${newId()}`, status: '201 Created' }
      : { key: found, status: '200 unchanged' };
  }
  if (request.method !== 'PUT') throw new Refusal(400, `not known here: ${request.method}`);
  const [path = '', query] = request.url.split('?');
  if (query === undefined) return { key: path, status: there.has(path) ? '200 OK' : '201 Created' };
  const [found] = meeting(query);
  return { key: found ?? `${type}/${newId()}`, status: found === undefined ? '201 Created' : '200 OK' };
}

/** Token and reference parameters by the names that R4 gives them; those of the result (`_count`) mean nothing here. */
function matches(resource: FhirResource, query: URLSearchParams, there: ReadonlyMap<string, FhirResource>): boolean {
  return [...query].every(([name, wanted]) => {
    if (name === '_id') return resource.id === wanted;
    if (name === '_tag') return (resource.meta?.tag ?? []).some((tag) => meets(tag, wanted));
    if (name.startsWith('_')) return true;
    const [parameter = '', ...chain] = name.split(/[.:]/).filter((part) => part !== 'Patient');
    const values = (resource as unknown as Readonly<Record<string, unknown>>)[fieldOf(parameter, resource)];
    const all = Array.isArray(values) ? (values as readonly unknown[]) : values === undefined ? [] : [values];
    if (chain.length > 0)
      return all.some((one) => {
        const target = there.get(String((one as { reference?: string }).reference));
        return target !== undefined && matches(target, new URLSearchParams([[chain.join('.'), wanted]]), there);
      });
    return wanted.split(',').some((token) => all.some((one) => meets(one, token)));
  });
}

const fieldOf = (parameter: string, { resourceType }: FhirResource): string =>
  parameter === 'patient' && resourceType !== 'Patient' ? 'subject' : parameter;

function meets(value: unknown, token: string): boolean {
  if (typeof value !== 'object' || value === null) return value === token;
  const { system, value: said, code, coding, reference } = value as Readonly<Record<string, unknown>>;
  if (Array.isArray(coding)) return coding.some((one) => meets(one, token));
  if (typeof reference === 'string') return reference === token || reference.endsWith(`/${token}`);
  const word = said ?? code;
  const bar = token.indexOf('|');
  if (bar < 0) return word === token;
  const [wantedSystem, wantedWord] = [token.slice(0, bar), token.slice(bar + 1)];
  return (system ?? '') === wantedSystem && (wantedWord === '' || word === wantedWord);
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
