import { err, ok, type Result } from '../../protocol/words';
import { toBase64Url } from '../../record/base64url';
import type { Bytes, CheckingPort } from '../../record/crypto-port';
import type { BegunSignIn, Grant } from '../../record/server-settings';

// SMART App Launch 2.2 (hl7.org/fhir/smart-app-launch), standalone launch of a public client: authorization code with PKCE
// (RFC 7636, S256). The token is for the FHIR server alone (`aud`).

export type SmartProblem =
  /** The server tells of no SMART sign-in, or not of all that is needed; `what` names the field. */
  | { readonly kind: 'NoSmart'; readonly what: string }
  /** A sign-in must be encrypted, on the way there and back. */
  | { readonly kind: 'NotEncrypted'; readonly what: string }
  /** Came back with another `state` or issuer than went out: not the answer to what was asked. */
  | { readonly kind: 'OtherSignIn' }
  /** The server did not grant it; `why` is its own word ("access_denied"). */
  | { readonly kind: 'Denied'; readonly why: string }
  /** What came for a token is none. */
  | { readonly kind: 'NoToken'; readonly what: string };

export type SmartServer = {
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly issuer?: string;
  /** The FHIR server as the sign-in server knows it, where this app's own server stands in between and says so. */
  readonly audience?: string;
};

/** Under the base address of the FHIR server. */
export const smartPath = '/.well-known/smart-configuration';

/** What `.well-known/smart-configuration` says. */
export function readSmartServer(json: unknown): Result<SmartServer, SmartProblem> {
  const said = fieldsOf(json);
  const [authorizationEndpoint, tokenEndpoint] = [said['authorization_endpoint'], said['token_endpoint']];
  if (typeof authorizationEndpoint !== 'string') return err({ kind: 'NoSmart', what: 'authorization_endpoint' });
  if (typeof tokenEndpoint !== 'string') return err({ kind: 'NoSmart', what: 'token_endpoint' });
  const methods = said['code_challenge_methods_supported'];
  // Servers of before SMART 2 do not list them; one that does must know the only safe one.
  if (Array.isArray(methods) && !methods.includes('S256')) return err({ kind: 'NoSmart', what: 'S256' });
  for (const endpoint of [authorizationEndpoint, tokenEndpoint])
    if (!isSafe(endpoint)) return err({ kind: 'NotEncrypted', what: endpoint.slice(0, 200) });
  const { issuer, aliquot_audience: audience } = said;
  return ok({
    authorizationEndpoint,
    tokenEndpoint,
    ...(typeof issuer === 'string' ? { issuer } : {}),
    ...(typeof audience === 'string' ? { audience } : {}),
  });
}

/** https, or this very machine. */
function isSafe(endpoint: string): boolean {
  try {
    const { protocol, hostname } = new URL(endpoint);
    return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname));
  } catch {
    return false;
  }
}

export type SignInRequest = {
  readonly server: SmartServer;
  readonly client: string;
  readonly scope: string;
  /** The base address of the FHIR server. */
  readonly audience: string;
  /** The page that the server sends back to. */
  readonly redirect: string;
  /** 32 random bytes each. */
  readonly state: Bytes;
  readonly verifier: Bytes;
  readonly at: string;
};

/** Where to go to sign in, and what to remember until it comes back. */
export async function beginSignIn(
  request: SignInRequest,
  crypto: Pick<CheckingPort, 'sha256'>,
): Promise<{ readonly url: string; readonly begun: BegunSignIn }> {
  const { server, client, scope, audience, redirect, at } = request;
  const [state, verifier] = [toBase64Url(request.state), toBase64Url(request.verifier)];
  const url = new URL(server.authorizationEndpoint);
  const asked = {
    response_type: 'code',
    client_id: client,
    redirect_uri: redirect,
    scope,
    state,
    aud: audience,
    code_challenge: toBase64Url(await crypto.sha256(new TextEncoder().encode(verifier))),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  const { tokenEndpoint, issuer } = server;
  return {
    url: url.href,
    begun: { state, verifier, tokenEndpoint, redirect, at, ...(issuer === undefined ? {} : { issuer }) },
  };
}

/** Whether a page's query looks like the way back from a sign-in. */
export const isReturn = (query: string): boolean => {
  const said = new URLSearchParams(query);
  return said.has('state') && (said.has('code') || said.has('error'));
};

/** The code that came back, if it answers what was asked. */
export function readReturn(query: string, begun: BegunSignIn): Result<string, SmartProblem> {
  const said = new URLSearchParams(query);
  if (said.get('state') !== begun.state) return err({ kind: 'OtherSignIn' });
  // RFC 9207: a server that names itself must be the one that was asked.
  const issuer = said.get('iss');
  if (issuer !== null && begun.issuer !== undefined && issuer !== begun.issuer) return err({ kind: 'OtherSignIn' });
  const problem = said.get('error');
  if (problem !== null) return err({ kind: 'Denied', why: problem.slice(0, 100) });
  const code = said.get('code');
  return code === null || code === '' ? err({ kind: 'Denied', why: 'no code' }) : ok(code);
}

/** The body of the request that turns the code into a token. */
export const codeBody = (code: string, client: string, begun: BegunSignIn): string =>
  formOf({
    grant_type: 'authorization_code',
    code,
    redirect_uri: begun.redirect,
    client_id: client,
    code_verifier: begun.verifier,
  });

/** The body of the request that asks for a fresh token. */
export const refreshBody = (refresh: string, client: string): string =>
  formOf({ grant_type: 'refresh_token', refresh_token: refresh, client_id: client });

const formOf = (fields: Readonly<Record<string, string>>): string => new URLSearchParams(fields).toString();

/**
 * What a token endpoint answered. `before` is what was granted until now: a server that keeps the same refresh token does not
 * repeat it. `now` in milliseconds since 1970.
 */
export function readGrant(
  json: unknown,
  { now, tokenEndpoint, before }: { readonly now: number; readonly tokenEndpoint: string; readonly before?: Grant },
): Result<Grant, SmartProblem> {
  const said = fieldsOf(json);
  const problem = said['error'];
  if (typeof problem === 'string') return err({ kind: 'Denied', why: problem.slice(0, 100) });
  const access = said['access_token'];
  if (typeof access !== 'string' || !/^[\x21-\x7e]+$/.test(access))
    return err({ kind: 'NoToken', what: 'access_token' });
  const type = said['token_type'];
  if (typeof type !== 'string' || type.toLowerCase() !== 'bearer') return err({ kind: 'NoToken', what: 'token_type' });
  const seconds = Number(said['expires_in'] ?? Number.NaN);
  const refresh = said['refresh_token'] ?? before?.refresh;
  return ok({
    access,
    ...(typeof refresh === 'string' ? { refresh } : {}),
    expiresAt: Number.isFinite(seconds) ? now + seconds * 1000 : null,
    tokenEndpoint,
  });
}

/** A token is renewed this long before it ends: a request under way must not outlive it. Chosen. */
export const renewBeforeMs = 60_000;

/** Whether a token may still be used at `now` (milliseconds since 1970); one without an end always may. */
export const isFresh = ({ expiresAt }: Grant, now: number): boolean =>
  expiresAt === null || now < expiresAt - renewBeforeMs;

const fieldsOf = (json: unknown): Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null ? (json as Readonly<Record<string, unknown>>) : {};
