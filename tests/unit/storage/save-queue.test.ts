import { describe, expect, it } from 'vitest';
import { err, ok, type Result, type StoreError } from '../../../src/record/ports';
import type { Session } from '../../../src/record/session';
import { createSaveQueue, type SaveQueueState } from '../../../src/storage/save-queue';
import { createMemoryStore } from '../../support/memory-store';
import { sampleSession } from '../../support/sample-sessions';

const now = () => '2026-03-02T10:00:00+01:00';
const saved = { kind: 'saved', at: now() };
const noted = (note: string): Session => sampleSession({ note });

/** A store whose every save waits to be answered by the test. */
function heldStore() {
  const asked: { note: string; expected: number; answer: (result: Result<number, StoreError>) => void }[] = [];
  const save = (session: Session, expected: number) =>
    new Promise<Result<number, StoreError>>((answer) => {
      asked.push({ note: session.note, expected, answer });
    });
  const answer = async (n: number, result: Result<number, StoreError>) => {
    asked[n]?.answer(result);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { store: { save }, asked, answer };
}

function queueOn(store: Parameters<typeof createSaveQueue>[0]['store'], revision = 0) {
  const states: SaveQueueState[] = [];
  return { queue: createSaveQueue({ store, now, revision, onState: (state) => states.push(state) }), states };
}

describe('the save queue', () => {
  it('says nothing before anything was to be saved', async () => {
    const { queue, states } = queueOn(createMemoryStore({ now }));
    expect(await queue.flush()).toBeNull();
    queue.retry();
    expect(states).toEqual([]);
  });

  it('does not say saved before the store has answered', async () => {
    const { store, asked, answer } = heldStore();
    const { queue, states } = queueOn(store);
    queue.put(noted('one'));
    await Promise.resolve();
    expect(states).toEqual([{ kind: 'saving' }]);
    await answer(0, ok(1));
    expect(states).toEqual([{ kind: 'saving' }, saved]);
    expect(asked).toHaveLength(1);
    expect(queue.revision()).toBe(1);
  });

  it('writes one at a time, and of what came meanwhile only the newest', async () => {
    const { store, asked, answer } = heldStore();
    const { queue, states } = queueOn(store, 4);
    for (const note of ['one', 'two', 'three']) queue.put(noted(note));
    expect(asked).toHaveLength(1);
    await answer(0, ok(5));
    expect(states).toEqual([{ kind: 'saving' }]);
    expect(asked.map(({ note, expected }) => [note, expected])).toEqual([
      ['one', 4],
      ['three', 5],
    ]);
    await answer(1, ok(6));
    expect(states).toEqual([{ kind: 'saving' }, saved]);
    expect(queue.revision()).toBe(6);
  });

  it('says why something was not saved, and saves the newest state at the next step', async () => {
    const store = createMemoryStore({ now });
    const { queue, states } = queueOn(store);
    store.fail({ kind: 'DiskFull' });
    queue.put(noted('one'));
    expect(await queue.flush()).toEqual({ kind: 'not-saved', error: { kind: 'DiskFull' } });
    store.fail(null);
    queue.put(noted('two'));
    expect(await queue.flush()).toEqual(saved);
    expect(states.map((state) => state.kind)).toEqual(['saving', 'not-saved', 'saving', 'saved']);
    expect(await store.load(noted('').id)).toMatchObject({ value: { session: { note: 'two' } } });
  });

  it('keeps what failed and writes it when asked to try again', async () => {
    const store = createMemoryStore({ now });
    const { queue } = queueOn(store);
    store.fail({ kind: 'Unavailable', why: 'gone' });
    queue.put(noted('kept'));
    await queue.flush();
    store.fail(null);
    queue.retry();
    expect(await queue.flush()).toEqual(saved);
    expect(await store.load(noted('').id)).toMatchObject({ value: { session: { note: 'kept' } } });
  });

  it('writes the newer state, not the failed one, when both wait', async () => {
    const { store, asked, answer } = heldStore();
    const { queue } = queueOn(store);
    queue.put(noted('one'));
    queue.put(noted('two'));
    await answer(0, err({ kind: 'DiskFull' }));
    expect(queue.state()).toMatchObject({ kind: 'not-saved' });
    queue.retry();
    expect(asked[1]).toMatchObject({ note: 'two', expected: 0 });
  });

  it('stops at a conflict: no later step and no retry writes over the other window', async () => {
    const store = createMemoryStore({ now });
    const { queue } = queueOn(store);
    queue.put(noted('one'));
    await queue.flush();
    await store.save(noted('other window'), 1);
    queue.put(noted('two'));
    const stopped = await queue.flush();
    expect(stopped).toMatchObject({ kind: 'not-saved', error: { kind: 'Conflict', stored: 2, expected: 1 } });
    queue.put(noted('three'));
    queue.retry();
    expect(await queue.flush()).toEqual(stopped);
    expect(await store.load(noted('').id)).toMatchObject({ value: { session: { note: 'other window' } } });
  });

  it('writes over the other window only when told to', async () => {
    const store = createMemoryStore({ now });
    await store.save(noted('other window'), 0);
    const { queue } = queueOn(store);
    queue.put(noted('one'));
    await queue.flush();
    queue.put(noted('two'));
    queue.overwrite(1);
    expect(await queue.flush()).toEqual(saved);
    expect(await store.load(noted('').id)).toMatchObject({ value: { revision: 2, session: { note: 'two' } } });
  });

  it('takes a step that is made in answer to the news', async () => {
    const store = createMemoryStore({ now });
    let answered = false;
    const queue = createSaveQueue({
      store,
      now,
      revision: 0,
      onState: (state) => {
        if (state.kind !== 'saved' || answered) return;
        answered = true;
        queue.put(noted('in answer'));
      },
    });
    queue.put(noted('one'));
    expect(await queue.flush()).toEqual(saved);
    expect(await store.load(noted('').id)).toMatchObject({ value: { revision: 2, session: { note: 'in answer' } } });
  });

  it('does not lose a step to a store that throws', async () => {
    const { queue } = queueOn({ save: () => Promise.reject(new Error('defect')) });
    queue.put(noted('one'));
    expect(await queue.flush()).toMatchObject({ kind: 'not-saved', error: { kind: 'Unavailable' } });
  });

  it('asks the store for the durability it was given', async () => {
    const asked: unknown[] = [];
    const store = {
      save: (_session: Session, _expected: number, durability?: string) => {
        asked.push(durability);
        return Promise.resolve(ok(1));
      },
    };
    const queue = createSaveQueue({ store, now, revision: 0, onState: () => undefined, durability: 'strict' });
    queue.put(noted('one'));
    await queue.flush();
    expect(asked).toEqual(['strict']);
  });
});
