import { describe, expect, it } from 'vitest';
import type { MoveAnswer } from '../../../src/state/anatomy-service';
import { itemName, markerState } from '../../../src/state/site-text';
import { neighboursOf } from '../../../src/state/zones';
import { openClinic } from '../../support/clinic';
import { sampleAnchor } from '../../support/sample-sessions';

const up = { landmark: 'glabella', upMm: 47, toward: 'lateral', alongMm: 20 } as const;
const near = { zone: 'supraorbital-nerve', side: 'left', mm: 2.46, inside: true } as const;

function answer(change: Partial<MoveAnswer> = {}): MoveAnswer {
  return { anchor: sampleAnchor('frontalis', 'left', 77), shiftMm: 6.2, outsideMm: 0, zones: [], ...change };
}

async function charting() {
  const clinic = openClinic();
  await clinic.chart.newSession();
  const row = (site: string) => {
    const found = clinic.state().fold.rows.find((one) => one.id === site);
    if (found === undefined) throw new Error(`no row ${site}`);
    return found;
  };
  return { ...clinic, row };
}

describe('moving a site', () => {
  it('asks the anatomy from where the site was planned, on its own side, and records what it answers', async () => {
    const clinic = await charting();
    const planned = clinic.row('frontalis-L-1').anchor.positionMm;
    clinic.moving.answer = answer();
    expect(await clinic.chart.moveSite('frontalis-L-1', up, 'Brow or lid position')).toBeNull();
    expect(clinic.moving.asked.at(-1)).toEqual({
      muscle: 'frontalis',
      side: 'left',
      from: planned,
      to: { kind: 'offset', side: 'left', ...up },
    });
    expect(clinic.entries().at(-1)).toMatchObject({
      kind: 'move',
      site: 'frontalis-L-1',
      shiftMm: 6.2,
      reason: 'Brow or lid position',
    });
    await clinic.chart.moveSite('frontalis-L-1', up, 'Asymmetry');
    expect(clinic.moving.asked.at(-1)?.from, 'and again from there').toEqual(planned);
  });

  it('refuses a place told twice along the crest of a shoulder, without asking the anatomy', async () => {
    const clinic = await charting();
    const twice = { landmark: 'acromion', upMm: 45, toward: 'medial', alongMm: 54 } as const;
    expect(await clinic.chart.moveSite('trapezius-L-1', twice, 'Asymmetry')).toEqual({ key: 'ftp.oneAxis' });
    expect(await clinic.chart.previewMove('trapezius-L-1', twice)).toMatchObject({ kind: 'impossible' });
    expect(await clinic.chart.addExtraAt({ muscle: 'trapezius', side: 'left', ...twice })).toEqual({
      key: 'ftp.oneAxis',
    });
    expect(clinic.moving.asked).toEqual([]);
  });

  it('says so, and the list calls the site moved', async () => {
    const clinic = await charting();
    clinic.moving.answer = answer();
    await clinic.chart.moveSite('frontalis-L-1', up, 'Asymmetry');
    const row = clinic.row('frontalis-L-1');
    expect(clinic.state().notice).toMatchObject({ kind: 'done', message: { key: 'said.moved' } });
    expect(itemName(row, markerState(row, null))).toBe('Frontalis left 1, moved');
    expect(itemName(row, markerState(row, row.id))).toBe('Frontalis left 1, moved, next');
    clinic.chart.give('frontalis-L-1');
    const given = clinic.row('frontalis-L-1');
    expect(itemName(given, markerState(given, null))).toBe('Frontalis left 1, moved, given');
  });

  it('into a danger zone warns with reason and distance, records the warning, and is not stopped', async () => {
    const clinic = await charting();
    clinic.moving.answer = answer({ zones: [near, { ...near, zone: 'orbital-rim', mm: 14, inside: false }] });
    const shown = await clinic.chart.previewMove('frontalis-L-1', up);
    expect(shown).toMatchObject({ kind: 'possible', text: '6 mm from where it was planned' });
    expect(shown.kind === 'possible' && shown.warning).toMatch(/supraorbital nerve: 2 mm/);
    expect(shown.kind === 'possible' && shown.warning, 'near is not inside').not.toContain('14 mm');
    expect(await clinic.chart.moveSite('frontalis-L-1', up, 'Asymmetry')).toBeNull();
    expect(clinic.state().notice).toMatchObject({ kind: 'warned', message: { key: 'said.movedInZone' } });
    const row = clinic.row('frontalis-L-1');
    expect(row.warned).toEqual([{ zone: 'supraorbital-nerve', side: 'left', mm: 2.5 }]);
    expect(neighboursOf(clinic.state(), 'preempt-2017', row)).toContainEqual(near);
  });

  it('keeps the warning told of an extra as well', async () => {
    const clinic = await charting();
    clinic.pointIn('temporalis', 'left', [{ ...near, zone: 'superficial-temporal-artery' }]);
    clinic.chart.addExtraOnRay({ origin: [0, 0, 0], direction: [1, 0, 0] });
    await clinic.settle();
    expect(clinic.row('temporalis-L-F1').warned).toEqual([
      { zone: 'superficial-temporal-artery', side: 'left', mm: 2.5 },
    ]);
  });

  it('says how far outside the drawn muscle a place is, and what lies where a site may not go', async () => {
    const clinic = await charting();
    clinic.moving.answer = answer({ outsideMm: 2.34 });
    expect(await clinic.chart.previewMove('frontalis-L-1', up)).toMatchObject({
      text: '6 mm from where it was planned, 2.3 mm outside the muscle as drawn',
    });
    clinic.moving.answer = { under: { muscle: 'corrugator', side: 'left' }, other: null };
    const before = clinic.entries().length;
    expect(await clinic.chart.moveSite('frontalis-L-1', up, 'Asymmetry')).toEqual({
      key: 'move.elsewhere',
      values: { asked: 'frontalis left', found: 'corrugator left' },
    });
    clinic.moving.answer = { under: null, other: null };
    expect(await clinic.chart.previewMove('frontalis-L-1', up)).toMatchObject({ why: { key: 'move.elsewhereNone' } });
    clinic.moving.answer = 'not-ready';
    expect(await clinic.chart.previewMove('frontalis-L-1', up)).toMatchObject({ why: { key: 'move.not-ready' } });
    expect(clinic.entries()).toHaveLength(before);
  });

  it('tells the finger that drags a site how far it is and whether it may stand there, and moves it to a ray', async () => {
    const clinic = await charting();
    const { moves } = await clinic.chart.placing();
    const ray = { origin: [0, 60, 300], direction: [0, 0, -1] } as const;
    const said = async (now: typeof clinic.moving.answer) => {
      clinic.moving.answer = now;
      const told = await moves.drag('frontalis-L-1', ray);
      return `${told?.allowed === true ? 'may' : 'may not'}: ${told?.text ?? ''}`;
    };
    expect(await said(answer())).toBe('may: 6 mm · in the muscle');
    expect(await said(answer({ shiftMm: 12, outsideMm: 2.04 }))).toBe('may: 12 mm · 2.0 mm outside: frontalis');
    const corrugator = { under: { muscle: 'corrugator', side: 'left' }, other: null } as const;
    expect(await said(corrugator)).toBe('may not: Not here: corrugator left');
    expect(await said({ under: null, other: 'ear' })).toBe('may not: Not here: ear');
    expect(await said({ under: null, other: null })).toBe('may not: Not here: outside frontalis left');
    expect(await said('off-skin')).toBe('may not: Not here: off the skin');
    expect(clinic.moving.asked.at(-1)?.to).toEqual({ kind: 'ray', ray });
    const before = clinic.entries().length;
    clinic.moving.answer = corrugator;
    expect(await clinic.chart.moveSite('frontalis-L-1', { ray }, 'Asymmetry')).toMatchObject({ key: 'drag.notMoved' });
    expect(clinic.entries()).toHaveLength(before);
    clinic.moving.answer = answer();
    expect(await clinic.chart.moveSite('frontalis-L-1', { ray }, 'Asymmetry')).toBeNull();
    expect(clinic.entries().at(-1)).toMatchObject({ kind: 'move', shiftMm: 6.2, reason: 'Asymmetry' });
    expect(await moves.drag('nowhere-L-1', ray)).toBeNull();
  });

  it('needs an open session, and words where the reason is another', async () => {
    const clinic = await charting();
    clinic.moving.answer = answer();
    await clinic.chart.moveSite('frontalis-L-1', up, '');
    expect(clinic.refusal()).toBe('refused.ReasonMissing');
    clinic.chart.finish();
    await clinic.chart.moveSite('frontalis-L-1', up, 'Asymmetry');
    expect(clinic.refusal()).toBe('refused.finished');
    expect(clinic.entries().some(({ kind }) => kind === 'move')).toBe(false);
  });
});
