import 'fake-indexeddb/auto';
import type { FhirResource } from 'fhir/r4';
import { afterEach, describe, expect, it } from 'vitest';
import { importSigned, signedText } from '../../../src/state/signed-files';
import { completeSession } from '../../support/complete-session';
import { type FakeServer, fakeFhirServer } from '../../support/fhir-server';
import { sampleHead } from '../../support/sample-sessions';
import { serverWindow } from '../../support/server-desk';
import { unwrap } from '../../support/signing';
import { injector, type Page, signAll, signingDevice } from '../../support/signing-device';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
const patient = { id: 'p', label: 'A. M.', recordNumber: 'R-1' };
const session = (change: object = {}) => completeSession({ id: 's1', patient, ...change });

async function server(): Promise<FakeServer> {
  const made = await fakeFhirServer();
  ends.push(made.close);
  return made;
}
/** A device whose page sends to this server. */
async function device({ base }: FakeServer, deps: Parameters<typeof serverWindow>[1] = {}) {
  const made = signingDevice();
  ends.push(made.close);
  const page = made.open();
  const window = serverWindow(page, deps);
  await window.desk.save({ address: base, signIn: 'none', token: '', client: '', scope: '' });
  await window.passTime();
  return { page, window };
}
type Who = Awaited<ReturnType<typeof signAll>>;
const amend = async (page: Page, text: string, who: Who) =>
  unwrap(await page.desk.amend('s1', { text, reason: 'call' }, who));
const injectorOf = async (page: Page, name: string): Promise<Who> => ({
  profile: unwrap(await page.desk.profiles.add({ ...injector, name })).id,
  pin: injector.pin,
});
/** The words of the addenda that the server's Procedure has. */
const addenda = ({ store }: FakeServer): string =>
  store
    .of('Procedure')
    .flatMap(({ note = [] }) => note.map(({ text }) => text))
    .join(' ');
const everything = ({ kept }: FakeServer): string => JSON.stringify([...kept.values()]);
const posts = ({ asked }: FakeServer): number => asked.filter(({ line }) => line.startsWith('POST')).length;
/** Two devices that hold the same first version, which the server has. */
async function twoDevices(deps: Parameters<typeof serverWindow>[1] = {}) {
  const clinic = await server();
  const [one, two] = [await device(clinic), await device(clinic, deps)];
  const who = await signAll(one.page, [session()]);
  await one.window.passTime();
  expect(await two.window.pull(null)).toMatchObject({ taken: 1 });
  const other = await injectorOf(two.page, 'B. Other');
  return { clinic, one: { ...one, who }, two: { ...two, who: other } };
}

describe('a version that another device has signed otherwise', () => {
  it('is refused and named, and nothing of it is written over what the server has', async () => {
    const { clinic, one, two } = await twoDevices();
    await amend(one.page, 'FROM THE FIRST', one.who);
    await one.window.passTime();
    await amend(two.page, 'FROM THE SECOND', two.who);
    const [before, sent] = [everything(clinic), posts(clinic)];
    await two.window.passTime();
    expect(everything(clinic)).toBe(before);
    expect(posts(clinic)).toBe(sent);
    const { tally, status } = two.window.shown();
    expect([status, tally?.sent]).toEqual(['rest', 1]);
    expect(tally?.refused).toMatchObject([
      { item: { session: 's1', version: 2 }, refusal: { status: null, mend: 'forked' } },
    ]);
    expect(tally?.refused[0]?.refusal.text).toContain('Version 2 of this session was signed on another device too');
    expect(one.window.shown().tally).toMatchObject({ sent: 2, refused: [] });
    // Nor is what follows it, nor by "Send everything again"; another session of the patient is not held back.
    await amend(two.page, 'ONCE MORE', two.who);
    await signAll(two.page, [session({ id: 's2', startedAt: '2026-08-02T09:30:00+02:00' })]);
    await two.window.outbox.sendAgain(true);
    await two.window.passTime();
    expect(addenda(clinic)).not.toMatch(/SECOND|ONCE MORE/);
    expect(two.window.shown().tally).toMatchObject({ sent: 2, waiting: 1, refused: [{ behind: 1 }] });
    expect(clinic.store.of('Procedure')).toHaveLength(2);
  });

  it('is refused like that where the same draft was signed on two devices', async () => {
    const clinic = await server();
    const [one, two] = [await device(clinic), await device(clinic)];
    await signAll(one.page, [session({ note: 'charted here' })]);
    await signAll(two.page, [session({ note: 'finished there' })]);
    await one.window.passTime();
    await two.window.passTime();
    expect(two.window.shown().tally).toMatchObject({ sent: 0, refused: [{ refusal: { mend: 'forked' } }] });
    expect(everything(clinic)).not.toContain('finished there');
  });

  it('is told by the record itself where the documents of a server name no hash', async () => {
    const { clinic, one, two } = await twoDevices();
    await amend(one.page, 'FROM THE FIRST', one.who);
    await one.window.passTime();
    for (const [key, document] of clinic.store.find('DocumentReference'))
      clinic.store.put(key, { ...document, identifier: [own(document)] } as FhirResource);
    await amend(two.page, 'FROM THE SECOND', two.who);
    await two.window.passTime();
    expect(two.window.shown().tally?.refused).toMatchObject([{ refusal: { mend: 'forked' } }]);
    // The first device's own are the same, and it may go on.
    await amend(one.page, 'ONCE MORE', one.who);
    await one.window.passTime();
    expect(one.window.shown().tally).toMatchObject({ sent: 3, refused: [] });
  });

  it('is refused where that one arrived in the very moment between', async () => {
    // The second device asks what is there; the first sends; then the second sends.
    let between: (() => Promise<unknown>) | null = null;
    const { one, two } = await twoDevices({
      fetch: async (url, init) => {
        const then = init.method === 'POST' ? between : null;
        if (then !== null) between = null;
        await then?.();
        return fetch(url, init);
      },
    });
    await amend(one.page, 'FROM THE FIRST', one.who);
    await amend(two.page, 'FROM THE SECOND', two.who);
    between = () => one.window.passTime();
    await two.window.passTime();
    expect(one.window.shown().tally).toMatchObject({ sent: 2, refused: [] });
    const refused = two.window.shown().tally?.refused;
    expect(refused).toMatchObject([{ refusal: { mend: 'forked' } }]);
    expect(refused?.[0]?.refusal.text).toContain('at the same moment');
  });

  it('is not taken for sent because a backup of that device says so', async () => {
    const { clinic, one, two } = await twoDevices();
    await amend(one.page, 'FROM THE FIRST', one.who);
    await one.window.passTime();
    await two.window.desk.pause(true);
    await amend(two.page, 'FROM THE SECOND', two.who);
    const opener = { by: 'passphrase', passphrase: 'backup words of its own' } as const;
    await (await one.page.vaultDesk.backup()).make({ passphrase: opener.passphrase, recoveryKey: false });
    await (await two.page.vaultDesk.backup()).restore(one.page.files.at(-1) ?? new Blob(), opener);
    await two.window.desk.pause(false);
    await two.window.passTime();
    expect(two.window.shown().tally).toMatchObject({ sent: 1, refused: [{ refusal: { mend: 'forked' } }] });
    expect(addenda(clinic)).not.toContain('SECOND');
  });
});

