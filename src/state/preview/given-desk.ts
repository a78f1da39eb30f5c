import { patientsOf } from '../../record/patients';
import { err, ok, type Result, type SessionStore, type StoreError } from '../../record/ports';
import { contentOf, type SessionContent } from '../../record/signed-version';
import type { PatientFile } from '../../outcomes/patient-file';
import { retreatment } from '../../protocol/safety-limits';
import { type Day, dayOf } from '../../record/calendar';
import { daysAfter } from '../../record/days-after';
import { nextDays } from '../../record/next-days';
import type { SigningDesk } from '../signing';
import { type Given, givenOf } from './given';
import { type NextTold, nextTold } from './next-told';

/** Why nothing of a session is shown: what nobody signed, and what does not hold, is no fact. */
export type GivenTrouble =
  | { readonly kind: 'unsigned' | 'broken'; readonly patient: string }
  | { readonly kind: 'unread'; readonly error: StoreError };

/** What was done in a session whose signature holds. */
export type SignedGiven = {
  readonly session: string;
  readonly patient: string;
  /** Of the record: how often it was signed. */
  readonly version: number;
  /** When it was signed last, ISO 8601 with offset. */
  readonly signedAt: string;
  readonly given: Given;
  readonly next: NextTold;
  /**
   * The day that a calendar may have from an earlier version, or from when this was the last treatment, and that holds no more;
   * null where it has passed or never was.
   */
  readonly withdrawn: Day | null;
};

export type GivenDesk = {
  readonly read: (session: string) => Promise<Result<SignedGiven, GivenTrouble>>;
  /** The patient's latest session that was signed; null where there is none. */
  readonly latest: (patient: string) => Promise<Result<string | null, StoreError>>;
};

export type GivenDeps = {
  readonly store: Pick<SessionStore, 'list' | 'load'>;
  readonly signing: () => Promise<Pick<SigningDesk, 'opened'>>;
  /** What is kept of a patient beside sessions; null where nothing is. Rejects where it cannot be read. */
  readonly file: (patient: string) => Promise<PatientFile | null>;
  /** The time now, ISO 8601 with offset. */
  readonly now: () => string;
};

/** Signed records as patients are shown them. That one was shown is put down in the log. */
export function createGivenDesk({ store, signing, file, now }: GivenDeps): GivenDesk {
  const next = async (session: string, patient: string): Promise<NextTold> => {
    const [listed, kept] = await Promise.all([store.list(), file(patient)]);
    return listed.ok ? nextTold({ session, patient }, listed.value, kept, dayOf(now())) : { kind: 'unknown' };
  };
  const read: GivenDesk['read'] = async (id) => {
    const loaded = await store.load(id);
    if (!loaded.ok) return err({ kind: 'unread', error: loaded.error });
    const { session } = loaded.value;
    const patient = session.patient.id;
    const signature = await (await signing()).opened(session, 'viewed');
    switch (signature.kind) {
      case 'unsigned':
        return err({ kind: 'unsigned', patient });
      case 'unreadable':
        return err({ kind: 'unread', error: signature.error });
      case 'signed': {
        const { versions: version, at: signedAt } = signature;
        const content = contentOf(session);
        const given = givenOf(content);
        // A plan that cannot be read may hold another day than the paradigm's: then none is told.
        const told = await next(id, patient).catch((): NextTold => ({ kind: 'unknown' }));
        const withdrawn = withdrawnDay(content, given.day, version, told);
        return ok({
          session: id,
          patient,
          version,
          signedAt,
          given,
          next: told,
          withdrawn: withdrawn !== null && withdrawn >= dayOf(now()) ? withdrawn : null,
        });
      }
      default:
        return err({ kind: 'broken', patient });
    }
  };
  return {
    // What nobody foresaw, such as a part of the app that could not be fetched, is a trouble as well.
    read: (id) => read(id).catch((error: unknown) => err({ kind: 'unread', error: unavailable(error) })),
    async latest(patient) {
      try {
        const listed = await store.list();
        if (!listed.ok) return listed;
        const theirs = patientsOf(listed.value).find((one) => one.patient.id === patient);
        return ok(theirs?.sessions.find(({ signed }) => signed)?.id ?? null);
      } catch (error) {
        return err(unavailable(error));
      }
    },
  };
}

const unavailable = (error: unknown): StoreError => ({ kind: 'Unavailable', why: String(error) });

/** A day that was told once and holds no more: after a later treatment, or where a correction says that nothing was injected. */
function withdrawnDay(content: SessionContent, day: Day, version: number, { kind }: NextTold): Day | null {
  if (kind !== 'none' && kind !== 'unknown') return null;
  const due = nextDays(content)?.due ?? null;
  if (due !== null) return kind === 'none' ? due : null;
  const wasGiven = content.entries.some((entry) => entry.kind === 'give');
  return version > 1 && wasGiven ? daysAfter(day, retreatment.days) : null;
}
