import { describe, expect, it } from 'vitest';
import type { Patient } from '../../../src/record/patient';
import { logLines } from '../../../src/state/log-lines';
import { isUntouched } from '../../../src/state/plan-shape';
import { openClinic } from '../../support/clinic';
import { sampleAnchor, sampleHead } from '../../support/sample-sessions';

const patient: Patient = { id: 'p-1', label: 'A. Sample' };
const toward = { landmark: 'tragus', upMm: 40, toward: 'forward', alongMm: 4 } as const;

/** A clinic in which the patient had a session: one site left out, one moved, one extra; and a new session is open. */
async function secondVisit(then: Parameters<typeof firstVisit>[0] = {}) {
  const clinic = await firstVisit(then);
  await clinic.chart.newSession(patient);
  await clinic.settle();
  return clinic;
}

async function firstVisit({ give = true, stop = false }: { readonly give?: boolean; readonly stop?: boolean } = {}) {
  const clinic = openClinic();
  await clinic.chart.newSession(patient);
  clinic.chart.skip('frontalis-L-2', 'heavy brow');
  clinic.moving.answer = {
    anchor: { ...sampleAnchor('trapezius', 'left', 77), positionMm: [90, -60, -40] },
    shiftMm: 7,
    outsideMm: 0,
    zones: [],
  };
  await clinic.chart.moveSite('trapezius-L-1', toward, 'tender there');
  clinic.pointIn('temporalis', 'right');
  await clinic.chart.addExtraAt({ muscle: 'temporalis', side: 'right', ...toward });
  await clinic.chart.addExtraAt({ muscle: 'temporalis', side: 'right', ...toward });
  if (give) {
    clinic.chart.complete('temporalis', 'right');
    // Once takes the dose back, once more the extra.
    for (let n = 0; n < 2; n += 1) clinic.chart.voidSite('temporalis-R-F2', 'never given');
    clinic.chart.complete('procerus');
  }
  if (stop) {
    const { stop: stopIt } = await import('../../../src/ledger/event-commands');
    clinic.chart.record((session, stamp) => stopIt(session, session.vials, { reason: 'fainted' }, stamp), null);
  }
  await clinic.settle();
  return clinic;
}

const made = (clinic: Awaited<ReturnType<typeof firstVisit>>) => clinic.entries().slice(31);

