import fc from 'fast-check';
import type { Bundle } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../../src/exchange/fhir/answer';
import { createFhirClient, type FetchPort, mostEmptyPages } from '../../../../src/exchange/fhir/client';
import type { ClientError } from '../../../../src/exchange/fhir/client-error';
import { signedRecordsIn } from '../../../../src/exchange/fhir/read-bundle';
import { readServerAddress } from '../../../../src/exchange/fhir/server-address';
import { unwrap } from '../../../support/signing';

const base = 'https://clinic.example/fhir';
const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/fhir+json', ...headers } });
const outcome = (...texts: readonly string[]) => ({
  resourceType: 'OperationOutcome',
  issue: texts.map((text) => ({ severity: 'error', code: 'invalid', diagnostics: text })),
});
const bundle: Bundle = {
  resourceType: 'Bundle',
  type: 'transaction',
  entry: [{ request: { method: 'POST', url: 'Patient' }, resource: { resourceType: 'Patient' } }],
};
const done = { resourceType: 'Bundle', type: 'transaction-response', entry: [{ response: { status: '201 Created' } }] };

const noToken = () => Promise.resolve(null);

type Asked = { readonly url: string; readonly init: RequestInit };
function clientOver(answer: (asked: Asked) => Response | Promise<Response>, token: string | null = 'Bearer t') {
  const asked: Asked[] = [];
  const fetch: FetchPort = async (url, init) => {
    asked.push({ url, init });
    return answer({ url, init });
  };
  const client = createFhirClient({ fetch, base, authorization: () => Promise.resolve(token), timeoutMs: 20 });
  return { client, asked };
}
const errorOf = async (response: Response): Promise<ClientError> => {
  const result = await clientOver(() => response).client.transaction(bundle);
  if (result.ok) throw new Error('it was taken');
  return result.error;
};

describe('the address of a server', () => {
  const page = 'https://aliquot.example';
  it('is a path of the own origin, https anywhere, or http where nobody is on the way', () => {
    expect(unwrap(readServerAddress(' /fhir/ ', page))).toBe('https://aliquot.example/fhir');
    expect(unwrap(readServerAddress('https://hapi.example/fhir//', page))).toBe('https://hapi.example/fhir');
    expect(unwrap(readServerAddress('https://hapi.example', page))).toBe('https://hapi.example');
    for (const host of ['localhost:8080', '127.0.0.1:8080', '[::1]:8080'])
      expect(unwrap(readServerAddress(`http://${host}/fhir`, page))).toBe(`http://${host}/fhir`);
    expect(unwrap(readServerAddress('http://tablet.lan/fhir', 'http://tablet.lan'))).toBe('http://tablet.lan/fhir');
  });

  it('is refused with the reason otherwise', () => {
    const why = (typed: string) => {
      const read = readServerAddress(typed, page);
      return read.ok ? read.value : read.error.kind;
    };
    expect(why('http://hapi.example/fhir')).toBe('NotEncrypted');
    expect(why('http://localhost.evil.example/fhir')).toBe('NotEncrypted');
    expect(why('ftp://hapi.example')).toBe('OtherScheme');
    expect(why('javascript://x')).toBe('OtherScheme');
    expect(why('https://me:secret@hapi.example/fhir')).toBe('HoldsPassword');
    expect(why('https://hapi.example/fhir?x=1')).toBe('HasQuery');
    for (const text of ['', 'hapi.example', '//hapi.example/fhir', 'https://']) expect(why(text)).toBe('Unreadable');
  });
});

