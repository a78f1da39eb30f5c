import '../messages/later';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ClientError, createFhirClient, type FetchPort, type FhirClient } from '../exchange/fhir/client';
import { readServerAddress } from '../exchange/fhir/server-address';
import {
  beginSignIn,
  codeBody,
  isFresh,
  isReturn,
  readGrant,
  readReturn,
  readSmartServer,
  refreshBody,
  smartPath,
} from '../exchange/fhir/smart';
import { askForToken } from '../exchange/fhir/token-client';
import type { Message } from '../messages/translate';
import type { Bytes } from '../record/crypto-port';
import { type DocumentStore, err, ok, type Result, type StoreError } from '../record/ports';
import { readServerSettings, type ServerSettings, type SignIn, standardScope } from '../record/server-settings';
import { serverSettingsId } from '../record/store-ids';
import { webChecking } from '../storage/web-crypto';
import type { ConnectedServer } from './outbox-desk';
import { storeErrorText } from './refusal-text';
import { addressMessage, capabilityMessage, clientMessage, smartMessage } from './server-text';

export type ServerDeps = {
  readonly documents: Pick<DocumentStore, 'read' | 'write'>;
  readonly fetch: FetchPort;
  /** ISO 8601 with offset. */
  readonly now: () => string;
  readonly randomBytes: (n: number) => Bytes;
  readonly page: Page;
  /**
   * What is set has changed: the outbox looks again, in this window and the others. `server`: it is another server or sign-in,
   * so that what was refused may be taken now.
   */
  readonly changed: (what: 'server' | 'paused') => void;
};

/** The page that the app is, as a sign-in comes back to it. */
export type Page = {
  readonly origin: string;
  /** Its address without query and fragment. */
  readonly address: string;
  /** Its query as it was opened. */
  readonly query: () => string;
  /** Takes the query out of the address, without loading anything. */
  readonly dropQuery: () => void;
  readonly leaveFor: (url: string) => void;
};

/** What is set, without what is secret in it. */
export type ShownServer = {
  readonly address: string;
  readonly signIn: SignIn['kind'];
  /** A token is kept: typed, or granted. */
  readonly hasToken: boolean;
  readonly client: string;
  readonly scope: string;
  readonly paused: boolean;
};

export type ServerShown = {
  /** Undefined before it was read; null where none is set. */
  readonly server: ShownServer | null | undefined;
  readonly said: Said | null;
};
export type Said = { readonly ok: boolean; readonly message: Message };

/** What is typed. An empty token leaves the one that is kept. */
export type TypedServer = {
  readonly address: string;
  readonly signIn: SignIn['kind'];
  readonly token: string;
  readonly client: string;
  readonly scope: string;
};

export type ServerDesk = {
  readonly store: StoreApi<ServerShown>;
  /** Reads what is set, and ends a sign-in that has come back to this page: true where one had. */
  readonly look: () => Promise<boolean>;
  /** Null where it was kept; else why not. */
  readonly save: (typed: TypedServer) => Promise<Message | null>;
  readonly forget: () => Promise<Message | null>;
  readonly pause: (paused: boolean) => Promise<Message | null>;
  readonly test: () => Promise<Said>;
  /** Goes to the sign-in page of the server; the message says why it did not. */
  readonly signIn: () => Promise<Message | null>;
  /** The server as it is set, for whoever sends or fetches; null where none is. */
  readonly connect: () => Promise<Result<ConnectedServer | null, StoreError>>;
};

type Kept = { readonly settings: ServerSettings | null; readonly revision: number };

/** Other windows may write it meanwhile; none does so this often. */
const mostAttempts = 10;
const secretBytes = 32;

