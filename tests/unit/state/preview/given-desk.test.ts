import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { fixedSites } from '../../../../src/protocol/fixed-sites';
import { muscles } from '../../../../src/protocol/paradigm';
import { retreatment } from '../../../../src/protocol/safety-limits';
import { type CyclePlan, emptyFile, type PlanEntry } from '../../../../src/outcomes/patient-file';
import type { Day } from '../../../../src/record/calendar';
import { daysAfter, daysBefore } from '../../../../src/record/days-after';
import type { Session } from '../../../../src/record/session';
import { contentOf } from '../../../../src/record/signed-version';
import type { Signature } from '../../../../src/state/signature';
import { givenIn, givenOf } from '../../../../src/state/preview/given';
import { createGivenDesk, type GivenDeps } from '../../../../src/state/preview/given-desk';
import { completeAt, completeSession } from '../../../support/complete-session';
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
  const deps: GivenDeps = {
    store: page.sessions,
    signing: () => Promise.resolve(page.desk),
    file: () => Promise.resolve(null),
    now: () => '2026-06-02T12:00:00+00:00',
  };
  return { page, deps, desk: createGivenDesk(deps) };
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
  });

  it('counts an extra that was not given as none', () => {
    const given = givenOf(contentOf(sampleSession({ entries: [...planned, extra(900, 'temporalis', 'left', 1)] })));
    expect(given).toMatchObject({ count: 0, extras: 0, leftOut: fixedSites.length });
  });

  it('is a trouble that is said, and no silence, where what it takes cannot be fetched', async () => {
    const { page, deps } = open();
    const session = completeSession();
    await signAll(page, [session]);
    const broken = () => Promise.reject(new Error('no network'));
    const unread = { ok: false, error: { kind: 'unread', error: { kind: 'Unavailable', why: 'Error: no network' } } };
    expect(await createGivenDesk({ ...deps, signing: broken }).read(session.id)).toEqual(unread);
    const store = { load: broken, list: broken };
    expect(await createGivenDesk({ ...deps, store }).read(session.id)).toEqual(unread);
    expect(await createGivenDesk({ ...deps, store }).latest(session.patient.id)).toEqual({
      ok: false,
      error: unread.error.error,
    });
  });
});

