import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { say } from '../../../src/messages/translate';
import { correctable } from '../../../src/record/corrections';
import { headOf } from '../../../src/record/chain';
import type { Session } from '../../../src/record/session';
import { contentOf, fieldsWithout } from '../../../src/record/signed-version';
import { readSigned } from '../../../src/state/signed-documents';
import { completeSession } from '../../support/complete-session';
import { unwrap } from '../../support/signing';
import { rowKey } from '../../../src/storage/vault-keys';
import { behind } from '../../support/vault-rows';
import { type Page, signAll, signingDevice, told } from '../../support/signing-device';

const devices: ReturnType<typeof signingDevice>[] = [];
afterEach(() => {
  for (const device of devices.splice(0)) device.close();
});
function device() {
  const made = signingDevice();
  devices.push(made);
  return made;
}

const opener = { by: 'passphrase', passphrase: 'backup words of its own' } as const;
const sessions = (...ids: string[]) =>
  ids.map((id) => completeSession({ id, patient: { id: `of-${id}`, label: 'K. M.' } }));

async function backupOf({ vaultDesk, files }: Page): Promise<Blob> {
  const made = await (await vaultDesk.backup()).make({ passphrase: opener.passphrase, recoveryKey: false });
  expect(say(made.message)).toMatch(/^Backup saved: /);
  return files.at(-1) ?? new Blob();
}
const restore = async ({ vaultDesk }: Page, file: Blob, take?: readonly string[]) =>
  (await vaultDesk.backup()).restore(file, opener, take);
const signatureOf = async ({ sessions: store, desk }: Page, id: string) =>
  (await desk.signatureOf(unwrap(await store.load(id)).session)).kind;
const origins = async ({ documents }: Page) =>
  unwrap(await readSigned(documents)).links.map(({ record, origin }) => `${record} ${origin}`);
const amendNote = async (
  { desk, sessions: store }: Page,
  id: string,
  note: string,
  who: Parameters<typeof desk.amend>[2],
) => {
  const { session } = unwrap(await store.load(id));
  const corrections = { ...correctable(contentOf(session)), note };
  return unwrap(await desk.amend(id, { text: '', reason: 'note', corrections }, who));
};

describe('a backup', () => {
  it('is said to hold as many signed versions as were signed: the steps of their chain are none', async () => {
    const page = device().open();
    await signAll(page, sessions('one', 'two'));
    const made = await (await page.vaultDesk.backup()).make({ passphrase: opener.passphrase, recoveryKey: false });
    expect(say(made.message)).toMatch(/^Backup saved: 2 sessions, 2 signed versions, 1 profile, \d+ audit entries\.$/);
  });
});

describe('the backup of another store', () => {
  it('brings signed versions in as restored, into a chain that holds, beside the chain and the log it came with', async () => {
    const [there, here] = [device().open(), device().open()];
    await signAll(there, sessions('theirs-1', 'theirs-2'));
    await signAll(here, sessions('ours'));
    const theirs = await told(there);
    const printed = unwrap(await there.desk.head());
    const file = await backupOf(there);
    const done = await restore(here, file);
    expect(done.conflicts).toEqual([]);

    expect(await origins(here)).toEqual(['ours signed', 'theirs-1 restored', 'theirs-2 restored']);
    const { count, others } = unwrap(await here.desk.verifyChain());
    expect([count, others.map(({ count: steps, holds }) => [steps, holds])]).toEqual([3, [[2, true]]]);
    for (const id of ['ours', 'theirs-1', 'theirs-2']) expect(await signatureOf(here, id)).toBe('signed');
    expect((await told(here)).at(-1)).toContain('restored by');
    const log = unwrap(await here.desk.log.read());
    expect(log.others.map(({ lines, problem }) => [lines.length, problem])).toEqual([[theirs.length, null]]);
    // A head that was printed there is known here.
    expect(unwrap(await here.desk.compare(printed))).toEqual({ kind: 'current' });

    // Again: nothing is added, least of all to the chain.
    expect(say((await restore(here, file)).message)).toContain('Nothing had to be added');
    expect(await origins(here)).toHaveLength(3);
    // What is signed next follows from all of it, and goes out and comes back with both histories.
    await signAll(here, sessions('later'));
    const third = device().open();
    expect((await restore(third, await backupOf(here))).conflicts).toEqual([]);
    expect(unwrap(await third.desk.verifyChain())).toMatchObject({
      count: 4,
      others: [
        { count: 4, holds: true },
        { count: 2, holds: true },
      ],
    });
    // And back where it came from, where its chain is no other's.
    expect((await restore(there, await backupOf(here))).conflicts).toEqual([]);
    expect(await origins(there)).toEqual(['theirs-1 signed', 'theirs-2 signed', 'ours restored', 'later restored']);
    expect(unwrap(await there.desk.verifyChain()).others).toHaveLength(1);
  });

  it('is kept beside even where there is nothing yet, so that a later backup of it only goes further', async () => {
    const [there, here] = [device().open(), device().open()];
    await signAll(there, sessions('a'));
    await restore(here, await backupOf(there));
    expect(await origins(here)).toEqual(['a restored']);
    expect(await told(here)).toEqual(['restored by nobody']);
    await signAll(there, sessions('b'));
    expect((await restore(here, await backupOf(there))).conflicts).toEqual([]);
    expect(unwrap(await here.desk.verifyChain())).toMatchObject({ count: 2, others: [{ count: 2, holds: true }] });
    expect(unwrap(await here.desk.log.read()).others.map(({ problem }) => problem)).toEqual([null]);
  });

  it('never takes a draft of this device for its signed record unasked, and then with its versions', async () => {
    const [there, here] = [device().open(), device().open()];
    await signAll(there, sessions('shared', 'other'));
    unwrap(await here.sessions.save(completeSession({ id: 'shared', note: 'charted here' }), 0));
    const file = await backupOf(there);
    const done = await restore(here, file);
    expect(done.conflicts.map(({ id, take }) => [id, take])).toEqual([['shared', true]]);
    expect(await signatureOf(here, 'shared')).toBe('unsigned');
    expect(await origins(here)).toEqual(['other restored']);
    expect(unwrap(await here.desk.verifyChain()).count).toBe(1);
    expect((await restore(here, file, ['shared'])).conflicts).toEqual([]);
    expect(await signatureOf(here, 'shared')).toBe('signed');
    expect(unwrap(await here.desk.verifyChain()).count).toBe(2);
  });
});

