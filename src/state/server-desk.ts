import '../messages/later';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createFhirClient, type FhirClient } from '../exchange/fhir/client';
import { readServerAddress } from '../exchange/fhir/server-address';
import { isReturn } from '../exchange/fhir/smart';
import type { Message } from '../messages/translate';
import { type DocumentStore, err, ok, type Result, type StoreError } from '../record/ports';
import type { ServerSettings } from '../record/server-settings';
import { createKeptServer } from './kept-server';
import type { ConnectedServer } from './outbox-ports';
import { storeErrorText } from './refusal-text';
import { finishSignIn, goToSignIn, type SignInDeps } from './server-sign-in';
import { testConnection } from './server-test';
import { addressMessage } from './server-text';
import { createServerTokens } from './server-tokens';
import { shownOf, type ShownServer, signInOf, type TypedServer } from './typed-server';

export type ServerDeps = Omit<SignInDeps, 'kept'> & {
  readonly documents: Pick<DocumentStore, 'read' | 'write'>;
  /**
   * What is set has changed: the outbox looks again, in this window and the others. `server`: it is another server or sign-in,
   * so that what was refused may be taken now.
   */
  readonly changed: (what: 'server' | 'paused') => void;
};

type ServerShown = {
  /** Undefined before it was read; null where none is set. */
  readonly server: ShownServer | null | undefined;
  readonly said: Said | null;
};
export type Said = { readonly ok: boolean; readonly message: Message };

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

/** Which server the clinic has, and signing in to it. Everything of it lies in the vault alone. */
export function createServerDesk({ documents, changed, ...around }: ServerDeps): ServerDesk {
  const { fetch, now, page } = around;
  const store = createStore<ServerShown>()(() => ({ server: undefined, said: null }));
  const kept = createKeptServer(documents, (settings) => {
    store.setState({ server: shownOf(settings) });
  });
  const signInDeps: SignInDeps = { kept, ...around };
  const { authorization, renew } = createServerTokens(kept, fetch, now);

  /** The same for as long as the address is the same: it has learned how its server takes transactions. */
  let lastClient: FhirClient | null = null;
  const clientFor = (address: string): Result<FhirClient, Message> => {
    const base = readServerAddress(address, page.origin);
    if (!base.ok) return err(addressMessage(base.error));
    if (lastClient?.base !== base.value)
      lastClient = createFhirClient({ fetch, base: base.value, authorization, renew });
    return ok(lastClient);
  };

  const connect: ServerDesk['connect'] = async () => {
    const settings = await kept.read();
    if (!settings.ok) return settings;
    if (settings.value === null || settings.value.address === '') return ok(null);
    const client = clientFor(settings.value.address);
    return ok(client.ok ? { client: client.value, paused: settings.value.paused } : null);
  };

  const isSame = (address: string, base: string): boolean => {
    const other = readServerAddress(address, page.origin);
    return other.ok && other.value === base;
  };

  const notKept = (error: StoreError): Message => ({ key: 'server.notKept', values: { why: storeErrorText(error) } });
  const changedOr = (error: StoreError | null, what: 'server' | 'paused' = 'server'): Message | null => {
    if (error === null) changed(what);
    return error === null ? null : notKept(error);
  };

  const finish = async (query: string): Promise<Said> => {
    const outcome = await finishSignIn(signInDeps, query);
    if (outcome.kind === 'failed') return { ok: false, message: outcome.message };
    if (outcome.kind === 'not-kept') return { ok: false, message: notKept(outcome.error) };
    changed('server');
    return { ok: true, message: { key: 'server.signedIn' } };
  };

  return {
    store,
    connect,

    async look() {
      const query = page.query();
      if (isReturn(query)) {
        // A code is good once, and nobody else is to read it in the address.
        page.dropQuery();
        store.setState({ said: await finish(query) });
      }
      const settings = await kept.read();
      store.setState({ server: settings.ok && settings.value !== null ? shownOf(settings.value) : null });
      return isReturn(query);
    },

    async save({ address, ...typed }) {
      const read = readServerAddress(address, page.origin);
      if (!read.ok) return addressMessage(read.error);
      if (typed.signIn === 'smart' && typed.client.trim() === '') return { key: 'server.clientMissing' };
      const before = await kept.read();
      if (!before.ok) return notKept(before.error);
      // What one server granted is not shown to another.
      const old = before.value !== null && isSame(before.value.address, read.value) ? before.value.signIn : null;
      const signIn = signInOf(typed, old);
      if (signIn === null) return { key: 'server.tokenMissing' };
      return changedOr(
        await kept.change((settings) => ({ address: address.trim(), signIn, paused: settings?.paused ?? false })),
      );
    },

    async forget() {
      const none: ServerSettings = { address: '', signIn: { kind: 'none' }, paused: false };
      return changedOr(await kept.change(() => none));
    },

    async pause(paused) {
      return changedOr(await kept.change((settings) => settings && { ...settings, paused }), 'paused');
    },

    async test() {
      const server = await connect();
      if (!server.ok) return { ok: false, message: { key: 'server.notRead' } };
      if (server.value === null) return { ok: false, message: { key: 'server.none' } };
      return testConnection(server.value.client);
    },

    async signIn() {
      const settings = await kept.read();
      if (!settings.ok) return notKept(settings.error);
      if (settings.value?.signIn.kind !== 'smart') return { key: 'server.none' };
      const client = clientFor(settings.value.address);
      if (!client.ok) return client.error;
      const outcome = await goToSignIn(signInDeps, client.value, settings.value.signIn);
      if (outcome.kind === 'failed') return outcome.message;
      return outcome.kind === 'not-kept' ? notKept(outcome.error) : null;
    },
  };
}