/** Which server the clinic has, and signing in to it. Everything of it lies in the vault alone. */
export function createServerDesk({ documents, fetch, now, randomBytes, page, changed }: ServerDeps): ServerDesk {
  const store = createStore<ServerShown>()(() => ({ server: undefined, said: null }));

  /** The revision of a document that does not open, as far as a write has told it. */
  let overDamaged = 0;
  const readSettings = async (): Promise<Result<Kept, StoreError>> => {
    const found = await documents.read('server', serverSettingsId);
    // One that does not open any more is set anew, over what lies there.
    if (!found.ok && found.error.kind === 'Damaged') return ok({ settings: null, revision: overDamaged });
    if (found.ok) return ok({ settings: readServerSettings(found.value.doc), revision: found.value.revision });
    return found.error.kind === 'NotFound' ? ok({ settings: null, revision: 0 }) : found;
  };

  const show = (settings: ServerSettings | null): void => {
    store.setState({ server: settings === null ? null : shownOf(settings) });
  };

  /** Changes what is kept; `how` gives null where there is nothing to change. */
  const change = async (
    how: (settings: ServerSettings | null) => ServerSettings | null,
  ): Promise<StoreError | null> => {
    for (let attempt = 1; ; attempt += 1) {
      const kept = await readSettings();
      if (!kept.ok) return kept.error;
      const next = how(kept.value.settings);
      if (next === null) return null;
      const doc = { kind: 'server', id: serverSettingsId, doc: next, expected: kept.value.revision } as const;
      const written = await documents.write([doc], 'strict');
      if (written.ok) {
        show(next);
        return null;
      }
      if (written.error.kind !== 'Conflict' || attempt === mostAttempts) return written.error;
      overDamaged = written.error.stored;
    }
  };

  const changeSignIn = (how: (smart: Smart) => Smart): Promise<StoreError | null> =>
    change((settings) => (settings?.signIn.kind === 'smart' ? { ...settings, signIn: how(settings.signIn) } : null));

  let renewing: Promise<boolean> | null = null;
  /** A fresh token by the refresh token, once however many ask. */
  const renew = (): Promise<boolean> => {
    renewing ??= renewNow().finally(() => {
      renewing = null;
    });
    return renewing;
  };
  const renewNow = async (): Promise<boolean> => {
    const kept = await readSettings();
    const signIn = kept.ok ? kept.value.settings?.signIn : undefined;
    if (signIn?.kind !== 'smart' || signIn.grant?.refresh === undefined) return false;
    const { grant, client } = signIn;
    const answer = await askForToken(fetch, grant.tokenEndpoint, refreshBody(signIn.grant.refresh, client));
    if (!answer.ok) return false;
    const { tokenEndpoint } = grant;
    const fresh = readGrant(answer.value, { now: Date.parse(now()), tokenEndpoint, before: grant });
    if (!fresh.ok) return false;
    return (await changeSignIn((smart) => ({ ...smart, grant: fresh.value }))) === null;
  };

  const authorization = async (): Promise<string | null> => {
    const kept = await readSettings();
    const signIn = kept.ok ? kept.value.settings?.signIn : undefined;
    if (signIn === undefined || signIn.kind === 'none') return null;
    if (signIn.kind === 'bearer') return `Bearer ${signIn.token}`;
    if (signIn.grant === undefined) return null;
    if (isFresh(signIn.grant, Date.parse(now())) || !(await renew())) return `Bearer ${signIn.grant.access}`;
    const renewed = await readSettings();
    const after = renewed.ok ? renewed.value.settings?.signIn : undefined;
    return after?.kind === 'smart' && after.grant !== undefined ? `Bearer ${after.grant.access}` : null;
  };

  const clientFor = (address: string): Result<FhirClient, Message> => {
    const base = readServerAddress(address, page.origin);
    if (!base.ok) return err(addressMessage(base.error));
    return ok(createFhirClient({ fetch, base: base.value, authorization }));
  };

  const connect: ServerDesk['connect'] = async () => {
    const kept = await readSettings();
    if (!kept.ok) return kept;
    const { settings } = kept.value;
    if (settings === null || settings.address === '') return ok(null);
    const client = clientFor(settings.address);
    return ok(client.ok ? { client: client.value, paused: settings.paused, renew } : null);
  };

  const isSame = (address: string, base: string): boolean => {
    const other = readServerAddress(address, page.origin);
    return other.ok && other.value === base;
  };

  const storeMessage = (error: StoreError | null): Message | null =>
    error === null ? null : { key: 'server.notKept', values: { why: storeErrorText(error) } };
  const changedOr = (error: StoreError | null, what: 'server' | 'paused' = 'server'): Message | null => {
    if (error === null) changed(what);
    return storeMessage(error);
  };

  /** Ends a sign-in with the code that came back. */
  const finishSignIn = async (query: string): Promise<Said> => {
    const kept = await readSettings();
    const signIn = kept.ok ? kept.value.settings?.signIn : undefined;
    if (signIn?.kind !== 'smart' || signIn.begun === undefined)
      return { ok: false, message: smartMessage({ kind: 'OtherSignIn' }) };
    const { begun, client } = signIn;
    const code = readReturn(query, begun);
    if (!code.ok) return { ok: false, message: smartMessage(code.error) };
    const { tokenEndpoint } = begun;
    const answer = await askForToken(fetch, tokenEndpoint, codeBody(code.value, client, begun));
    if (!answer.ok) return { ok: false, message: smartMessage({ kind: 'NoAnswer' }) };
    const grant = readGrant(answer.value, { now: Date.parse(now()), tokenEndpoint });
    if (!grant.ok) return { ok: false, message: smartMessage(grant.error) };
    const failed = changedOr(
      await changeSignIn(({ kind, client: name, scope }) => ({ kind, client: name, scope, grant: grant.value })),
    );
    return failed === null ? { ok: true, message: { key: 'server.signedIn' } } : { ok: false, message: failed };
  };

  return {
    store,
    connect,

    async look() {
      const query = page.query();
      if (isReturn(query)) {
        // A code is good once, and nobody else is to read it in the address.
        page.dropQuery();
        store.setState({ said: await finishSignIn(query) });
      }
      const kept = await readSettings();
      show(kept.ok ? kept.value.settings : null);
      return isReturn(query);
    },

    async save({ address, signIn, token, client, scope }) {
      const read = readServerAddress(address, page.origin);
      if (!read.ok) return addressMessage(read.error);
      if (signIn === 'smart' && client.trim() === '') return { key: 'server.clientMissing' };
      const kept = await readSettings();
      if (!kept.ok) return storeMessage(kept.error);
      // What one server granted is not shown to another.
      const before = kept.value.settings;
      const old = before !== null && isSame(before.address, read.value) ? before.signIn : null;
      const next = signInOf({ kind: signIn, token: token.trim(), client: client.trim(), scope: scope.trim() }, old);
      if (next === null) return { key: 'server.tokenMissing' };
      return changedOr(
        await change((now) => ({ address: address.trim(), signIn: next, paused: now?.paused ?? false })),
      );
    },

    async forget() {
      const none: ServerSettings = { address: '', signIn: { kind: 'none' }, paused: false };
      return changedOr(await change(() => none));
    },

    async pause(paused) {
      return changedOr(await change((settings) => settings && { ...settings, paused }), 'paused');
    },

    async test() {
      const server = await connect();
      if (!server.ok) return { ok: false, message: { key: 'server.notRead' } };
      if (server.value === null) return { ok: false, message: { key: 'server.none' } };
      const { client } = server.value;
      const about = await client.metadata();
      if (!about.ok) return { ok: false, message: clientMessage(about.error) };
      // What a server says of itself is open to everybody: whether we may read is asked as well.
      const allowed = await tryReading(client);
      if (allowed !== null) return { ok: false, message: clientMessage(allowed) };
      return { ok: about.value.lacks.length === 0, message: capabilityMessage(about.value) };
    },

    async signIn() {
      const kept = await readSettings();
      if (!kept.ok) return storeMessage(kept.error);
      const { settings } = kept.value;
      if (settings?.signIn.kind !== 'smart') return { key: 'server.none' };
      const client = clientFor(settings.address);
      if (!client.ok) return client.error;
      const said = await client.value.get(smartPath);
      if (!said.ok) {
        const none = said.error.kind === 'Refused' || said.error.kind === 'NotFhir';
        return none ? smartMessage({ kind: 'NoSmart', what: smartPath }) : clientMessage(said.error);
      }
      const server = readSmartServer(said.value);
      if (!server.ok) return smartMessage(server.error);
      const { url, begun } = await beginSignIn(
        {
          server: server.value,
          client: settings.signIn.client,
          scope: settings.signIn.scope,
          audience: server.value.audience ?? client.value.base,
          redirect: page.address,
          state: randomBytes(secretBytes),
          verifier: randomBytes(secretBytes),
          at: now(),
        },
        webChecking,
      );
      const failed = storeMessage(await changeSignIn((smart) => ({ ...smart, begun })));
      if (failed === null) page.leaveFor(url);
      return failed;
    },
  };
}