describe('an older or newer backup of the same store', () => {
  it('takes no newer version back, and brings newer ones with their session, whatever the revisions say', async () => {
    const from = device().open();
    const who = await signAll(from, sessions('a'));
    const older = await backupOf(from);
    await amendNote(from, 'a', 'corrected', who);
    const newer = await backupOf(from);
    expect(say((await restore(from, older)).message)).toContain('Nothing had to be added');
    expect(await signatureOf(from, 'a')).toBe('signed');

    const rolledBack = device().open();
    await restore(rolledBack, older);
    expect((await restore(rolledBack, newer)).conflicts).toEqual([]);
    expect(await signatureOf(rolledBack, 'a')).toBe('signed');
    expect(unwrap(await rolledBack.sessions.load('a')).session.note).toBe('corrected');
    expect(unwrap(await rolledBack.desk.verifyChain()).count).toBe(2);
  });

  it('shows a fork where the device was set back and went on, and takes in what was signed before that', async () => {
    const made = device();
    const page = made.open();
    await signAll(page, sessions('a'));
    const rows = await behind(made.name, (db) => db.getAll('documents'));
    await signAll(page, sessions('b'));
    const file = await backupOf(page);
    await behind(made.name, async (db) => {
      await db.clear('documents');
      for (const row of rows) await db.put('documents', row);
    });
    const setBack = made.open();
    await signAll(setBack, sessions('c'));
    const done = await restore(setBack, file);
    expect(done.conflicts.map(({ id }) => id).sort()).toEqual(['backup.forkedChain', 'backup.forkedLog']);
    expect(await origins(setBack)).toEqual(['a signed', 'c signed', 'b restored']);
    expect(unwrap(await setBack.desk.verifyChain())).toMatchObject({ count: 3, others: [] });
    expect((await told(setBack)).at(-1)).toContain('restored');
  });

  it('goes on with its own chain and log where the device was set back and did not', async () => {
    const made = device();
    const page = made.open();
    await signAll(page, sessions('a'));
    const rows = await behind(made.name, (db) => db.getAll('documents'));
    await signAll(page, sessions('b'));
    const file = await backupOf(page);
    const head = unwrap(await page.desk.head());
    await behind(made.name, async (db) => {
      await db.clear('documents');
      for (const row of rows) await db.put('documents', row);
    });
    const setBack = made.open();
    expect((await restore(setBack, file)).conflicts).toEqual([]);
    expect(unwrap(await setBack.desk.verifyChain())).toEqual({ ...head, others: [] });
  });

  it('never continues a record that was amended otherwise here', async () => {
    const from = device().open();
    const who = await signAll(from, sessions('a'));
    const copy = device().open();
    await restore(copy, await backupOf(from));
    await amendNote(from, 'a', 'one', who);
    expect(await copy.desk.amend('a', { text: 'x', reason: 'y' }, who)).toMatchObject({
      // The key of the one who signed there stays in that vault.
      error: { kind: 'KeyElsewhere' },
    });
    await amendNote(copy, 'a', 'two', await signAll(copy, []));
    const theirs = await backupOf(copy);
    const done = await restore(from, theirs, ['a', 'a.2']);
    expect(done.conflicts.map(({ id }) => id)).toEqual(expect.arrayContaining(['a', 'a.2']));
    expect(unwrap(await from.sessions.load('a')).session.note).toBe('one');
    expect(await signatureOf(from, 'a')).toBe('signed');
    expect((await from.desk.verifyChain()).ok).toBe(true);
  });
});

