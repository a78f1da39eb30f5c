import { describe, expect, it } from 'vitest';
import type { SessionStore } from '../../../src/record/ports';
import type { Session } from '../../../src/record/session';
import { give, planned, sampleSession, sampleVial } from '../../support/sample-sessions';

/** Two windows on the same records, and a way to lay something else in a record's place. */
export type Windows = {
  readonly here: SessionStore;
  readonly there: SessionStore;
  readonly plant: (id: string, doc: unknown, revision: number) => Promise<void>;
  /** Lets news travel between the windows. */
  readonly settle: () => Promise<void>;
};

const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** What every SessionStore must do, whatever it keeps the sessions in. */
export function describeStore(name: string, open: () => Promise<Windows>): void {
  describe(`${name} keeps sessions`, () => {
    it('gives back exactly what was saved, undone steps and unknown fields included', async () => {
      const { here, there } = await open();
      const session = sampleSession({
        undone: [[give(50, 'procerus-M')]],
        unknown: { room: { floor: 2 }, session: { chair: 'B' } },
        finishedAt: '2026-03-02T09:30:00+01:00',
      });
      expect(value(await here.save(session, 0))).toBe(1);
      expect(value(await there.load(session.id))).toEqual({ session, revision: 1 });
    });

    it('names the session that was saved last, by whichever window', async () => {
      const { here, there } = await open();
      expect(value(await here.last())).toBeNull();
      await here.save(sampleSession({ id: 'a' }), 0);
      await there.save(sampleSession({ id: 'b' }), 0);
      expect(value(await here.last())).toBe('b');
      await here.save(sampleSession({ id: 'a', note: 'more' }), 1);
      expect(value(await there.last())).toBe('a');
      // What was not saved was not the last.
      expect((await here.save(sampleSession({ id: 'b' }), 7)).ok).toBe(false);
      expect(value(await here.last())).toBe('a');
    });

    it('counts revisions and hands out copies, not its own objects', async () => {
      const { here } = await open();
      const session = sampleSession();
      await here.save(session, 0);
      const first = value(await here.load(session.id));
      (first.session.entries as unknown[]).length = 0;
      const again = value(await here.load(session.id));
      expect(again.session.entries).toHaveLength(session.entries.length);
      expect(value(await here.save({ ...session, note: 'more' }, again.revision))).toBe(2);
      expect(value(await here.load(session.id)).revision).toBe(2);
    });

    it('says that a session it does not have is not found', async () => {
      const { here } = await open();
      const notFound = { ok: false, error: { kind: 'NotFound', id: 'nobody' } };
      expect(await here.load('nobody')).toEqual(notFound);
      expect(await here.loadRaw('nobody')).toEqual(notFound);
    });

    it('refuses to write over what another window wrote, and leaves that as it was', async () => {
      const { here, there } = await open();
      const session = sampleSession();
      await here.save(session, 0);
      const theirs: Session = { ...session, note: 'theirs' };
      expect(value(await there.save(theirs, 1))).toBe(2);
      const conflict = { kind: 'Conflict', id: session.id, stored: 2, expected: 1 };
      expect(await here.save({ ...session, note: 'ours' }, 1)).toEqual({ ok: false, error: conflict });
      expect(value(await here.load(session.id)).session.note).toBe('theirs');
    });

    it('refuses a new session under an id that is taken, and an old one that is gone', async () => {
      const { here } = await open();
      const session = sampleSession();
      await here.save(session, 0);
      expect(await here.save(session, 0)).toMatchObject({ ok: false, error: { kind: 'Conflict', stored: 1 } });
      const gone = sampleSession({ id: 'gone' });
      expect(await here.save(gone, 3)).toMatchObject({
        ok: false,
        error: { kind: 'Conflict', stored: 0, expected: 3 },
      });
      expect(await here.load('gone')).toMatchObject({ error: { kind: 'NotFound' } });
    });

    it('lets only one of two simultaneous writers win', async () => {
      const { here, there } = await open();
      const session = sampleSession();
      const results = await Promise.all([here.save(session, 0), there.save({ ...session, note: 'b' }, 0)]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
    });

    it('lists the newest visit first, by instant and not by text', async () => {
      const { here } = await open();
      const visits = { a: '2026-03-02T09:00:00+01:00', b: '2026-03-02T08:30:00Z', c: '2025-12-01T10:00:00+01:00' };
      for (const [id, startedAt] of Object.entries(visits)) await here.save(sampleSession({ id, startedAt }), 0);
      const listed = value(await here.list());
      expect(listed.map((row) => row.id)).toEqual(['b', 'a', 'c']);
      expect(listed[1]).toEqual({
        kind: 'session',
        id: 'a',
        patient: { id: 'p-1', label: 'K. M.' },
        startedAt: visits.a,
        signed: false,
        firstNeedleAt: give(40, 'corrugator-R').at,
        map: 'preempt-2017',
        given: 15,
        vials: [{ vial: 'vial-1', product: sampleVial.product, strength: 200, units: 15, opened: true }],
        elsewhere: [],
        otherToxins: [],
        savedAt: '2026-03-02T10:00:00+01:00',
      });
    });

    it('lists what a session holds now, not when it was new', async () => {
      const { here } = await open();
      const session = sampleSession({ entries: planned });
      await here.save(session, 0);
      const finished = { finishedAt: '2026-03-02T09:40:00+01:00', patient: { id: 'p-1', label: 'L. N.' } };
      await here.save({ ...session, ...finished, entries: [...planned, give(40, 'procerus-M')] }, 1);
      const row = value(await here.list())[0];
      expect(row).toMatchObject({ given: 5, patient: { label: 'L. N.' }, finishedAt: finished.finishedAt });
    });

    it('lists a session as signed once a signed version was kept with it, and from then on', async () => {
      const { here, there } = await open();
      const session = sampleSession();
      const listed = async () => value(await there.list()).map((row) => row.kind === 'session' && row.signed);
      await here.save(session, 0);
      expect(await listed()).toEqual([false]);
      const version = { kind: 'signed-version', id: `${session.id}.1`, doc: {}, expected: 0 } as const;
      await here.save(session, 1, 'strict', [version]);
      expect(await listed()).toEqual([true]);
      await here.save({ ...session, note: 'more' }, 2);
      expect(await listed()).toEqual([true]);
    });

    it('says where a damaged record is damaged, lists it as such and leaves it as it is', async () => {
      const { here, plant } = await open();
      const session = sampleSession();
      await here.save(sampleSession({ id: 'sound' }), 0);
      await here.save(session, 0);
      const bad = { ...session, entries: [...planned.slice(0, 3), { ...planned[3], at: 'yesterday' }] };
      await plant(session.id, bad, 1);
      const why = 'entries[3].at: not a date and time with offset';
      expect(await here.load(session.id)).toEqual({ ok: false, error: { kind: 'Damaged', id: session.id, why } });
      expect(value(await here.list())).toMatchObject([
        { kind: 'session', id: 'sound' },
        { kind: 'damaged', id: session.id, why },
      ]);
      expect(JSON.parse(value(await here.loadRaw(session.id)))).toMatchObject({ id: session.id, doc: bad });
      expect(await here.save(session, 0)).toMatchObject({ ok: false, error: { kind: 'Conflict' } });
    });

    it.each([
      ['a text', 'not a session'],
      ['nothing', null],
      ['a record whose doses break a rule', sampleSession({ entries: [...planned, ...planned] })],
      ['a dose at a site that was never planned', sampleSession({ entries: [give(1, 'procerus-M')] })],
    ])('takes %s in the place of a session for damage', async (_what, doc) => {
      const { here, plant } = await open();
      await plant('odd', doc, 1);
      expect(await here.load('odd')).toMatchObject({ ok: false, error: { kind: 'Damaged' } });
      expect(value(await here.list())).toMatchObject([{ kind: 'damaged', id: 'odd' }]);
      expect((await here.loadRaw('odd')).ok).toBe(true);
    });

    it('tells the other window of a save, not itself, until it stops listening', async () => {
      const { here, there, settle } = await open();
      const heard: unknown[] = [];
      here.watch(() => heard.push('own'));
      const stop = there.watch((id, revision) => heard.push([id, revision]));
      const session = sampleSession();
      await here.save(session, 0);
      await here.save(session, 7);
      await settle();
      expect(heard).toEqual([[session.id, 1]]);
      stop();
      await here.save(session, 1);
      await settle();
      expect(heard).toHaveLength(1);
    });
  });
}
