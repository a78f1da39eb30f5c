import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { SignedVersion } from '../../../src/record/signed-version';
import type { Session } from '../../../src/record/session';
import { type KeptRecords, openRecords } from '../../../src/storage/open-records';
import { createSigning } from '../../../src/state/signing';
import { createRecords, type RecordsDeps } from '../../../src/state/records';
import { behind, freshName } from '../../support/vault-rows';
import { sampleHead, sampleSession } from '../../support/sample-sessions';
import { completeSession } from '../../support/complete-session';
import { unwrap } from '../../support/signing';

const cost = { memoryKiB: 8, iterations: 1 };
const opened: KeptRecords[] = [];
afterEach(() => {
  for (const records of opened.splice(0)) records.close();
});

/** A device with a clock that counts; `reload` opens it as the next page would. */
function device(name = freshName()) {
  const clock = { at: Date.parse('2026-06-02T09:00:00Z') };
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${String(ids)}`;
  };
  const now = () => {
    clock.at += 1000;
    return new Date(clock.at).toISOString().replace('Z', '+00:00');
  };
  const reload = () => {
    const records = openRecords({ name, now, cost });
    opened.push(records);
    return { ...records, desk: createSigning({ ...records, now, newId, cost }) };
  };
  return { name, clock, reload };
}

const add = { name: 'A. Example', credentials: 'MD', pin: '2580' };

async function signedDevice() {
  const made = device();
  const here = made.reload();
  const session = completeSession();
  unwrap(await here.sessions.save(session, 0));
  const profile = unwrap(await here.desk.profiles.add(add));
  const who = { profile: profile.id, pin: add.pin };
  const version = unwrap(await here.desk.sign(session, who));
  return { ...made, here, session, who, version };
}

const events = async ({ desk }: Pick<ReturnType<ReturnType<typeof device>['reload']>, 'desk'>) => {
  const log = unwrap(await desk.log.read());
  expect(log.problem).toBeNull();
  return log.lines.map(({ event, who }) => `${event.kind} by ${who ?? 'nobody'}`);
};

const storedSession = async (here: KeptRecords, id: string): Promise<Session> =>
  unwrap(await here.sessions.load(id)).session;

describe('signing', () => {
  it('finishes the session, and is still there after a reload', async () => {
    const { here, reload, session, version } = await signedDevice();
    expect(version).toMatchObject({ version: 1, storeHead: null, author: { name: 'A. Example', credentials: 'MD' } });
    here.close();
    const next = reload();
    const kept = await storedSession(next, session.id);
    expect(kept.finishedAt).toBe(version.at);
    expect(await next.desk.signatureOf(kept)).toEqual({
      kind: 'signed',
      by: 'A. Example',
      at: version.at,
      versions: 1,
      knownKey: true,
    });
    expect(unwrap(await next.desk.verifyChain())).toMatchObject({ count: 1 });
    expect(await events(next)).toEqual(['profile-added by id-1', 'signed by id-1', 'at-work by id-1']);
  });

  it('is refused while something is missing, while the session is not kept, and a second time', async () => {
    const { here, session, who } = await signedDevice();
    const open = sampleSession({ id: 'open-session' });
    unwrap(await here.sessions.save(open, 0));
    expect(await here.desk.sign(open, who)).toMatchObject({ ok: false, error: { kind: 'Incomplete' } });
    expect(await here.desk.sign({ ...open, note: 'not saved yet' }, who)).toMatchObject({
      ok: false,
      error: { kind: 'NotKept' },
    });
    expect(await here.desk.sign(await storedSession(here, session.id), who)).toMatchObject({
      ok: false,
      error: { kind: 'AlreadySigned' },
    });
  });

  it('counts what the patient had in other sessions', async () => {
    const { here, who } = await signedDevice();
    for (const id of ['second', 'third']) unwrap(await here.sessions.save(completeSession({ id }), 0));
    const third = await storedSession(here, 'third');
    expect(await here.desk.sign(third, who)).toMatchObject({ error: { kind: 'Incomplete', count: 1 } });
    const other = completeSession({ id: 'other', patient: { id: 'p-2', label: 'B. S.' } });
    unwrap(await here.sessions.save(other, 0));
    expect((await here.desk.sign(other, who)).ok).toBe(true);
  });

  it('with a wrong PIN signs nothing, puts it down and slows the next try; a reload takes no try back', async () => {
    const { reload, clock } = device();
    const first = reload();
    const session = completeSession();
    unwrap(await first.sessions.save(session, 0));
    const { id } = unwrap(await first.desk.profiles.add(add));
    const wrong = { profile: id, pin: '0000' };
    for (const failed of [1, 2, 3]) {
      expect(await first.desk.sign(session, wrong)).toMatchObject({ error: { kind: 'WrongPin', failed } });
    }
    for (const failed of [4, 5, 6, 7]) {
      clock.at += 600_000;
      expect(await first.desk.sign(session, wrong)).toMatchObject({ error: { kind: 'WrongPin', failed } });
    }
    const next = reload();
    const right = { profile: id, pin: add.pin };
    expect(await next.desk.sign(session, right)).toMatchObject({ error: { kind: 'PinTooSoon' } });
    expect(unwrap(await next.desk.versionsOf(session.id))).toEqual([]);
    clock.at += 600_000;
    expect((await next.desk.sign(session, right)).ok).toBe(true);
    expect((await events(next)).filter((line) => line === 'pin-failed by nobody')).toHaveLength(7);
  });

  it('writes all or nothing: where the transaction fails, the session is neither finished nor signed', async () => {
    const made = device();
    const here = made.reload();
    const session = completeSession();
    unwrap(await here.sessions.save(session, 0));
    const { id } = unwrap(await here.desk.profiles.add(add));
    const failing = createSigning({
      ...here,
      now: () => '2026-06-02T10:00:00+00:00',
      newId: () => 'none',
      cost,
      sessions: {
        ...here.sessions,
        // Another window wrote the session while it was being signed.
        save: (one, expected, durability, also) => here.sessions.save(one, expected + 1, durability, also),
      },
    });
    expect(await failing.sign(session, { profile: id, pin: add.pin })).toMatchObject({ error: { kind: 'Conflict' } });
    expect(await storedSession(here, session.id)).toEqual(session);
    expect(unwrap(await here.desk.versionsOf(session.id))).toEqual([]);
    expect(unwrap(await here.desk.verifyChain())).toEqual({ count: 0, head: null, others: [] });
    expect(await events(here)).toEqual([`profile-added by ${id}`]);
  });

  it('of two windows at the same moment keeps one chain and one log', async () => {
    const { reload } = device();
    const [one, two] = [reload(), reload()];
    const [a, b] = [completeSession({ id: 'session-a' }), completeSession({ id: 'session-b' })];
    unwrap(await one.sessions.save(a, 0));
    unwrap(await one.sessions.save(b, 0));
    const { id } = unwrap(await one.desk.profiles.add(add));
    const other = unwrap(await two.desk.profiles.add({ ...add, name: 'B. Example' })).id;
    const [first, second] = await Promise.all([
      one.desk.sign(a, { profile: id, pin: add.pin }),
      two.desk.sign(b, { profile: other, pin: add.pin }),
    ]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(unwrap(await one.desk.verifyChain())).toMatchObject({ count: 2 });
    expect((await events(one)).filter((line) => line.startsWith('signed'))).toHaveLength(2);
  });
});

describe('a signed session', () => {
  it('takes an addendum as its next version, with author and reason', async () => {
    const { here, session, who, version } = await signedDevice();
    const said = { text: 'Called the next day: well.', reason: 'follow-up call' };
    for (const [less, kind] of [
      [{ ...said, reason: ' ' }, 'NoReason'],
      [{ ...said, text: '' }, 'NothingChanged'],
    ] as const) {
      expect(await here.desk.amend(session.id, less, who)).toMatchObject({ error: { kind } });
    }
    const second = unwrap(await here.desk.amend(session.id, said, who));
    expect(second).toMatchObject({ version: 2, reason: said.reason, addendum: said.text, previous: version.hash });
    expect(await here.desk.signatureOf(await storedSession(here, session.id))).toMatchObject({
      kind: 'signed',
      versions: 2,
    });
    expect(unwrap(await here.desk.verifyChain())).toMatchObject({ count: 2 });
    expect((await events(here)).at(-1)).toBe(`amended by ${who.profile}`);
  });

  it('that is changed under its signature is not shown as signed', async () => {
    const { here, session } = await signedDevice();
    const kept = unwrap(await here.sessions.load(session.id));
    unwrap(await here.sessions.save({ ...kept.session, note: 'another note' }, kept.revision));
    expect(await here.desk.signatureOf(await storedSession(here, session.id))).toEqual({
      kind: 'changed',
      keys: ['note'],
    });
  });

  it('whose version was changed is broken, and nothing is built upon it', async () => {
    const { here, session, who, version } = await signedDevice();
    const forged = { ...version, author: { ...version.author, name: 'Somebody Else' } };
    unwrap(await here.documents.write([{ kind: 'signed-version', id: `${session.id}.1`, doc: forged, expected: 1 }]));
    expect(await here.desk.signatureOf(await storedSession(here, session.id))).toMatchObject({ kind: 'broken' });
    expect(await here.desk.amend(session.id, { text: 'a', reason: 'b' }, who)).toMatchObject({
      error: { kind: 'Broken' },
    });
  });

  it('whose versions were deleted is missed by the chain', async () => {
    const { here, name, session } = await signedDevice();
    const second = completeSession({ id: 'second' });
    unwrap(await here.sessions.save(second, 0));
    const versions = unwrap(await here.documents.readAll('signed-version')).found;
    expect(versions.map(({ id }) => id).sort()).toEqual([`${session.id}.1`, 'chain.1'].sort());
    await behind(name, async (db) => {
      for (const key of await db.getAllKeys('documents')) {
        const [kind] = key as unknown as readonly [string, string];
        if (kind !== 'signed-version') continue;
        const row = (await db.get('documents', key)) as { readonly data: Uint8Array };
        // The link is the shorter of the two.
        if (row.data.length > 2000) await db.delete('documents', key);
      }
    });
    expect(await here.desk.verifyChain()).toMatchObject({ error: { kind: 'missing', record: session.id, version: 1 } });
  });

  it('goes out as a signed file and comes in on another device with its versions; a changed file does not', async () => {
    const { here, session, version } = await signedDevice();
    const files: string[] = [];
    const recordsOf = (there: ReturnType<ReturnType<typeof device>['reload']>) =>
      createRecords({
        store: there.sessions,
        signing: () => Promise.resolve(there.desk),
        head: sampleHead,
        version: '1.0.0',
        saveFile: (_name, text) => files.push(text),
      });
    expect(await recordsOf(here).exportSession(session.id)).toMatchObject({ ok: true });
    expect((await events(here)).at(-1)).toBe('exported by id-1');
    const [file = ''] = files;
    expect(file).toContain('"seal"');

    const there = device().reload();
    const records = recordsOf(there);
    const forged = new Blob([file.replace('A. Example', 'B. Example')]);
    expect(await records.importFile(forged)).toMatchObject({ ok: false });
    expect(unwrap(await there.sessions.list())).toEqual([]);
    expect(await records.importFile(new Blob([file]))).toMatchObject({ ok: true });
    const kept = await storedSession(there, session.id);
    expect(await there.desk.signatureOf(kept)).toMatchObject({ kind: 'signed', knownKey: false, at: version.at });
    const [same] = unwrap(await there.desk.versionsOf(session.id)) as readonly SignedVersion[];
    expect(same).toEqual(version);
    expect(unwrap(await there.desk.verifyChain())).toMatchObject({ count: 1 });
    expect(await records.importFile(new Blob([file]))).toMatchObject({ message: { key: 'file.exists' } });
    expect(await events(there)).toEqual(['imported by nobody']);
  });

  it('goes out as a FHIR Bundle and comes in on another device; a Bundle of something else changes nothing', async () => {
    const { here, session, version } = await signedDevice();
    const files: string[] = [];
    const recordsOf = (there: ReturnType<ReturnType<typeof device>['reload']>, notePdf?: RecordsDeps['notePdf']) =>
      createRecords({
        store: there.sessions,
        signing: () => Promise.resolve(there.desk),
        head: sampleHead,
        version: '1.0.0',
        ...(notePdf === undefined ? {} : { notePdf }),
        saveFile: (name, text) => files.push(name, text),
      });
    const pdf = new TextEncoder().encode('%PDF');
    const withNote = recordsOf(here, () => Promise.resolve({ ok: true, value: pdf }));
    expect(await withNote.exportBundle(session.id, 1, 'us')).toEqual({ ok: true, message: { key: 'bundle.saved' } });
    expect((await events(here)).at(-1)).toBe('exported by id-1');
    const [name = '', file = ''] = files;
    expect(name).toMatch(/^aliquot-fhir-[-\d]+-\w+-v1\.json$/);
    expect(file).toContain('"application/pdf"');
    // A note that cannot be made holds nothing up, and it is said.
    const noNote = recordsOf(here, () => Promise.resolve({ ok: false, error: { key: 'file.unreadable' } }));
    expect(await noNote.exportBundle(session.id, 1, undefined)).toMatchObject({ message: { key: 'bundle.noNote' } });
    expect(await noNote.exportBundle(session.id, 2, undefined)).toMatchObject({
      message: { key: 'bundle.incomplete' },
    });

    const there = device().reload();
    const records = recordsOf(there);
    for (const foreign of [
      '{"resourceType":"Bundle","type":"searchset"}',
      file.replaceAll('/version/1"', '/version/2"'),
    ]) {
      expect(await records.importFile(new Blob([foreign]))).toMatchObject({ ok: false });
    }
    expect(unwrap(await there.sessions.list())).toEqual([]);
    expect(await records.importFile(new Blob([file]))).toMatchObject({ ok: true });
    const [same] = unwrap(await there.desk.versionsOf(session.id)) as readonly SignedVersion[];
    expect(same).toEqual(version);
    expect(await records.importFile(new Blob([file]))).toMatchObject({ message: { key: 'file.exists' } });
  });
});

describe('the audit log', () => {
  it('names the first line that does not hold', async () => {
    const { here, session } = await signedDevice();
    for (let n = 0; n < 4; n += 1) await here.desk.log.append({ kind: 'viewed', record: session.id });
    const line = unwrap(await here.documents.read('audit', '3'));
    unwrap(
      await here.documents.write([
        { kind: 'audit', id: '3', doc: { ...(line.doc as object), who: 'somebody' }, expected: 1 },
      ]),
    );
    expect(unwrap(await here.desk.log.read()).problem).toEqual({ n: 3, kind: 'hash' });
  });

  it('says when the clock was set back', async () => {
    const { here, clock, session } = await signedDevice();
    clock.at -= 3_600_000;
    await here.desk.log.append({ kind: 'viewed', record: session.id });
    expect((await events(here)).slice(-2)).toEqual(['clock-set-back by id-1', 'viewed by id-1']);
  });
});
