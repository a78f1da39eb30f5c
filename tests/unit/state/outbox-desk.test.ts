import 'fake-indexeddb/auto';
import type { DocumentReference } from 'fhir/r4';
import { afterEach, describe, expect, it } from 'vitest';
import { say } from '../../../src/messages/translate';
import type { Session } from '../../../src/record/session';
import { completeSession } from '../../support/complete-session';
import { type FakeServer, fakeFhirServer } from '../../support/fhir-server';
import { oneWindowAtATime, serverWindow } from '../../support/server-desk';
import { unwrap } from '../../support/signing';
import { type Page, signAll, signingDevice } from '../../support/signing-device';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
const device = () => {
  const made = signingDevice();
  ends.push(made.close);
  return made;
};
async function fakeServer(): Promise<FakeServer> {
  const server = await fakeFhirServer();
  ends.push(server.close);
  return server;
}
const set = (address: string) => ({ address, signIn: 'none' as const, token: '', client: '', scope: '' });

/** Sessions of patients by letter: "a1" is the first of patient a. */
const sessionOf = (name: string): Session => {
  const [patient = '', n = '1'] = name;
  return completeSession({
    id: name,
    patient: { id: `patient-${patient}`, label: `${patient.toUpperCase()}. M.`, recordNumber: `R-${patient}` },
    startedAt: `2026-0${n}-02T09:30:00+01:00`,
  });
};
async function clinic(...names: readonly string[]) {
  const [made, server] = [device(), await fakeServer()];
  const page = made.open();
  const who = await signAll(page, names.map(sessionOf));
  const window = serverWindow(page);
  return { made, page, who, server, window };
}
/** Versions that the server has, once each, in the order in which they came. */
const onServer = ({ kept }: FakeServer): readonly string[] =>
  [...kept.values()].flatMap((one) =>
    one.resourceType === 'DocumentReference' ? (one.identifier ?? []).slice(0, 1).map(({ value }) => value ?? '') : [],
  );
const amend = async (page: Page, session: string, who: Awaited<ReturnType<typeof signAll>>) =>
  unwrap(await page.desk.amend(session, { text: 'Called the next day: well.', reason: 'call' }, who));

