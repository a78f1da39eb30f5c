import { describe, expect, it, vi } from 'vitest';
import { say } from '../../../src/messages/translate';
import { err, ok } from '../../../src/protocol/words';
import { safetyChecks } from '../../../src/protocol/safety-checks';
import type { Patient } from '../../../src/record/patient';
import type { Session } from '../../../src/record/session';
import { visitOf } from '../../../src/record/visit';
import { answerCheck, override, reviewUnchanged } from '../../../src/record/visit-commands';
import { detailsLocked, readIdentity, saveDetails } from '../../../src/state/details';
import { historyFor } from '../../../src/state/history';
import { lastVisitOf } from '../../../src/state/last-visit';
import { changeVisit } from '../../../src/state/visit-desk';
import { whyVialsTaken } from '../../../src/state/vial-claims';
import { openClinic } from '../../support/clinic';
import type { MemoryDisk } from '../../support/memory-store';
import { give, planned, sampleSession } from '../../support/sample-sessions';

const kim: Patient = { id: 'p-1', label: 'K. M.', born: '1979-05-04' };
const days = (n: number): string => new Date(Date.UTC(2026, 10, 23 - n, 9)).toISOString().replace('Z', '+00:00');

/** A visit of Kim that many days ago, in which every site was given. */
function visited(daysAgo: number, change: Partial<Session> = {}): Session {
  const at = days(daysAgo);
  const entries = [...planned, ...planned.map(({ site }, n) => give(100 + n, site))].map((one) => ({ ...one, at }));
  return sampleSession({ id: `ago-${String(daysAgo)}`, patient: kim, startedAt: at, entries, ...change });
}

async function clinicWith(...sessions: readonly Session[]) {
  const clinic = openClinic();
  for (const session of sessions) await clinic.store.save(session, 0);
  const said = () => {
    const { notice } = clinic.state();
    return notice === null ? '' : say(notice.message);
  };
  const given = () => clinic.state().fold.totals.given;
  const past = () => clinic.state().history?.past.map(({ id }) => id) ?? null;
  return { ...clinic, said, given, past };
}
const windowOn = (disk: MemoryDisk) => openClinic(disk);

describe('the history of the patient', () => {
  it('of a new session is empty at once, and what cannot be read is told behind it', async () => {
    const clinic = await clinicWith(visited(10));
    clinic.disk.rows.set('torn', { revision: 1, signed: false, savedAt: '', doc: 'torn' });
    const begun = clinic.chart.newSession();
    await begun;
    expect(clinic.state().history).toMatchObject({ past: [], unread: 0 });
    clinic.chart.give('procerus-M');
    expect(clinic.given()).toBe(5);
    await clinic.settle();
    expect(clinic.state().history).toMatchObject({ past: [], unread: 1 });
  });

  it('is there before a session of a known patient can be charted, begun or kept', async () => {
    const clinic = await clinicWith(visited(52), visited(30, { id: 'theirs', patient: { id: 'p-2', label: 'B.' } }));
    await clinic.chart.newSession(kim);
    expect(clinic.state().session?.patient).toEqual(kim);
    expect(clinic.past()).toEqual(['ago-52']);
    await clinic.settle();
    const again = windowOn(clinic.disk);
    await again.chart.open(clinic.state().session?.id ?? '');
    expect(again.state().history?.past.map(({ id }) => id)).toEqual(['ago-52']);
  });

  it('holds back a dose above the limit, until it is set aside with a reason', async () => {
    const clinic = await clinicWith(visited(20), visited(40));
    await clinic.chart.newSession(kim);
    clinic.chart.give('procerus-M');
    expect(clinic.given()).toBe(0);
    expect(clinic.said()).toContain('465 U');
    changeVisit(clinic.chart, (visit, stamp) =>
      override(visit, { rule: 'cumulative-dose', units: 465 }, 'agreed', stamp),
    );
    clinic.chart.give('procerus-M');
    expect(clinic.given()).toBe(5);
  });

  it('is read again when another window saves', async () => {
    const clinic = await clinicWith();
    await clinic.chart.newSession(kim);
    expect(clinic.past()).toEqual([]);
    await windowOn(clinic.disk).store.save(visited(20), 0);
    await clinic.settle();
    expect(clinic.past()).toEqual(['ago-20']);
  });

  it('is that of the patient whom the session comes to be; until it is read nothing is given', async () => {
    const clinic = await clinicWith(visited(20), visited(40));
    await clinic.chart.newSession();
    await clinic.settle();
    const details = { patient: kim, injector: '', note: '', bmiBand: null };
    saveDetails(clinic.chart, clinic.settings, details);
    clinic.chart.give('procerus-M');
    expect(clinic.given()).toBe(0);
    expect(clinic.said()).toContain('still being read');
    const { history } = clinic.state();
    expect(historyFor(history, kim.id).unread).toBeNull();
    await clinic.settle();
    expect(clinic.past()).toEqual(['ago-20', 'ago-40']);
    clinic.chart.give('procerus-M');
    expect(clinic.said()).toContain('465 U');
  });

  it('that cannot be read any more keeps what was known, and is told', async () => {
    const clinic = await clinicWith(visited(20));
    await clinic.chart.newSession(kim);
    vi.spyOn(clinic.store, 'list').mockResolvedValue(err({ kind: 'Unavailable', why: 'no disk' }));
    await windowOn(clinic.disk).store.save(visited(30), 0);
    await clinic.settle();
    expect(clinic.state().history).toMatchObject({ past: [{ id: 'ago-20' }], unread: null });
  });

  it('is read once more, and not once for each save of another window', async () => {
    const clinic = await clinicWith();
    await clinic.chart.newSession();
    await clinic.settle();
    const list = vi.spyOn(clinic.store, 'list');
    const other = windowOn(clinic.disk);
    for (let n = 0; n < 20; n += 1) void other.store.save(visited(n + 1), 0);
    await clinic.settle();
    expect(list.mock.calls.length).toBeLessThan(4);
  });
});

