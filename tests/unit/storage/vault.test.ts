import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type KeptRecords, openRecords } from '../../../src/storage/open-records';
import type { VaultEvent } from '../../../src/storage/vault';
import { waitAfter } from '../../../src/storage/vault-header';
import { sampleSession } from '../../support/sample-sessions';
import { behind, documentRows, everything, freshName } from '../../support/vault-rows';

const cheap = { memoryKiB: 8, iterations: 1 };
const passphrase = 'nine red kites over the mill';
const opened: KeptRecords[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const records of opened.splice(0)) records.close();
});

/** A device with a clock of its own; `reload` opens it as the next page would. */
function device(name = freshName()) {
  const clock = { at: Date.parse('2026-03-02T09:00:00Z') };
  const events: VaultEvent[] = [];
  const reload = (): KeptRecords => {
    const records = openRecords({
      name,
      now: () => new Date(clock.at).toISOString(),
      channel: new BroadcastChannel(name),
      cost: cheap,
      onEvent: (event) => events.push(event),
    });
    opened.push(records);
    return records;
  };
  return { name, clock, events, reload };
}

const session = sampleSession();
const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

async function protectedDevice() {
  const made = device();
  const first = made.reload();
  value(await first.sessions.save(session, 0));
  value(await first.vault.changePassphrase(null, passphrase));
  const recoveryKey = value(await first.vault.makeRecoveryKey(passphrase));
  first.close();
  return { ...made, recoveryKey };
}

describe('a vault', () => {
  it('works without a passphrase until one is chosen, and says that nobody has chosen', async () => {
    const { reload } = device();
    const { vault, sessions } = reload();
    expect(value(await vault.status())).toMatchObject({ lock: 'new', open: 'no' });
    value(await sessions.save(session, 0));
    expect(value(await vault.status())).toMatchObject({ lock: 'unset', open: 'yes', hasRecoveryKey: false });
    value(await vault.changePassphrase(null, null));
    expect(value(await vault.status()).lock).toBe('none');
    expect((await reload().sessions.load(session.id)).ok).toBe(true);
  });

  it('with a passphrase opens for nothing else, and refuses everything until then', async () => {
    const { reload } = await protectedDevice();
    const { vault, sessions, documents } = reload();
    const locked = { ok: false, error: { kind: 'Locked' } };
    expect(await sessions.list()).toEqual(locked);
    expect(await sessions.load(session.id)).toEqual(locked);
    expect(await sessions.loadRaw(session.id)).toEqual(locked);
    expect(await sessions.save(session, 1)).toEqual(locked);
    expect(await documents.readAll('audit')).toEqual(locked);
    expect(await documents.write([{ kind: 'audit', id: '1', doc: {}, expected: 0 }])).toEqual(locked);
    expect(await vault.unlock('nine red kites')).toMatchObject({ error: { kind: 'WrongPassphrase', failed: 1 } });
    expect(await vault.unlock(null)).toEqual(locked);
    expect(await sessions.list()).toEqual(locked);
    expect(value(await vault.unlock(passphrase))).toMatchObject({ failedTries: 1 });
    expect(value(await sessions.load(session.id)).session).toEqual(session);
  });

  it('takes the same passphrase typed with composed or single letters', async () => {
    const { reload } = device();
    const first = reload();
    value(await first.vault.changePassphrase(null, 'Blütenöl und Käse'.normalize('NFD')));
    expect((await reload().vault.unlock('Blütenöl und Käse'.normalize('NFC'))).ok).toBe(true);
  });

  it('rewraps only its key when the passphrase changes: no record is touched', async () => {
    const { name, reload } = await protectedDevice();
    const before = await documentRows(name);
    const { vault, sessions } = reload();
    expect(await vault.changePassphrase('wrong', 'another one')).toMatchObject({ error: { kind: 'WrongPassphrase' } });
    value(await vault.changePassphrase(passphrase, 'another one'));
    expect(await documentRows(name)).toEqual(before);
    expect(await vault.unlock(passphrase)).toMatchObject({ error: { kind: 'WrongPassphrase' } });
    value(await vault.unlock('another one'));
    expect((await sessions.load(session.id)).ok).toBe(true);
  });

  it('takes no passphrase that is too short, and an empty one for a wrong one', async () => {
    const { reload } = await protectedDevice();
    const { vault } = reload();
    const tooShort = { ok: false, error: { kind: 'TooShort', least: 8 } };
    expect(await vault.changePassphrase(passphrase, 'seven77')).toEqual(tooShort);
    expect(await vault.changePassphrase(passphrase, '')).toEqual(tooShort);
    expect(await vault.unlock('')).toMatchObject({ error: { kind: 'WrongPassphrase' } });
  });

  it('says so when Argon2 cannot run, and opens nothing', async () => {
    const { reload, name } = await protectedDevice();
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new Error('out of memory'));
    const before = await documentRows(name);
    expect(await reload().vault.unlock(passphrase)).toEqual({
      ok: false,
      error: { kind: 'Unavailable', why: 'out of memory' },
    });
    expect(await documentRows(name)).toEqual(before);
  });

  it('keeps neither passphrase nor secret nor recovery key in the database once it is locked', async () => {
    const { name, recoveryKey } = await protectedDevice();
    const lying = JSON.stringify(await everything(name));
    expect(lying).not.toContain('"secret');
    expect(lying).not.toContain(passphrase);
    expect(lying).not.toContain(recoveryKey.slice(0, 5));
  });

  it('holds no key that script could read', async () => {
    const { vault } = device().reload();
    const { keys } = value(await vault.access());
    for (const key of [keys.data, keys.names, keys.derive]) expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', keys.data)).rejects.toThrow();
  });

  it('locks here and in the other windows, and nothing under way is written afterwards', async () => {
    const { reload, events, name } = await protectedDevice();
    const [here, there] = [reload(), reload()];
    value(await here.vault.unlock(passphrase));
    value(await there.vault.unlock(passphrase));
    const before = await everything(name);
    const late = here.sessions.save({ ...session, note: 'too late' }, 1);
    await Promise.resolve();
    here.vault.lock();
    expect(await late).toEqual({ ok: false, error: { kind: 'Locked' } });
    expect(await everything(name)).toEqual(before);
    await vi.waitFor(async () => {
      expect(await there.sessions.list()).toEqual({ ok: false, error: { kind: 'Locked' } });
    });
    expect(events.filter(({ kind }) => kind === 'locked')).toHaveLength(2);
  });

  it('is not opened by an unlocking that was under way when it was locked', async () => {
    const { reload } = await protectedDevice();
    const { vault, sessions } = reload();
    const unlocking = vault.unlock(passphrase);
    vault.lock();
    expect(await unlocking).toEqual({ ok: false, error: { kind: 'Locked' } });
    expect(await sessions.list()).toEqual({ ok: false, error: { kind: 'Locked' } });
  });
});

