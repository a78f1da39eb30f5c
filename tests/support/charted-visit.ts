import { give, move, planExtra, skip, voidSite } from '../../src/ledger/commands';
import type { LedgerDoc, Stamp } from '../../src/ledger/doc';
import { incident, offProtocol, voidEntry, waste } from '../../src/ledger/event-commands';
import type { Vial } from '../../src/ledger/vial';
import { aliquot } from '../../src/protocol/paradigm';
import { type Result, units } from '../../src/protocol/words';
import type { Session } from '../../src/record/session';
import { planned, sampleAnchor, sampleSession, sampleVial } from './sample-sessions';

export const vialOf200: Vial = { ...sampleVial, lot: 'C1234C3', expiry: '2027-08' };
export const vialOf100: Vial = { ...vialOf200, id: 'vial-2', strength: units(100), diluentMl: 2, lot: 'D9' };
const vials = [vialOf200, vialOf100];
const amount = aliquot.units;

const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const by = (minute: number): Stamp => {
  let made = 0;
  const step = `step-${String(minute)}`;
  return {
    step,
    at: `2026-03-02T09:${String(minute).padStart(2, '0')}:00+01:00`,
    by: 'Dr A. Example',
    newId: () => {
      made += 1;
      return `${step}-${String(made)}`;
    },
  };
};

/**
 * A visit with one of each: three given, one of them moved first and one taken back and given again; an extra; one left out; one
 * taken back and not given again; an off-protocol dose; a leak of a fraction; an incident taken back; waste of both vials.
 */
export function chartedVisit(change: Partial<Session> = {}): Session {
  let doc: LedgerDoc = { entries: planned, undone: [] };
  const at = (site: string, vial = vialOf200.id) => ({ site, vial, amount });
  doc = must(give(doc, vials, at('corrugator-L'), by(1)));
  const anchor = sampleAnchor('frontalis', 'right', 99);
  const shift = { site: 'frontalis-R-1', anchor, shiftMm: 6, outsideMm: 0, reason: 'brow sits low', warned: [] };
  doc = must(move(doc, vials, shift, by(2)));
  doc = must(give(doc, vials, at('frontalis-R-1'), by(3)));
  doc = must(give(doc, vials, at('temporalis-L-2'), by(4)));
  doc = must(voidSite(doc, vials, { site: 'temporalis-L-2', reason: 'slip' }, by(5)));
  doc = must(give(doc, vials, at('temporalis-L-2', vialOf100.id), by(6)));
  const place = { muscle: 'trapezius', side: 'right', anchor: sampleAnchor('trapezius', 'right', 7), amount } as const;
  doc = must(planExtra(doc, vials, place, by(7)));
  doc = must(give(doc, vials, at('trapezius-R-F1'), by(8)));
  doc = must(skip(doc, vials, { site: 'procerus-M', reason: 'skin infection' }, by(9)));
  doc = must(give(doc, vials, at('paraspinal-L-1'), by(10)));
  doc = must(voidSite(doc, vials, { site: 'paraspinal-L-1', reason: 'wrong site pressed' }, by(11)));
  const masseter = { amount: 10, vial: vialOf100.id, muscle: 'masseter', side: 'left' } as const;
  doc = must(offProtocol(doc, vials, { ...masseter, where: 'belly', reason: 'bruxism' }, by(12)));
  const leak = { amount: 2.5, vial: vialOf200.id, what: 'leak', reason: 'needle came loose' } as const;
  doc = must(incident(doc, vials, { ...leak, site: 'temporalis-L-2' }, by(13)));
  doc = must(incident(doc, vials, { ...leak, amount: 1 }, by(14)));
  doc = must(voidEntry(doc, vials, { entry: 'step-14-1', reason: 'entered twice' }, by(15)));
  doc = must(waste(doc, vials, { amount: 182.5, vial: vialOf200.id, reason: '' }, by(16)));
  doc = must(waste(doc, vials, { amount: 85, vial: vialOf100.id, reason: '' }, by(17)));
  return {
    ...sampleSession(),
    id: '0b0c4f6e-6a53-4c55-9d0e-7f4f0a6a1c11',
    patient: { id: 'patient-1', label: 'T. E.', born: '1980', recordNumber: '4711' },
    injector: 'Dr A. Example',
    startedAt: '2026-03-02T09:00:00+01:00',
    finishedAt: '2026-03-02T09:20:00+01:00',
    vials,
    entries: doc.entries,
    note: 'Tolerated well.',
    ...change,
  };
}

/** The same visit with one more dose taken back, and the extra with it. */
export function correctedVisit(): Session {
  const session = chartedVisit();
  let doc: LedgerDoc = { entries: session.entries, undone: [] };
  doc = must(voidSite(doc, vials, { site: 'trapezius-R-F1', reason: 'never given' }, by(30)));
  doc = must(voidSite(doc, vials, { site: 'trapezius-R-F1', reason: 'never given' }, by(31)));
  doc = must(waste(doc, vials, { amount, vial: vialOf200.id, reason: '' }, by(32)));
  return { ...session, entries: doc.entries };
}
