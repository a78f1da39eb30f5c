import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/ledger/fold';
import { itemName, mapSites, markerState, visibleRows } from '../../../src/state/site-text';
import { logLines } from '../../../src/state/log-lines';
import { Desk } from '../../support/ledger-desk';

describe('the names of sites', () => {
  it('begin with muscle, side and number, and end in the state', () => {
    const desk = new Desk();
    desk.give('paraspinal-L-1');
    desk.skip('procerus-M');
    desk.extra('temporalis', 'right');
    const rows = fold(desk.doc.entries, desk.vials).rows;
    const name = (id: string) => {
      const row = rows.find((one) => one.id === id);
      return row === undefined ? null : itemName(row, markerState(row, 'corrugator-L'));
    };
    expect(name('paraspinal-L-1')).toBe('Cervical paraspinal left 1, given');
    expect(name('procerus-M')).toBe('Procerus midline 1, skipped');
    expect(name('corrugator-L')).toBe('Corrugator left 1, next');
    expect(name('temporalis-R-F1')).toBe('Follow-the-pain, Temporalis right F1, planned');
  });

  it('leave a withdrawn extra off the map and out of the list', () => {
    const desk = new Desk();
    desk.extra('temporalis', 'left');
    desk.void('temporalis-L-F1');
    expect(visibleRows(desk.fold())).toHaveLength(31);
    expect(mapSites(desk.fold(), null)).toHaveLength(31);
  });
});

describe('the log', () => {
  it('says what happened beside the plan, what of it was voided, and a stop as one line', () => {
    const desk = new Desk();
    desk.incident(2.5, { site: 'corrugator-L', what: 'partial-dose' });
    desk.offProtocol(10);
    desk.waste(0.1);
    desk.voidEntry(desk.lastId());
    desk.skip('corrugator-L');
    desk.stop();
    desk.voidEntry(desk.lastId());
    const lines = logLines(desk.doc.entries).map(({ what, amount }) => `${what}: ${amount}`);
    expect(lines).toEqual([
      'Procedure stopped: Voided',
      'Procedure stopped, 30 sites left out: Stopped',
      'Corrugator left 1: Skipped',
      'Waste: Voided',
      'Waste: 0.1 U discarded',
      'Off protocol: Masseter left: +10 U',
      'Incident, corrugator left 1: partial dose: +2.5 U',
    ]);
  });

  it('says each step once, newest first, and a whole muscle as one line', () => {
    const desk = new Desk();
    desk.give('corrugator-L');
    desk.giveMany('temporalis');
    desk.skip('frontalis-L-1', 'Patient declined');
    desk.void('corrugator-L');
    const lines = logLines(desk.doc.entries).map(({ what, amount }) => `${what}: ${amount}`);
    expect(lines).toEqual([
      'Corrugator left 1: Voided',
      'Frontalis left 1: Skipped',
      'Temporalis, 8 sites at once: +40 U',
      'Corrugator left 1: +5 U',
    ]);
    const [voided, skipped, group] = logLines(desk.doc.entries).map(({ reason }) => reason);
    expect([skipped, group]).toEqual(['Patient declined', undefined]);
    expect(voided).not.toBe('');
  });
});