describe('wrong passphrases', () => {
  it('are slowed more and more, up to five minutes', () => {
    expect([1, 2, 3, 4, 5, 6, 12, 1000].map(waitAfter)).toEqual([0, 0, 1000, 2000, 4000, 8000, 300_000, 300_000]);
  });

  it('let nothing in a thousand times, cost days, and are told to whoever unlocks at last', async () => {
    const { reload, clock, events } = await protectedDevice();
    const from = clock.at;
    let { vault } = reload();
    for (let n = 1; n <= 1000; n += 1) {
      // The page is loaded again now and then: that takes nothing back.
      if (n % 100 === 0) ({ vault } = reload());
      const tried = await vault.unlock(`guess ${String(n)}`);
      expect(tried).toEqual({ ok: false, error: { kind: 'WrongPassphrase', failed: n, waitMs: waitAfter(n) } });
      // Even the right one is not looked at too soon.
      if (n % 50 === 0) expect(await vault.unlock(passphrase)).toMatchObject({ error: { kind: 'TooSoon' } });
      clock.at += waitAfter(n);
    }
    expect(clock.at - from).toBeGreaterThan(3 * 24 * 3_600_000);
    expect(events.filter(({ kind }) => kind === 'unlock-failed')).toHaveLength(1000);
    const found = value(await vault.unlock(passphrase));
    expect(found).toMatchObject({ failedTries: 1000, lastFailedAt: clock.at - waitAfter(1000) });
    expect(value(await vault.status()).tries.failed).toBe(0);
  });

  it('are counted before they are judged: a window that dies half-way takes nothing back', async () => {
    const { reload, clock } = await protectedDevice();
    for (let n = 0; n < 3; n += 1) await reload().vault.unlock('wrong');
    clock.at += waitAfter(3);
    const dying = reload();
    vi.spyOn(crypto.subtle, 'decrypt').mockImplementation(() => new Promise(() => undefined));
    void dying.vault.unlock('wrong again');
    await vi.waitFor(async () => {
      expect(value(await dying.vault.status()).tries.failed).toBe(4);
    });
    vi.restoreAllMocks();
    expect(await reload().vault.unlock(passphrase)).toMatchObject({ error: { kind: 'TooSoon', waitMs: 2000 } });
  });

  it('lock nobody out for longer when the clock is set back', async () => {
    const { reload, clock } = await protectedDevice();
    const { vault } = reload();
    for (let n = 1; n <= 5; n += 1) {
      await vault.unlock('wrong');
      clock.at += waitAfter(n);
    }
    await vault.unlock('wrong');
    clock.at -= 365 * 24 * 3_600_000;
    expect(await vault.unlock(passphrase)).toMatchObject({ error: { kind: 'TooSoon', waitMs: waitAfter(6) } });
    clock.at += waitAfter(6);
    expect((await vault.unlock(passphrase)).ok).toBe(true);
  });
});