type Smart = SignIn & { readonly kind: 'smart' };

/** Null where it may be read. */
async function tryReading(client: FhirClient): Promise<ClientError | null> {
  const answer = await client.get('/Patient?_summary=count');
  return answer.ok ? null : answer.error;
}

/** What is typed over what was kept; null where a token is needed and there is none. */
function signInOf(
  typed: { readonly kind: SignIn['kind']; readonly token: string; readonly client: string; readonly scope: string },
  old: SignIn | null,
): SignIn | null {
  if (typed.kind === 'none') return { kind: 'none' };
  if (typed.kind === 'bearer') {
    const token = typed.token === '' && old?.kind === 'bearer' ? old.token : typed.token.replace(/^bearer\s+/i, '');
    // What cannot stand in a header is no token.
    return /^[\x21-\x7e]+$/.test(token) ? { kind: 'bearer', token } : null;
  }
  const { client, scope } = typed;
  const asked = { kind: 'smart', client, scope: scope === '' ? standardScope : scope } as const;
  const keeps = old?.kind === 'smart' && old.client === client && old.scope === asked.scope;
  return keeps ? { ...old, ...asked } : asked;
}

function shownOf({ address, signIn, paused }: ServerSettings): ShownServer | null {
  if (address === '') return null;
  const smart = signIn.kind === 'smart' ? signIn : null;
  return {
    address,
    signIn: signIn.kind,
    hasToken: signIn.kind === 'bearer' || smart?.grant !== undefined,
    client: smart?.client ?? '',
    scope: smart?.scope ?? '',
    paused,
  };
}
