import { describe, expect, it } from 'vitest';
import { check } from '../../../src/ledger/check';
import { canUndo } from '../../../src/ledger/history';
import { Desk } from '../../support/ledger-desk';

/** Two sites given, one skipped, one extra planned; then the patient faints. */
function stopped(): Desk {
  const desk = new Desk();
  desk.give('corrugator-L');
  desk.give('corrugator-R');
  desk.skip('procerus-M', 'Skin lesion');
  desk.extra('temporalis', 'left');
  if (desk.stop() !== 'done') throw new Error('the stop was refused');
  return desk;
}
const states = (desk: Desk) => desk.fold().rows.map((row) => row.state);
const countOf = (desk: Desk, state: string) => states(desk).filter((one) => one === state).length;

describe('stopping the procedure', () => {
  it('skips everything still planned for its reason, as one step, and leaves what was done', () => {
    const desk = stopped();
    expect([countOf(desk, 'given'), countOf(desk, 'skipped'), countOf(desk, 'planned')]).toEqual([2, 30, 0]);
    expect(desk.fold().totals).toMatchObject({ stopped: true, given: 10, planned: 10, sitesSkipped: 30 });
    expect(desk.row('trapezius-R-3').reason).toBe('Patient fainted');
    expect(desk.row('procerus-M').reason).toBe('Skin lesion');
    expect(desk.next()).toBeNull();
    expect(new Set(desk.doc.entries.slice(-30).map((entry) => entry.step)).size).toBe(1);
    expect(desk.doc.entries.at(-1)).toMatchObject({ kind: 'stop', reason: 'Patient fainted' });
  });

  it('wants a reason, and goes once', () => {
    const desk = new Desk();
    expect(desk.stop('  ')).toBe('ReasonMissing');
    expect(desk.doc.entries).toHaveLength(31);
    desk.stop();
    expect(desk.stop()).toBe('Stopped');
  });

  it('lets nothing be planned, given, skipped, moved or injected off protocol afterwards', () => {
    const desk = stopped();
    expect(desk.give('trapezius-R-3')).toBe('Stopped');
    expect(desk.giveMany('trapezius')).toBe('Stopped');
    expect(desk.extra('trapezius')).toBe('Stopped');
    expect(desk.skip('trapezius-R-3')).toBe('Stopped');
    expect(desk.move('trapezius-R-3')).toBe('Stopped');
    expect(desk.offProtocol(5)).toBe('Stopped');
    expect(desk.void('trapezius-R-3'), 'what it left out is not planned again one by one').toBe('Stopped');
  });

  it('still lets incidents and waste be recorded, so that the vial can be balanced', () => {
    const desk = stopped();
    expect(desk.incident(2.5, { site: 'procerus-M', what: 'partial-dose' })).toBe('done');
    expect(desk.waste(187.5)).toBe('done');
    expect(desk.fold().totals.byVial.get('v1')).toMatchObject({ drawn: 12.5, left: 0 });
  });

  it('still lets a dose be voided that was entered by mistake: its site was left out like all others', () => {
    const desk = stopped();
    expect(desk.void('corrugator-R')).toBe('done');
    expect(desk.row('corrugator-R')).toMatchObject({ state: 'skipped', reason: 'Patient fainted' });
    expect(desk.fold().totals).toMatchObject({ given: 5, planned: 5, total: 5 });
    expect(desk.fold().totals.byVial.get('v1')).toMatchObject({ given: 5, left: 195 });
  });

  it('is undone in one step, and redone', () => {
    const desk = stopped();
    const after = desk.fold();
    desk.undo();
    expect(desk.fold().totals).toMatchObject({ stopped: false, planned: 155, sitesSkipped: 1 });
    expect(canUndo(desk.doc)).toBe(true);
    desk.redo();
    expect(desk.fold()).toEqual(after);
  });

  it('is voided with what it left out, doses voided since included; what was skipped before stays skipped', () => {
    const desk = stopped();
    desk.void('corrugator-R');
    const stop = desk.fold().events.find(({ entry }) => entry.kind === 'stop');
    expect(desk.voidEntry(stop?.entry.id ?? '')).toBe('done');
    expect([countOf(desk, 'given'), countOf(desk, 'skipped'), countOf(desk, 'planned')]).toEqual([1, 1, 30]);
    expect(desk.row('procerus-M').state).toBe('skipped');
    expect(desk.fold().totals).toMatchObject({ stopped: false, planned: 155 });
    expect(desk.give('corrugator-R')).toBe('done');
    expect(desk.stop()).toBe('done');
    expect(check(desk.doc.entries, desk.vials).ok).toBe(true);
  });

  it('is voided by its own entry alone: another that is taken back plans nothing again', () => {
    const desk = stopped();
    desk.waste(1);
    expect(desk.voidEntry(desk.lastId())).toBe('done');
    expect([countOf(desk, 'skipped'), countOf(desk, 'planned')]).toEqual([30, 0]);
  });

  it('when voided plans again a site at which something went wrong in between', () => {
    const desk = stopped();
    desk.incident(1, { site: 'trapezius-R-3', what: 'leak' });
    const stop = desk.fold().events.find(({ entry }) => entry.kind === 'stop');
    expect(desk.voidEntry(stop?.entry.id ?? '')).toBe('done');
    expect(desk.row('trapezius-R-3').state).toBe('planned');
  });

  it('in entries from outside has a reason', () => {
    const blank = stopped().doc.entries.map((entry) => (entry.kind === 'stop' ? { ...entry, reason: ' ' } : entry));
    expect(check(blank, new Desk().vials)).toMatchObject({ error: { refusal: { kind: 'ReasonMissing' } } });
  });

  it('in entries from outside leaves nothing planned', () => {
    const desk = stopped();
    const without = desk.doc.entries.filter((entry) => !(entry.kind === 'skip' && entry.site === 'trapezius-R-3'));
    expect(check(without, desk.vials)).toMatchObject({
      error: { index: without.length - 1, refusal: { kind: 'StillPlanned', sites: 1 } },
    });
  });
});
