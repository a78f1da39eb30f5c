import type { ListedSession, SessionListing } from './listing';
import { pastSessionsOf } from './listing';
import type { PastSession, ToldDoses } from './past-session';
import type { Patient } from './patient';
import { type VialClaims, vialClaims } from './vial-claims';

/** A patient as its sessions know it. Diary and file of a patient (`outcomes`) stay without any session; they are not in here. */
export type ListedPatient = {
  /** As the latest session wrote it. */
  readonly patient: Patient;
  /** The latest first. */
  readonly sessions: readonly ListedSession[];
};

/** The patients of a listing, the one seen last first. */
export function patientsOf(listings: readonly SessionListing[]): readonly ListedPatient[] {
  const found = new Map<string, ListedSession[]>();
  for (const one of listings) {
    if (one.kind !== 'session') continue;
    const sessions = found.get(one.patient.id);
    if (sessions === undefined) found.set(one.patient.id, [one]);
    else sessions.push(one);
  }
  const patients = [...found.values()].map((sessions) => {
    const timed = latestFirst(sessions);
    return { sessions: timed, at: timeOf(timed[0]) };
  });
  return patients
    .sort((a, b) => b.at - a.at)
    .flatMap(({ sessions }) => (sessions[0] === undefined ? [] : [{ patient: sessions[0].patient, sessions }]));
}

/** What the rules across sessions ask of the other sessions in a store. */
export type History = {
  /** What went into the patient, in this session or another. */
  readonly past: readonly PastSession[];
  /** What the patient told of, in this session or another. */
  readonly told: readonly ToldDoses[];
  /** Sessions that could not be read: each may be this patient's. Null where not even their list could be. */
  readonly unread: number | null;
  /** Vials that were opened, for whatever patient. */
  readonly vials: VialClaims;
};

/**
 * What the rules across sessions are asked with, of one patient (an id). Damaged sessions do not say whose they are.
 * `listings` is null where there is none to be had.
 */
export function historyOf(listings: readonly SessionListing[] | null, patient: string): History {
  const sessions = (listings ?? []).flatMap((one) => (one.kind === 'session' ? [one] : []));
  const theirs = sessions.filter((one) => one.patient.id === patient);
  return {
    past: theirs.flatMap(pastSessionsOf),
    told: theirs.map(({ id, elsewhere, otherToxins }) => ({ id, patient, elsewhere, otherToxins })),
    unread: listings === null ? null : listings.length - sessions.length,
    vials: vialClaims(sessions),
  };
}

/** The patient's latest session before `at`, other than `except`; null where there is none. */
export function lastBefore(
  listings: readonly SessionListing[],
  patient: string,
  at: string,
  except: string,
): ListedSession | null {
  const sessions = listings.filter(
    (one) => one.kind === 'session' && one.patient.id === patient && one.id !== except && timeOf(one) <= Date.parse(at),
  );
  return latestFirst(sessions as readonly ListedSession[])[0] ?? null;
}

const timeOf = (one: ListedSession | undefined): number => (one === undefined ? 0 : Date.parse(one.startedAt));

function latestFirst(sessions: readonly ListedSession[]): readonly ListedSession[] {
  const timed = sessions.map((session) => ({ session, at: timeOf(session) }));
  return timed.sort((a, b) => b.at - a.at).map(({ session }) => session);
}
