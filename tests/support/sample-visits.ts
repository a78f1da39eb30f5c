import { safetyChecks } from '../../src/protocol/safety-checks';
import type { Visit } from '../../src/record/visit';
import {
  answerCheck,
  confirmIdentifiers,
  giveConsent,
  setIndication,
  type VisitStamp,
} from '../../src/record/visit-commands';
import { emptyVisit } from '../../src/record/visit';

export const beforeNeedle: VisitStamp = { at: '2026-05-25T08:50:00+02:00', by: 'Dr A. Example' };

/** The value of a command that must not refuse here. */
export function done<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.error)}`);
  return outcome.value;
}

/** Every check answered "no". */
export const allClear = (visit: Visit = emptyVisit): Visit =>
  safetyChecks.reduce((so, { id }) => answerCheck(so, { check: id, answer: 'no' }, beforeNeedle), visit);

/** A visit with nothing left to ask: indication, consent, two identifiers, every check answered "no". */
export function readyVisit(): Visit {
  const indicated = done(setIndication(emptyVisit, { id: 'chronic-migraine' }));
  const identified = done(confirmIdentifiers(indicated, ['name', 'birth-date'], beforeNeedle));
  return allClear(giveConsent(identified, beforeNeedle));
}
