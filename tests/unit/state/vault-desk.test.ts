import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { say } from '../../../src/messages/translate';
import { whoMayWork } from '../../../src/state/at-work';
import { backupAge, oldBackupDays } from '../../../src/state/backup-age';
import { createLock } from '../../../src/state/lock';
import { createSettings } from '../../../src/state/settings';
import { createSigning } from '../../../src/state/signing';
import { createVaultDesk } from '../../../src/state/vault-desk';
import { isTrouble, waitMessage } from '../../../src/state/vault-text';
import { type KeptRecords, openRecords } from '../../../src/storage/open-records';
import { sampleSession } from '../../support/sample-sessions';
import { freshName } from '../../support/vault-rows';

const cost = { memoryKiB: 8, iterations: 1 };
const passphrase = 'nine red kites over the mill';
const opened: KeptRecords[] = [];
afterEach(() => {
  for (const records of opened.splice(0)) records.close();
});

function device(name = freshName(), lastSaved: { file: BlobPart; name: string }[] = []) {
  const clock = { at: Date.parse('2026-03-02T09:00:00Z') };
  const now = () => new Date(clock.at).toISOString();
  const reload = (locked = false) => {
    const records = openRecords({ name, now, cost });
    opened.push(records);
    const settings = createSettings({ read: () => null, write: () => undefined });
    const lock = createLock(locked);
    const calls = { flush: vi.fn(() => Promise.resolve()), lockOthers: vi.fn(), begin: vi.fn(), watch: vi.fn() };
    const signing = createSigning({ ...records, now, newId: () => crypto.randomUUID(), cost });
    const desk = createVaultDesk({
      records,
      log: () => Promise.resolve(signing.log),
      mayWork: async () => {
        const found = await signing.profiles.list();
        return found.ok ? whoMayWork(found.value, signing.atWork.store.getState()) : [];
      },
      store: records.sessions,
      settings,
      lock,
      now,
      cost,
      ...calls,
      forgetSettings: () => undefined,
      saveFile: (fileName, file) => lastSaved.push({ name: fileName, file }),
    });
    return { records, settings, lock, desk, calls, signing };
  };
  return { clock, reload, lastSaved };
}

const words = (answer: object | null): string => (answer !== null && isTrouble(answer) ? say(answer.message) : 'done');

async function protectedDevice() {
  const made = device();
  const first = made.reload();
  await first.records.sessions.save(sampleSession({ id: 's1' }), 0);
  expect(await first.desk.changePassphrase(null, passphrase)).toBeNull();
  const recovery = await first.desk.makeRecoveryKey(passphrase);
  first.records.close();
  return { ...made, first, recoveryKey: 'key' in recovery ? recovery.key : '' };
}

describe('the desk of the vault', () => {
  it('sets a passphrase, locks the other windows, and remembers that this device locks', async () => {
    const { first } = await protectedDevice();
    expect(first.calls.lockOthers).toHaveBeenCalledOnce();
    expect(first.calls.watch).toHaveBeenCalledOnce();
    expect(first.settings.getState().locks).toBe(true);
  });

  it('refuses a passphrase that is too short, and changes nothing', async () => {
    const { desk, settings } = device().reload();
    expect(words(await desk.changePassphrase(null, 'short'))).toBe('At least 10 characters.');
    // Characters as a person counts them: each of these is two units of a string.
    expect(words(await desk.changePassphrase(null, '🌲'.repeat(9)))).toBe('At least 10 characters.');
    expect(settings.getState().locks).toBe(false);
  });

  it('stays locked with a wrong passphrase, says how often and how long, and opens with the right one', async () => {
    const { reload, clock } = await protectedDevice();
    const { desk, lock, records } = reload(true);
    expect(words(await desk.unlock('something else'))).toBe('Wrong passphrase.');
    for (let n = 0; n < 2; n += 1) await desk.unlock('something else');
    expect(await desk.unlock(passphrase)).toMatchObject({ message: { key: 'lock.tooSoon' }, waitMs: 1000 });
    expect(lock.getState()).toEqual({ state: 'locked' });
    expect((await records.sessions.list()).ok).toBe(false);
    clock.at += 1000;
    expect(await desk.unlock(passphrase)).toBeNull();
    expect(lock.getState().state).toBe('open');
  });

  it('shows nothing on a device of several until it was asked who is at work, and asks after the passphrase alone', async () => {
    const { reload, recoveryKey } = await protectedDevice();
    const add = async (name: string) => {
      const page = reload(true);
      await page.desk.unlock(passphrase);
      const added = await page.signing.profiles.add({ name, credentials: '', pin: '2580' });
      expect(added.ok).toBe(true);
      return page.lock.getState().state;
    };
    expect([await add('A. Example'), await add('B. Example')]).toEqual(['open', 'open']);

    const asked = reload(true);
    await asked.desk.unlock(passphrase);
    expect(asked.lock.getState()).toMatchObject({ state: 'locked', mayWork: [{}, {}] });
    const reading = reload(true);
    await reading.desk.emergencyView(recoveryKey);
    expect(reading.lock.getState()).toEqual({ state: 'read-only' });
    const without = device().reload(true);
    await without.desk.status();
    expect(without.lock.getState()).toEqual({ state: 'open' });
  });

  it('opens to be read only with the recovery key, whose mistyped group it names', async () => {
    const { reload, recoveryKey } = await protectedDevice();
    const { desk, lock, records } = reload(true);
    expect(words(await desk.emergencyView('AAAA'))).toContain('7 groups of 5');
    expect(await desk.emergencyView(recoveryKey.toLowerCase())).toBeNull();
    expect(lock.getState().state).toBe('read-only');
    expect(await records.sessions.save(sampleSession({ id: 's1' }), 1)).toMatchObject({ error: { kind: 'ReadOnly' } });
  });

  it('writes what is being written before it locks', async () => {
    const { reload } = await protectedDevice();
    const { desk, calls, records } = reload(true);
    await desk.unlock(passphrase);
    let locked: boolean | null = null;
    calls.flush.mockImplementation(async () => {
      locked = !(await records.sessions.list()).ok;
    });
    await desk.lock();
    expect(locked).toBe(false);
    expect(await records.sessions.list()).toMatchObject({ ok: false, error: { kind: 'Locked' } });
  });

  it('opens a lock that was only remembered, on a device without a passphrase', async () => {
    const { desk, lock } = device().reload(true);
    await desk.status();
    expect(lock.getState().state).toBe('open');
  });

  it('wipes, then begins anew', async () => {
    const { reload } = await protectedDevice();
    const { desk, calls } = reload(true);
    expect(await desk.wipe()).toBeNull();
    expect(calls.begin).toHaveBeenCalledOnce();
    const after = await reload().desk.status();
    expect(after).toMatchObject({ lock: 'new' });
  });

  it('can still be locked where the records could not be deleted, for another window holds them', async () => {
    const name = freshName();
    const { desk, lock } = device(name).reload();
    await desk.status();
    const other = await openDB(name);
    expect(words(await desk.wipe())).toContain('another window holds the records');
    expect(lock.getState().wiping).toBe(false);
    other.close();
  });
});

