import { patientsOf } from '../../record/patients';
import { err, ok, type Result, type SessionStore, type StoreError } from '../../record/ports';
import { contentOf } from '../../record/signed-version';
import type { SigningDesk } from '../signing';
import { type Given, givenOf } from './given';

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
};

export type GivenDesk = {
  readonly read: (session: string) => Promise<Result<SignedGiven, GivenTrouble>>;
  /** The patient's latest session that was signed; null where there is none. */
  readonly latest: (patient: string) => Promise<Result<string | null, StoreError>>;
};

export type GivenDeps = {
  readonly store: Pick<SessionStore, 'list' | 'load'>;
  readonly signing: () => Promise<Pick<SigningDesk, 'opened'>>;
};

/** Signed records as patients are shown them. That one was shown is put down in the log. */
export const createGivenDesk = ({ store, signing }: GivenDeps): GivenDesk => ({
  async read(id) {
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
        return ok({ session: id, patient, version, signedAt, given: givenOf(contentOf(session)) });
      }
      default:
        return err({ kind: 'broken', patient });
    }
  },
  async latest(patient) {
    const listed = await store.list();
    if (!listed.ok) return listed;
    const theirs = patientsOf(listed.value).find((one) => one.patient.id === patient);
    return ok(theirs?.sessions.find(({ signed }) => signed)?.id ?? null);
  },
});
