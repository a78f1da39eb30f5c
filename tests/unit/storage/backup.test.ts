import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type DocumentKind, ok, type SessionStore } from '../../../src/record/ports';
import { makeBackup, proveBackup } from '../../../src/storage/backup';
import { joinLearning } from '../../../src/learn/learning-join';
import { emptyFile } from '../../../src/outcomes/patient-file';
import { restoreBackup, type RestoreDeps } from '../../../src/storage/restore';
import type { Bytes } from '../../../src/storage/bytes';
import { type KeptRecords, openRecords } from '../../../src/storage/open-records';
import { sampleSession } from '../../support/sample-sessions';
import { behind, documentRows, everything, freshName } from '../../support/vault-rows';

const now = () => '2026-03-02T10:00:00+01:00';
const cost = { memoryKiB: 8, iterations: 1 };
const opener = { by: 'passphrase', passphrase: 'backup words' } as const;
const asked = { passphrase: opener.passphrase, recoveryKey: false };
const opened: KeptRecords[] = [];

afterEach(() => {
  vi.restoreAllMocks();
  for (const records of opened.splice(0)) records.close();
});

type Device = KeptRecords & { readonly name: string; readonly deps: RestoreDeps };

/** The log is none of these tests' business. */
const tell = () => Promise.resolve(ok([]));

function device(name = freshName()): Device {
  const records = openRecords({ now, name, cost });
  opened.push(records);
  return {
    ...records,
    name,
    deps: { connection: records.connection, vault: records.vault, now, cost, tell, joinLearning },
  };
}

const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

const ids = ['a', 'b', 'c'];
const signed = (session: string, version: number, text = 'as signed') =>
  ({
    kind: 'signed-version',
    id: `${session}.${String(version)}`,
    doc: { session: { id: session }, version, text },
  }) as const;
const audit = (n: number, text = 'viewed') =>
  ({ kind: 'audit', id: String(n), doc: { n, text, hash: String(n).repeat(43) } }) as const;

const write = async (there: Device, ...documents: { kind: DocumentKind; id: string; doc: unknown }[]) =>
  value(await there.documents.write(documents.map((each) => ({ ...each, expected: 0 }))));

async function deviceWithRecords(): Promise<Device> {
  const there = device();
  for (const id of ids) {
    const also = id === 'a' ? [{ ...signed('a', 1), expected: 0 }] : [];
    value(await there.sessions.save(sampleSession({ id }), 0, 'strict', also));
  }
  await write(there, audit(1), audit(2), { kind: 'patient', id: 'p-1', doc: { label: 'K. M.' } });
  return there;
}

const backupOf = async (there: Device): Promise<Bytes> => value(await makeBackup(there.deps, asked)).file;

async function edit(store: SessionStore, id: string, note: string): Promise<void> {
  const { session, revision } = value(await store.load(id));
  value(await store.save({ ...session, note }, revision));
}
const noteOf = async ({ sessions }: Device, id: string) => value(await sessions.load(id)).session.note;

