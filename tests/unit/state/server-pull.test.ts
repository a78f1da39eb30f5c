import 'fake-indexeddb/auto';
import type { DocumentReference } from 'fhir/r4';
import { afterEach, describe, expect, it } from 'vitest';
import type { FetchPort } from '../../../src/exchange/fhir/client';
import { say } from '../../../src/messages/translate';
import { completeSession } from '../../support/complete-session';
import { fakeFhirServer, type FakeOptions } from '../../support/fhir-server';
import { serverWindow } from '../../support/server-desk';
import { unwrap } from '../../support/signing';
import { signAll, signingDevice } from '../../support/signing-device';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
const device = () => {
  const made = signingDevice();
  ends.push(made.close);
  return made.open();
};
const set = (address: string) => ({ address, signIn: 'none' as const, token: '', client: '', scope: '' });

/** A server that has the records of these sessions, and an empty device that is set to it. */
async function filled(options: FakeOptions, ...names: readonly string[]) {
  const server = await fakeFhirServer(options);
  ends.push(server.close);
  const page = device();
  const sessions = names.map((id) => completeSession({ id, patient: { id: `p-${id}`, label: id } }));
  const who = await signAll(page, sessions);
  unwrap(await page.desk.amend(names[0] ?? '', { text: 'Well.', reason: 'call' }, who));
  const window = serverWindow(page);
  await window.desk.save(set(server.base));
  await window.passTime();
  const empty = device();
  const opened = async (fetch?: FetchPort) => {
    const there = serverWindow(empty, fetch === undefined ? {} : { fetch });
    await there.desk.save(set(server.base));
    await there.passTime();
    return there;
  };
  const here = async () => unwrap(await empty.sessions.list()).map(({ id }) => id);
  return { server, opened, here };
}

describe('a record that the server keeps outside its document', () => {
  it.each(['resource', 'file'] as const)('is fetched from there as a %s, and verified', async (binaries) => {
    const { server, opened, here } = await filled({ binaries }, 'a1', 'b1');
    const pulled = await (await opened()).pull(null);
    expect(pulled).toMatchObject({ taken: 2, refused: [], broken: null });
    expect((await here()).toSorted()).toEqual(['a1', 'b1']);
    expect(server.asked.some(({ line }) => line.includes('/Binary/'))).toBe(true);
  });

  it('is not taken where it is another than its document says, or changed, or cannot be had', async () => {
    const { server, opened, here } = await filled({ binaries: 'file' }, 'a1', 'b1');
    const documents = server.store.of('DocumentReference');
    const attachment = (one: DocumentReference | undefined) => one?.content.at(-1)?.attachment ?? {};
    const [first, , last] = documents;
    attachment(documents[1]).data = '';
    attachment(first).data = attachment(last).data ?? '';
    attachment(last).data = Buffer.from('{"resourceType":"Binary","data":"***"}').toString('base64');
    const pulled = await (await opened()).pull(null);
    expect(pulled).toMatchObject({ taken: 0, broken: null });
    expect(pulled.refused.map(({ message }) => say(message)).join('\n')).toContain('another record than it says');
    expect(pulled.refused).toHaveLength(3);
    expect(await here()).toEqual([]);
  });

  it('is asked for at no other server, and who we are is not told there', async () => {
    const { opened } = await filled({ binaries: 'file' }, 'a1');
    const asked: string[] = [];
    const leading: FetchPort = async (url, init) => {
      asked.push(url);
      const response = await fetch(url, init);
      const text = await response.text();
      return new Response(text.replace(/"url":"[^"]*Binary/g, '"url":"https://evil.example/fhir/Binary'), response);
    };
    const pulled = await (await opened(leading)).pull(null);
    expect(pulled).toMatchObject({ taken: 0, broken: null });
    expect(pulled.refused.map(({ message }) => say(message)).join()).toContain('could not be fetched from there');
    expect(asked.filter((url) => url.includes('evil.example'))).toEqual([]);
  });
});

describe('fetching', () => {
  it('is signed in for anew where the token ends on the way', async () => {
    const { server, opened } = await filled({ pageSize: 1 }, 'a1', 'b1', 'c1');
    let [token, pages] = ['t1', 0];
    const closing: FetchPort = (url, init) => {
      if (url.endsWith('/.well-known/smart-configuration'))
        return Promise.resolve(
          Response.json({
            authorization_endpoint: 'https://login.example/a',
            token_endpoint: 'https://login.example/t',
          }),
        );
      if (url.startsWith('https://login.example')) {
        token = token === 't1' ? 't1' : 't2';
        const grant = { access_token: token, token_type: 'Bearer', expires_in: 3600, refresh_token: 'r' };
        return Promise.resolve(Response.json(grant));
      }
      if (new Headers(init.headers).get('Authorization') !== `Bearer ${token}`)
        return Promise.resolve(Response.json({}, { status: 401 }));
      pages += 1;
      // The server ends it after the second page, whatever it said.
      if (pages === 2) token = 'ended';
      return fetch(url, init);
    };
    const there = await opened(closing);
    await there.desk.pause(true);
    await there.desk.save({ address: server.base, signIn: 'smart', token: '', client: 'aliquot', scope: '' });
    await there.desk.signIn();
    there.address.query = `?code=c&state=${new URL(there.left[0] ?? '').searchParams.get('state') ?? ''}`;
    await there.desk.look();
    expect(await there.pull(null)).toMatchObject({ taken: 3, refused: [], broken: null });
    expect(token).toBe('t2');
  });

  it('ends with the reason where further pages would lead to another server', async () => {
    const { opened, here } = await filled({ pageSize: 1 }, 'a1', 'b1');
    const asked: string[] = [];
    const leading: FetchPort = async (url, init) => {
      asked.push(url);
      const text = await (await fetch(url, init)).text();
      return new Response(
        text.replace(/"relation":"next","url":"http:\/\/[^/]+/, '"relation":"next","url":"https://evil.example'),
      );
    };
    const pulled = await (await opened(leading)).pull(null);
    expect(pulled.broken?.key).toBe('server.error.NotFhir');
    expect(asked.filter((url) => url.includes('evil'))).toEqual([]);
    expect(await here(), 'what came before stays').toEqual(['a1']);
  });
});
