import { describe, expect, it } from 'vitest';
import { canRedo, canUndo, redo } from '../../../src/ledger/history';
import { Desk, vial } from '../../support/ledger-desk';

describe('undo', () => {
  it('takes back one whole step, totals and all', () => {
    const desk = new Desk();
    desk.give('procerus-M');
    const before = desk.fold();
    desk.giveMany('trapezius');
    expect(desk.undo()).toBe('done');
    expect(desk.fold()).toEqual(before);
  });

  it('never takes back the opening plan', () => {
    const desk = new Desk();
    expect(canUndo(desk.doc)).toBe(false);
    expect(desk.undo()).toBe('NothingToUndo');
    desk.give('procerus-M');
    expect(canUndo(desk.doc)).toBe(true);
    desk.undo();
    expect(desk.undo()).toBe('NothingToUndo');
    expect(desk.fold().totals.planned).toBe(155);
  });

  it('finds nothing in a ledger without entries', () => {
    const desk = new Desk();
    desk.doc = { entries: [], undone: [] };
    expect(desk.undo()).toBe('NothingToUndo');
  });
});

describe('redo', () => {
  it('brings back what was undone, the same entries, in turn', () => {
    const desk = new Desk();
    desk.give('procerus-M');
    desk.extra('temporalis');
    desk.giveMany('temporalis');
    const before = desk.doc;
    for (let n = 0; n < 3; n += 1) desk.undo();
    expect(desk.doc.entries).toHaveLength(31);
    for (let n = 0; n < 3; n += 1) desk.redo();
    expect(desk.doc).toEqual(before);
    expect(desk.redo()).toBe('NothingToRedo');
  });

  it('has nothing left after a new step, and keeps everything after a refusal', () => {
    const desk = new Desk();
    desk.give('procerus-M');
    desk.undo();
    expect(desk.give('masseter-L-1')).toBe('UnknownSite');
    expect(canRedo(desk.doc)).toBe(true);
    desk.skip('corrugator-L');
    expect(canRedo(desk.doc)).toBe(false);
    expect(desk.redo()).toBe('NothingToRedo');
  });

  it('passes the rules again: a step from a file does not bring back more than its vials hold', () => {
    const desk = new Desk();
    desk.give('procerus-M');
    desk.undo();
    const outcome = redo(desk.doc, [vial('v1', 4)]);
    expect(outcome.ok ? null : outcome.error.kind).toBe('VialExhausted');
  });
});