describe('what is signed', () => {
  it('arrives on the server, every version once, and stays there once however often it is sent', async () => {
    const { page, who, server, window } = await clinic('a1', 'b1', 'a2');
    await amend(page, 'a1', who);
    expect(window.shown().status).toBe('reading');
    await window.outbox.run();
    expect(window.shown().status, 'no server is set').toBe('off');
    expect(await window.desk.save(set(server.base))).toBeNull();
    await window.passTime();
    expect(onServer(server)).toEqual(['a1/version/1', 'a1/version/2', 'b1/version/1', 'a2/version/1']);
    expect(window.shown()).toMatchObject({ status: 'rest', tally: { sent: 4, waiting: 0, refused: [] } });
    expect([...server.kept.keys()].filter((key) => key.startsWith('Patient/'))).toHaveLength(2);
    const log = await page.desk.log.read();
    const told = (log.ok ? log.value.lines : []).flatMap(({ event }) => (event.kind === 'sent' ? [event.record] : []));
    expect(told).toEqual(['a1', 'a1', 'b1', 'a2']);
    const { size } = server.kept;
    const asked = server.asked.length;
    const sent = () => server.asked.filter(({ bundle }) => bundle === 'transaction').length;
    expect(sent()).toBe(4);
    await window.outbox.run();
    expect(server.asked.length, 'nothing was asked for again').toBe(asked);
    // Under another address it counts as another server: all is sent once more, and nothing there becomes more.
    expect(await window.outbox.sendAgain(true)).toBeNull();
    await window.passTime();
    expect(sent(), 'a server that has lost it is sent everything').toBe(8);
    expect(server.kept.size).toBe(size);
    await window.desk.save(set(`${server.base}/`.replace('127.0.0.1', 'localhost')));
    await window.passTime();
    expect(sent()).toBe(12);
    expect(server.kept.size).toBe(size);
  });

  it('survives cut connections, lost answers, failures and a busy server, and is there once', async () => {
    const { server, window } = await clinic('a1', 'b1', 'a2', 'c1');
    server.faults.push(
      'cut',
      'cut-after',
      { status: 500 },
      'half',
      { status: 503, headers: { 'Retry-After': '30' } },
      'cut-after',
      { status: 409 },
    );
    await window.desk.save(set(server.base));
    await window.passTime();
    expect(onServer(server).toSorted()).toEqual(['a1/version/1', 'a2/version/1', 'b1/version/1', 'c1/version/1']);
    expect(window.shown()).toMatchObject({ status: 'rest', tally: { sent: 4, failed: null } });
    const procedures = [...server.kept.values()].filter(({ resourceType }) => resourceType === 'Procedure');
    expect(procedures).toHaveLength(4);
    expect(server.faults).toEqual([]);
  });

  it('of one patient waits behind what the server refused, keeps the reason, and goes on when asked to', async () => {
    const { page, server, window } = await clinic('a1', 'a2', 'b1');
    const body = {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', code: 'invalid', diagnostics: 'no such lot' }],
    };
    server.faults.push({ status: 422, body });
    await window.desk.save(set(server.base));
    await window.passTime();
    expect(onServer(server)).toEqual(['b1/version/1']);
    const { tally, status } = window.shown();
    expect(status).toBe('rest');
    expect(tally?.refused).toMatchObject([
      { item: { session: 'a1', version: 1 }, refusal: { status: 422, text: 'no such lot', mend: 'record' }, behind: 1 },
    ]);
    expect((await page.sessions.load('a1')).ok, 'the record is as it was').toBe(true);
    const fates = ['a1', 'a2', 'b1', 'z9'].map((id) => window.outbox.fateOf(id)?.kind);
    expect(fates, 'and so it is told in Records').toEqual(['refused', 'waiting', 'sent', undefined]);
    await window.desk.pause(true);
    await window.desk.pause(false);
    const next = serverWindow(page);
    await next.passTime();
    expect(onServer(server), 'not tried again by the next page, or after a pause').toEqual(['b1/version/1']);
    expect(await next.outbox.sendAgain()).toBeNull();
    await next.passTime();
    expect(onServer(server)).toEqual(['b1/version/1', 'a1/version/1', 'a2/version/1']);
  });

  it('is asked again, not lost, where the page was closed while it was under way', async () => {
    const { page, server } = await clinic('a1', 'a2');
    // The server has it; this page never hears so.
    await new Promise<void>((closed) => {
      const deaf = async (url: string, init: RequestInit) => {
        await (await fetch(url, init)).text();
        closed();
        return new Promise<never>(() => undefined);
      };
      void serverWindow(page, { fetch: deaf }).desk.save(set(server.base));
    });
    const states = unwrap(await page.documents.readAll('outbox')).found.map(({ id, doc }) => [
      id,
      (doc as { kind: string }).kind,
    ]);
    expect(states).toEqual([['a1.1', 'sending']]);
    const next = serverWindow(page);
    await next.passTime();
    expect(onServer(server)).toEqual(['a1/version/1', 'a2/version/1']);
    expect(next.shown().tally).toMatchObject({ sent: 2, waiting: 0 });
  });

  it('is sent by one window at a time, and what one has sent the other does not', async () => {
    const { page, server } = await clinic('a1', 'a2', 'b1');
    const oneAtATime = oneWindowAtATime();
    const [one, other] = [serverWindow(page, { oneAtATime }), serverWindow(page, { oneAtATime })];
    await one.desk.save(set(server.base));
    await Promise.all([one.outbox.run(), other.outbox.run(), one.outbox.run()]);
    expect(server.asked.filter(({ line }) => line.startsWith('POST'))).toHaveLength(3);
    expect(one.told.others + other.told.others).toBeGreaterThan(0);
    await Promise.all([one.outbox.run(), other.outbox.run()]);
    expect([one.shown().tally?.sent, other.shown().tally?.sent]).toEqual([3, 3]);
  });

  it('stays here while the vault is locked or only to be read, and while sending is paused', async () => {
    const { server, window } = await clinic('a1');
    window.clock.open = false;
    await window.desk.save(set(server.base));
    await window.passTime();
    expect(window.shown().status).toBe('off');
    await window.desk.pause(true);
    window.clock.open = true;
    await window.passTime();
    expect(window.shown()).toMatchObject({ status: 'paused', tally: { waiting: 1 } });
    expect(server.asked).toEqual([]);
    await window.desk.pause(false);
    await window.passTime();
    expect(onServer(server)).toEqual(['a1/version/1']);
  });

  it('is not sent again after a restore of what was sent, and is after one of what was not', async () => {
    const { page, server, window } = await clinic('a1', 'b1');
    server.faults.push({ status: 422 });
    await window.desk.save(set(server.base));
    await window.passTime();
    expect(onServer(server)).toEqual(['b1/version/1']);
    const opener = { by: 'passphrase', passphrase: 'backup words of its own' } as const;
    await (await page.vaultDesk.backup()).make({ passphrase: opener.passphrase, recoveryKey: false });
    const file = page.files.at(-1) ?? new Blob();
    expect(await file.text()).not.toContain(server.base);
    const other = device().open();
    const restored = await (await other.vaultDesk.backup()).restore(file, opener);
    expect(restored.conflicts).toEqual([]);
    expect(
      (await other.documents.readAll('server')).ok && unwrap(await other.documents.readAll('server')).found,
    ).toEqual([]);
    const there = serverWindow(other);
    await there.desk.save(set(server.base));
    const posts = () => server.asked.filter(({ line }) => line.startsWith('POST')).length;
    const before = posts();
    await there.passTime();
    expect(posts() - before, 'one that was refused is tried, one that was sent is not').toBe(1);
    expect(onServer(server).toSorted()).toEqual(['a1/version/1', 'b1/version/1']);
    // The older backup unlearns nothing here, and is no conflict.
    const again = await (await other.vaultDesk.backup()).restore(file, opener);
    expect(again.conflicts).toEqual([]);
    await there.passTime();
    expect(posts() - before).toBe(1);
  });

  it('that does not hold any more is not sent, and says so', async () => {
    const { page, server, window } = await clinic('a1', 'b1');
    const kept = unwrap(await page.documents.read('signed-version', 'a1.1'));
    const doc = JSON.parse(JSON.stringify(kept.doc).replace('"units":5', '"units":10')) as unknown;
    unwrap(await page.documents.write([{ kind: 'signed-version', id: 'a1.1', doc, expected: kept.revision }]));
    await window.desk.save(set(server.base));
    await window.passTime();
    expect(onServer(server)).toEqual(['b1/version/1']);
    expect(window.shown().tally?.refused).toMatchObject([
      { item: { session: 'a1' }, refusal: { status: null, mend: 'here' } },
    ]);
  });
});