const own = (document: FhirResource) => ('identifier' in document ? [document.identifier ?? []].flat()[0] : undefined);

describe('a device that has less of a session than the server', () => {
  it('puts nothing back, neither by "Send everything again" nor by an old file that is imported', async () => {
    const { clinic, one, two } = await twoDevices();
    await amend(one.page, 'THE SECOND', one.who);
    await one.window.passTime();
    expect(await two.window.pull(null)).toMatchObject({ taken: 1 });
    const file = unwrap(await signedText(unwrap(await one.page.desk.versionsOf('s1')), '0.1.0'));
    await amend(one.page, 'THE THIRD', one.who);
    await one.window.passTime();
    const before = everything(clinic);
    await two.window.outbox.sendAgain(true);
    await two.window.passTime();
    expect(two.window.shown().tally).toMatchObject({ sent: 2, refused: [] });
    expect(everything(clinic)).toBe(before);
    const three = await device(clinic);
    const woken: string[] = [];
    three.page.desk.onSigned((origin) => woken.push(origin));
    await importSigned(new TextEncoder().encode(file), three.page.sessions, three.page.desk, sampleHead);
    expect(woken, 'a file that came in is to be sent as well').toEqual(['restored']);
    await three.window.passTime();
    expect(three.window.shown().tally).toMatchObject({ sent: 2, waiting: 0 });
    expect(everything(clinic)).toBe(before);
    expect(addenda(clinic)).toContain('THE THIRD');
  });
});

describe('a server that has lost what it had', () => {
  it('gets what is before a version first, so that all of them are there again', async () => {
    const clinic = await server();
    const { page, window } = await device(clinic);
    const who = await signAll(page, [session()]);
    await window.passTime();
    clinic.store.clear();
    await amend(page, 'THE SECOND', who);
    await window.passTime();
    const documents = clinic.store.of('DocumentReference');
    expect(documents.map((one) => [own(one)?.value, one.status])).toEqual([
      ['s1/version/1', 'superseded'],
      ['s1/version/2', 'current'],
    ]);
    expect(clinic.store.of('Provenance')).toHaveLength(2);
    expect(window.shown().tally).toMatchObject({ sent: 2, refused: [] });
  });
});

describe('a record number', () => {
  it('that a later session tells first reaches the patient on the server, who is then found by it', async () => {
    const clinic = await server();
    const { page, window } = await device(clinic);
    await signAll(page, [
      session({ patient: { id: 'p', label: 'A. M.' } }),
      session({ id: 's2', patient: { ...patient, recordNumber: 'R-77' }, startedAt: '2026-08-02T09:30:00+02:00' }),
    ]);
    await window.passTime();
    const [kept] = clinic.store.of('Patient');
    expect(kept?.identifier?.map(({ value }) => value)).toEqual(['p', 'R-77']);
    const { window: there } = await device(clinic);
    expect(await there.pull('R-77')).toMatchObject({ taken: 2, broken: null });
  });
});
