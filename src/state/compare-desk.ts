import '../messages/later';
import type { Anchor } from '../anatomy/anchor';
import { say, t } from '../messages/translate';
import { type Between, isSameHead, straight } from '../record/compare-places';
import { compareSessions, folded, type SessionChange } from '../record/compare-sessions';
import type { AuditEvent } from '../record/audit';
import type { CountedSession } from '../record/dose-by-region';
import type { ListedSession } from '../record/listing';
import type { Patient } from '../record/patient';
import { patientsOf } from '../record/patients';
import { err, ok, type Result, type SessionStore } from '../record/ports';
import type { AnatomyService, DistanceService } from './anatomy-service';
import { storeErrorText } from './refusal-text';
import { signatureTrouble } from './signature-text';
import type { SigningDesk } from './signing';

export type CompareDeps = {
  readonly store: Pick<SessionStore, 'list' | 'load'>;
  /** Whose signatures are judged, and where it is put down what was shown. */
  readonly signing: () => Promise<Pick<SigningDesk, 'log' | 'signatureOf'>>;
  readonly anatomy: DistanceService & Pick<AnatomyService, 'resolve'>;
};

/** A session that was read, with what the listing knows of it. */
export type ReadSession = CountedSession & { readonly listed: ListedSession };

/** What there is to compare of one patient. */
export type Comparable = {
  readonly patient: Patient;
  /** The earliest first. */
  readonly sessions: readonly ReadSession[];
  /** Sessions of the patient that cannot be read, and why. */
  readonly unread: readonly { readonly listed: ListedSession; readonly why: string }[];
  /** Records of the store that do not even say whose they are: each may be this patient's. */
  readonly nameless: number;
};

/** `two-patients`: the sessions are not of one patient, and are not compared. `unknown`: neither is in the store. */
export type CompareTrouble = { readonly kind: 'two-patients' | 'unknown' } | { readonly kind: 'failed'; why: string };

/** What differs, once the skin was asked. `bySkin` is false where some distance is a straight line for want of an answer. */
export type Measured = { readonly change: SessionChange; readonly bySkin: boolean };

export type CompareDesk = {
  /**
   * Reads every session of the patient of two sessions. Opened, it is put down in one line that they were shown; followed,
   * because another window saved one of them, it was put down already.
   */
  readonly open: (
    one: string,
    other: string,
    how: 'opened' | 'followed',
  ) => Promise<Result<Comparable, CompareTrouble>>;
  /** Puts down that two others of the sessions were compared. */
  readonly chosen: (one: string, other: string) => void;
  /** Puts down that the comparison is printed, with the sessions beside it. */
  readonly printed: (one: string, other: string, beside: readonly string[]) => Promise<void>;
  /** What differs, mm along the skin. */
  readonly measure: (before: ReadSession, after: ReadSession) => Promise<Measured>;
  /** Why the signature of a session that was signed does not hold; null where it does. */
  readonly trouble: (one: ReadSession) => Promise<string | null>;
  /** A place of another head found again on this one, by its offset from its landmark; null where it cannot be. */
  readonly placedOn: (anchor: Anchor, head: Anchor['head']) => Promise<Pick<Anchor, 'positionMm' | 'normal'> | null>;
};

/** What differs, at once: distances are straight lines. */
export const changeAtOnce = (before: ReadSession, after: ReadSession): SessionChange =>
  compareSessions(before, after, straight);

/** Two sessions of a patient beside each other, over the store. Nothing of a session is changed here. */
export function createCompareDesk({ store, signing, anatomy }: CompareDeps): CompareDesk {
  /** Where nothing can be written, records can still be read; the log itself tells what is missing of it. */
  const put = (event: AuditEvent): void => {
    void signing()
      .then(({ log }) => log.append(event))
      .catch(() => undefined);
  };
  return {
    async open(one, other, how) {
      const listing = await store.list();
      if (!listing.ok) return err({ kind: 'failed', why: storeErrorText(listing.error) });
      const known = listing.value.filter((listed) => listed.kind === 'session');
      const asked = known.filter(({ id }) => id === one || id === other);
      const [patient, second] = new Set(asked.map((listed) => listed.patient.id));
      if (patient === undefined) return err({ kind: 'unknown' });
      if (second !== undefined) return err({ kind: 'two-patients' });
      const theirs = patientsOf(known).find((listed) => listed.patient.id === patient);
      if (theirs === undefined) return err({ kind: 'unknown' });
      const read = await Promise.all(theirs.sessions.map((listed) => readOne(listed, store)));
      const sessions = read.flatMap((found) => ('session' in found ? [found] : [])).reverse();
      const beside = sessions.map(({ session }) => session.id).filter((id) => id !== one && id !== other);
      if (how === 'opened') put({ kind: 'compared', record: one, with: other, beside });
      return ok({
        patient: theirs.patient,
        sessions,
        unread: read.flatMap((found) => ('why' in found ? [found] : [])),
        nameless: listing.value.length - known.length,
      });
    },

    chosen(one, other) {
      put({ kind: 'compared', record: one, with: other });
    },

    async printed(one, other, beside) {
      const { log } = await signing();
      await log.append({ kind: 'comparison-printed', record: one, with: other, beside });
    },

    async measure(before, after) {
      const asked = new Map<string, readonly [Anchor, Anchor]>();
      compareSessions(before, after, (from, to) => {
        asked.set(pairKey(from, to), [from, to]);
        return straight(from, to);
      });
      const answers = await Promise.all(
        [...asked].map(async ([key, [from, to]]) => {
          const mm = await anatomy.between(from.positionMm, to.positionMm, from.head.variant);
          return [key, typeof mm === 'number' ? mm : null] as const;
        }),
      );
      const mms = new Map(answers);
      const along: Between = (from, to) => mms.get(pairKey(from, to)) ?? null;
      return { change: compareSessions(before, after, along), bySkin: answers.every(([, mm]) => mm !== null) };
    },

    async trouble({ session, signed }) {
      const signature = await (await signing()).signatureOf(session);
      if (signature.kind !== 'unsigned') return signatureTrouble(signature);
      return signed ? t('comparison.noVersions') : null;
    },

    async placedOn(anchor, head) {
      if (isSameHead(anchor.head, head)) return anchor;
      const found = await anatomy.resolve({ kind: 'offset', ...anchor.offset }, head.variant);
      return typeof found === 'string' || found.anchor === null ? null : found.anchor;
    },
  };
}

/** The same from either end. */
const pairKey = ({ positionMm: a }: Anchor, { positionMm: b }: Anchor): string =>
  [a, b]
    .map((at) => at.join(' '))
    .sort()
    .join(' | ');

async function readOne(
  listed: ListedSession,
  store: Pick<SessionStore, 'load'>,
): Promise<ReadSession | { readonly listed: ListedSession; readonly why: string }> {
  const loaded = await store.load(listed.id);
  if (!loaded.ok) return { listed, why: storeErrorText(loaded.error) };
  return { ...folded(loaded.value.session), signed: listed.signed, listed };
}

/** Why nothing is compared, in words. */
export const compareTroubleText = (trouble: CompareTrouble): string =>
  trouble.kind === 'failed'
    ? say({ key: 'comparison.failed', values: { why: trouble.why } })
    : t(`comparison.trouble.${trouble.kind}`);
