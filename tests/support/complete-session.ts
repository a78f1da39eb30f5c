import { waste } from '../../src/ledger/event-commands';
import type { Entry } from '../../src/ledger/entry';
import { fold } from '../../src/ledger/fold';
import { openSession, type Session } from '../../src/record/session';
import { give, planned, sampleHead, sampleSession, sampleVial } from './sample-sessions';
import { readyVisit } from './sample-visits';
import { unwrap } from './signing';

/** A session that can be signed: everything planned given, the rest discarded, the vial described, nothing left to ask. */
export function completeSession(change: Partial<Session> = {}): Session {
  const vials = [{ ...sampleVial, lot: 'C1234', expiry: '2027-08', reconstitutedAt: '2026-03-02T08:55:00+01:00' }];
  const given: readonly Entry[] = [...planned, ...planned.map(({ site }, n) => give(100 + n, site))];
  const doc = { entries: given, undone: [] };
  const left = fold(given, vials).totals.byVial.get(sampleVial.id)?.left ?? 0;
  const stamp = { step: 'rest', at: '2026-03-02T09:30:00+01:00', by: 'Dr A. Example', newId: () => 'e-waste' };
  const { entries } = unwrap(waste(doc, vials, { amount: left, vial: sampleVial.id }, stamp));
  const session = openSession({ ...sampleSession(), head: sampleHead, vials, entries });
  return { ...session, visit: readyVisit(), ...change };
}

/** The same on another day: begun, reconstituted and injected at one moment. */
export function completeAt(startedAt: string, change: Partial<Session> = {}): Session {
  const session = completeSession(change);
  return {
    ...session,
    startedAt,
    vials: session.vials.map((vial) => ({ ...vial, reconstitutedAt: startedAt })),
    entries: session.entries.map((entry) => ({ ...entry, at: startedAt })),
  };
}