describe('the line that tells of a restore', () => {
  it('is written in the transaction of the restore: neither is there without the other', async () => {
    const [there, here] = [device().open(), device().open()];
    await signAll(there, sessions('theirs'));
    await signAll(here, sessions('ours'));
    const file = await backupOf(there);
    const lines = (await told(here)).length;
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as (...args: unknown[]) => IDBRequest<IDBValidKey>;
    const transactions = new Set<IDBTransaction>();
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put');
    spy.mockImplementation(function (this: IDBObjectStore, row: unknown) {
      transactions.add(this.transaction);
      return put.call(this, row);
    });
    await restore(here, file);
    expect(transactions.size).toBe(1);
    expect((await told(here)).slice(lines)).toEqual(['restored by A. Example with PIN']);
    const { lines: all } = unwrap(await here.desk.log.read());
    expect(all.at(-1)?.event).toMatchObject({ kind: 'restored', records: 7 });

    spy.mockImplementation(function (this: IDBObjectStore, row: unknown) {
      if ((row as { readonly kind?: string }).kind === 'audit') throw new DOMException('no room', 'QuotaExceededError');
      return put.call(this, row);
    });
    const other = device().open();
    const refused = await restore(other, file);
    spy.mockRestore();
    expect(refused.ok).toBe(false);
    expect(unwrap(await other.sessions.list())).toEqual([]);
  });

  it('follows the lines of this store’s own log that come in with it', async () => {
    const made = device();
    const page = made.open();
    await signAll(page, sessions('a'));
    const lines = await told(page);
    const file = await backupOf(page);
    const { keys } = unwrap(await page.vault.access());
    // Set back: the last two lines are gone, and the backup has the first of them.
    for (const n of [lines.length, lines.length + 1])
      await behind(made.name, async (db) => db.delete('documents', ['audit', await rowKey(keys, 'audit', String(n))]));
    const next = made.open();
    expect((await restore(next, file)).conflicts).toEqual([]);
    expect(await told(next)).toEqual([...lines, 'restored by nobody']);
  });

  it('holds while another window writes lines of its own', async () => {
    const [there, made] = [device().open(), device()];
    await signAll(there, sessions('theirs'));
    const file = await backupOf(there);
    const [page, other] = [made.open(), made.open()];
    unwrap(await page.sessions.save(completeSession({ id: 'ours' }), 0));
    const [restored] = await Promise.all([
      restore(page, file),
      ...[1, 2, 3, 4].map(() => other.desk.log.append({ kind: 'viewed', record: 'ours' })),
    ]);
    expect(restored).toMatchObject({ ok: true, conflicts: [] });
    expect((await told(page)).filter((line) => line.startsWith('restored'))).toHaveLength(1);
  });
});

describe('a version that its own store never listed', () => {
  it('is given no step of this store’s chain, so that it goes on being seen', async () => {
    const [there, here] = [device().open(), device().open()];
    await signAll(there, sessions('a', 'b'));
    await signAll(here, sessions('ours'));
    const { links, records } = unwrap(await readSigned(there.documents));
    const planted = { ...records.get('b')?.[0], session: { ...records.get('b')?.[0]?.session, id: 'planted' } };
    unwrap(
      await there.documents.write([{ kind: 'signed-version', id: 'planted.1', doc: planted, expected: 0 }], 'strict'),
    );
    expect(headOf(links).count).toBe(2);
    const file = await backupOf(there);
    const drill = await (await there.vaultDesk.backup()).check(file, opener);
    expect(say(drill.message)).toContain('not everything signed in it holds');
    await restore(here, file);
    expect(await here.desk.verifyChain()).toEqual({
      ok: false,
      error: { kind: 'unlisted', record: 'planted', version: 1 },
    });
  });
});

describe('a session that is listed as signed and whose versions are gone', () => {
  it('is missing them, is neither signed anew nor amended, and gets them back from a backup', async () => {
    const made = device();
    const page = made.open();
    const who = await signAll(page, sessions('a'));
    const file = await backupOf(page);
    const { session } = unwrap(await page.sessions.load('a'));
    const { keys } = unwrap(await page.vault.access());
    await behind(made.name, async (db) =>
      db.delete('documents', ['signed-version', await rowKey(keys, 'signed-version', 'a.1')]),
    );
    expect(await page.desk.signatureOf(session)).toMatchObject({ kind: 'missing', missing: [1], there: 0 });
    const reopened = fieldsWithout(session, ['finishedAt']) as unknown as Session;
    const { revision } = unwrap(await page.sessions.load('a'));
    unwrap(await page.sessions.save(reopened, revision));
    expect(await page.desk.sign(reopened, who)).toMatchObject({ error: { kind: 'VersionsMissing' } });
    expect(await page.desk.amend('a', { text: 'x', reason: 'y' }, who)).toMatchObject({
      error: { kind: 'VersionsMissing' },
    });
    unwrap(await page.sessions.save(session, revision + 1));
    await restore(page, file);
    expect(await signatureOf(page, 'a')).toBe('signed');
    expect(unwrap(await page.desk.verifyChain()).count).toBe(1);
  });
});