describe('the FHIR client', () => {
  it('posts a transaction to the base itself, to no redirect and no cache, with the sign-in', async () => {
    const { client, asked } = clientOver(() => json(done));
    expect(await client.transaction(bundle)).toMatchObject({ ok: true, value: done });
    const [one] = asked;
    expect(one?.url).toBe(base);
    expect(one?.init).toMatchObject({ method: 'POST', redirect: 'error', cache: 'no-store' });
    expect(one?.init.headers).toEqual({
      Accept: 'application/fhir+json',
      'Content-Type': 'application/fhir+json',
      Authorization: 'Bearer t',
    });
    expect(JSON.parse(one?.init.body as string)).toEqual(bundle);
    const anonymous = clientOver(() => json(done), null);
    await anonymous.client.transaction(bundle);
    expect(anonymous.asked[0]?.init.headers).not.toHaveProperty('Authorization');
  });

  it('takes for done only what the server says was done, entry by entry', async () => {
    const entry = (...statuses: readonly string[]) => ({
      ...done,
      entry: statuses.map((status) => ({ response: { status } })),
    });
    for (const body of [
      entry('201', '201'),
      entry(),
      entry('what'),
      entry('302'),
      { resourceType: 'Bundle', type: 'batch-response' },
    ])
      expect((await errorOf(json(body))).kind).toBe('NotFhir');
    for (const status of ['200 OK', '201', '304 Not Modified'])
      expect((await clientOver(() => json(entry(status))).client.transaction(bundle)).ok).toBe(true);
    // Some server that takes entry by entry: what failed counts by itself, and is no other page.
    const told = { ...done, entry: [{ response: { status: '422', outcome: outcome('no dose') } }] };
    expect(await errorOf(json(told))).toEqual({ kind: 'Refused', status: 422, text: 'no dose' });
    expect(await errorOf(json(entry('503')))).toEqual({ kind: 'Busy', status: 503, retryAfterMs: null, text: '' });
    expect(await errorOf(json(entry('500')))).toEqual({ kind: 'Server', status: 500, text: '' });
  });

  it('says what every failure is', async () => {
    expect(await errorOf(json(outcome('who?'), 401))).toEqual({ kind: 'Unauthorized', text: 'who?' });
    expect(await errorOf(json(outcome('no'), 403))).toEqual({ kind: 'Forbidden', text: 'no' });
    expect(await errorOf(json(outcome('a', 'a', 'b'), 422))).toEqual({ kind: 'Refused', status: 422, text: 'a; b' });
    expect(await errorOf(json(outcome('x'.repeat(5000)), 400))).toMatchObject({ text: `${'x'.repeat(399)}…` });
    expect(await errorOf(new Response('<p>gone</p>', { status: 404 }))).toEqual({
      kind: 'Refused',
      status: 404,
      text: '',
    });
    expect(await errorOf(json({}, 500))).toEqual({ kind: 'Server', status: 500, text: '' });
    expect(await errorOf(json({}, 502))).toMatchObject({ kind: 'Server', status: 502 });
    expect(await errorOf(json({}, 409))).toMatchObject({ kind: 'Busy', status: 409, retryAfterMs: null });
    expect(await errorOf(json({}, 503, { 'Retry-After': '120' }))).toMatchObject({
      kind: 'Busy',
      retryAfterMs: 120_000,
    });
    const dated = { Date: 'Tue, 02 Jun 2026 09:00:00 GMT', 'Retry-After': 'Tue, 02 Jun 2026 09:00:30 GMT' };
    expect(await errorOf(json({}, 429, dated))).toMatchObject({ retryAfterMs: 30_000 });
    expect(await errorOf(new Response('<html>', { headers: { 'Content-Type': 'text/html; charset=utf-8' } }))).toEqual({
      kind: 'NotFhir',
      found: 'text/html',
    });
    expect(await errorOf(json(null))).toEqual({ kind: 'NotFhir', found: 'JSON' });
  });

  it('tells no answer, no answer in time and a cancelled request apart', async () => {
    const offline = clientOver(() => Promise.reject(new TypeError('fetch failed')));
    expect(await offline.client.transaction(bundle)).toEqual({ ok: false, error: { kind: 'Offline' } });
    const silent = clientOver(
      ({ init }) =>
        new Promise((_, reject) => {
          init.signal?.addEventListener('abort', () => {
            reject(new DOMException('aborted', 'AbortError'));
          });
        }),
    );
    expect(await silent.client.transaction(bundle)).toEqual({ ok: false, error: { kind: 'Timeout', afterMs: 20 } });
    const cancel = new AbortController();
    const asked = silent.client.transaction(bundle, cancel.signal);
    cancel.abort();
    expect(await asked).toEqual({ ok: false, error: { kind: 'Cancelled' } });
  });

  it('asks a server what it is, and what it lacks', async () => {
    const statement = (change: object) => ({
      resourceType: 'CapabilityStatement',
      fhirVersion: '4.0.1',
      software: { name: 'HAPI', version: '5.4.0' },
      rest: [{ mode: 'server', interaction: [{ code: 'transaction' }], resource: [] }],
      ...change,
    });
    const asking = async (change: object) => clientOver(() => json(statement(change))).client.metadata();
    expect(await asking({})).toEqual({ ok: true, value: { fhirVersion: '4.0.1', software: 'HAPI 5.4.0', lacks: [] } });
    expect(unwrap(await asking({ rest: [{ mode: 'server', resource: [{ type: 'Patient' }] }] })).lacks).toEqual([
      { kind: 'transaction' },
      ...['Practitioner', 'Procedure', 'MedicationAdministration', 'Medication', 'BodyStructure', 'Observation'].map(
        (type) => ({ kind: 'resource', type }),
      ),
      { kind: 'resource', type: 'DocumentReference' },
      { kind: 'resource', type: 'Provenance' },
    ]);
    expect(await asking({ fhirVersion: '5.0.0' })).toEqual({
      ok: false,
      error: { kind: 'NotFhir', found: 'FHIR 5.0.0' },
    });
  });

  it('follows the pages of a search under its own base alone, one after the other', async () => {
    const page = (n: number, next?: string) => ({
      resourceType: 'Bundle',
      type: 'searchset',
      id: String(n),
      ...(next === undefined ? {} : { link: [{ relation: 'next', url: next }] }),
    });
    const over = async (pages: Readonly<Record<string, object>>) => {
      const { client, asked } = clientOver(({ url }) => json(pages[url] ?? outcome('?'), url in pages ? 200 : 404));
      const found: string[] = [];
      for await (const one of client.pages('DocumentReference?x=1'))
        found.push(one.ok ? (one.value.id ?? '') : one.error.kind);
      return { found, asked: asked.map(({ url }) => url) };
    };
    const first = `${base}/DocumentReference?x=1`;
    const second = `${base}?_getpages=2`;
    expect((await over({ [first]: page(1, second), [second]: page(2) })).found).toEqual(['1', '2']);
    expect((await over({ [first]: page(1, second) })).found).toEqual(['1', 'Refused']);
    const unaware = await over({ [first]: page(1, second.replace('https:', 'http:')), [second]: page(2) });
    expect(unaware.found, 'a server that does not know of its own https').toEqual(['1', '2']);
    expect(unaware.asked).toEqual([first, second]);
    const stray = await over({ [first]: page(1, 'https://evil.example/fhir?_getpages=2') });
    expect(stray.found).toEqual(['1', 'NotFhir']);
    expect(stray.asked, 'the other host was never asked').toEqual([first]);
    expect((await over({ [first]: page(1, `${base}.evil.example/?x`) })).found).toEqual(['1', 'NotFhir']);
    expect((await over({ [first]: page(1, first) })).found, 'pages that go round').toEqual(['1', 'NotFhir']);
  });

  it('signs in anew once after a 401, and asks the same again', async () => {
    const tokens = ['Bearer old', 'Bearer new'];
    const asked: (string | null)[] = [];
    const over = (renewed: boolean) =>
      createFhirClient({
        base,
        fetch: (_, init) => {
          const token = new Headers(init.headers).get('Authorization');
          asked.push(token);
          return Promise.resolve(token === 'Bearer new' ? json(done) : json({}, 401));
        },
        authorization: () => Promise.resolve(tokens[0] ?? null),
        renew: () => {
          if (renewed) tokens.shift();
          return Promise.resolve(renewed);
        },
      });
    expect((await over(false).transaction(bundle)).ok).toBe(false);
    expect(asked).toEqual(['Bearer old']);
    expect((await over(true).transaction(bundle)).ok).toBe(true);
    expect(asked).toEqual(['Bearer old', 'Bearer old', 'Bearer new']);
  });

  it('sends nothing at all where the token cannot be read', async () => {
    let asked = 0;
    const client = createFhirClient({
      base,
      fetch: () => {
        asked += 1;
        return Promise.resolve(json(done));
      },
      authorization: () => Promise.reject(new Error('locked')),
    });
    expect(await client.transaction(bundle)).toEqual({ ok: false, error: { kind: 'Offline' } });
    expect(asked).toBe(0);
  });

  it('tells of each entry of a batch how it went', async () => {
    const entries = [{ response: { status: '200 OK' } }, { response: { status: '404' } }, {}];
    const { client } = clientOver(() => json({ resourceType: 'Bundle', type: 'batch-response', entry: entries }));
    expect(await client.batch({ ...bundle, type: 'batch' })).toEqual({ ok: true, value: [200, 404, 0] });
  });

  it('has what failed tried again only where that can help, and says else what to mend', async () => {
    const mend = async (status: number) => {
      const answer = answerOf(await errorOf(json(outcome('no'), status)));
      return answer.kind === 'refused' ? answer.mend : answer.kind === 'later' ? answer.why : answer.kind;
    };
    expect(await Promise.all([400, 422, 401, 403, 404, 405, 409, 412, 413, 415, 429, 500, 501, 503].map(mend))).toEqual(
      [
        'record',
        'record',
        'sign-in',
        'rights',
        'address',
        'address',
        'busy',
        'duplicates',
        'size',
        'format',
        'busy',
        'server',
        'address',
        'busy',
      ],
    );
  });
});

