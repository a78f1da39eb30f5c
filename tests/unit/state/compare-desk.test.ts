import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../src/anatomy/anchor';
import type { Session } from '../../../src/record/session';
import type { SkinAnswer, SkinQuery } from '../../../src/state/anatomy-service';
import { changeAtOnce, createCompareDesk, type ReadSession } from '../../../src/state/compare-desk';
import { history, midway, sessionWith } from '../../support/patient-history';
import { unwrap } from '../../support/signing';
import { signingDevice } from '../../support/signing-device';
import { plantSession } from '../../support/vault-rows';

const devices: ReturnType<typeof signingDevice>[] = [];
afterEach(() => {
  for (const device of devices.splice(0)) device.close();
});

/** A device with sessions on it, and skin that measures what it is told to. */
async function deviceWith(sessions: readonly Session[]) {
  const device = signingDevice();
  devices.push(device);
  const page = device.open();
  for (const session of sessions) unwrap(await page.sessions.save(session, 0));
  const skin: { mm: number | null | 'not-ready'; asked: (readonly [Vec3, Vec3])[]; queries: SkinQuery[] } = {
    mm: 7.5,
    asked: [],
    queries: [],
  };
  const found: SkinAnswer | 'off-skin' = 'off-skin';
  const desk = createCompareDesk({
    store: page.sessions,
    signing: () => Promise.resolve(page.desk),
    anatomy: {
      between: (from, to) => {
        skin.asked.push([from, to]);
        return Promise.resolve(skin.mm);
      },
      resolve: (query) => {
        skin.queries.push(query);
        return Promise.resolve(found);
      },
    },
  });
  /** What the log says was compared. */
  const told = async () => {
    // Lines are written one after another: this one after those that were asked for.
    await new Promise((resolve) => setTimeout(resolve));
    await page.desk.log.append({ kind: 'viewed', record: 'last' });
    return unwrap(await page.desk.log.read()).lines.flatMap(({ event }) => (event.kind === 'compared' ? [event] : []));
  };
  return { name: device.name, page, desk, skin, told };
}

const read = (sessions: readonly ReadSession[], id: string): ReadSession => {
  const found = sessions.find(({ session }) => session.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

describe('comparing sessions', () => {
  it('reads all of the patient, the earliest first, and puts down once what was shown', async () => {
    const sessions = history(5, '2026-05-25');
    const other = { ...sessionWith('other', '2026-05-01T09:00:00+00:00'), patient: { id: 'p-2', label: 'B. Other' } };
    const { desk, told } = await deviceWith([...sessions, other]);
    const all = unwrap(await desk.open('session-4', 'session-5', 'opened'));
    expect(all.sessions.map(({ session }) => session.id)).toEqual(sessions.map(({ id }) => id));
    expect([all.unread, all.nameless]).toEqual([[], 0]);
    await desk.open('session-4', 'session-5', 'followed');
    desk.chosen('session-1', 'session-5');
    expect(await told()).toEqual([
      {
        kind: 'compared',
        record: 'session-4',
        with: 'session-5',
        beside: ['session-1', 'session-2', 'session-3'],
      },
      { kind: 'compared', record: 'session-1', with: 'session-5' },
    ]);
  });

  it('refuses the sessions of two patients, and says where there are none', async () => {
    const one = sessionWith('one', '2026-03-02T09:00:00+01:00');
    const other = { ...sessionWith('other', '2026-05-25T09:00:00+02:00'), patient: { id: 'p-2', label: 'B. Other' } };
    const { desk, told } = await deviceWith([one, other]);
    expect(await desk.open('one', 'other', 'opened')).toEqual({ ok: false, error: { kind: 'two-patients' } });
    expect(await desk.open('gone', 'gone-too', 'opened')).toEqual({ ok: false, error: { kind: 'unknown' } });
    // Of one that is there, the patient's are shown; the other is missing from them.
    expect(unwrap(await desk.open('one', 'gone', 'opened')).sessions).toHaveLength(1);
    expect(await told()).toHaveLength(1);
  });

  it('names what cannot be read instead of leaving it out', async () => {
    const { name, page, desk } = await deviceWith(history(3, '2026-05-25'));
    await plantSession(name, 'session-2', { id: 'session-2', nothing: 'else' }, 1);
    const told = async () => {
      const { sessions, unread, nameless } = unwrap(await desk.open('session-1', 'session-3', 'opened'));
      return [sessions.length, unread.map(({ listed }) => listed.id), nameless];
    };
    expect(await told()).toEqual([2, ['session-2'], 0]);
    // Found out, it is listed as damaged, and no more says whose it is.
    expect(unwrap(await page.sessions.list()).map(({ kind }) => kind)).toContain('damaged');
    expect(await told()).toEqual([2, [], 1]);
  });

  it('asks the skin once for each pair that lies apart, and is as the crow flies where it cannot say', async () => {
    const moved = { 'frontalis-L-1': midway('frontalis-L-1', 'frontalis-L-2') };
    const { desk, skin } = await deviceWith([
      sessionWith('a', '2026-03-02T09:00:00+01:00'),
      sessionWith('b', '2026-05-25T09:00:00+02:00', { moved }),
    ]);
    const { sessions } = unwrap(await desk.open('a', 'b', 'opened'));
    const [a, b] = [read(sessions, 'a'), read(sessions, 'b')];
    const shiftIn = ({ sites }: ReturnType<typeof changeAtOnce>) =>
      sites.find(({ after }) => after?.id === 'frontalis-L-1')?.shift?.mm;
    const measured = await desk.measure(a, b);
    expect(skin.asked).toHaveLength(1);
    expect([shiftIn(measured.change), measured.bySkin]).toEqual([7.5, true]);
    skin.mm = 'not-ready';
    const flown = await desk.measure(a, b);
    expect([shiftIn(flown.change), flown.bySkin]).toEqual([shiftIn(changeAtOnce(a, b)), false]);
    expect(shiftIn(flown.change)).not.toBe(7.5);
  });

  it('finds a place of another head again by its offset, and says where it cannot', async () => {
    const { desk, skin } = await deviceWith([]);
    const anchor = midway('temporalis-L-2', 'temporalis-L-3');
    expect(await desk.placedOn(anchor, anchor.head)).toBe(anchor);
    expect(await desk.placedOn(anchor, { ...anchor.head, variant: 'headCircumference=600' })).toBeNull();
    expect(skin.queries).toEqual([{ kind: 'offset', ...anchor.offset }]);
  });

  it('tells that signed versions are missing of a session that was signed', async () => {
    const { desk } = await deviceWith([sessionWith('a', '2026-03-02T09:00:00+01:00')]);
    const { sessions } = unwrap(await desk.open('a', 'a', 'opened'));
    expect(await desk.trouble(read(sessions, 'a'))).toBeNull();
    expect(await desk.trouble({ ...read(sessions, 'a'), signed: true })).toContain('no signed version');
  });
});
