import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { say } from '../../../src/messages/translate';
import { completeSession } from '../../support/complete-session';
import { fakeFhirServer } from '../../support/fhir-server';
import { serverWindow } from '../../support/server-desk';
import { unwrap } from '../../support/signing';
import { signAll, signingDevice } from '../../support/signing-device';
import { behind, documentRows } from '../../support/vault-rows';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
const device = () => {
  const made = signingDevice();
  ends.push(made.close);
  return made;
};
async function fakeServer() {
  const server = await fakeFhirServer();
  ends.push(server.close);
  return server;
}
const typed = { address: 'https://fhir.example/r4', signIn: 'none', token: '', client: '', scope: '' } as const;
const bearer = { ...typed, signIn: 'bearer', token: 'top-secret-token' } as const;

/** Answers of the server at https://fhir.example/r4 and of its sign-in, by path; every request is put down. */
function answers(by: Readonly<Record<string, (init: RequestInit) => Response>>) {
  const asked: { readonly url: string; readonly authorization: string | null; readonly body: string }[] = [];
  const fetch = (url: string, init: RequestInit): Promise<Response> => {
    asked.push({
      url,
      authorization: new Headers(init.headers).get('Authorization'),
      body: (init.body as string | undefined) ?? '',
    });
    const path = Object.keys(by).find((one) => url.includes(one));
    const answer = path === undefined ? undefined : by[path];
    return answer === undefined ? Promise.reject(new TypeError('no such server')) : Promise.resolve(answer(init));
  };
  return { asked, fetch };
}
const json = (body: unknown, status = 200) => Response.json(body, { status });

