import { createServer, request as ask, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createFhirProxy, type FhirProxyOptions, readProxyBase } from '../../../scripts/fhir-proxy';
import { rewriteLinks } from '../../../scripts/fhir-proxy-links';
import { serve } from '../../../scripts/serve';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

const closing = (server: Server) => () =>
  new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });

/** A FHIR server that does as it is told, behind the proxy of a served app. */
async function behindProxy(listener: RequestListener, options: Partial<FhirProxyOptions> = {}) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  open.push(closing(server));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const base = `http://127.0.0.1:${String(port)}/hapi/fhir`;
  const served = await serve({
    directory: import.meta.dirname,
    port: 0,
    before: createFhirProxy({ base, timeoutMs: 500, ...options }),
  });
  open.push(served.close);
  return { base, app: served.url.slice(0, -1) };
}

type Heard = { readonly status: number; readonly headers: Headers; readonly text: string };
const get = async (url: string, init: RequestInit = {}): Promise<Heard> => {
  const response = await fetch(url, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
};
/** As `fetch` cannot: with any header, a path of any spelling. */
const raw = (origin: string, path: string, headers: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = ask(origin, { path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });

describe('the way to the FHIR server on the own origin', () => {
  it('passes questions and answers on, and of their headers only what FHIR needs', async () => {
    const seen: { url?: string; headers: Readonly<Record<string, unknown>>; body: string }[] = [];
    const { app } = await behindProxy((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => {
        body += part.toString();
      });
      request.on('end', () => {
        seen.push({ url: request.url ?? '', headers: request.headers, body });
        response.writeHead(201, {
          'Content-Type': 'application/fhir+json',
          ETag: 'W/"1"',
          'Set-Cookie': 'a=b',
          'X-Else': '1',
        });
        response.end('{"resourceType":"Patient"}');
      });
    });
    const answer = await get(`${app}/fhir/Patient?name=A%20B`, {
      method: 'POST',
      body: '{}',
      headers: {
        'Content-Type': 'application/fhir+json',
        Authorization: 'Bearer t',
        Cookie: 'session=1',
        'X-Else': '1',
      },
    });
    expect(answer).toMatchObject({ status: 201, text: '{"resourceType":"Patient"}' });
    expect(answer.headers.get('etag')).toBe('W/"1"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const name of ['set-cookie', 'x-else']) expect(answer.headers.get(name)).toBeNull();
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ url: '/hapi/fhir/Patient?name=A%20B', body: '{}' });
    expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer t', 'content-type': 'application/fhir+json' });
    for (const name of ['cookie', 'x-else']) expect(seen[0]?.headers).not.toHaveProperty(name);
    await get(`${app}/fhir`, { method: 'POST', body: '{}' });
    expect(seen[1]?.url, 'a transaction goes to the base itself').toBe('/hapi/fhir');
  });

  it('keeps its own sign-in on its own side, whatever the page sends', async () => {
    const seen: unknown[] = [];
    const { app } = await behindProxy(
      (request, response) => {
        seen.push(request.headers.authorization);
        response.end('{}');
      },
      { authorization: 'Basic c2VjcmV0' },
    );
    const answer = await get(`${app}/fhir/Patient`, { headers: { Authorization: 'Bearer of-the-page' } });
    expect(seen).toEqual(['Basic c2VjcmV0']);
    expect(JSON.stringify([...answer.headers]) + answer.text).not.toContain('c2VjcmV0');
  });

  it('answers pages of its own origin alone, under names of this machine alone', async () => {
    let reached = 0;
    const { app } = await behindProxy(
      (_request, response) => {
        reached += 1;
        response.end('{}');
      },
      { hosts: ['clinic.example'] },
    );
    const host = new URL(app).host;
    const refused = [
      [403, { 'Sec-Fetch-Site': 'cross-site' }],
      [403, { 'Sec-Fetch-Site': 'same-site' }],
      [403, { 'Sec-Fetch-Site': 'none' }],
      [403, { Origin: 'https://evil.example' }],
      [403, { Origin: 'null' }],
      [421, { Host: 'evil.example' }],
      [421, { Host: 'evil.example', Origin: 'http://evil.example', 'Sec-Fetch-Site': 'same-origin' }],
    ] as const;
    for (const [status, headers] of refused)
      expect(await raw(app, '/fhir/Patient', headers), JSON.stringify(headers)).toBe(status);
    expect(reached).toBe(0);
    for (const headers of [
      {},
      { Origin: app, 'Sec-Fetch-Site': 'same-origin' },
      { Origin: `https://${host}` },
      { Host: 'Clinic.example' },
    ])
      expect(await raw(app, '/fhir/Patient', headers), JSON.stringify(headers)).toBe(200);
  });

  it('hands nothing of the FHIR server to a page as a script, a worker, a style or a page of the own origin', async () => {
    let reached = 0;
    const { app } = await behindProxy((_request, response) => {
      reached += 1;
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end('take(everything)');
    });
    for (const use of [
      'script',
      'worker',
      'serviceworker',
      'sharedworker',
      'style',
      'document',
      'iframe',
      'object',
      'manifest',
    ])
      expect(await raw(app, '/fhir/x.js', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': use }), use).toBe(403);
    expect(reached).toBe(0);
    const asData = { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'empty' };
    expect(await raw(app, '/fhir/Patient', asData)).toBe(200);
  });

  it('passes nothing on that leads out of the base address, and no other method', async () => {
    const seen: unknown[] = [];
    const { app } = await behindProxy((request, response) => {
      seen.push(request.url);
      response.end('{}');
    });
    for (const path of [
      '/fhir/%2e%2e/admin',
      '/fhir/../admin',
      '/fhirs',
      '/fhir/..%2fadmin',
      String.raw`/fhir/..\admin`,
      '/fhir/%5c..',
    ])
      expect([400, 404], path).toContain(await raw(app, path, {}));
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect((await get(`${app}/fhir/Patient`, { method })).status).toBe(405);
    expect(seen).toEqual([]);
  });

  it('turns the links of an answer and its Location to itself, and nothing else in it', async () => {
    const page = (base: string) =>
      JSON.stringify({
        link: [{ relation: 'next', url: `${base}?_getpages=2` }],
        entry: [{ fullUrl: `${base}/Patient/1`, resource: { note: `${base}/Patient/1`, name: 'Müller ἀ' } }],
        extension: [{ url: `${base}2/other` }],
      });
    const { app, base } = await behindProxy((_request, response) => {
      response.writeHead(201, { 'Content-Type': 'application/fhir+json', Location: `${base}/Patient/1/_history/1` });
      response.end(page(base));
    });
    const answer = await get(`${app}/fhir/Patient`);
    expect(answer.headers.get('location')).toBe(`${app}/fhir/Patient/1/_history/1`);
    const behindTls = await get(`${app}/fhir/Patient`, { headers: { 'X-Forwarded-Proto': 'https' } });
    expect(behindTls.headers.get('location')).toBe(`${app.replace('http', 'https')}/fhir/Patient/1/_history/1`);
    const said = JSON.parse(answer.text) as Readonly<Record<string, unknown>>;
    expect(said).toEqual({
      link: [{ relation: 'next', url: `${app}/fhir?_getpages=2` }],
      entry: [{ fullUrl: `${app}/fhir/Patient/1`, resource: { note: `${base}/Patient/1`, name: 'Müller ἀ' } }],
      extension: [{ url: `${base}2/other` }],
    });
  });

  it('turns links however the answer is cut into pieces', async () => {
    const base = 'http://fhir.example/r4';
    const text = JSON.stringify({
      link: [{ url: `${base}/a` }, { url: `${base}/b` }],
      x: 'ü'.repeat(200),
      entry: [{ fullUrl: `${base}/c` }],
    });
    const escaped = text.replaceAll('/', String.raw`\/`);
    for (const whole of [text, escaped])
      for (const size of [1, 2, 3, 7, 16, 50, 1000]) {
        const stream = rewriteLinks(base, 'http://app/fhir');
        const bytes = Buffer.from(whole);
        for (let at = 0; at < bytes.length; at += size) stream.write(bytes.subarray(at, at + size));
        stream.end();
        const parts: Buffer[] = [];
        for await (const part of stream) parts.push(part as Buffer);
        const got = JSON.parse(Buffer.concat(parts).toString()) as unknown;
        expect(got, String(size)).toEqual(JSON.parse(text.replaceAll(base, 'http://app/fhir')));
      }
  });

  it('lets a page sign in though the sign-in server is another one, and tells it whose the token is', async () => {
    const seen: string[] = [];
    const { app, base } = await behindProxy(
      (request, response) => {
        seen.push(`${request.method ?? ''} ${request.url ?? ''} ${String(request.headers.authorization)}`);
        response.setHeader('Content-Type', 'application/json');
        const origin = `http://${request.headers.host ?? ''}`;
        if (request.url?.endsWith('smart-configuration'))
          response.end(
            JSON.stringify({ authorization_endpoint: `${origin}/login`, token_endpoint: `${origin}/sign-in/token` }),
          );
        else response.end('{"access_token":"t"}');
      },
      { authorization: 'Basic c2VjcmV0' },
    );
    const token = `${app}/fhir/.well-known/aliquot-token`;
    expect((await get(token, { method: 'POST', body: 'a=b' })).status).toBe(503);
    const said = JSON.parse((await get(`${app}/fhir/.well-known/smart-configuration`)).text) as Record<string, string>;
    expect(said).toEqual({
      authorization_endpoint: `${new URL(base).origin}/login`,
      token_endpoint: token,
      aliquot_audience: base,
    });
    expect((await get(token, { method: 'POST', body: 'a=b' })).text).toBe('{"access_token":"t"}');
    expect(seen.at(-1)).toBe('POST /sign-in/token undefined');
  });

  it('says so where the FHIR server is gone, silent, sends elsewhere or breaks off, and refuses what is too large', async () => {
    const gone = await serve({
      directory: import.meta.dirname,
      port: 0,
      before: createFhirProxy({ base: 'http://127.0.0.1:9/fhir' }),
    });
    open.push(gone.close);
    expect((await get(`${gone.url}fhir/Patient`)).status).toBe(502);
    const { app } = await behindProxy(
      (request, response) => {
        const { url = '' } = request;
        if (url.endsWith('elsewhere')) response.writeHead(302, { Location: 'https://evil.example/' }).end();
        else if (url.endsWith('half')) {
          response.writeHead(200, { 'Content-Length': '1000' });
          response.write('{"resource', () => request.socket.destroy());
        } else if (!url.endsWith('silent')) request.resume().on('end', () => response.end('{}'));
      },
      { maxBodyBytes: 1000 },
    );
    const outcome = await get(`${app}/fhir/elsewhere`);
    expect(outcome).toMatchObject({ status: 502 });
    expect(JSON.parse(outcome.text)).toMatchObject({ resourceType: 'OperationOutcome' });
    expect((await get(`${app}/fhir/silent`)).status).toBe(504);
    await expect(get(`${app}/fhir/half`)).rejects.toThrow();
    expect((await get(`${app}/fhir/Patient`, { method: 'POST', body: 'x'.repeat(900) })).status).toBe(200);
    expect((await get(`${app}/fhir/Patient`, { method: 'POST', body: 'x'.repeat(1001) })).status).toBe(413);
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(600));
      },
    });
    const endless = { method: 'POST', body: stream, duplex: 'half' } as RequestInit;
    const streamed = await get(`${app}/fhir/Patient`, endless).catch(() => ({ status: 413 }));
    expect(streamed.status, 'a body that does not say how long it is').toBe(413);
  });

  it('takes for a base only an address that says nothing more', () => {
    expect(readProxyBase('https://fhir.example/r4//')).toBe('https://fhir.example/r4');
    for (const text of [
      'fhir.example',
      'ftp://fhir.example',
      'https://a:b@fhir.example',
      'https://fhir.example?x',
      'https://fhir.example#x',
    ])
      expect(() => readProxyBase(text), text).toThrow('FHIR_BASE_URL');
  });
});
