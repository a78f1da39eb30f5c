import { describe, expect, it } from 'vitest';
import { check } from '../../../src/ledger/check';
import { amount } from '../../../src/protocol/words';
import { Desk, vial } from '../../support/ledger-desk';

const book = (desk: Desk, id = 'v1') => desk.fold().totals.byVial.get(id);

describe('an incident', () => {
  it('counts in the vial and in the patient, and not in the totals of the paradigm', () => {
    const desk = new Desk();
    desk.give('procerus-M');
    const before = desk.fold().totals;
    expect(desk.incident(2.5, { site: 'procerus-M', what: 'extra-dose' })).toBe('done');
    const { totals } = desk.fold();
    expect(totals).toMatchObject({ given: 5, planned: 155, sitesGiven: 1, incidents: 2.5, total: 7.5 });
    expect(totals.byMuscle).toEqual(before.byMuscle);
    expect(book(desk)).toMatchObject({ given: 5, incidents: 2.5, drawn: 7.5, left: 192.5 });
  });

  it('is refused for no rule of the paradigm: not the caps, not where, not what the site already has', () => {
    const desk = new Desk([vial('v1', 200), vial('v2', 200)]);
    desk.give('procerus-M');
    expect(desk.incident(200, { site: 'procerus-M', what: 'double-dose', from: 'v2' })).toBe('done');
    desk.skip('frontalis-L-1');
    expect(desk.incident(3, { site: 'frontalis-L-1', what: 'partial-dose' })).toBe('done');
    desk.extra('temporalis');
    desk.void('temporalis-L-F1');
    expect(desk.incident(5, { site: 'temporalis-L-F1', what: 'extra-dose' })).toBe('done');
    expect(desk.incident(5)).toBe('done');
    expect(desk.fold().totals).toMatchObject({ given: 5, incidents: 213, total: 218 });
  });

  it.each([0, -5, 0.0001, 1 / 3, Number.NaN, Infinity])('of %d U is nonsense', (units) => {
    const desk = new Desk();
    expect(desk.incident(units)).toBe('NotAnAmount');
    expect(desk.waste(units)).toBe('NotAnAmount');
  });

  it('is refused for what cannot have been: another vial, more than was in it, no such site, no reason', () => {
    const desk = new Desk([vial('v1', 10)]);
    expect(desk.incident(5, { from: 'v9' })).toBe('UnknownVial');
    expect(desk.incident(10.001)).toBe('MoreThanVialHolds');
    expect(desk.refusal).toMatchObject({ left: 10, asked: 10.001 });
    expect(desk.incident(5, { site: 'masseter-L-1' })).toBe('UnknownSite');
    expect(desk.incident(5, { reason: ' \t' })).toBe('ReasonMissing');
    expect(desk.incident(10)).toBe('done');
  });

  it('without a reason names the site it was at, where it was at one', () => {
    const desk = new Desk();
    desk.incident(1, { reason: '' });
    expect(desk.refusal).toEqual({ kind: 'ReasonMissing' });
    desk.incident(1, { reason: '', site: 'procerus-M' });
    expect(desk.refusal).toEqual({ kind: 'ReasonMissing', site: 'procerus-M' });
    desk.incident(1);
    expect(desk.doc.entries.at(-1)).not.toHaveProperty('site');
  });

  it('leaves less in the vial for what is given after it', () => {
    const desk = new Desk([vial('v1', 10)]);
    desk.incident(5.001);
    expect(desk.give('procerus-M')).toBe('VialExhausted');
    expect(desk.refusal).toMatchObject({ left: 4.999, asked: 5 });
  });
});

describe('an off-protocol dose', () => {
  it('is kept apart from the totals of the paradigm, and counted in the vial and in the patient', () => {
    const desk = new Desk();
    desk.give('procerus-M');
    expect(desk.offProtocol(20)).toBe('done');
    const { totals } = desk.fold();
    expect(totals).toMatchObject({ given: 5, planned: 155, sitesGiven: 1, offProtocol: 20, incidents: 0, total: 25 });
    expect(book(desk)).toMatchObject({ given: 5, offProtocol: 20, drawn: 25, left: 175 });
  });

  it.each([0, -5, 2.5, 7, 5.5, Number.NaN, Infinity])('of %d U is no whole number of aliquots', (units) => {
    expect(new Desk().offProtocol(units)).toBe('NotWholeAliquots');
  });

  it('says where and why, and comes from a vial of the session that holds it', () => {
    const desk = new Desk([vial('v1', 10)]);
    expect(desk.offProtocol(5, { where: ' ' })).toBe('PlaceMissing');
    expect(desk.offProtocol(5, { reason: '' })).toBe('ReasonMissing');
    expect(desk.offProtocol(5, { from: 'v9' })).toBe('UnknownVial');
    expect(desk.offProtocol(15)).toBe('MoreThanVialHolds');
  });
});

