import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { muscles } from '../../../../src/protocol/paradigm';
import { safetyChecks } from '../../../../src/protocol/safety-checks';
import { ok } from '../../../../src/protocol/words';
import type { SignedVersion } from '../../../../src/record/signed-version';
import { answerCheck, confirmIdentifiers, giveConsent, setIndication } from '../../../../src/record/visit-commands';
import { discard, stopProcedure } from '../../../../src/state/events';
import { noteText } from '../../../../src/state/note-text';
import { caseIds, trainingCases } from '../../../../src/state/training/cases';
import { createTraining } from '../../../../src/state/training/training';
import type { DryRun, Training } from '../../../../src/state/training/training-kit';
import { storyOf, trainingPin } from '../../../../src/state/training/training-text';
import { changeVisit } from '../../../../src/state/visit-desk';
import { sampleSession } from '../../../support/sample-sessions';
import { type Page, signAll, signingDevice } from '../../../support/signing-device';
import { trainingPorts } from '../../../support/training-ports';
import { unwrap } from '../../../support/signing';
import { everything } from '../../../support/vault-rows';

const devices: { readonly close: () => void }[] = [];
afterEach(() => {
  for (const device of devices.splice(0)) device.close();
});

const runOf = (training: Training): DryRun => {
  const { run } = training.store.getState();
  if (run === null) throw new Error('no run');
  return run;
};

function askEverything({ services: { chart }, case: { model } }: DryRun): void {
  changeVisit(chart, (visit) => setIndication(visit, { id: 'chronic-migraine' }));
  changeVisit(chart, (visit, by) => confirmIdentifiers(visit, ['name', 'birth-date'], by));
  changeVisit(chart, (visit, by) => ok(giveConsent(visit, by)));
  for (const { id } of safetyChecks)
    changeVisit(chart, (visit, by) =>
      ok(answerCheck(visit, { check: id, answer: model.yes.includes(id) ? 'yes' : 'no' }, by)),
    );
}

/** Charts the standard case from the first question to the signature. */
async function chartToTheEnd(run: DryRun): Promise<void> {
  const { chart, signing, stock } = run.services;
  askEverything(run);
  const [offered] = unwrap(await (await stock()).read()).rows;
  chart.change((session) => ({
    ...session,
    vials: session.vials.map((vial) => ({
      ...vial,
      lot: offered?.lot ?? '',
      expiry: offered?.expiry ?? '',
      reconstitutedAt: session.startedAt,
    })),
  }));
  for (const { id } of muscles) chart.complete(id);
  const [vial] = chart.store.getState().session?.vials ?? [];
  const left = chart.store.getState().fold.totals.byVial.get(vial?.id ?? '')?.left ?? 0;
  discard(chart, { amount: left, vial: vial?.id ?? '', reason: '' });
  await chart.flush();
  const desk = await signing();
  const [profile] = unwrap(await desk.profiles.list());
  const { session } = chart.store.getState();
  if (session === null) throw new Error('no session');
  unwrap(await desk.sign(session, { profile: profile?.id ?? '', pin: trainingPin }));
  await chart.reload(session.id);
  // Who signed is asked behind the reload.
  await expect.poll(() => chart.store.getState().signature?.kind).toBe('signed');
}