describe('a backup', () => {
  it('brings everything back on an empty device, revisions and listing included', async () => {
    const from = await deviceWithRecords();
    await edit(from.sessions, 'b', 'second');
    const made = value(await makeBackup(from.deps, asked));
    expect(made).toMatchObject({ counts: { session: 3, 'signed-version': 1, audit: 2, patient: 1 }, damaged: 0 });
    const to = device();
    expect(value(await restoreBackup(to.deps, made.file, opener))).toEqual({
      written: 7,
      same: 0,
      newerHere: 0,
      conflicts: [],
    });
    expect(await to.sessions.list()).toEqual(await from.sessions.list());
    for (const id of ids) expect(await to.sessions.load(id)).toEqual(await from.sessions.load(id));
    expect(value(await to.documents.readAll('audit')).found).toHaveLength(2);
    // Again: nothing to do.
    expect(value(await restoreBackup(to.deps, made.file, opener))).toMatchObject({ written: 0, same: 7 });
  });

  it('says nothing readable, and remembers its age', async () => {
    const from = await deviceWithRecords();
    expect(value(await from.vault.status()).lastBackupAt).toBeNull();
    const file = await backupOf(from);
    expect(value(await from.vault.status()).lastBackupAt).toBe(Date.parse(now()));
    const text = String.fromCharCode(...file);
    expect(text.startsWith('{"format":"aliquot-backup","formatVersion":1')).toBe(true);
    for (const word of ['K. M.', 'corrugator', 'Example', opener.passphrase]) expect(text).not.toContain(word);
  });

  it('opens with the recovery key on another device, where it was asked for', async () => {
    const from = await deviceWithRecords();
    expect(await makeBackup(from.deps, { recoveryKey: true })).toEqual({ ok: false, error: { kind: 'NoRecoveryKey' } });
    const key = value(await from.vault.makeRecoveryKey(null));
    const { file } = value(await makeBackup(from.deps, { recoveryKey: true }));
    const to = device();
    const wrong = key.startsWith('2') ? '1' : '2';
    expect(await restoreBackup(to.deps, file, { by: 'recovery-key', key: wrong + key.slice(1) })).toMatchObject({
      error: { kind: 'Mistyped', group: 1 },
    });
    expect(await restoreBackup(to.deps, file, opener)).toMatchObject({ error: { kind: 'NoSuchLock' } });
    expect(value(await restoreBackup(to.deps, file, { by: 'recovery-key', key })).written).toBe(7);
    const other = value(await to.vault.makeRecoveryKey(null));
    expect(await proveBackup(file, { by: 'recovery-key', key: other })).toEqual({
      ok: false,
      error: { kind: 'WrongRecoveryKey' },
    });
  });

  it('is proved by a drill that touches no store, and names a damaged session in it', async () => {
    const from = await deviceWithRecords();
    await write(from, { kind: 'session', id: 'odd', doc: { half: 'a session' } });
    const file = await backupOf(from);
    const before = await everything(from.name);
    expect(value(await proveBackup(file, opener))).toMatchObject({
      madeAt: now(),
      counts: { session: 4, 'signed-version': 1, audit: 2, patient: 1 },
      damaged: ['odd'],
      // No version was ever signed so.
      broken: ['a'],
      chain: { ok: false },
    });
    expect(await everything(from.name)).toEqual(before);
  });

  it('counts what does not open and leaves it out', async () => {
    const from = await deviceWithRecords();
    const [row] = (await documentRows(from.name)).filter(({ kind }) => kind === 'patient');
    await behind(from.name, (db) => db.put('documents', { ...row, revision: 9 }));
    expect(value(await makeBackup(from.deps, asked))).toMatchObject({ damaged: 1 });
  });
});

describe('a file that is not what it should be', () => {
  it('is refused with a typed reason and changes nothing: wrong passphrase, cut, changed, another file, newer', async () => {
    const file = await backupOf(await deviceWithRecords());
    const to = device();
    value(await to.sessions.save(sampleSession({ id: 'mine' }), 0));
    const before = await everything(to.name);
    const refused = async (
      bytes: Bytes,
      kind: string,
      by: typeof opener | { by: 'passphrase'; passphrase: string } = opener,
    ) => {
      expect(await restoreBackup(to.deps, bytes, by)).toMatchObject({ ok: false, error: { kind } });
    };
    await refused(file, 'WrongBackupPassphrase', { by: 'passphrase', passphrase: 'backup word' });
    for (const cut of [file.length - 1, file.length - 33, 500, 200, 40, 1])
      await refused(file.slice(0, cut), 'BackupDamaged');
    await refused(new Uint8Array(0), 'NotABackup');
    await refused(new TextEncoder().encode(JSON.stringify(sampleSession())), 'NotABackup');
    await refused(
      await rewritten(file, (text) => text.replace('"formatVersion":1', '"formatVersion":2')),
      'NewerBackup',
    );
    expect(await everything(to.name)).toEqual(before);
  });

  it('is told whichever byte of it is flipped', async () => {
    const from = device();
    value(await from.sessions.save(sampleSession({ entries: [] }), 0));
    const file = await backupOf(from);
    for (let at = 0; at < file.length; at += 1) {
      const flipped = file.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      expect(await proveBackup(flipped, opener), String(at)).toEqual({ ok: false, error: { kind: 'BackupDamaged' } });
    }
  });

  it('is told by the cipher even where somebody made the sum fit', async () => {
    const file = await backupOf(await deviceWithRecords());
    const end = file.indexOf(10);
    for (const at of [end + 1, end + 100, file.length - 33]) {
      const changed = file.slice();
      changed[at] = (changed[at] ?? 0) ^ 4;
      expect(await proveBackup(await summed(changed), opener)).toEqual({ ok: false, error: { kind: 'BackupDamaged' } });
    }
    const cheaper = await rewritten(file, (text) => text.replace('"memoryKiB":8', '"memoryKiB":9'));
    expect(await proveBackup(cheaper, opener)).toEqual({ ok: false, error: { kind: 'WrongBackupPassphrase' } });
    const huge = await rewritten(file, (text) => text.replace('"memoryKiB":8', '"memoryKiB":8000000000'));
    expect(await proveBackup(huge, opener)).toEqual({ ok: false, error: { kind: 'WrongBackupPassphrase' } });
  });
});

