import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type KeptRecords, openRecords } from '../../../src/storage/open-records';
import { wipeDevice } from '../../../src/storage/wipe';
import { sampleSession } from '../../support/sample-sessions';
import { everything, freshName } from '../../support/vault-rows';

const opened: KeptRecords[] = [];
const now = () => '2026-03-02T10:00:00Z';
const windowOn = (name: string): KeptRecords => {
  const records = openRecords({ now, name, channel: new BroadcastChannel(name) });
  opened.push(records);
  return records;
};
afterEach(() => {
  for (const records of opened.splice(0)) records.close();
});

/** All that is left of a device that was wiped. */
const left = {
  header: [JSON.stringify({ id: 'wiped', at: Date.parse(now()) })],
  documents: [],
  sessions: [],
  listing: [],
};

describe('wiping this device', () => {
  it('deletes records and settings, and leaves when that was; the other windows let go and make no new vault', async () => {
    const name = freshName();
    const [here, there] = [windowOn(name), windowOn(name)];
    await here.sessions.save(sampleSession(), 0);
    await there.sessions.list();
    const forgetSettings = vi.fn();
    expect(await wipeDevice({ ...here, forgetSettings, now })).toEqual({ ok: true, value: null });
    expect(forgetSettings).toHaveBeenCalledOnce();
    expect(await everything(name)).toEqual(left);
    const locked = { ok: false, error: { kind: 'Locked' } };
    await vi.waitFor(async () => {
      expect(await there.sessions.list()).toEqual(locked);
    });
    expect(await here.sessions.list()).toEqual(locked);
    expect(await here.sessions.save(sampleSession(), 0)).toEqual(locked);
    expect(await here.vault.unlock(null)).toEqual(locked);
    expect(await everything(name)).toEqual(left);
    // A page loaded afterwards begins with nothing.
    expect(await windowOn(name).sessions.list()).toEqual({ ok: true, value: [] });
  });

  it('says so when another window does not let go, and goes through once that closes', async () => {
    const name = freshName();
    const here = windowOn(name);
    await here.sessions.save(sampleSession(), 0);
    const stubborn = await openDB(name);
    expect(await wipeDevice({ ...here, forgetSettings: () => undefined, now })).toMatchObject({
      ok: false,
      error: { kind: 'Unavailable' },
    });
    stubborn.close();
    const next = windowOn(name);
    await next.sessions.list();
    // Told even where the next page was quicker than the mark.
    await vi.waitFor(async () => {
      expect(await next.untold.read()).toEqual({
        ok: true,
        value: [{ kind: 'wiped', times: 1, at: Date.parse(now()) }],
      });
    });
  });
});