describe('the next treatment, as a session tells it', () => {
  const { patient } = completeSession();
  const treated = givenOf(contentOf(completeSession())).day;
  const standard = daysAfter(treated, retreatment.days);
  /** A session of the same patient that many days after the first; where nothing was injected, it holds no needle. */
  const later = (days: number, id: string, given = true): Session => {
    const startedAt = `${daysAfter(treated, days)}T09:00:00+01:00`;
    return given ? completeAt(startedAt, { id }) : completeSession({ id, startedAt, entries: planned });
  };
  const plan = (day: Day, weeks: number, id = 'plan'): CyclePlan => ({
    id,
    day,
    weeks,
    reason: 'wear-off',
    at: `${day}T10:00:00Z`,
    by: 'A',
  });
  /** What sessions tell on a day, by id. */
  const toldOn = async (
    sessions: readonly Session[],
    today: Day,
    plans: readonly PlanEntry[] | 'unreadable' = [],
  ): Promise<Readonly<Record<string, unknown>>> => {
    const { page, deps } = open();
    for (const session of sessions) unwrap(await page.sessions.save(session, 0));
    const profile = unwrap(await page.desk.profiles.add(injector));
    const [first] = sessions;
    if (first === undefined) throw new Error('no session');
    unwrap(await page.desk.sign(first, { profile: profile.id, pin: injector.pin }));
    const desk = createGivenDesk({
      ...deps,
      now: () => `${today}T12:00:00+00:00`,
      file: () =>
        plans === 'unreadable'
          ? Promise.reject(new Error('damaged'))
          : Promise.resolve({ ...emptyFile(patient), plans }),
    });
    const { given, next, withdrawn } = unwrap(await desk.read(first.id));
    return { day: given.day, next, withdrawn };
  };
  it('is due by the paradigm from the last treatment, and was due once the day has passed', async () => {
    const first = completeSession();
    expect(await toldOn([first], daysAfter(treated, 3))).toEqual({
      day: treated,
      next: { kind: 'due', day: standard },
      withdrawn: null,
    });
    expect(await toldOn([first], standard)).toMatchObject({ next: { kind: 'due', day: standard } });
    expect(await toldOn([first], daysAfter(standard, 1))).toMatchObject({ next: { kind: 'was-due', day: standard } });
  });

  it('follows the plan that was made after it, as the list of those who are due does', async () => {
    const plans = [plan(daysAfter(treated, 1), 10, 'a'), plan(daysAfter(treated, 2), 16, 'b')];
    const told = await toldOn([completeSession()], daysAfter(treated, 3), plans);
    expect(told).toMatchObject({ next: { kind: 'due', day: daysAfter(treated, 16 * 7) } });
  });

  it('takes the day back where a correction says that nothing was injected after all, and only then', async () => {
    const { page, deps } = open();
    const voids = planned.map(({ site }, n) => ({ ...skip(500 + n, site, 'slip'), kind: 'void' as const }));
    const whole = completeSession();
    const corrected = { ...whole, entries: [...whole.entries, ...voids] };
    const never = completeSession({ id: 'never', entries: planned });
    for (const session of [corrected, never]) unwrap(await page.sessions.save(session, 0));
    const told = async (session: Session, versions: number) => {
      const signed: Signature = { kind: 'signed', by: 'A', at: session.startedAt, versions, knownKey: true };
      const desk = createGivenDesk({
        ...deps,
        signing: () => Promise.resolve({ opened: () => Promise.resolve(signed) }),
        now: () => `${daysAfter(treated, 3)}T12:00:00+00:00`,
      });
      const { next, withdrawn } = unwrap(await desk.read(session.id));
      return { next, withdrawn };
    };
    expect(await told(corrected, 2)).toEqual({ next: { kind: 'unknown' }, withdrawn: standard });
    expect(await told(corrected, 1), 'no version told a day').toMatchObject({ withdrawn: null });
    expect(await told(never, 2), 'no version told a day').toMatchObject({ withdrawn: null });
  });

  it('does not follow a plan that was made for an earlier session', async () => {
    const told = await toldOn([completeSession()], daysAfter(treated, 3), [plan(daysBefore(treated, 20), 10)]);
    expect(told).toMatchObject({ next: { kind: 'due', day: standard } });
  });

  it('is none where the treatment was ended, and the day that was told before is taken back', async () => {
    const day = daysAfter(treated, 2);
    const end: PlanEntry = { id: 'end', day, ended: true, reason: 'no effect', at: `${day}T10:00:00Z`, by: 'A' };
    const told = await toldOn([completeSession()], daysAfter(treated, 3), [end]);
    expect(told).toMatchObject({ next: { kind: 'none' }, withdrawn: standard });
  });

  it('is no day at all where it cannot be read whether there is a plan', async () => {
    const told = await toldOn([completeSession()], daysAfter(treated, 3), 'unreadable');
    expect(told).toMatchObject({ next: { kind: 'unknown' }, withdrawn: null });
  });

  it('is told by no older session, which takes the day back that it once told, until that has passed', async () => {
    const sessions = [completeSession(), later(70, 'second')];
    expect(await toldOn(sessions, daysAfter(treated, 71))).toMatchObject({
      next: { kind: 'none' },
      withdrawn: standard,
    });
    expect(await toldOn(sessions, daysAfter(standard, 1))).toMatchObject({ next: { kind: 'none' }, withdrawn: null });
  });

  it('is still told by the last treatment after a session in which nothing was injected', async () => {
    const sessions = [completeSession(), later(30, 'second', false)];
    const told = await toldOn(sessions, daysAfter(treated, 31));
    expect(told).toMatchObject({ next: { kind: 'due', day: standard }, withdrawn: null });
  });
});