describe('a new session', () => {
  it('has a vial of its own', async () => {
    const clinic = await clinicWith();
    const ids = [];
    for (let n = 0; n < 2; n += 1) {
      await clinic.chart.newSession();
      ids.push(...(clinic.state().session?.vials.map(({ id }) => id) ?? []));
    }
    expect(new Set(ids).size).toBe(2);
  });
});

describe('a session from a file', () => {
  it('is not taken in where its vial stands in another session here', async () => {
    const vials = sampleSession().vials.map((vial) => ({ ...vial, id: 'v-7', reconstitutedAt: days(0) }));
    const { store } = await clinicWith(sampleSession({ vials, entries: planned }));
    expect(await whyVialsTaken(sampleSession({ id: 'copy', vials }), store)).toMatchObject({
      key: 'records.vialTaken',
    });
    expect(await whyVialsTaken(sampleSession({ vials }), store)).toBeNull();
    expect(await whyVialsTaken(sampleSession({ id: 'other' }), store)).toBeNull();
  });
});

describe('the details of a session', () => {
  it('of another patient take the answers of the one before with them, and say so', async () => {
    const clinic = await clinicWith(visited(100));
    await clinic.chart.newSession();
    changeVisit(clinic.chart, (visit, stamp) => ok(answerCheck(visit, { check: 'bleeding', answer: 'yes' }, stamp)));
    saveDetails(clinic.chart, clinic.settings, { patient: kim, injector: 'Dr E.', note: '', bmiBand: null });
    const { session } = clinic.state();
    expect(session).toMatchObject({ patient: kim, injector: 'Dr E.' });
    expect(session === null ? null : visitOf(session).checks).toEqual([]);
    expect(clinic.said()).toContain('Another patient');
    expect(clinic.settings.getState().injector).toBe('Dr E.');
  });

  it('may be mended once it is finished, and not before it is known that nobody signed it', async () => {
    const clinic = await clinicWith();
    await clinic.chart.newSession();
    clinic.chart.finish();
    expect(detailsLocked(clinic.state())).toBeNull();
    const change = (label: string) => {
      const patient = { id: clinic.state().session?.patient.id ?? '', label };
      saveDetails(clinic.chart, clinic.settings, { patient, injector: '', note: '', bmiBand: null });
      return clinic.state().session?.patient.label;
    };
    expect(change('first')).toBe('first');
    for (const [signature, locked] of [
      [null, 'unknown'],
      [{ kind: 'signed', by: 'A', at: days(0), versions: 1, knownKey: true }, 'signed'],
    ] as const) {
      clinic.chart.store.setState({ signature });
      expect(detailsLocked(clinic.state())).toBe(locked);
      expect(change('second')).toBe('first');
    }
  });

  it('need no patient while nobody was named, and a readable one after that', () => {
    const blank = { id: 'p', label: ' ', born: '', recordNumber: '' };
    expect(readIdentity(blank, { id: 'p', label: '' }, days(0))).toEqual(ok({ id: 'p', label: '' }));
    expect(readIdentity(blank, kim, days(0))).toMatchObject({ error: [{ kind: 'NothingToTellApart' }] });
    expect(readIdentity({ ...blank, born: '79' }, null, days(0))).toMatchObject({
      error: [{ kind: 'NothingToTellApart' }, { kind: 'BornUnreadable' }],
    });
  });
});

describe('the last visit', () => {
  const asked = { session: 'today', patient: kim.id, startedAt: days(0) };
  const answers = (answer: 'no' | 'yes', at: string) => ({
    checks: safetyChecks.map(({ id }) => ({ check: id, answer, at, by: 'Dr E.' })),
    overrides: [],
    deviations: [],
    otherToxins: [],
    elsewhere: [],
  });

  it('is the latest one in which anything was answered, and its answers are taken over in one press', async () => {
    const { store } = await clinicWith(
      visited(200, { visit: answers('yes', days(200)) }),
      visited(100, { visit: answers('no', days(100)) }),
      visited(1),
    );
    const last = await lastVisitOf(asked, store);
    if (last.kind !== 'found') throw new Error(last.kind);
    expect([last.session, last.at]).toEqual(['ago-100', days(100)]);
    const stamp = { at: days(0), by: 'Dr E.' };
    const reviewed = reviewUnchanged(answers('no', days(0)), last, stamp);
    expect(reviewed).toMatchObject({ error: { kind: 'NothingToReview' } });
    expect(last.started.get('ago-200')).toBe(days(200));
  });

  it('that cannot be read is said, and no older one takes its place', async () => {
    const { store } = await clinicWith(visited(200, { visit: answers('no', days(200)) }), visited(100));
    vi.spyOn(store, 'load').mockResolvedValue(err({ kind: 'Damaged', id: 'ago-100', why: 'torn' }));
    expect(await lastVisitOf(asked, store)).toMatchObject({ kind: 'failed' });
    vi.spyOn(store, 'list').mockResolvedValue(err({ kind: 'Locked' }));
    expect(await lastVisitOf(asked, store)).toMatchObject({ kind: 'failed', error: { kind: 'Locked' } });
  });

  it('is none for a new patient', async () => {
    const { store } = await clinicWith(visited(100, { visit: answers('no', days(100)) }));
    expect(await lastVisitOf({ ...asked, patient: 'p-9' }, store)).toEqual({ kind: 'none' });
  });
});
