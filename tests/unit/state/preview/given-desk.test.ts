import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { fixedSites } from '../../../../src/protocol/fixed-sites';
import { muscles } from '../../../../src/protocol/paradigm';
import { retreatment } from '../../../../src/protocol/safety-limits';
import { daysAfter } from '../../../../src/record/days-after';
import { contentOf } from '../../../../src/record/signed-version';
import { givenIn, givenOf } from '../../../../src/state/preview/given';
import { createGivenDesk } from '../../../../src/state/preview/given-desk';
import { completeSession } from '../../../support/complete-session';
import { extra, give, planned, sampleSession, skip } from '../../../support/sample-sessions';
import { unwrap } from '../../../support/signing';
import { injector, signAll, signingDevice } from '../../../support/signing-device';

const devices: ReturnType<typeof signingDevice>[] = [];
afterEach(() => {
  for (const device of devices.splice(0)) device.close();
});

const open = () => {
  const device = signingDevice();
  devices.push(device);
  const page = device.open();
  return { page, desk: createGivenDesk({ store: page.sessions, signing: () => Promise.resolve(page.desk) }) };
};

describe('what a patient is shown of a session', () => {
  it('is told of a signed record alone: of one that nobody signed, nothing but that', async () => {
    const { page, desk } = open();
    const session = completeSession();
    unwrap(await page.sessions.save(session, 0));
    expect(await desk.read(session.id)).toEqual({
      ok: false,
      error: { kind: 'unsigned', patient: session.patient.id },
    });
    expect(unwrap(await desk.latest(session.patient.id))).toBeNull();
    const profile = unwrap(await page.desk.profiles.add(injector));
    unwrap(await page.desk.sign(session, { profile: profile.id, pin: injector.pin }));
    const read = unwrap(await desk.read(session.id));
    expect(read.given.count).toBe(fixedSites.length);
    expect(unwrap(await desk.latest(session.patient.id))).toBe(session.id);
  });

  it('is nothing of a record that does not match what was signed', async () => {
    const { page, desk } = open();
    const session = completeSession();
    await signAll(page, [session]);
    const kept = unwrap(await page.sessions.load(session.id));
    unwrap(await page.sessions.save({ ...kept.session, note: 'written over' }, kept.revision));
    const read = await desk.read(session.id);
    expect(read).toMatchObject({ ok: false, error: { kind: 'broken' } });
  });

  it('counts what was given in each area and on each side, what was added and what was left out, from the ledger', () => {
    const added = extra(900, 'temporalis', 'left', 1);
    const entries = [
      ...planned,
      added,
      ...planned.filter(({ site }) => site !== 'trapezius-R-3').map(({ site }, n) => give(100 + n, site)),
      give(200, added.site),
      skip(300, 'trapezius-R-3'),
    ];
    const given = givenOf(contentOf(sampleSession({ entries })));
    const area = (muscle: string) => given.areas.find((one) => one.muscle === muscle);
    expect(given.areas.map(({ muscle }) => muscle)).toEqual(muscles.map(({ id }) => id));
    expect(area('temporalis')).toMatchObject({ left: 5, middle: 0, right: 4, extra: 1, leftOut: 0 });
    expect(area('trapezius')).toMatchObject({ left: 3, right: 2, leftOut: 1 });
    expect(area('procerus')).toMatchObject({ left: 0, middle: 1, right: 0 });
    expect(given.count).toBe(given.areas.reduce((sum, one) => sum + givenIn(one), 0));
    expect(given.spots.filter(({ is }) => is === 'extra').map(({ id }) => id)).toEqual([added.site]);
    expect(given.due).toBe(daysAfter(given.day, retreatment.days));
  });

  it('is due again only where something was injected, and an extra that was not given was none', () => {
    const given = givenOf(contentOf(sampleSession({ entries: [...planned, extra(900, 'temporalis', 'left', 1)] })));
    expect(given).toMatchObject({ count: 0, extras: 0, leftOut: fixedSites.length, due: null });
  });
});
