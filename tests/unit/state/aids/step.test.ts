import { describe, expect, it } from 'vitest';
import { pulseOf } from '../../../../src/state/aids/pulse';
import { spokenStep, standing } from '../../../../src/state/aids/spoken';
import { type Step, stepBetween } from '../../../../src/state/aids/step';
import { stopProcedure } from '../../../../src/state/events';
import { saveDetails } from '../../../../src/state/details';
import { openClinic } from '../../../support/clinic';
import { memoryDisk } from '../../../support/memory-store';

/** A chart, and what whoever does not look at it would be told. */
function listenTo(clinic: ReturnType<typeof openClinic>) {
  const told: Step[] = [];
  const heard: string[] = [];
  const felt: (readonly number[] | null)[] = [];
  clinic.chart.store.subscribe((after, before) => {
    const step = stepBetween(before, after);
    if (step === null) return;
    told.push(step);
    heard.push(spokenStep(step, after));
    felt.push(pulseOf(step));
  });
  const last = () => ({ step: told.at(-1), heard: heard.at(-1), pulses: felt.at(-1) });
  return { ...clinic, told, heard, last };
}

async function listening(disk = memoryDisk()) {
  const clinic = openClinic(disk);
  await clinic.chart.newSession();
  await clinic.settle();
  return listenTo(clinic);
}

