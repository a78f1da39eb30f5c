import { request as requestHttp, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { rewriteLinks } from './fhir-proxy-links';
import type { Handler } from './serve';
import { securityHeaders } from './vite/security-headers';

export type FhirProxyOptions = {
  /** Where the FHIR server is: http or https, without name and password, query or fragment. */
  readonly base: string;
  /** The header Authorization for every request, which then never reaches a browser. */
  readonly authorization?: string;
  /** Under which names this server may be asked for, beside those of this machine. */
  readonly hosts?: readonly string[];
  readonly maxBodyBytes?: number;
  /** Milliseconds without a byte until the FHIR server is given up. */
  readonly timeoutMs?: number;
};

/** Where the proxy is, on the app's own origin. */
export const proxyPath = '/fhir';
/** Stands for the token endpoint of the sign-in server, which may be on any host: the page may ask its own alone. */
const tokenPath = '/.well-known/aliquot-token';
const smartPath = '/.well-known/smart-configuration';

/** What is handed on, by name: all else (cookies, and what concerns one connection alone) stays here. */
const asked = ['accept', 'content-type', 'content-length', 'if-none-exist', 'if-match', 'prefer', 'authorization'];
const answered = ['content-type', 'date', 'etag', 'last-modified', 'retry-after', 'location', 'content-location'];

/** Larger bodies are refused: a session with its PDF is far below. Chosen. */
const standardBodyBytes = 50_000_000;

/** The base address as it is used; throws with a sentence where it is none. */
export function readProxyBase(text: string): string {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    throw new Error(`FHIR_BASE_URL is not an address: ${text}`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error('FHIR_BASE_URL must be http or https');
  if (url.username !== '' || url.password !== '')
    throw new Error('FHIR_BASE_URL holds a name or password: use FHIR_AUTHORIZATION');
  if (url.search !== '' || url.hash !== '') throw new Error('FHIR_BASE_URL may have no query and no fragment');
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** Passes what is asked under `/fhir` on to the FHIR server, for pages of this origin alone. */
export function createFhirProxy(options: FhirProxyOptions): Handler {
  const base = readProxyBase(options.base);
  const { authorization, hosts = [], maxBodyBytes = standardBodyBytes, timeoutMs = 120_000 } = options;
  const known = new Set(['localhost', hostname().toLowerCase(), ...hosts.map((host) => host.toLowerCase())]);
  let tokenEndpoint: string | null = null;

  return (request, response) => {
    const path = pathOf(request);
    if (path === null || (path.pathname !== proxyPath && !path.pathname.startsWith(`${proxyPath}/`))) return false;
    const refused = whyRefused(request, path, known, maxBodyBytes);
    if (refused !== null) {
      // What is still coming is not read: the connection ends with the answer.
      response.setHeader('Connection', 'close');
      fail(response, ...refused);
      return true;
    }
    const rest = path.pathname.slice(proxyPath.length);
    // Behind a server that adds TLS, that one says so; it changes no more than how we call ourselves in the answer.
    const scheme = request.headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
    const outside = `${scheme}://${request.headers.host ?? ''}${proxyPath}`;
    const pass = (target: string, change: Partial<Passing> = {}): void => {
      forward({ request, response, target, base, outside, maxBodyBytes, timeoutMs, authorization, ...change });
    };
    if (rest === smartPath && request.method === 'GET') {
      pass(`${base}${rest}`, {
        authorization: undefined,
        change: (text) => {
          const said = JSON.parse(text) as Record<string, unknown>;
          if (typeof said['token_endpoint'] !== 'string') return text;
          tokenEndpoint = said['token_endpoint'];
          return JSON.stringify({ ...said, token_endpoint: `${outside}${tokenPath}`, aliquot_audience: base });
        },
      });
    } else if (rest === tokenPath) {
      if (request.method !== 'POST') fail(response, 405, 'A token is asked for by POST');
      else if (tokenEndpoint !== null) pass(tokenEndpoint, { authorization: undefined });
      else fail(response, 503, 'The sign-in is not known yet: read the SMART configuration first');
    } else pass(`${base}${rest}${path.search}`);
    return true;
  };
}

function pathOf(request: IncomingMessage): URL | null {
  try {
    return new URL(request.url ?? '/', 'http://localhost');
  } catch {
    return null;
  }
}

/** Status and reason where a request is not passed on; null where it is. */
function whyRefused(
  { headers, method }: IncomingMessage,
  path: URL,
  known: ReadonlySet<string>,
  maxBodyBytes: number,
): readonly [number, string] | null {
  // A name that somebody made point here would share our origin in its own eyes: only names of this machine count.
  const host = headers.host ?? '';
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (!known.has(name) && isIP(name.replace(/^\[|\]$/g, '')) === 0)
    return [421, `Not served under the name ${name}: FHIR_HOSTS can name it`];
  // Every browser of today says where a request comes from; those that do not, say it of what changes something.
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  const foreign = origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`;
  if ((site !== undefined && site !== 'same-origin') || foreign) return [403, 'For pages of this origin alone'];
  // What the FHIR server answers is read by script and is nothing else: a script, a worker or a page of it would be of our origin.
  const use = headers['sec-fetch-dest'];
  if (use !== undefined && use !== 'empty') return [403, `Not as ${use}: what a FHIR server answers is data`];
  if (method !== 'GET' && method !== 'POST') return [405, 'GET and POST alone are passed on'];
  // What another server might take for a way out of the base address.
  if (/%2f|%5c|%00|\\/i.test(path.pathname)) return [400, 'Not a path under the base address'];
  if (Number(headers['content-length'] ?? 0) > maxBodyBytes) return [413, `More than ${String(maxBodyBytes)} bytes`];
  return null;
}

type Passing = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly target: string;
  readonly base: string;
  /** The proxy as the page knows it. */
  readonly outside: string;
  readonly maxBodyBytes: number;
  readonly timeoutMs: number;
  readonly authorization: string | undefined;
  /** Changes a whole answer; without it, it is streamed. */
  readonly change?: (text: string) => string;
};

function forward(passing: Passing): void {
  const { request, response, target, base, outside, maxBodyBytes, timeoutMs, authorization, change } = passing;
  const send = target.startsWith('https:') ? requestHttps : requestHttp;
  const headers: OutgoingHttpHeaders = { 'accept-encoding': 'identity' };
  for (const name of asked) if (request.headers[name] !== undefined) headers[name] = request.headers[name];
  if (authorization !== undefined) headers['authorization'] = authorization;
  const upstream = send(target, { method: request.method, headers, timeout: timeoutMs });
  let over = false;
  const give = (status: number, why: string) => {
    // Giving up is itself an error of the connection, and is answered once.
    if (over) return;
    over = true;
    request.unpipe(upstream);
    request.resume();
    fail(response, status, why);
    upstream.destroy();
  };
  upstream.on('timeout', () => {
    give(504, 'The FHIR server does not answer');
  });
  upstream.on('error', () => {
    give(502, 'The FHIR server cannot be reached');
  });
  // A page that was closed waits for nothing.
  response.on('close', () => {
    over = true;
    upstream.destroy();
  });
  upstream.on('response', (answer) => {
    const status = answer.statusCode ?? 502;
    if (status >= 300 && status < 400) {
      give(502, 'The FHIR server sends elsewhere; FHIR_BASE_URL must be where it ends');
      return;
    }
    const back: OutgoingHttpHeaders = { ...securityHeaders, 'Cache-Control': 'no-store' };
    for (const name of answered) {
      const value = answer.headers[name];
      if (typeof value === 'string') back[name] = name.endsWith('location') ? linkOutside(value, base, outside) : value;
    }
    // Broken off on the way, it must not look whole.
    answer.on('error', () => response.destroy());
    answer.on('aborted', () => response.destroy());
    const json = /json/.test(answer.headers['content-type'] ?? '');
    if (change !== undefined && json && status < 300) {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        try {
          const text = change(Buffer.concat(parts).toString('utf8'));
          response.writeHead(status, back).end(text);
        } catch {
          fail(response, 502, 'The answer is no JSON');
        }
      });
      return;
    }
    response.writeHead(status, back);
    if (json) answer.pipe(rewriteLinks(base, outside)).pipe(response);
    else answer.pipe(response);
  });
  let sent = 0;
  request.on('data', (part: Buffer) => {
    sent += part.length;
    if (sent > maxBodyBytes) give(413, `More than ${String(maxBodyBytes)} bytes`);
  });
  request.pipe(upstream);
}

const linkOutside = (link: string, base: string, outside: string): string =>
  link.startsWith(`${base}/`) ? `${outside}${link.slice(base.length)}` : link;

/** An answer of the proxy itself, in the words of FHIR. */
function fail(response: ServerResponse, status: number, why: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const issue = [
    { severity: 'error', code: status === 502 || status === 504 ? 'transient' : 'forbidden', diagnostics: why },
  ];
  response
    .writeHead(status, {
      ...securityHeaders,
      'Cache-Control': 'no-store',
      'Content-Type': 'application/fhir+json; charset=utf-8',
      ...(status === 405 ? { Allow: 'GET, POST' } : {}),
    })
    .end(JSON.stringify({ resourceType: 'OperationOutcome', issue }));
}
