import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createRecords } from '../../../src/state/records';
import { completeSession } from '../../support/complete-session';
import { sampleHead, sampleSession } from '../../support/sample-sessions';
import { unwrap } from '../../support/signing';
import { injector, signAll, signingDevice, told } from '../../support/signing-device';

const passphrase = 'nine red kites over the mill';
const devices: ReturnType<typeof signingDevice>[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const device of devices.splice(0)) device.close();
});
function device() {
  const made = signingDevice();
  devices.push(made);
  return made;
}

/** A device with a passphrase, a recovery key and one session, locked by a new page. */
async function lockedDevice() {
  const made = device();
  const first = made.open();
  unwrap(await first.sessions.save(sampleSession({ id: 's1' }), 0));
  await first.vaultDesk.changePassphrase(null, passphrase);
  const recovery = await first.vaultDesk.makeRecoveryKey(passphrase);
  const recoveryKey = 'key' in recovery ? recovery.key : '';
  return { ...made, first, recoveryKey, page: made.open() };
}

describe('the audit log', () => {
  it('is told of wrong passphrases and recovery keys by whoever unlocks next, how often and when', async () => {
    const { first, page, recoveryKey, clock } = await lockedDevice();
    const another = device().open();
    const other = await another.vaultDesk.makeRecoveryKey(null);
    for (const guess of ['one', 'two']) await page.vaultDesk.unlock(guess);
    const lastAt = clock.at;
    await page.vaultDesk.emergencyView('key' in other ? other.key : '');
    clock.at += 600_000;
    await page.vaultDesk.unlock(passphrase);
    expect(await told(page)).toEqual([
      'passphrase-changed by nobody',
      'recovery-key-made by nobody',
      'recovery-key-failed x1 by nobody',
      'unlock-failed x2 by nobody',
      'unlocked by nobody',
    ]);
    const { lines } = unwrap(await page.desk.log.read());
    const failed = lines.find(({ event }) => event.kind === 'unlock-failed')?.event;
    expect(Date.parse(failed !== undefined && 'lastAt' in failed ? (failed.lastAt ?? '') : '')).toBeLessThanOrEqual(
      lastAt,
    );
    // Told once: the next one to unlock hears nothing of them.
    await page.vaultDesk.lock();
    await first.vaultDesk.unlock(passphrase);
    expect((await told(first)).slice(-2)).toEqual(['locked by nobody', 'unlocked by nobody']);
    expect(recoveryKey).not.toBe('');
  });

  it('hears of the emergency view and what was done in it once it can be written again', async () => {
    const { page, recoveryKey, first } = await lockedDevice();
    expect(await page.vaultDesk.emergencyView(recoveryKey)).toBeNull();
    const session = unwrap(await page.sessions.load('s1')).session;
    await page.desk.opened(session, 'viewed');
    await page.desk.opened(session, 'viewed');
    const files: string[] = [];
    const records = createRecords({
      store: page.sessions,
      signing: () => Promise.resolve(page.desk),
      head: sampleHead,
      version: '1',
      saveFile: (_name, text) => files.push(text),
    });
    expect(await records.exportSession('s1')).toMatchObject({ ok: true });
    expect(files).toHaveLength(1);
    await page.vaultDesk.lock();
    await first.vaultDesk.unlock(passphrase);
    expect((await told(first)).slice(2)).toEqual([
      'emergency-view x1 by nobody',
      'late viewed x2 by nobody',
      'late exported x1 by nobody',
      'locked x1 by nobody',
      'unlocked by nobody',
    ]);
  });

  it('is told of a wrong passphrase or recovery key for a backup, and what the backup was opened for', async () => {
    const { page, recoveryKey } = await lockedDevice();
    await page.vaultDesk.unlock(passphrase);
    const backup = await page.vaultDesk.backup();
    await backup.make({ passphrase: 'backup words of its own', recoveryKey: true });
    const file = page.files.at(-1) ?? new Blob();
    const another = await device().open().vaultDesk.makeRecoveryKey(null);
    const otherKey = 'key' in another ? another.key : '';
    await backup.restore(file, { by: 'passphrase', passphrase: 'a guess' });
    await backup.check(file, { by: 'passphrase', passphrase: 'a guess' });
    await backup.restore(file, { by: 'recovery-key', key: otherKey });
    await backup.check(file, { by: 'recovery-key', key: otherKey });
    // A slip that the key itself tells is no try, and the right one is none either.
    await backup.check(file, { by: 'recovery-key', key: recoveryKey.slice(0, -1) });
    expect(await backup.check(file, { by: 'recovery-key', key: recoveryKey })).toMatchObject({ ok: true });
    const { lines } = unwrap(await page.desk.log.read());
    const kind = 'backup-not-opened';
    expect(lines.slice(4).map(({ event }) => event)).toEqual([
      { kind, by: 'passphrase', purpose: 'restore' },
      { kind, by: 'passphrase', purpose: 'drill' },
      { kind, by: 'recovery-key', purpose: 'restore' },
      { kind, by: 'recovery-key', purpose: 'drill' },
      { kind: 'restore-drilled', records: 1 },
    ]);
    expect(await told(page)).toHaveLength(9);
  });

  it('begins, on a device that was wiped, with the line that says so and when', async () => {
    const { page, open, clock } = await lockedDevice();
    await page.vaultDesk.wipe();
    const wipedAt = clock.at;
    const next = open();
    await next.desk.opened(sampleSession({ id: 's2' }), 'created');
    await vi.waitFor(async () => {
      expect(await told(next)).toEqual(['wiped x1 by nobody', 'created by nobody']);
    });
    const [line] = unwrap(await next.desk.log.read()).lines;
    expect(line?.event).toMatchObject({ times: 1, lastAt: new Date(wipedAt).toISOString().replace('Z', '+00:00') });
  });

  it('tells of a new passphrase by the recovery key, and of one taken away', async () => {
    const { page, recoveryKey } = await lockedDevice();
    await page.vaultDesk.resetPassphrase(recoveryKey, 'another one of words');
    await page.vaultDesk.unlock('another one of words');
    await page.vaultDesk.changePassphrase('another one of words', null);
    expect((await told(page)).slice(2)).toEqual([
      'passphrase-reset x1 by nobody',
      'unlocked by nobody',
      'passphrase-changed by nobody',
    ]);
    const { lines } = unwrap(await page.desk.log.read());
    expect(lines.at(-1)?.event).toEqual({ kind: 'passphrase-changed', to: 'nothing' });
  });

  it('loses no line of two windows that write at once, and tells what waited only once', async () => {
    const { page, open } = await lockedDevice();
    await page.vaultDesk.unlock('wrong');
    const other = open();
    unwrap(await page.vault.unlock(passphrase));
    unwrap(await other.vault.unlock(passphrase));
    await Promise.all(
      [1, 2, 3, 4, 5, 6].flatMap(() => [
        page.desk.log.append({ kind: 'viewed', record: 's1' }),
        other.desk.log.append({ kind: 'exported', record: 's1' }),
      ]),
    );
    const lines = await told(page);
    expect(lines.filter((line) => line.startsWith('unlock-failed'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('viewed'))).toHaveLength(6);
    expect(lines.filter((line) => line.startsWith('exported'))).toHaveLength(6);
  });

  it('says what could not be put down, where it is read and where something was handed out', async () => {
    const { open } = device();
    const page = open();
    unwrap(await page.sessions.save(sampleSession({ id: 's1' }), 0));
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as (...args: unknown[]) => IDBRequest<IDBValidKey>;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row: unknown) {
      if ((row as { readonly kind?: string }).kind === 'audit') throw new DOMException('no room', 'QuotaExceededError');
      return put.call(this, row);
    });
    const records = createRecords({
      store: page.sessions,
      signing: () => Promise.resolve(page.desk),
      head: sampleHead,
      version: '1',
      saveFile: () => undefined,
    });
    expect(await records.exportSession('s1')).toMatchObject({ ok: false, message: { key: 'records.notLogged' } });
    expect(unwrap(await page.desk.log.read())).toMatchObject({ lines: [], unwritten: [{ kind: 'exported' }] });
  });

  it('names nobody and nothing of a patient while it waits in the header', async () => {
    const { page, recoveryKey } = await lockedDevice();
    await page.vaultDesk.emergencyView(recoveryKey);
    await page.desk.opened(unwrap(await page.sessions.load('s1')).session, 'viewed');
    await vi.waitFor(async () => {
      expect(unwrap(await page.untold.read()).map(({ kind }) => kind)).toContain('viewed');
    });
    expect(JSON.stringify(unwrap(await page.untold.read()))).not.toContain('s1');
  });
});