describe('what is told of a step', () => {
  it('is nothing of a session that is opened', async () => {
    const clinic = listenTo(openClinic());
    await clinic.chart.newSession();
    await clinic.settle();
    expect(clinic.told).toEqual([]);
  });

  it('of a dose: given, what comes next, how much is in, and one pulse; once, however it is saved', async () => {
    const clinic = await listening();
    clinic.chart.give('corrugator-L');
    await clinic.settle();
    expect(clinic.told).toEqual([{ kind: 'given', sites: 1 }]);
    expect(clinic.last()).toMatchObject({
      heard: 'Given. Next: corrugator, right, 1. 5 of 195 units.',
      pulses: [30],
    });
  });

  it('of a muscle given at once: the muscle, where nothing of it is left', async () => {
    const clinic = await listening();
    clinic.chart.complete('corrugator');
    expect(clinic.last()).toMatchObject({
      step: { kind: 'given-at-once', sites: 2, muscleDone: true },
      heard: 'Corrugator complete, 2 sites. Next: procerus, midline, 1. 10 of 195 units.',
      pulses: [30],
    });
  });

  it('of one side given at once: the muscle and the side', async () => {
    const clinic = await listening();
    clinic.chart.complete('temporalis', 'right');
    expect(clinic.last().heard).toBe('Temporalis right, 4 sites given. Next: corrugator, left, 1. 20 of 195 units.');
  });

  it('of the last one: that no site is left', async () => {
    const clinic = await listening();
    const muscles = new Set(clinic.state().fold.rows.map(({ muscle }) => muscle));
    for (const muscle of muscles) clinic.chart.complete(muscle);
    expect(clinic.last().heard).toBe('Trapezius complete, 6 sites. No site is left. 155 of 195 units.');
  });

  it('of undo and redo: which it was, and where that leads', async () => {
    const clinic = await listening();
    clinic.chart.give('corrugator-L');
    clinic.chart.undo();
    expect(clinic.last()).toMatchObject({
      step: { kind: 'undone' },
      heard: 'Undone. Next: corrugator, left, 1. 0 of 195 units.',
      pulses: null,
    });
    clinic.chart.redo();
    expect(clinic.last()).toMatchObject({
      step: { kind: 'redone' },
      heard: 'Redone. Next: corrugator, right, 1. 5 of 195 units.',
    });
    clinic.chart.undo();
    clinic.chart.give('corrugator-R');
    expect(clinic.last().step).toEqual({ kind: 'given', sites: 1 });
  });

  it('of a skip, a void and a stop', async () => {
    const clinic = await listening();
    clinic.chart.skip('corrugator-L', 'Tender');
    expect(clinic.last().heard).toBe('Skipped. Next: corrugator, right, 1. 0 of 195 units.');
    clinic.chart.voidSite('corrugator-L', 'Entered by mistake');
    expect(clinic.last().heard).toBe('Voided. Next: corrugator, left, 1. 0 of 195 units.');
    stopProcedure(clinic.chart, 'Unwell');
    expect(clinic.last()).toMatchObject({
      step: { kind: 'stopped' },
      heard: 'Procedure stopped. 0 of 195 units.',
    });
  });

  it('of an extra: that the next site is one', async () => {
    const clinic = await listening();
    const muscles = new Set(clinic.state().fold.rows.map(({ muscle }) => muscle));
    for (const muscle of muscles) clinic.chart.complete(muscle);
    clinic.pointIn('temporalis', 'left');
    clinic.chart.addExtraOnRay({ origin: [200, 0, 0], direction: [-1, 0, 0] });
    await clinic.settle();
    expect(clinic.told.at(-1)).toEqual({ kind: 'recorded' });
    expect(clinic.last().heard).toBe('Recorded. Next: follow-the-pain, temporalis, left, f1. 155 of 195 units.');
  });

  it('of a refusal: why, with two pulses, each time anew', async () => {
    const clinic = await listening();
    clinic.chart.give('corrugator-L');
    clinic.chart.give('corrugator-L');
    clinic.chart.give('corrugator-L');
    expect(clinic.told.map(({ kind }) => kind)).toEqual(['given', 'refused', 'refused']);
    expect(clinic.last().pulses).toHaveLength(3);
    expect(clinic.last().heard).toMatch(/^Refused\. Not given/);
  });

  it('of a finished session and one that is opened again', async () => {
    const clinic = await listening();
    clinic.chart.finish();
    expect(clinic.last()).toMatchObject({ step: { kind: 'finished' }, heard: 'Session finished. 0 of 195 units.' });
    await clinic.settle();
    clinic.chart.store.setState({ signature: { kind: 'unsigned' } });
    clinic.chart.reopen();
    expect(clinic.last().step).toEqual({ kind: 'reopened' });
  });

  it('is never the name of the patient, nor what the history says', async () => {
    const clinic = await listening();
    const id = clinic.state().session?.patient.id ?? '';
    saveDetails(clinic.chart, clinic.settings, {
      patient: { id, label: 'Maria Example' },
      injector: 'Dr Example',
      note: '',
      bmiBand: null,
    });
    clinic.chart.give('corrugator-L');
    const message = { key: 'refused.inTheWay', values: { why: 'Maria Example had 400 U.' } } as const;
    clinic.chart.store.setState({ notice: { kind: 'refused', message, n: 999 } });
    clinic.chart.undo();
    clinic.chart.finish();
    expect(clinic.heard).toHaveLength(4);
    expect([...clinic.heard, standing(clinic.state())].join(' ')).not.toMatch(/Maria|Dr Example|400/);
  });

  it('is nothing of a step that another window made, nor of a change that is no step', async () => {
    const disk = memoryDisk();
    const clinic = await listening(disk);
    const other = listenTo(openClinic(disk));
    await other.chart.open(clinic.state().session?.id ?? '');
    await other.settle();
    clinic.chart.give('corrugator-L');
    await clinic.settle();
    await clinic.settle();
    expect(other.state().fold.totals.given).toBe(5);
    expect(other.told).toEqual([]);
    clinic.chart.setLayer('muscles');
    clinic.chart.step(1);
    expect(clinic.told).toHaveLength(1);
  });

  it('of a dose that did not come about: another window was quicker', async () => {
    const disk = memoryDisk();
    const clinic = await listening(disk);
    const other = listenTo(openClinic(disk));
    await other.chart.open(clinic.state().session?.id ?? '');
    await other.settle();
    clinic.chart.give('corrugator-L');
    other.chart.give('procerus-M');
    for (let i = 0; i < 4; i += 1) await other.settle();
    const told = [clinic, other].flatMap((each) => each.told.slice(1));
    expect(told).toEqual([{ kind: 'overtaken' }]);
    const loser = clinic.told.length === 2 ? clinic : other;
    expect(loser.last().heard).toMatch(/^Not kept: another window was quicker\. Next: .* 5 of 195 units\.$/);
    expect(loser.last().pulses).toHaveLength(3);
  });

  it('of a dose that could not be written: that it is not saved', async () => {
    const clinic = await listening();
    clinic.store.fail({ kind: 'DiskFull' });
    clinic.chart.give('corrugator-L');
    await clinic.settle();
    expect(clinic.told.map(({ kind }) => kind)).toEqual(['given', 'not-saved']);
    clinic.store.fail(null);
    clinic.chart.retrySave();
    await clinic.settle();
    expect(clinic.told).toHaveLength(2);
  });
});
