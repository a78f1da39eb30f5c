import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type KeptRecords, openRecords } from '../../../src/storage/open-records';
import { wipeDevice } from '../../../src/storage/wipe';
import { sampleSession } from '../../support/sample-sessions';
import { freshName } from '../../support/vault-rows';

const opened: KeptRecords[] = [];
const windowOn = (name: string): KeptRecords => {
  const records = openRecords({ now: () => '2026-03-02T10:00:00Z', name, channel: new BroadcastChannel(name) });
  opened.push(records);
  return records;
};
afterEach(() => {
  for (const records of opened.splice(0)) records.close();
});

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

describe('wiping this device', () => {
  it('deletes records and settings; the other windows let go and make no new vault', async () => {
    const name = freshName();
    const [here, there] = [windowOn(name), windowOn(name)];
    await here.sessions.save(sampleSession(), 0);
    await there.sessions.list();
    const forgetSettings = vi.fn();
    expect(await wipeDevice({ ...here, forgetSettings })).toEqual({ ok: true, value: null });
    expect(forgetSettings).toHaveBeenCalledOnce();
    expect(await names()).not.toContain(name);
    const locked = { ok: false, error: { kind: 'Locked' } };
    await vi.waitFor(async () => {
      expect(await there.sessions.list()).toEqual(locked);
    });
    expect(await here.sessions.list()).toEqual(locked);
    expect(await here.sessions.save(sampleSession(), 0)).toEqual(locked);
    expect(await here.vault.unlock(null)).toEqual(locked);
    expect(await names()).not.toContain(name);
    // A page loaded afterwards begins with nothing.
    expect(await windowOn(name).sessions.list()).toEqual({ ok: true, value: [] });
  });

  it('says so when another window does not let go, and goes through once that closes', async () => {
    const name = freshName();
    const here = windowOn(name);
    await here.sessions.save(sampleSession(), 0);
    const stubborn = await openDB(name);
    expect(await wipeDevice({ ...here, forgetSettings: () => undefined })).toMatchObject({
      ok: false,
      error: { kind: 'Unavailable' },
    });
    stubborn.close();
    await vi.waitFor(async () => {
      expect(await names()).not.toContain(name);
    });
  });
});
