import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  beginSignIn,
  codeBody,
  isFresh,
  isReturn,
  readGrant,
  readReturn,
  readSmartServer,
  refreshBody,
  renewBeforeMs,
} from '../../../../src/exchange/fhir/smart';
import { askForToken } from '../../../../src/exchange/fhir/token-client';
import { webChecking } from '../../../../src/storage/web-crypto';
import { unwrap } from '../../../support/signing';

const server = {
  authorization_endpoint: 'https://login.example/authorize?tenant=clinic',
  token_endpoint: 'https://login.example/token',
  issuer: 'https://login.example',
  code_challenge_methods_supported: ['S256'],
};
const redirect = 'https://aliquot.example/app/';
const audience = 'https://fhir.example/r4';
const client = 'aliquot';

/** An authorization server as the standards have it: one code a sign-in, good once, and only with the verifier of its challenge. */
function authorizationServer() {
  const codes = new Map<string, URLSearchParams>();
  const refreshes = new Set<string>();
  let n = 0;
  const grant = () => {
    n += 1;
    refreshes.add(`refresh-${String(n)}`);
    return {
      access_token: `access-${String(n)}`,
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: `refresh-${String(n)}`,
    };
  };
  return {
    /** The person signs in; the query with which the browser is sent back. */
    authorize(url: string): string {
      const { searchParams: asked } = new URL(url);
      n += 1;
      codes.set(`code-${String(n)}`, asked);
      return `?code=code-${String(n)}&state=${asked.get('state') ?? ''}&iss=${encodeURIComponent(server.issuer)}`;
    },
    fetch: (_url: string, { body }: RequestInit): Promise<Response> => {
      const said = new URLSearchParams(body as string);
      const no = () => Promise.resolve(Response.json({ error: 'invalid_grant' }, { status: 400 }));
      if (said.get('grant_type') === 'refresh_token')
        return refreshes.delete(said.get('refresh_token') ?? '') ? Promise.resolve(Response.json(grant())) : no();
      const asked = codes.get(said.get('code') ?? '');
      codes.delete(said.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(said.get('code_verifier') ?? '')
        .digest('base64url');
      const same = (name: string) => asked?.get(name) === said.get(name);
      return asked !== undefined &&
        asked.get('code_challenge') === challenge &&
        same('client_id') &&
        same('redirect_uri')
        ? Promise.resolve(Response.json(grant()))
        : no();
    },
  };
}

const beginning = async (change: object = {}) =>
  beginSignIn(
    {
      server: unwrap(readSmartServer({ ...server, ...change })),
      client,
      scope: 'user/*.read user/*.write offline_access',
      audience,
      redirect,
      state: crypto.getRandomValues(new Uint8Array(32)),
      verifier: crypto.getRandomValues(new Uint8Array(32)),
      at: '2026-06-02T09:00:00Z',
    },
    webChecking,
  );

describe('signing in by SMART on FHIR', () => {
  it('asks for a code for this server alone, keeping back what proves that it was asked here', async () => {
    const { url, begun } = await beginning();
    const { origin, pathname, searchParams: asked } = new URL(url);
    expect(origin + pathname).toBe('https://login.example/authorize');
    expect(Object.fromEntries(asked)).toMatchObject({
      tenant: 'clinic',
      response_type: 'code',
      client_id: client,
      redirect_uri: redirect,
      aud: audience,
      code_challenge_method: 'S256',
      scope: 'user/*.read user/*.write offline_access',
    });
    expect(begun.verifier).toMatch(/^[\w-]{43}$/);
    expect(url).not.toContain(begun.verifier);
    expect((await beginning()).begun.state).not.toBe(begun.state);
  });

  it('turns the code into a token, and later the refresh token into another, each good once', async () => {
    const login = authorizationServer();
    const { url, begun } = await beginning();
    const query = login.authorize(url);
    expect(isReturn(query)).toBe(true);
    const body = codeBody(unwrap(readReturn(query, begun)), client, begun);
    const tokenOf = async (form: string) => unwrap(await askForToken(login.fetch, begun.tokenEndpoint, form));
    const { tokenEndpoint } = begun;
    const grant = unwrap(readGrant(await tokenOf(body), { now: 1000, tokenEndpoint }));
    expect(grant).toEqual({ access: 'access-2', refresh: 'refresh-2', expiresAt: 3_601_000, tokenEndpoint });
    expect(isFresh(grant, 3_601_000 - renewBeforeMs - 1)).toBe(true);
    expect(isFresh(grant, 3_601_000 - renewBeforeMs)).toBe(false);
    expect(readGrant(await tokenOf(body), { now: 0, tokenEndpoint })).toEqual({
      ok: false,
      error: { kind: 'Denied', why: 'invalid_grant' },
    });
    const fresh = unwrap(
      readGrant(await tokenOf(refreshBody('refresh-2', client)), { now: 5000, tokenEndpoint, before: grant }),
    );
    expect(fresh).toMatchObject({ access: 'access-3', refresh: 'refresh-3' });
  });

  it('gets no token with the code of a sign-in that was begun elsewhere', async () => {
    const login = authorizationServer();
    const [mine, other] = [await beginning(), await beginning()];
    const query = login.authorize(other.url);
    expect(readReturn(query, mine.begun)).toEqual({ ok: false, error: { kind: 'OtherSignIn' } });
    const code = new URLSearchParams(query).get('code') ?? '';
    const answer = unwrap(await askForToken(login.fetch, '', codeBody(code, client, mine.begun)));
    expect(readGrant(answer, { now: 0, tokenEndpoint: '' }).ok).toBe(false);
  });

  it('takes no other answer for the one it waits for', async () => {
    const { begun } = await beginning();
    const back = (query: string) => readReturn(query, begun);
    expect(back(`?code=c&state=${begun.state}&iss=https://evil.example`)).toEqual({
      ok: false,
      error: { kind: 'OtherSignIn' },
    });
    expect(back(`?error=access_denied&state=${begun.state}`)).toEqual({
      ok: false,
      error: { kind: 'Denied', why: 'access_denied' },
    });
    expect(back('?code=c')).toEqual({ ok: false, error: { kind: 'OtherSignIn' } });
    expect(back(`?state=${begun.state}`).ok).toBe(false);
    for (const query of ['', '?code=c', '?state=s', '?x=1']) expect(isReturn(query), query).toBe(false);
  });

  it('reads what a server says of its sign-in, and refuses one that is not safe', () => {
    const read = (change: object) => readSmartServer({ ...server, ...change });
    expect(unwrap(read({})).tokenEndpoint).toBe('https://login.example/token');
    expect(unwrap(read({ code_challenge_methods_supported: undefined })).issuer).toBe('https://login.example');
    expect(unwrap(read({ token_endpoint: 'http://127.0.0.1:8080/token' })).tokenEndpoint).toContain('127.0.0.1');
    for (const [change, kind] of [
      [{ token_endpoint: undefined }, 'NoSmart'],
      [{ authorization_endpoint: 7 }, 'NoSmart'],
      [{ code_challenge_methods_supported: ['plain'] }, 'NoSmart'],
      [{ token_endpoint: 'http://login.example/token' }, 'NotEncrypted'],
      [{ authorization_endpoint: 'javascript:alert(1)' }, 'NotEncrypted'],
    ] as const)
      expect(read(change), JSON.stringify(change)).toMatchObject({ ok: false, error: { kind } });
    for (const nothing of [null, 'x', []]) expect(readSmartServer(nothing).ok).toBe(false);
  });

  it('takes for a token only what can stand in a header, and keeps the refresh token that is not said again', () => {
    const answer = { access_token: 'a', token_type: 'bearer' };
    const at = { now: 0, tokenEndpoint: 'https://t' };
    const before = { access: 'old', refresh: 'r', expiresAt: null, tokenEndpoint: 'https://t' };
    expect(unwrap(readGrant(answer, { ...at, before }))).toEqual({
      access: 'a',
      refresh: 'r',
      expiresAt: null,
      tokenEndpoint: 'https://t',
    });
    expect(unwrap(readGrant({ ...answer, expires_in: '60' }, at)).expiresAt).toBe(60_000);
    for (const bad of [{ ...answer, access_token: 'a\r\nX: y' }, { ...answer, token_type: 'mac' }, {}, null])
      expect(readGrant(bad, at), JSON.stringify(bad)).toMatchObject({ ok: false, error: { kind: 'NoToken' } });
  });

  it('has a token endpoint that is away or broken said as that, not as a refusal', async () => {
    const over = (answer: () => Promise<Response>) => askForToken(answer, 'https://t', '');
    expect(await over(() => Promise.reject(new TypeError('x')))).toEqual({ ok: false, error: null });
    expect(await over(() => Promise.resolve(new Response('<p>')))).toEqual({ ok: false, error: null });
    expect(await over(() => Promise.resolve(Response.json({ error: 'x' }, { status: 503 })))).toEqual({
      ok: false,
      error: null,
    });
  });
});