describe('what the server has', () => {
  it('is fetched into an empty device whole, verified, and is not sent back', async () => {
    const { page, who, server, window } = await clinic('a1', 'b1', 'a2');
    await amend(page, 'a1', who);
    await window.desk.save(set(server.base));
    await window.passTime();
    const empty = device().open();
    const there = serverWindow(empty);
    await there.desk.save(set(server.base));
    await there.passTime();
    const posts = server.asked.filter(({ line }) => line.startsWith('POST')).length;
    expect(await there.pull(null)).toMatchObject({ taken: 3, refused: [], broken: null });
    for (const id of ['a1', 'a2', 'b1']) {
      const [here, origin] = [await empty.sessions.load(id), await page.sessions.load(id)];
      expect(unwrap(here).session).toEqual(unwrap(origin).session);
      expect(unwrap(await empty.desk.versionsOf(id))).toEqual(unwrap(await page.desk.versionsOf(id)));
    }
    await there.passTime();
    expect(server.asked.filter(({ line }) => line.startsWith('POST'))).toHaveLength(posts);
    expect(there.shown().tally).toMatchObject({ sent: 4, waiting: 0 });
    expect(await there.pull(null), 'and nothing is taken in twice').toMatchObject({ taken: 0, here: 3, refused: [] });
  });

  it('is fetched for one patient alone by the record number', async () => {
    const { server, window } = await clinic('a1', 'b1');
    await window.desk.save(set(server.base));
    await window.passTime();
    const empty = device().open();
    const there = serverWindow(empty);
    await there.desk.save(set(server.base));
    expect(await there.pull('R-a')).toMatchObject({ taken: 1, refused: [], broken: null });
    const listed = unwrap(await empty.sessions.list());
    expect(listed.map(({ id }) => id)).toEqual(['a1']);
    const none = await there.pull('R-z');
    expect(none.broken && say(none.broken)).toContain('no patient of ours with the record number R-z');
  });

  it('comes in page by page, and stops where it is cancelled', async () => {
    const names = ['a1', 'b1', 'c1', 'd1', 'e1'];
    const { server, window } = await clinic(...names);
    await window.desk.save(set(server.base));
    await window.passTime();
    const small = await fakeFhirServer({ pageSize: 2 });
    ends.push(small.close);
    await window.desk.save(set(small.base));
    await window.passTime();
    const there = serverWindow(device().open());
    await there.desk.save(set(small.base));
    await there.passTime();
    expect(await there.pull(null)).toMatchObject({ taken: 5, looked: 5, total: 5, broken: null });
    expect(small.asked.filter(({ line }) => line.includes('_count=10'))).toHaveLength(3);
    const cancel = new AbortController();
    cancel.abort();
    const other = serverWindow(device().open());
    await other.desk.save(set(small.base));
    expect(await other.pull(null, cancel.signal)).toMatchObject({
      taken: 0,
      broken: { key: 'server.error.Cancelled' },
    });
  });

  it('is listed where it does not hold, and the rest comes in', async () => {
    const { server, window } = await clinic('a1', 'b1', 'c1');
    await window.desk.save(set(server.base));
    await window.passTime();
    const documents = [...server.kept.values()].filter(
      (one): one is DocumentReference => one.resourceType === 'DocumentReference',
    );
    const record = (n: number) =>
      documents[n]?.content.find(({ attachment }) => attachment.contentType?.includes('json') === true)?.attachment as {
        data?: string;
      };
    const text = Buffer.from(record(0).data ?? '', 'base64').toString();
    record(0).data = Buffer.from(text.replace('"units":5', '"units":6')).toString('base64');
    record(1).data = record(2).data ?? '';
    const there = serverWindow(device().open());
    await there.desk.save(set(server.base));
    await there.passTime();
    const pulled = await there.pull(null);
    expect(pulled).toMatchObject({ taken: 1, broken: null });
    expect(pulled.refused.map(({ session }) => session)).toEqual(['a1', 'b1']);
    expect(pulled.refused.map(({ message }) => say(message)).join(' ')).toContain('another record than it says');
  });

  it('changes nothing here, neither a draft of the same session nor a record that went on', async () => {
    const { page, who, server, window } = await clinic('a1');
    await window.desk.save(set(server.base));
    await window.passTime();
    await window.desk.pause(true);
    await amend(page, 'a1', who);
    expect(await window.pull(null)).toMatchObject({ taken: 0, here: 1, refused: [] });
    expect(unwrap(await page.desk.versionsOf('a1'))).toHaveLength(2);
    const drafting = device().open();
    const draft = { ...sessionOf('a1'), note: 'not the same' };
    unwrap(await drafting.sessions.save(draft, 0));
    const there = serverWindow(drafting);
    await there.desk.save(set(server.base));
    const pulled = await there.pull(null);
    expect(pulled.refused).toHaveLength(1);
    expect(unwrap(await drafting.sessions.load('a1')).session.note).toBe('not the same');
  });
});