describe('a hostile server', () => {
  const over = (answer: () => Response) => clientOver(answer).client;

  it('is answered with a value whatever JSON it sends, under whatever status', async () => {
    const parts = fc.jsonValue();
    const shaped = fc.record(
      {
        resourceType: fc.constantFrom('Bundle', 'OperationOutcome', 'CapabilityStatement'),
        type: fc.constantFrom('transaction-response', 'batch-response', 'searchset'),
        fhirVersion: fc.oneof(fc.constant('4.0.1'), parts),
        entry: fc.oneof(parts, fc.array(fc.oneof(parts, fc.record({ response: parts, resource: parts })))),
        link: fc.oneof(parts, fc.array(fc.oneof(parts, fc.record({ relation: fc.constant('next'), url: parts })))),
        issue: fc.oneof(parts, fc.array(fc.oneof(parts, fc.record({ severity: parts, expression: parts })))),
        rest: fc.oneof(
          parts,
          fc.array(fc.oneof(parts, fc.record({ mode: fc.constant('server'), interaction: parts }))),
        ),
        software: parts,
        total: parts,
      },
      { requiredKeys: ['resourceType', 'type'] },
    );
    const statuses = fc.constantFrom(200, 201, 400, 401, 403, 409, 422, 500);
    await fc.assert(
      fc.asyncProperty(fc.oneof(shaped, parts), statuses, async (body, status) => {
        const client = over(() => json(body, status));
        const offline = { ok: false, error: { kind: 'Offline' } };
        expect(await client.transaction(bundle)).not.toEqual(offline);
        expect(await client.batch(bundle)).not.toEqual(offline);
        expect(await client.metadata()).not.toEqual(offline);
        for await (const page of client.pages('Patient?x')) {
          expect(page).not.toEqual(offline);
          if (!page.ok) continue;
          const found = signedRecordsIn(page.value);
          expect(found.ok ? found.value : found.error.kind).toBeDefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is not listened to any further once it has said too much, whatever length it told', async () => {
    let [sent, cancelled] = [0, false];
    const endless = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            sent += 1;
            controller.enqueue(new Uint8Array(5_000_000));
          },
          cancel() {
            cancelled = true;
          },
        }),
        { headers: { 'Content-Length': '10' } },
      );
    const late = createFhirClient({ fetch: () => Promise.resolve(endless()), base, authorization: noToken });
    expect(await late.get('/Patient')).toEqual({ ok: false, error: { kind: 'NotFhir', found: 'too large' } });
    expect(cancelled).toBe(true);
    expect(sent).toBeLessThan(25);
    const told = over(() => json({}, 200, { 'Content-Length': '100000001' }));
    expect(await told.get('/Patient')).toMatchObject({ error: { kind: 'NotFhir' } });
  });

  it('does not lead a search on for ever', async () => {
    let n = 0;
    const client = createFhirClient({
      base,
      authorization: noToken,
      fetch: () => {
        n += 1;
        const link = [{ relation: 'next', url: `${base}?page=${String(n)}` }];
        return Promise.resolve(Response.json({ resourceType: 'Bundle', type: 'searchset', link }));
      },
    });
    let last: unknown;
    for await (const page of client.pages('Patient?x')) last = page;
    expect(last).toMatchObject({ ok: false, error: { kind: 'NotFhir' } });
    expect(n).toBe(mostEmptyPages);
  });
});