describe('who is at work', () => {
  const record = (page: ReturnType<ReturnType<typeof signingDevice>['open']>) =>
    page.desk.log.append({ kind: 'viewed', record: 's1' });

  it('is named in every line until it is said otherwise, with or without the PIN', async () => {
    const page = device().open();
    const one = unwrap(await page.desk.profiles.add(injector));
    const two = unwrap(await page.desk.profiles.add({ ...injector, name: 'B. Example' }));
    await record(page);
    unwrap(await page.desk.atWork.begin(one, null));
    await record(page);
    expect(await page.desk.atWork.begin(two, '0000')).toMatchObject({ error: { kind: 'WrongPin' } });
    await record(page);
    unwrap(await page.desk.atWork.begin(two, injector.pin));
    await record(page);
    await page.desk.atWork.leave();
    await record(page);
    expect((await told(page)).slice(2)).toEqual([
      'viewed by nobody',
      'at-work by A. Example',
      'viewed by A. Example',
      'pin-failed by A. Example',
      'viewed by A. Example',
      'left-work by A. Example',
      'at-work by B. Example with PIN',
      'viewed by B. Example with PIN',
      'left-work by B. Example with PIN',
      'viewed by nobody',
    ]);
  });

  it('needs no step of a single injector who signs, and is forgotten with the window', async () => {
    const made = device();
    const page = made.open();
    await signAll(page, [completeSession()]);
    await record(page);
    expect((await told(page)).at(-1)).toBe('viewed by A. Example with PIN');
    await record(made.open());
    expect((await told(page)).at(-1)).toBe('viewed by nobody');
  });

  it('is not who signs, where several share the device', async () => {
    const page = device().open();
    unwrap(await page.desk.profiles.add({ ...injector, name: 'B. Example' }));
    await signAll(page, [completeSession()]);
    await record(page);
    expect((await told(page)).slice(-2)).toEqual(['signed by A. Example with PIN', 'viewed by nobody']);
  });
});