describe('the balance of the vials', () => {
  it('is reached when given, off-protocol, incidents and waste make up the strength, exactly', () => {
    const desk = new Desk([vial('v1', 20), vial('v2', 1)]);
    desk.give('procerus-M');
    desk.offProtocol(5);
    for (let n = 0; n < 3; n += 1) desk.incident(0.1);
    expect([book(desk)?.left, book(desk, 'v2')?.left]).toEqual([9.7, 1]);
    expect(desk.waste(9.7)).toBe('done');
    for (let n = 0; n < 10; n += 1) expect(desk.waste(0.1, 'Left in the needle', 'v2')).toBe('done');
    expect([book(desk)?.left, book(desk, 'v2')?.left]).toEqual([0, 0]);
    expect(book(desk)).toEqual({
      strength: 20,
      given: 5,
      offProtocol: 5,
      incidents: 0.3,
      wasted: 9.7,
      drawn: 10.3,
      left: 0,
    });
    expect(desk.waste(0.001)).toBe('MoreThanVialHolds');
  });

  it('needs no reason for what is left over, and keeps none', () => {
    const desk = new Desk();
    expect(desk.waste(1)).toBe('done');
    expect(desk.doc.entries.at(-1)).not.toHaveProperty('reason');
    desk.waste(1, ' \t');
    expect(desk.doc.entries.at(-1)).not.toHaveProperty('reason');
    desk.waste(1, 'Dropped');
    expect(desk.doc.entries.at(-1)).toMatchObject({ reason: 'Dropped' });
  });

  it('does not count what was discarded as in the patient', () => {
    const desk = new Desk();
    desk.waste(45);
    expect(desk.fold().totals).toMatchObject({ total: 0, incidents: 0 });
    expect(book(desk)).toMatchObject({ wasted: 45, drawn: 0, left: 155 });
  });

  it('of a leak replaced by another injection has both: the dose that stands, and what leaked', () => {
    const desk = new Desk();
    desk.give('procerus-M');
    desk.incident(1.5, { site: 'procerus-M', what: 'leak', reason: 'Ran down the skin; injected again' });
    expect(desk.row('procerus-M').state).toBe('given');
    expect(book(desk)).toMatchObject({ given: 5, incidents: 1.5, drawn: 6.5 });
  });
});

describe('an event entered by mistake', () => {
  it('is voided by its entry: it stays in the record, and the drug is back in the vial', () => {
    const desk = new Desk();
    const events = [() => desk.incident(2.5), () => desk.offProtocol(10), () => desk.waste(0.1)];
    for (const enter of events) {
      const before = desk.fold().totals;
      enter();
      const id = desk.lastId();
      expect(desk.voidEntry(id)).toBe('done');
      expect(desk.fold().totals).toEqual(before);
      expect(desk.fold().events.at(-1)).toMatchObject({ entry: { id }, voided: { reason: 'Entered by mistake' } });
      expect(desk.voidEntry(id)).toBe('AlreadyVoided');
    }
    expect(check(desk.doc.entries, desk.vials).ok).toBe(true);
  });

  it('is voided with a reason, and only an event is voided so', () => {
    const desk = new Desk();
    desk.incident(2.5);
    expect(desk.voidEntry(desk.lastId(), ' ')).toBe('ReasonMissing');
    expect(desk.voidEntry('none')).toBe('UnknownEntry');
    desk.give('procerus-M');
    expect(desk.voidEntry(desk.lastId()), 'a dose is voided by its site').toBe('UnknownEntry');
  });

  it('comes back by undo of the void, and goes by undo of its own step', () => {
    const desk = new Desk();
    desk.incident(2.5);
    desk.voidEntry(desk.lastId());
    desk.undo();
    expect(desk.fold().totals.incidents).toBe(2.5);
    desk.undo();
    expect(desk.fold()).toMatchObject({ events: [], totals: { incidents: 0 } });
    desk.redo();
    desk.redo();
    expect(desk.fold().totals.incidents).toBe(0);
  });
});

describe('entries from outside', () => {
  it('are held to the rules of events', () => {
    const desk = new Desk([vial('v1', 20)]);
    desk.incident(2.5);
    desk.waste(17.5);
    const entries = desk.doc.entries;
    const changed = (at: number, change: object) =>
      check(
        entries.map((entry, n) => (n === at ? { ...entry, ...change } : entry)),
        desk.vials,
      );
    expect(changed(31, {}).ok).toBe(true);
    expect(changed(31, { units: 2.6 })).toMatchObject({
      error: { index: 32, refusal: { kind: 'MoreThanVialHolds', left: amount(17.4) } },
    });
    expect(changed(31, { units: 1 / 3 })).toMatchObject({ error: { index: 31, refusal: { kind: 'NotAnAmount' } } });
    expect(changed(32, { units: 1 / 3 })).toMatchObject({ error: { index: 32, refusal: { kind: 'NotAnAmount' } } });
    expect(changed(31, { reason: '\t' })).toMatchObject({ error: { index: 31, refusal: { kind: 'ReasonMissing' } } });
  });
});
