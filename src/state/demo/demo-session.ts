import '../../messages/later';
import { giveMany, skip } from '../../ledger/commands';
import type { LedgerDoc, Stamp } from '../../ledger/doc';
import { waste } from '../../ledger/event-commands';
import { fold } from '../../ledger/fold';
import type { Vial } from '../../ledger/vial';
import { t } from '../../messages/translate';
import { aliquot, muscles, protocol, startingVial } from '../../protocol/paradigm';
import { mapOf } from '../../protocol/maps';
import { safetyChecks } from '../../protocol/safety-checks';
import type { Result, SiteId } from '../../protocol/words';
import type { Day } from '../../record/calendar';
import type { Patient } from '../../record/patient';
import { openSession, type Session } from '../../record/session';
import { emptyVisit, type Visit } from '../../record/visit';
import { answerCheck, confirmIdentifiers, giveConsent, setIndication } from '../../record/visit-commands';
import type { Placements } from '../anatomy-service';
import { openingPlan } from '../opening-plan';
import { demoPatientId } from './demo-days';

const map = 'preempt-2017';

/** Left out in the third session: the brow felt heavy after the second. */
const spared: readonly SiteId[] = ['frontalis-L-2', 'frontalis-R-2'];
const sparedIn = 3;

/** Synthetic, as the label says: born in 1984, with no record number. */
export const demoPatient = (): Patient => ({ id: demoPatientId, label: t('demo.patient'), born: '1984' });

export type DemoSessionAsked = {
  /** 1 for the first. */
  readonly number: number;
  readonly day: Day;
  /** The offset of the place, as "+01:00". */
  readonly offset: string;
  readonly placements: Placements;
  readonly newId: () => string;
};

/** The id of a session of the demo by its number, 1 for the first; the same on every device. */
export const demoSessionId = (number: number): string => `demo-session-${String(number)}`;

/**
 * A finished session of the demo patient, made with the commands that Chart uses: every rule of the ledger held, and there is
 * nothing left to ask before it is signed.
 */
export function demoSession({ number, day, offset, placements, newId }: DemoSessionAsked): Session {
  const by = t('demo.injector');
  const at = (minute: number): string => `${day}T09:${String(minute).padStart(2, '0')}:00${offset}`;
  const stamp = (minute: number): Stamp => ({ step: newId(), at: at(minute), by, newId });
  const vial: Vial = {
    id: startingVial.id,
    product: startingVial.product,
    strength: startingVial.strength,
    diluentMl: startingVial.diluentMl,
    lot: `DEMO${String(number)}`,
    expiry: `${String(Number(day.slice(0, 4)) + 2)}-06`,
    reconstitutedAt: at(2),
  };
  const vials = [vial];
  let doc: LedgerDoc = { entries: openingPlan(map, placements, stamp(0)), undone: [] };
  if (number === sparedIn)
    for (const site of spared) doc = must(skip(doc, vials, { site, reason: t('demo.spared') }, stamp(10)));
  for (const [i, { id }] of muscles.entries())
    doc = must(giveMany(doc, vials, { muscle: id, vial: vial.id, amount: aliquot.units }, stamp(12 + 2 * i)));
  const left = fold(doc.entries, vials).totals.byVial.get(vial.id)?.left ?? 0;
  doc = must(waste(doc, vials, { amount: left, vial: vial.id }, stamp(28)));
  const session = openSession({
    id: demoSessionId(number),
    patient: demoPatient(),
    injector: by,
    startedAt: at(0),
    protocol: { id: protocol.id, version: protocol.version },
    map: { id: map, version: mapOf(map).version },
    head: placements.head,
    vials,
    entries: doc.entries,
    note: t('demo.note'),
  });
  return { ...session, visit: demoVisit({ at: at(6), by }) };
}

function demoVisit(stamp: { readonly at: string; readonly by: string }): Visit {
  const indicated = must(setIndication(emptyVisit, { id: 'chronic-migraine' }));
  const identified = must(confirmIdentifiers(indicated, ['name', 'birth-date'], stamp));
  const consented = giveConsent(identified, stamp);
  return safetyChecks.reduce((visit, { id }) => answerCheck(visit, { check: id, answer: 'no' }, stamp), consented);
}

/** The demo breaks no rule: a refusal is a defect of it. */
function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused in the demo: ${JSON.stringify(result.error)}`);
  return result.value;
}