describe('the recovery key', () => {
  it('opens the vault to be read and not to be written', async () => {
    const { reload, recoveryKey, events, name } = await protectedDevice();
    const { vault, sessions, documents } = reload();
    value(await vault.unlockReadOnly(recoveryKey.toLowerCase().replaceAll('-', ' ')));
    expect(value(await vault.status()).open).toBe('read-only');
    expect((await sessions.load(session.id)).ok).toBe(true);
    const before = await everything(name);
    expect(await sessions.save({ ...session, note: 'x' }, 1)).toEqual({ ok: false, error: { kind: 'ReadOnly' } });
    expect(await documents.write([{ kind: 'patient', id: 'p', doc: {}, expected: 0 }])).toEqual({
      ok: false,
      error: { kind: 'ReadOnly' },
    });
    expect(await everything(name)).toEqual(before);
    expect(events.map(({ kind }) => kind)).toContain('emergency-view');
  });

  it('sets a new passphrase where the old one is lost, and is worth nothing once another was made', async () => {
    const { reload, recoveryKey, events } = await protectedDevice();
    const { vault } = reload();
    value(await vault.resetPassphrase(recoveryKey, 'a new one'));
    value(await vault.unlock('a new one'));
    const second = value(await vault.makeRecoveryKey('a new one'));
    expect(second).not.toBe(recoveryKey);
    expect(await vault.unlockReadOnly(recoveryKey)).toEqual({ ok: false, error: { kind: 'WrongRecoveryKey' } });
    expect(events.map(({ kind }) => kind)).toContain('recovery-key-failed');
    expect((await vault.unlockReadOnly(second)).ok).toBe(true);
  });

  it('is asked for in vain where none was made', async () => {
    const { reload } = device();
    const { newRecoveryKey } = await import('../../../src/storage/recovery-key');
    const key = newRecoveryKey((n) => new Uint8Array(n));
    expect(await reload().vault.unlockReadOnly(key)).toEqual({ ok: false, error: { kind: 'NoRecoveryKey' } });
  });
});

describe('documents in the vault', () => {
  it('are written all or none, each at the revision it expects', async () => {
    const { reload, name } = device();
    const { documents } = reload();
    const write = (id: string, expected: number) => ({ kind: 'profile', id, doc: { id }, expected }) as const;
    expect(await documents.write([write('a', 0), write('b', 0)], 'strict')).toEqual({ ok: true, value: [1, 1] });
    const before = await everything(name);
    expect(await documents.write([write('a', 1), write('b', 7)])).toEqual({
      ok: false,
      error: { kind: 'Conflict', id: 'b', stored: 1, expected: 7 },
    });
    expect(await everything(name)).toEqual(before);
    const all = value(await documents.readAll('profile'));
    expect(all.found.map(({ id }) => id).sort()).toEqual(['a', 'b']);
    expect(value(await documents.readAll('patient')).found).toEqual([]);
  });

  it('that do not open are named, not dropped', async () => {
    const { reload, name } = device();
    const { documents } = reload();
    await documents.write([{ kind: 'audit', id: '1', doc: { n: 1 }, expected: 0 }]);
    const [row] = await documentRows(name);
    await behind(name, (db) => db.put('documents', { ...row, revision: 2 }));
    expect(await documents.readAll('audit')).toEqual({ ok: true, value: { found: [], damaged: [row?.key] } });
    expect(await documents.read('audit', '1')).toMatchObject({ error: { kind: 'Damaged' } });
    expect(await documents.read('audit', '2')).toEqual({ ok: false, error: { kind: 'NotFound', id: '2' } });
  });
});