async function summed(file: Bytes): Promise<Bytes> {
  const whole = file.slice();
  whole.set(new Uint8Array(await crypto.subtle.digest('SHA-256', whole.slice(0, -32))), whole.length - 32);
  return whole;
}

async function rewritten(file: Bytes, change: (line: string) => string): Promise<Bytes> {
  const end = file.indexOf(10);
  const line = new TextEncoder().encode(change(new TextDecoder().decode(file.slice(0, end))));
  return summed(new Uint8Array([...line, ...file.slice(end)]));
}

describe('restoring into a living store', () => {
  it('of an older backup takes nothing back: newer sessions and signed versions stay', async () => {
    const there = await deviceWithRecords();
    const file = await backupOf(there);
    await edit(there.sessions, 'a', 'later');
    await write(there, signed('a', 2), audit(3));
    const before = await everything(there.name);
    expect(value(await restoreBackup(there.deps, file, opener))).toEqual({
      written: 0,
      same: 6,
      newerHere: 1,
      conflicts: [],
    });
    // Not even where the backup's version is asked for: the session was signed since.
    expect(value(await restoreBackup(there.deps, file, opener, ['a']))).toMatchObject({
      written: 0,
      conflicts: [{ kind: 'session', id: 'a', here: { revision: 2 }, backup: { revision: 1 } }],
    });
    expect(await everything(there.name)).toEqual(before);
  });

  it('gives a session that both sides changed back as a conflict, and takes the chosen one', async () => {
    const there = await deviceWithRecords();
    const copy = device();
    value(await restoreBackup(copy.deps, await backupOf(there), opener));
    await edit(there.sessions, 'b', 'here');
    await edit(copy.sessions, 'b', 'there');
    const file = await backupOf(copy);
    expect(value(await restoreBackup(there.deps, file, opener))).toMatchObject({
      written: 0,
      conflicts: [{ kind: 'session', id: 'b', here: { revision: 2 }, backup: { revision: 2 } }],
    });
    expect(await noteOf(there, 'b')).toBe('here');
    expect(value(await restoreBackup(there.deps, file, opener, ['b']))).toMatchObject({ written: 1, conflicts: [] });
    expect(value(await there.sessions.load('b'))).toMatchObject({ revision: 3, session: { note: 'there' } });
    expect((await there.sessions.list()).ok).toBe(true);
  });

  it('joins what was learned on both sides, and leaves what this version cannot read', async () => {
    const review = (id: string) => ({ id, card: 'fact:order', rating: 'good', at: '2026-11-29T09:00:00+01:00' });
    const month = (...found: string[]) =>
      ({
        kind: 'learning',
        id: 'me.2026-11',
        doc: { version: 1, learner: 'me', reviews: found.map(review), placements: [] },
      }) as const;
    const newer = { kind: 'learning', id: 'you.2026-11', doc: { version: 9, reviews: [] } } as const;
    const [here, there] = [device(), device()];
    await write(here, month('a', 'b'), newer);
    await write(there, month('b', 'c'), { ...newer, doc: { version: 1, learner: 'you', reviews: [], placements: [] } });
    const file = await backupOf(there);
    expect(value(await restoreBackup(here.deps, file, opener))).toMatchObject({ written: 1, newerHere: 0 });
    const kept = value(await here.documents.read('learning', 'me.2026-11')).doc;
    expect(kept).toEqual(month('a', 'b', 'c').doc);
    expect(value(await here.documents.read('learning', 'you.2026-11')).doc).toEqual(newer.doc);
    expect(value(await restoreBackup(here.deps, file, opener))).toMatchObject({ written: 0, same: 1 });
  });

  it('joins diaries day by day: what only the backup has is added, and a day that differs is told and kept', async () => {
    const day = (date: string, severity: 1 | 3) => ({
      day: date,
      attacks: [{ id: `a-${date}`, hours: null, severity, features: null }],
      acute: null,
      missed: null,
    });
    const diary = (...days: ReturnType<typeof day>[]) =>
      ({ kind: 'diary', id: 'p-1', doc: { version: 1, patient: 'p-1', days } }) as const;
    const [here, there] = [device(), device()];
    const [first, second, third] = ['2026-03-01', '2026-03-02', '2026-03-03'] as const;
    await write(here, diary(day(first, 1), day(second, 1)));
    await write(there, diary(day(second, 3), day(third, 3)));
    const file = await backupOf(there);
    const joined = value(await restoreBackup(here.deps, file, opener));
    expect(joined).toMatchObject({ written: 1, conflicts: [{ kind: 'diary', id: 'p-1', days: [second] }] });
    const kept = async () => value(await here.documents.read('diary', 'p-1')).doc;
    expect(await kept()).toEqual(diary(day(first, 1), day(second, 1), day(third, 3)).doc);
    expect(value(await restoreBackup(here.deps, file, opener))).toMatchObject({ written: 0, same: 0 });
    expect(value(await restoreBackup(here.deps, file, opener, ['p-1']))).toMatchObject({ written: 0 });
    expect(value(await restoreBackup(here.deps, file, opener, ['diary/p-1']))).toMatchObject({ conflicts: [] });
    expect(await kept()).toEqual(diary(day(first, 1), day(second, 3), day(third, 3)).doc);
    expect(value(await restoreBackup(here.deps, file, opener))).toMatchObject({ written: 0, same: 1, conflicts: [] });
  });

  it('offers what the backup has of a patient where what lies here cannot be read, however often it was written', async () => {
    const [here, there] = [device(), device()];
    const diary = { kind: 'diary', id: 'p-1', doc: { version: 1, patient: 'p-1', days: [] } } as const;
    const broken = { ...diary, doc: { ...diary.doc, days: [{ day: 'never' }] } };
    await write(here, broken);
    for (const expected of [1, 2]) value(await here.documents.write([{ ...broken, expected }]));
    await write(there, diary);
    const file = await backupOf(there);
    expect(value(await restoreBackup(here.deps, file, opener))).toMatchObject({
      written: 0,
      newerHere: 0,
      conflicts: [{ kind: 'diary', id: 'p-1', here: { revision: 3 }, unread: true }],
    });
    expect(value(await restoreBackup(here.deps, file, opener, ['diary/p-1']))).toMatchObject({ written: 1 });
    expect(value(await here.documents.read('diary', 'p-1')).doc).toEqual(diary.doc);
    // The other way about there is nothing to take.
    await write(there, { ...diary, id: 'p-2', doc: broken.doc });
    await write(here, { ...diary, id: 'p-2' });
    value(await here.documents.write([{ ...diary, id: 'p-2', doc: { ...diary.doc, kept: true }, expected: 1 }]));
    expect(value(await restoreBackup(here.deps, await backupOf(there), opener))).toMatchObject({ newerHere: 1 });
  });

  it('joins the files of a patient entry by entry, loses none of a later version, and tells what differs', async () => {
    const score = (id: string, total: number) =>
      ({ kind: 'hit6', id, day: '2026-03-01', total, at: now(), by: 'A' }) as const;
    const file = (label: string, more: object, ...scores: ReturnType<typeof score>[]) =>
      ({
        kind: 'patient',
        id: 'p-1',
        doc: { ...emptyFile({ id: 'p-1', label }), scores, ...more },
      }) as const;
    const [here, there] = [device(), device()];
    await write(here, file('K. M.', { rule: 'ehf-2018' }, score('s-1', 60), score('s-2', 61)));
    await write(there, file('K. M.', { rule: 'nice-ta260', later: 'kept' }, score('s-2', 61), score('s-3', 50)));
    const backup = await backupOf(there);
    const joined = value(await restoreBackup(here.deps, backup, opener));
    expect(joined).toMatchObject({ written: 1, conflicts: [{ kind: 'patient', id: 'p-1' }] });
    const kept = async () => value(await here.documents.read('patient', 'p-1')).doc;
    const all = [score('s-1', 60), score('s-2', 61), score('s-3', 50)];
    expect(await kept()).toEqual(file('K. M.', { rule: 'ehf-2018', later: 'kept' }, ...all).doc);
    expect(value(await restoreBackup(here.deps, backup, opener, ['patient/p-1']))).toMatchObject({ conflicts: [] });
    expect(await kept()).toEqual(file('K. M.', { rule: 'nice-ta260', later: 'kept' }, ...all).doc);
  });

  it('never replaces a signed version, and never continues a chain with another history', async () => {
    const there = await deviceWithRecords();
    const other = device();
    await write(other, signed('a', 1, 'another text'), signed('a', 2), audit(1), audit(2, 'something else'), audit(3));
    const found = value(await restoreBackup(there.deps, await backupOf(other), opener, ['a.1', 'a.2', '2', '3']));
    expect(found.written).toBe(0);
    expect(found.conflicts.map(({ kind, id, here }) => [kind, id, here?.revision ?? null]).sort()).toEqual([
      ['audit', '2', 1],
      ['audit', '3', null],
      ['signed-version', 'a.1', 1],
      ['signed-version', 'a.2', null],
    ]);
  });

  it('continues a chain that was cut back here', async () => {
    const there = await deviceWithRecords();
    await write(there, signed('a', 2), audit(3));
    const rolledBack = device();
    await write(rolledBack, signed('a', 1), audit(1));
    expect(value(await restoreBackup(rolledBack.deps, await backupOf(there), opener))).toMatchObject({ conflicts: [] });
    expect(value(await rolledBack.documents.readAll('audit')).found).toHaveLength(3);
  });

  it('mends a record that does not open here', async () => {
    const there = await deviceWithRecords();
    const file = await backupOf(there);
    const rows = (await documentRows(there.name)).filter(({ kind }) => kind === 'session');
    await behind(there.name, (db) => db.put('documents', { ...rows[0], data: new Uint8Array(50) }));
    expect(value(await restoreBackup(there.deps, file, opener))).toMatchObject({ written: 1, conflicts: [] });
    for (const id of ids) expect((await there.sessions.load(id)).ok).toBe(true);
  });

  it('happens whole or not at all when the disk is full', async () => {
    const file = await backupOf(await deviceWithRecords());
    const to = device();
    value(await to.sessions.save(sampleSession({ id: 'mine' }), 0));
    const before = await everything(to.name);
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as (...args: unknown[]) => IDBRequest<IDBValidKey>;
    let puts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row: unknown) {
      puts += 1;
      if (puts === 6) throw new DOMException('no room', 'QuotaExceededError');
      return put.call(this, row);
    });
    expect(await restoreBackup(to.deps, file, opener)).toEqual({ ok: false, error: { kind: 'DiskFull' } });
    expect(await everything(to.name)).toEqual(before);
  });

  it('is refused while the vault is locked or opened to be read', async () => {
    const from = await deviceWithRecords();
    const file = await backupOf(from);
    const key = value(await from.vault.makeRecoveryKey(null));
    from.vault.lock();
    expect(await makeBackup(from.deps, asked)).toEqual({ ok: false, error: { kind: 'Locked' } });
    expect(await restoreBackup(from.deps, file, opener)).toEqual({ ok: false, error: { kind: 'Locked' } });
    value(await from.vault.unlockReadOnly(key));
    expect(await restoreBackup(from.deps, file, opener)).toEqual({ ok: false, error: { kind: 'ReadOnly' } });
    // What can only be read can still be carried out.
    expect((await makeBackup(from.deps, asked)).ok).toBe(true);
  });
});
