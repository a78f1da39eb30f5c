import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { createLazyStore } from '../../../src/app/lazy-store';
import { sampleSession } from '../../support/sample-sessions';

describe('the store that is fetched when first used', () => {
  it('asks the browser to keep the data once, when the first record was kept and not before', async () => {
    const channel = new BroadcastChannel('lazy-store-test');
    const onFirstRecord = vi.fn();
    const store = createLazyStore({
      now: () => '2026-03-02T10:00:00Z',
      channel,
      onFirstRecord,
      onLocked: vi.fn(),
      onEvent: vi.fn(),
    });
    await store.list();
    expect(await store.save(sampleSession(), 5)).toMatchObject({ ok: false });
    expect(onFirstRecord).not.toHaveBeenCalled();
    expect(await store.save(sampleSession(), 0)).toEqual({ ok: true, value: 1 });
    expect(await store.save(sampleSession(), 1)).toEqual({ ok: true, value: 2 });
    expect(onFirstRecord).toHaveBeenCalledOnce();
    channel.close();
    indexedDB.deleteDatabase('aliquot');
  });
});