describe('a dry run', () => {
  it('is charted in the real chart from the first question to the signature, and has nothing left to be said', async () => {
    const training = createTraining(trainingPorts().ports);
    await training.begin('standard');
    await chartToTheEnd(runOf(training));
    await training.end();
    const { run, ended } = training.store.getState();
    expect(run).toBeNull();
    expect(ended?.debrief.lines.filter(({ verdict }) => verdict !== 'right')).toEqual([]);
    expect(ended?.refused).toEqual([]);
  });

  it('leaves everything that the app keeps as it was, to the byte', async () => {
    const device = signingDevice();
    devices.push(device);
    const page: Page = device.open();
    await signAll(page, []);
    unwrap(await page.sessions.save(sampleSession(), 0));
    const before = await everything(device.name);
    const { ports, settings, written } = trainingPorts();
    const real = settings.getState();

    const training = createTraining(ports);
    for (const id of caseIds) {
      await training.begin(id);
      const { services } = runOf(training);
      services.settings.setState({ map: 'preempt-2010', hairline: true });
      await (await services.practiceDesk()).change((practice) => practice);
      if (id === 'standard') await chartToTheEnd(runOf(training));
      else stopProcedure(services.chart, 'not today');
      await training.end();
    }
    expect(await everything(device.name)).toEqual(before);
    expect(written).toEqual([]);
    expect(settings.getState()).toBe(real);
    expect(settings.getState().lastSession).toBe('the-real-one');
  });

  it('says what it is on everything that is made of it', async () => {
    const training = createTraining(trainingPorts().ports);
    await training.begin('standard');
    const run = runOf(training);
    await chartToTheEnd(run);
    const { session } = run.services.chart.store.getState();
    expect(session?.patient.label).toMatch(/^TRAINING: Demo, .*\(synthetic\)$/);
    const versions = unwrap(await (await run.services.signing()).versionsOf(session?.id ?? ''));
    expect((versions[0] as SignedVersion).author.name).toContain('TRAINING');
    const text = noteText({ kind: 'signed', versions: versions as readonly SignedVersion[], version: 1 });
    expect(text).toContain('TRAINING: simulated patient');
  });

  it('hands nothing out and opens no second session', async () => {
    const training = createTraining(trainingPorts().ports);
    await training.begin('infection');
    const { chart, records, note, bulk, beside, commands, outcomes, store } = runOf(training).services;
    const session = chart.store.getState().session;
    const absent = { key: 'training.absent' };
    expect(await records.exportSession(session?.id ?? '')).toEqual({ ok: false, message: absent });
    expect(await records.exportBundle(session?.id ?? '', 1)).toEqual({ ok: false, message: absent });
    expect(await (await note()).paper()).toBe('a4');
    expect(await (await note()).notePdf([])).toEqual({ ok: false, error: absent });
    await expect(bulk()).rejects.toThrow('Not in a dry run');
    await expect(beside()).rejects.toThrow('Not in a dry run');
    await expect(outcomes()).rejects.toThrow('Not in a dry run');
    await chart.newSession();
    expect(chart.store.getState().notice?.message.key).toBe('training.oneSession');
    (await commands()).find(({ id }) => id === 'print-note')?.run();
    expect(chart.store.getState().notice?.message).toEqual(absent);
    (await commands()).find(({ id }) => id === 'new-session')?.run();
    expect(chart.store.getState().session?.id).toBe(session?.id);
    expect(unwrap(await store.list())).toHaveLength(1);
    expect((await commands()).map(({ id }) => id)).not.toContain('speech');
  });

  it('holds to the rules, and tells in the end which it held to, each once', async () => {
    const training = createTraining(trainingPorts().ports);
    await training.begin('infection');
    const { chart } = runOf(training).services;
    askEverything(runOf(training));
    chart.give('procerus-M');
    chart.give('procerus-M');
    expect(chart.store.getState().fold.totals.given).toBe(0);
    stopProcedure(chart, 'infection over the right trapezius');
    await training.end();
    const { ended } = training.store.getState();
    expect(ended?.refused).toHaveLength(1);
    expect(ended?.refused[0]).toContain('Infection at a site');
    expect(ended?.debrief.lines.find(({ id }) => id === 'outcome')?.verdict).toBe('right');
  });

  it('goes on where it was left, begins anew when that is asked for, and forgets what was left for good', async () => {
    const training = createTraining(trainingPorts().ports);
    await training.begin('standard');
    const first = runOf(training);
    await training.begin('standard');
    expect(runOf(training)).toBe(first);
    await training.begin('standard', 'again');
    expect(runOf(training)).not.toBe(first);
    training.leave();
    expect(training.store.getState()).toEqual({ run: null, ended: null });
    const late = training.begin('infection');
    training.leave();
    await late;
    expect(training.store.getState().run).toBeNull();
  });

  it('asks the head about the map of its own chart, whichever the app charts on', async () => {
    const asked: (() => string)[] = [];
    const { ports } = trainingPorts();
    const onMap: typeof ports.anatomy.onMap = (map) => {
      asked.push(map);
      return ports.anatomy.onMap(map);
    };
    const training = createTraining({ ...ports, anatomy: { onMap } });
    await training.begin('standard');
    expect(asked.map((map) => map())).toEqual([runOf(training).services.chart.mapId()]);
  });
});

describe('the story of a patient', () => {
  it('is told with the day of what lies back, by the calendar', () => {
    const story = (at: string) => trainingCases.map((one) => storyOf(one, at)).join('\n');
    expect(story('2026-06-02T09:00:00+02:00')).toContain('on 28 Apr 2026');
    expect(story('2027-03-01T09:00:00+01:00')).toContain('on 25 Jan 2027');
  });
});