describe("the clinic's server", () => {
  it('is kept in the vault, its token sealed, shown to nobody and in no backup', async () => {
    const made = device();
    const page = made.open();
    const window = serverWindow(page);
    await window.desk.look();
    expect(window.desk.store.getState().server).toBeNull();
    expect(await window.desk.save(bearer)).toBeNull();
    expect(window.desk.store.getState().server).toEqual({
      address: bearer.address,
      signIn: 'bearer',
      hasToken: true,
      client: '',
      scope: '',
      paused: false,
    });
    expect(JSON.stringify(window.desk.store.getState())).not.toContain(bearer.token);
    const rows = await documentRows(made.name);
    const bytes = rows.map((row) =>
      new TextDecoder('latin1').decode(
        new Uint8Array(Object.values(row).find((one) => one instanceof Uint8Array) ?? []),
      ),
    );
    expect(rows.some(({ kind }) => kind === 'server')).toBe(true);
    expect(bytes.join('') + JSON.stringify(rows)).not.toContain(bearer.token);
    const opener = { by: 'passphrase', passphrase: 'backup words of its own' } as const;
    const backup = await page.vaultDesk.backup();
    const saved = await backup.make({ passphrase: opener.passphrase, recoveryKey: false });
    expect(say(saved.message), 'what a backup holds is counted').not.toContain('server');
    const other = device().open();
    await (await other.vaultDesk.backup()).restore(page.files.at(-1) ?? new Blob(), opener);
    expect(unwrap(await other.documents.readAll('server')).found).toEqual([]);
  });

  it('is refused with a sentence where the address is not safe or a token is missing', async () => {
    const window = serverWindow(device().open());
    const why = async (change: object) => {
      const message = await window.desk.save({ ...typed, ...change });
      return message === null ? 'kept' : say(message);
    };
    expect(await why({ address: 'http://fhir.example/r4' })).toContain('Plain http to fhir.example could be read');
    expect(await why({ address: 'fhir.example' })).toContain('This is no address');
    expect(await why({ address: 'https://me:secret@fhir.example' })).toContain('Leave name and password out');
    expect(await why({ signIn: 'bearer' })).toContain('token is missing');
    expect(await why({ signIn: 'bearer', token: 'two words' })).toContain('token is missing');
    expect(await why({ signIn: 'smart' })).toContain('name of this app');
    expect(window.desk.store.getState().server).toBeUndefined();
    expect(await why({ address: '/fhir' })).toBe('kept');
  });

  it('keeps its token while the rest changes, and shows it to no other server', async () => {
    const { asked, fetch } = answers({ metadata: () => json({}, 404) });
    const window = serverWindow(device().open(), { fetch });
    await window.desk.save(bearer);
    await window.desk.save({ ...bearer, token: '' });
    await window.desk.test();
    expect(asked.at(-1)).toMatchObject({ authorization: `Bearer ${bearer.token}` });
    const moved = await window.desk.save({ ...bearer, address: 'https://other.example/r4', token: '' });
    expect(moved && say(moved)).toContain('token is missing');
    expect(
      await window.desk.save({ ...bearer, address: 'https://other.example/r4', token: 'Bearer another' }),
    ).toBeNull();
    await window.desk.test();
    expect(asked.at(-1)).toMatchObject({ url: 'https://other.example/r4/metadata', authorization: 'Bearer another' });
    await window.desk.forget();
    expect(window.desk.store.getState().server).toBeNull();
    expect(unwrap(await window.desk.connect())).toBeNull();
  });

  it('is set anew over one that does not open any more', async () => {
    const made = device();
    const page = made.open();
    const window = serverWindow(page);
    await window.desk.save(bearer);
    await behind(made.name, async (db) => {
      const [row] = ((await db.getAll('documents')) as { kind: string; sealed?: Uint8Array }[]).filter(
        ({ kind }) => kind === 'server',
      );
      await db.put('documents', {
        ...row,
        ...Object.fromEntries(
          Object.entries(row ?? {}).map(([name, value]) => [
            name,
            value instanceof Uint8Array ? value.map((byte) => byte ^ 1) : value,
          ]),
        ),
      });
    });
    expect((await page.documents.read('server', 'server')).ok).toBe(false);
    await window.desk.look();
    expect(window.desk.store.getState().server).toBeNull();
    expect(await window.desk.save(typed)).toBeNull();
    await window.desk.look();
    expect(window.desk.store.getState().server).toMatchObject({ address: typed.address, signIn: 'none' });
  });

  it('says what a test of the connection found', async () => {
    const server = await fakeServer();
    const window = serverWindow(device().open());
    expect(say((await window.desk.test()).message)).toBe('No server is set.');
    await window.desk.save({ ...typed, address: server.base });
    expect(say((await window.desk.test()).message)).toBe(
      'Fake FHIR server 1 answers (FHIR 4.0.1) and can take sessions.',
    );
    const about = { resourceType: 'CapabilityStatement', fhirVersion: '4.0.1', rest: [] };
    const lacking = serverWindow(device().open(), answers({ metadata: () => json(about), Patient: () => json({}) }));
    await lacking.desk.save(typed);
    expect(await lacking.desk.test()).toMatchObject({ ok: false, message: { key: 'server.lacks' } });
    const closed = serverWindow(
      device().open(),
      answers({ metadata: () => json(about), Patient: () => json({}, 401) }),
    );
    await closed.desk.save(typed);
    expect(say((await closed.desk.test()).message)).toContain('asks for a sign-in (401)');
    const none = serverWindow(device().open(), answers({}));
    await none.desk.save(typed);
    expect(say((await none.desk.test()).message)).toContain('No answer.');
  });
});

const smart = { ...typed, signIn: 'smart', client: 'aliquot' } as const;
const configuration = {
  authorization_endpoint: 'https://login.example/authorize',
  token_endpoint: 'https://login.example/token',
  code_challenge_methods_supported: ['S256'],
};

/** The clinic's server and its sign-in: a token is good until it is `spent`. */
function smartServer() {
  const spent = new Set<string>();
  const grants = { n: 0, works: true };
  const grant = () => {
    grants.n += 1;
    return json({
      access_token: `t${String(grants.n)}`,
      token_type: 'Bearer',
      expires_in: 300,
      refresh_token: `r${String(grants.n)}`,
    });
  };
  const over = answers({
    '/.well-known/smart-configuration': () => json(configuration),
    'login.example/token': () => (grants.works ? grant() : json({ error: 'invalid_grant' }, 400)),
    'fhir.example/r4': (init) => {
      const token = new Headers(init.headers).get('Authorization')?.slice('Bearer '.length) ?? '';
      if (token === '' || spent.has(token)) return json({}, 401);
      const { entry = [] } = JSON.parse((init.body as string | undefined) ?? '{}') as { entry?: unknown[] };
      return json({
        resourceType: 'Bundle',
        type: 'transaction-response',
        entry: entry.map(() => ({ response: { status: '201' } })),
      });
    },
  });
  return { ...over, spent, grants };
}