describe('planning as last time', () => {
  it('leaves out, moves and adds what was so then, as one step, and the record says after which session', async () => {
    const clinic = await secondVisit();
    const [last] = clinic.opened;
    expect(await clinic.replanning.last(clinic.state().session as never)).toMatchObject({ units: 30 });
    await clinic.replanning.asLast();
    expect(made(clinic)).toMatchObject([
      { kind: 'move', site: 'trapezius-L-1', shiftMm: 7, reason: 'as last time: tender there' },
      { kind: 'skip', site: 'frontalis-L-2', reason: 'as last time: heavy brow' },
      { kind: 'plan', site: 'temporalis-R-F1', ftp: true },
    ]);
    expect(new Set(made(clinic).map(({ step }) => step)).size).toBe(1);
    // Each has a reason of its own, and the extra none: the line of all three tells none of them for the others.
    const [line] = logLines(clinic.entries());
    expect(line).toEqual({ step: line?.step, at: line?.at, what: 'Plan changed: 3 sites', amount: 'Planned' });
    expect(clinic.state().session?.plannedFrom).toEqual({ kind: 'session', session: last });
    expect(clinic.state().fold.totals.planned).toBe(155);
    clinic.chart.undo();
    expect(made(clinic)).toEqual([]);
  });

  it('is not offered, and refused with its reason, where nothing was ever given to the patient', async () => {
    const clinic = await secondVisit({ give: false });
    expect(await clinic.replanning.last(clinic.state().session as never)).toBeNull();
    await clinic.replanning.asLast();
    expect(clinic.refusal()).toBe('plan.noLast');
    expect(made(clinic)).toEqual([]);
  });

  it('plans again what a stop had left out', async () => {
    const clinic = await secondVisit({ stop: true });
    await clinic.replanning.asLast();
    expect(made(clinic).filter(({ kind }) => kind === 'skip')).toMatchObject([{ site: 'frontalis-L-2' }]);
  });

  it('is refused once anything was charted', async () => {
    const clinic = await secondVisit();
    clinic.chart.give('corrugator-L');
    expect(isUntouched(clinic.state().session as never)).toBe(false);
    await clinic.replanning.asLast();
    expect(clinic.refusal()).toBe('plan.begun');
    expect(made(clinic)).toHaveLength(1);
  });

  it('looks places up anew on another head, and says what could not be found there', async () => {
    const clinic = await firstVisit();
    await clinic.chart.newSession(patient);
    const { session } = clinic.state();
    if (session === null) throw new Error('no session');
    const wider = { ...sampleHead, variant: 'headLength=201' };
    clinic.chart.change((open) => ({ ...open, head: wider }));
    clinic.skin.answer = 'off-skin';
    clinic.skin.asked.length = 0;
    clinic.moving.asked.length = 0;
    await clinic.replanning.asLast();
    expect(clinic.skin.asked).toMatchObject([{ kind: 'offset', landmark: 'tragus' }]);
    expect(clinic.moving.asked).toMatchObject([{ to: { kind: 'offset' } }]);
    expect(made(clinic).map(({ kind }) => kind)).toEqual(['move', 'skip']);
    expect(clinic.state().notice).toMatchObject({ kind: 'warned', message: { key: 'plan.done', values: { lost: 1 } } });
  });

  it('looks a place up anew where the record says another than the skin has there', async () => {
    const clinic = await secondVisit();
    clinic.pointIn('frontalis', 'right');
    clinic.moving.answer = 'off-skin';
    clinic.skin.asked.length = 0;
    clinic.moving.asked.length = 0;
    await clinic.replanning.asLast();
    expect(clinic.skin.asked).toMatchObject([{ kind: 'point' }, { kind: 'offset', landmark: 'tragus' }]);
    expect(clinic.moving.asked).toMatchObject([{ to: { kind: 'ray' } }, { to: { kind: 'offset' } }]);
    expect(made(clinic).map(({ kind }) => kind)).toEqual(['skip']);
    expect(clinic.state().notice).toMatchObject({ kind: 'warned', message: { key: 'plan.done', values: { lost: 2 } } });
  });

  it('takes a place as it was kept where there is no skin to ask yet', async () => {
    const clinic = await secondVisit();
    clinic.skin.answer = 'not-ready';
    clinic.moving.answer = 'not-ready';
    await clinic.replanning.asLast();
    expect(made(clinic).map(({ kind }) => kind)).toEqual(['move', 'skip', 'plan']);
  });
});

describe('a template', () => {
  it('keeps a plan without anything of the patient, and plans another session by it', async () => {
    const clinic = await firstVisit();
    await clinic.replanning.keepTemplate(' Ours ');
    const [template] = clinic.practice.getState().templates;
    expect(template).toMatchObject({
      name: 'Ours',
      plan: { skips: [{ site: 'frontalis-L-2' }], extras: [{ side: 'right' }] },
    });
    expect(JSON.stringify(template)).not.toMatch(/anchor|positionMm|p-1|Sample/);
    await clinic.chart.newSession();
    clinic.pointIn('temporalis', 'right');
    await clinic.replanning.asTemplate('Ours');
    expect(made(clinic).map(({ kind }) => kind)).toEqual(['move', 'skip', 'plan']);
    expect(clinic.state().session?.plannedFrom).toEqual({ kind: 'template', name: 'Ours' });
  });

  it('takes the place of one of the same name, and can be removed', async () => {
    const clinic = await firstVisit();
    await clinic.replanning.keepTemplate('Ours');
    await clinic.replanning.keepTemplate('Ours');
    expect(clinic.practice.getState().templates).toHaveLength(1);
    await clinic.replanning.dropTemplate('Ours');
    expect(clinic.practice.getState().templates).toEqual([]);
  });
});
