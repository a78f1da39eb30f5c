import { describe, expect, it, vi } from 'vitest';
import { say } from '../../../src/messages/translate';
import { stopProcedure } from '../../../src/state/events';
import { openClinic } from '../../support/clinic';

const ray = { origin: [200, 0, 0], direction: [-1, 0, 0] } as const;

/** A session under way, and every notice that came since: what is said, and how often. */
async function listening() {
  const clinic = openClinic();
  await clinic.chart.newSession();
  await clinic.settle();
  const heard: string[] = [];
  clinic.chart.store.subscribe((after, before) => {
    if (after.notice === before.notice || after.notice === null) return;
    heard.push(`${after.notice.kind}: ${say(after.notice.message)}`);
  });
  return { ...clinic, heard };
}

describe('what is announced', () => {
  it('of a dose is the site on its side and the running total, once, however it is saved', async () => {
    const { chart, heard, settle } = await listening();
    chart.give('temporalis-L-2');
    await settle();
    expect(heard).toEqual(['done: Temporalis left 2 given, 5 of 195 units.']);
  });

  it('of sites given at once names the muscle, and the side where it was one', async () => {
    const { chart, heard } = await listening();
    chart.complete('temporalis', 'left');
    chart.complete('temporalis');
    chart.complete('corrugator');
    expect(heard).toEqual([
      'done: Temporalis left, 4 sites given at once, 20 of 195 units.',
      'done: Temporalis, 4 sites given at once, 40 of 195 units.',
      'done: Corrugator, 2 sites given at once, 50 of 195 units.',
    ]);
  });

  it('of a skip and a void is what is given and what stays planned', async () => {
    const { chart, heard } = await listening();
    chart.skip('temporalis-R-1', 'Patient declined');
    chart.give('procerus-M');
    chart.voidSite('procerus-M', 'Entered by mistake');
    expect(heard).toEqual([
      'done: Temporalis right 1 skipped: Patient declined. 0 of 195 units, 150 planned.',
      'done: Procerus midline 1 given, 5 of 195 units.',
      'done: Procerus midline 1 voided. 0 of 195 units, 150 planned.',
    ]);
  });

  it('of undo and redo is which site, as it stands now', async () => {
    const { chart, heard } = await listening();
    chart.give('temporalis-L-2');
    chart.complete('temporalis', 'right');
    for (const step of [chart.undo, chart.undo, chart.redo, chart.redo]) step();
    await vi.dynamicImportSettled();
    expect(heard.slice(2)).toEqual([
      'done: Undone: Temporalis right, 4 sites. 5 of 195 units, 155 planned.',
      'done: Undone: Temporalis left 2, planned. 0 of 195 units, 155 planned.',
      'done: Redone: Temporalis left 2, given. 5 of 195 units, 155 planned.',
      'done: Redone: Temporalis right, 4 sites. 25 of 195 units, 155 planned.',
    ]);
  });

  it('of an extra, and of one undone, is where it was and what is planned', async () => {
    const { chart, heard, pointIn, settle } = await listening();
    pointIn('temporalis', 'left');
    chart.addExtraOnRay(ray);
    await settle();
    chart.undo();
    chart.redo();
    await vi.dynamicImportSettled();
    expect(heard[0]).toMatch(
      /^done: Extra planned: .*left.* 1 extra left in temporalis\. 0 of 195 units, 160 planned\.$/,
    );
    expect(heard.slice(1)).toEqual([
      'done: Undone: Follow-the-pain, Temporalis left F1. 0 of 195 units, 155 planned.',
      'done: Redone: Follow-the-pain, Temporalis left F1, planned. 0 of 195 units, 160 planned.',
    ]);
  });

  it('of a move is the site, how far, and the total', async () => {
    const { chart, heard, moving, settle } = await listening();
    const anchor = chart.store.getState().fold.rows.find(({ id }) => id === 'frontalis-L-1')?.anchor;
    if (anchor === undefined) throw new Error('no such site');
    moving.answer = { anchor, shiftMm: 6.2, outsideMm: 0, zones: [] };
    await chart.moveSite(
      'frontalis-L-1',
      { landmark: 'glabella', upMm: 47, toward: 'lateral', alongMm: 20 },
      'Asymmetry',
    );
    await settle();
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatch(/^done: Frontalis left 1 moved to .* 6 mm .* 0 of 195 units\.$/);
  });

  it('of a stop that is undone is how many sites, without a muscle that they do not share', async () => {
    const { chart, heard } = await listening();
    stopProcedure(chart, 'Unwell');
    chart.undo();
    await vi.dynamicImportSettled();
    expect(heard).toEqual([
      'done: Procedure stopped. What was still planned is skipped.',
      'done: Undone: 31 sites. 0 of 195 units, 155 planned.',
    ]);
  });

  it('of a refusal is a refusal alone, and the totals stay as they were', async () => {
    const { chart, heard } = await listening();
    chart.give('procerus-M');
    chart.give('procerus-M');
    chart.undo();
    await vi.dynamicImportSettled();
    chart.undo();
    expect(heard.map((line) => line.split(':')[0])).toEqual(['done', 'refused', 'done', 'refused']);
  });
});
