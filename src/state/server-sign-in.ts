import type { FetchPort, FhirClient } from '../exchange/fhir/client';
import { beginSignIn, codeBody, readGrant, readReturn, readSmartServer, smartPath } from '../exchange/fhir/smart';
import { askForToken } from '../exchange/fhir/token-client';
import type { Message } from '../messages/translate';
import type { Bytes } from '../record/crypto-port';
import type { StoreError } from '../record/ports';
import { webChecking } from '../storage/web-crypto';
import type { KeptServer, Smart } from './kept-server';
import { clientMessage, smartMessage } from './server-text';

/** The page that the app is, as a sign-in comes back to it. */
type Page = {
  readonly origin: string;
  /** Its address without query and fragment. */
  readonly address: string;
  /** Its query as it was opened. */
  readonly query: () => string;
  /** Takes the query out of the address, without loading anything. */
  readonly dropQuery: () => void;
  readonly leaveFor: (url: string) => void;
};

export type SignInDeps = {
  readonly kept: KeptServer;
  readonly fetch: FetchPort;
  /** ISO 8601 with offset. */
  readonly now: () => string;
  readonly randomBytes: (n: number) => Bytes;
  readonly page: Page;
};

/** What came of a step of signing in: nothing went wrong, it could not be kept, or a message why not. */
export type SignInOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'not-kept'; readonly error: StoreError }
  | { readonly kind: 'failed'; readonly message: Message };

const secretBytes = 32;
const outcomeOf = (error: StoreError | null): SignInOutcome =>
  error === null ? { kind: 'done' } : { kind: 'not-kept', error };
const failed = (message: Message): SignInOutcome => ({ kind: 'failed', message });

/** Goes to the server's own page to sign in. */
export async function goToSignIn(
  { kept, now, randomBytes, page }: SignInDeps,
  client: FhirClient,
  { client: name, scope }: Smart,
): Promise<SignInOutcome> {
  const said = await client.get(smartPath);
  if (!said.ok) {
    const none = said.error.kind === 'Refused' || said.error.kind === 'NotFhir';
    return failed(none ? smartMessage({ kind: 'NoSmart', what: smartPath }) : clientMessage(said.error));
  }
  const server = readSmartServer(said.value);
  if (!server.ok) return failed(smartMessage(server.error));
  const { url, begun } = await beginSignIn(
    {
      server: server.value,
      client: name,
      scope,
      audience: server.value.audience ?? client.base,
      redirect: page.address,
      state: randomBytes(secretBytes),
      verifier: randomBytes(secretBytes),
      at: now(),
    },
    webChecking,
  );
  const error = await kept.changeSmart((smart) => ({ ...smart, begun }));
  if (error === null) page.leaveFor(url);
  return outcomeOf(error);
}

/** Ends a sign-in with the code that came back in the page's query. */
export async function finishSignIn({ kept, fetch, now }: SignInDeps, query: string): Promise<SignInOutcome> {
  const settings = await kept.read();
  const signIn = settings.ok ? settings.value?.signIn : undefined;
  if (signIn?.kind !== 'smart' || signIn.begun === undefined) return failed(smartMessage({ kind: 'OtherSignIn' }));
  const { begun, client } = signIn;
  const code = readReturn(query, begun);
  if (!code.ok) return failed(smartMessage(code.error));
  const { tokenEndpoint } = begun;
  const answer = await askForToken(fetch, tokenEndpoint, codeBody(code.value, client, begun));
  if (!answer.ok) return failed(smartMessage({ kind: 'NoAnswer' }));
  const grant = readGrant(answer.value, { now: Date.parse(now()), tokenEndpoint });
  if (!grant.ok) return failed(smartMessage(grant.error));
  return outcomeOf(
    await kept.changeSmart(({ kind, client: name, scope }) => ({ kind, client: name, scope, grant: grant.value })),
  );
}