describe('signing in on the page of the server', () => {
  it('goes there and back, whatever page comes back, and sends what waited for it', async () => {
    const server = smartServer();
    const page = device().open();
    await signAll(page, [completeSession({ id: 'a1' })]);
    const window = serverWindow(page, server);
    await window.desk.save(smart);
    await window.passTime();
    expect(window.shown().status).toBe('stopped');
    expect(await window.desk.signIn()).toBeNull();
    const asked = new URL(window.left[0] ?? '').searchParams;
    expect(asked.get('redirect_uri')).toBe('http://127.0.0.1/');
    expect(asked.get('aud')).toBe('https://fhir.example/r4');
    expect(asked.get('scope')).toContain('offline_access');
    // The browser comes back with a new page.
    const back = serverWindow(page, server);
    back.address.query = `?code=c&state=${asked.get('state') ?? ''}`;
    expect(await back.desk.look()).toBe(true);
    expect(back.address.query, 'the code does not stay in the address').toBe('');
    expect(back.desk.store.getState()).toMatchObject({ said: { ok: true }, server: { hasToken: true } });
    await back.passTime();
    expect(back.shown()).toMatchObject({ status: 'rest', tally: { sent: 1 } });
    expect(server.asked.at(-1)?.authorization).toBe('Bearer t1');
    expect(await back.desk.look()).toBe(false);
  });

  it('takes nothing that was not asked for here', async () => {
    const server = smartServer();
    const page = device().open();
    const window = serverWindow(page, server);
    await window.desk.save(smart);
    window.address.query = '?code=c&state=s';
    await window.desk.look();
    expect(window.desk.store.getState().said).toMatchObject({
      ok: false,
      message: { key: 'server.smart.OtherSignIn' },
    });
    await window.desk.signIn();
    window.address.query = '?code=c&state=another';
    await window.desk.look();
    expect(window.desk.store.getState().said).toMatchObject({
      ok: false,
      message: { key: 'server.smart.OtherSignIn' },
    });
    expect(server.asked.filter(({ url }) => url.includes('/token'))).toEqual([]);
  });

  it('is renewed before the token ends and after the server refuses it, and stops where it cannot be', async () => {
    const server = smartServer();
    const page = device().open();
    const who = await signAll(page, [completeSession({ id: 'a1' })]);
    const window = serverWindow(page, server);
    await window.desk.save(smart);
    await window.desk.signIn();
    window.address.query = `?code=c&state=${new URL(window.left[0] ?? '').searchParams.get('state') ?? ''}`;
    await window.desk.look();
    await window.passTime();
    expect(window.shown().tally?.sent).toBe(1);
    const amend = async (n: number) =>
      unwrap(await page.desk.amend('a1', { text: `Addendum ${String(n)}.`, reason: 'call' }, who));
    // Five minutes are nearly over.
    window.clock.at += 250_000;
    await amend(1);
    await window.passTime();
    expect(server.asked.at(-1)?.authorization).toBe('Bearer t2');
    server.spent.add('t2');
    await amend(2);
    await window.passTime();
    expect(server.asked.at(-1)?.authorization).toBe('Bearer t3');
    expect(window.shown().tally?.sent).toBe(3);
    server.spent.add('t3');
    server.grants.works = false;
    await amend(3);
    await window.passTime();
    expect(window.shown()).toMatchObject({
      status: 'stopped',
      tally: { sent: 3, waiting: 1, failed: { why: 'sign-in' } },
    });
    const refreshes = server.asked
      .filter(({ body }) => body.includes('refresh_token'))
      .map(({ body }) => new URLSearchParams(body).get('refresh_token'));
    expect(refreshes).toEqual(['r1', 'r2', 'r3']);
  });

  it('says so where the server knows no such sign-in', async () => {
    const window = serverWindow(
      device().open(),
      answers({ 'smart-configuration': () => new Response('gone', { status: 404 }) }),
    );
    await window.desk.save(smart);
    const none = await window.desk.signIn();
    expect(none && say(none)).toContain('tells of no SMART sign-in');
    expect(window.left).toEqual([]);
  });
});