describe('the desk of backups', () => {
  const opener = { by: 'passphrase', passphrase: 'backup words of its own' } as const;
  const own = { passphrase: opener.passphrase, recoveryKey: false };
  const asFile = (file: BlobPart | undefined) => new Blob(file === undefined ? [] : [file]);

  it('makes a file whose name says nothing about anybody, proves it, and restores it elsewhere', async () => {
    const made = device();
    const { desk, records } = made.reload();
    await records.sessions.save(sampleSession({ id: 's1', patient: { id: 'p', label: 'Karla Muster' } }), 0);
    const backup = await desk.backup();
    expect(say((await backup.make(own)).message)).toBe('Backup saved: 1 session.');
    expect(made.lastSaved[0]?.name).toBe('aliquot-backup-2026-03-02.aliquot-backup');
    const file = asFile(made.lastSaved[0]?.file);
    const proof = await backup.check(file, opener);
    expect(say(proof.message)).toBe(
      'The file of 2026-03-02 is whole, opens, and every session in it reads: 1 session.',
    );
    expect(proof.more).not.toEqual([]);
    expect(await backup.check(file, { ...opener, passphrase: 'another' })).toMatchObject({
      ok: false,
      message: { key: 'backup.WrongBackupPassphrase' },
    });
    const elsewhere = device().reload();
    const restored = await (await elsewhere.desk.backup()).restore(file, opener);
    expect(say(restored.message)).toBe('1 document was added; 0 were the same already.');
    expect((await elsewhere.records.sessions.load('s1')).ok).toBe(true);
  });

  it('lists what differs in words, keeps it, and takes the backup’s only when asked to', async () => {
    const made = device();
    const { desk, records } = made.reload();
    const session = sampleSession({ id: 's1', patient: { id: 'p', label: 'K. M.' } });
    await records.sessions.save(session, 0);
    const backup = await desk.backup();
    await backup.make(own);
    const file = asFile(made.lastSaved[0]?.file);
    const elsewhere = device().reload();
    await elsewhere.records.sessions.save({ ...session, note: 'written here' }, 0);
    const restore = (await elsewhere.desk.backup()).restore;
    const { conflicts } = await restore(file, opener);
    expect(conflicts.map(({ message }) => say(message))).toEqual([
      'Session of K. M.: here saved 2026-03-02 09:00, in the backup 2026-03-02 09:00.',
    ]);
    const note = async () => {
      const loaded = await elsewhere.records.sessions.load('s1');
      return loaded.ok ? loaded.value.session.note : 'lost';
    };
    expect(await note()).toBe('written here');
    expect((await restore(file, opener, ['s1'])).conflicts).toEqual([]);
    expect(await note()).toBe(session.note);
  });

  it('calls a backup old after the days chosen, and never younger than today where the clock was set back', () => {
    const day = 86_400_000;
    const at = Date.parse('2026-03-02T09:00:00Z');
    expect(backupAge(null, at)).toMatchObject({ old: true });
    expect(backupAge(at, at + oldBackupDays * day)).toMatchObject({ old: false });
    expect(backupAge(at, at + (oldBackupDays + 1) * day)).toMatchObject({ old: true });
    expect(say(backupAge(at, at - 5 * day).message)).toBe('The last backup is of today.');
  });
});

describe('a wait in words', () => {
  it('counts seconds at first and minutes later, rounded up', () => {
    expect([1, 1500, 90_000, 91_000, 300_000].map((ms) => say(waitMessage(ms)))).toEqual([
      'Next try in 1 second.',
      'Next try in 2 seconds.',
      'Next try in 90 seconds.',
      'Next try in 2 minutes.',
      'Next try in 5 minutes.',
    ]);
  });
});
