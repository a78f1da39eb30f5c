import { fold } from '../ledger/fold';
import type { AuditEvent } from '../record/audit';
import { changesBetween } from '../record/changes';
import { nextLink } from '../record/chain';
import { beyondCorrection, correct, type CorrectionRefusal, type Corrections } from '../record/corrections';
import { historyOf } from '../record/patients';
import { err, ok, type DocumentChange, type DocumentStore, type Result, type StoreError } from '../record/ports';
import type { Session } from '../record/session';
import { verify, type VersionProblem } from '../record/signed-record';
import { amend, contentOf, type SignedVersion, signFirst, type SigningRefusal } from '../record/signed-version';
import { signingProblems } from '../record/signing-problems';
import { beforeFirstNeedle } from '../record/visit-findings';
import type { Cost } from '../storage/argon2';
import type { VaultAccess } from '../storage/documents';
import type { KeptSessions } from '../storage/indexed-db-store';
import type { UntoldEvents } from '../storage/untold';
import { webChecking } from '../storage/web-crypto';
import { type AtWorkDesk, createAtWork, createAtWorkStore, workerOf } from './at-work';
import { type AuditLog, createAuditLog, type Worker } from './audit-log';
import { type ChainDesk, createChainDesk } from './chain-desk';
import { createHeldVersions, type HeldVersions } from './held-versions';
import { createProfiles, type ProfileRefusal, type Profiles } from './profiles';
import type { Signature } from './signature';
import { judge, linkChange, readChainHead, versionChange } from './signed-documents';

export type SigningDeps = {
  readonly sessions: KeptSessions;
  readonly documents: DocumentStore;
  readonly untold: UntoldEvents;
  readonly vault: Pick<VaultAccess, 'access'>;
  /** The time now, ISO 8601 with offset. */
  readonly now: () => string;
  readonly newId: () => string;
  /** How dear a try of a PIN is; the standard unless a test wants less. */
  readonly cost?: Cost;
};

export type DeskRefusal =
  | ProfileRefusal
  | SigningRefusal
  /** Something is missing: `signingProblems` has what. */
  | { readonly kind: 'Incomplete'; readonly count: number }
  /** What is shown is not what is kept. */
  | { readonly kind: 'NotKept' }
  | { readonly kind: 'AlreadySigned' }
  /** It was signed, and signed versions of it are gone: neither signed anew nor amended. */
  | { readonly kind: 'VersionsMissing' }
  /** What was to be put right cannot be so. */
  | { readonly kind: 'NotCorrected'; readonly refusals: readonly CorrectionRefusal[] }
  /** What no correction changes: a dose, a site, an answer. */
  | { readonly kind: 'BeyondCorrection'; readonly keys: readonly PropertyKey[] }
  /** What is kept of the signed versions does not hold: nothing is built upon it. */
  | { readonly kind: 'Broken'; readonly problems: readonly VersionProblem[] };

export type Who = { readonly profile: string; readonly pin: string };

/** What an amendment says: words, corrections or both, and why. */
export type Amendment = {
  readonly text: string;
  readonly reason: string;
  readonly corrections?: Corrections;
};

export type SigningDesk = ChainDesk & {
  readonly profiles: Profiles;
  readonly log: AuditLog;
  readonly atWork: AtWorkDesk;
  /** Signs the session as version 1 and finishes it, in one transaction flushed to the disk. */
  readonly sign: (session: Session, who: Who) => Promise<Result<SignedVersion, DeskRefusal>>;
  /**
   * Adds words to a signed session, or puts right what may be, as its next version. It begins from the last version, and the
   * session then equals the new one.
   */
  readonly amend: (session: string, said: Amendment, who: Who) => Promise<Result<SignedVersion, DeskRefusal>>;
  /** What the signed versions say of a session. */
  readonly signatureOf: (session: Session) => Promise<Signature>;
  /** The same for a session that is shown, which is put down in the log. */
  readonly opened: (session: Session, how: 'created' | 'viewed' | 'followed') => Promise<Signature>;
  /** As they lie there, the oldest first, checked in no way; null for one that does not open or is missing. */
  readonly versionsOf: (session: string) => Promise<Result<readonly unknown[], StoreError>>;
  /** The same, with which are missing, and the hashes that the store's chain knows. */
  readonly heldOf: HeldVersions['withHashes'];
  /** Calls back once versions were signed here, or came in from a file or a server. Returns the unsubscriber. */
  readonly onSigned: (signed: (origin: 'signed' | 'restored') => void) => () => void;
  /** Takes versions of a file in, that were verified and agree with what is here: those that are not here. */
  readonly takeIn: (
    session: Session,
    versions: readonly SignedVersion[],
    expected: number,
  ) => Promise<Result<null, StoreError>>;
};

/** Another window may sign at the same moment again and again; none does so this often. */
const mostAttempts = 10;

/**
 * Every version is written with its step of the chain, its line of the log and the session in one transaction; anew, 10
 * times at most, where another window was quicker. The vault's log, profiles and chain are made here.
 */
export function createSigning({ sessions, documents, untold, vault, now, newId, cost }: SigningDeps): SigningDesk {
  const crypto = webChecking;
  const atWork = createAtWorkStore();
  const log = createAuditLog({ documents, untold, crypto, now, worker: () => workerOf(atWork.getState()) });
  const profiles = createProfiles({
    documents,
    vault,
    audit: log.append,
    now,
    newId,
    ...(cost === undefined ? {} : { cost }),
  });
  const held = createHeldVersions(sessions, documents);
  let links = 0;
  const listeners = new Set<(origin: 'signed' | 'restored') => void>();

  /** Writes versions with their steps of the chain, a line of the log and the session, all or nothing. */
  const keep = async (
    make: (storeHead: string | null) => Promise<Result<readonly SignedVersion[], SigningRefusal>>,
    origin: 'signed' | 'restored',
    told: { readonly event: AuditEvent; readonly who?: Worker },
    { session, revision }: { readonly session: Session; readonly revision: number },
    linked: ReadonlyMap<number, string> = new Map(),
  ): Promise<Result<readonly SignedVersion[], SigningRefusal | StoreError>> => {
    for (let attempt = 1; ; attempt += 1) {
      const head = await readChainHead(documents, links);
      if (!head.ok) return head;
      links = head.value.count;
      const made = await make(head.value.head);
      if (!made.ok) return made;
      const lines = await log.next(told.event, told.who);
      if (!lines.ok) return lines;
      const also: DocumentChange[] = [];
      let at = head.value;
      for (const version of made.value) {
        also.push(versionChange(version));
        // One that comes back is in the chain already.
        if (linked.get(version.version) === version.hash) continue;
        const link = await nextLink(at, version, origin, crypto);
        at = { count: link.n, head: link.head };
        also.push(linkChange(link));
      }
      const saved = await sessions.save(session, revision, 'strict', [...also, ...lines.value]);
      if (saved.ok) for (const signed of listeners) signed(origin);
      if (saved.ok) return made;
      // Another window signed or wrote a line in between; the session itself is another matter.
      const overtaken = saved.error.kind === 'Conflict' && saved.error.id !== session.id;
      if (!overtaken || attempt === mostAttempts) return err(saved.error);
    }
  };

  const one = (result: Result<readonly SignedVersion[], SigningRefusal | StoreError>) => {
    if (!result.ok) return result;
    const [version] = result.value;
    if (version === undefined) throw new Error('nothing was signed');
    return ok(version);
  };

  const signatureOf: SigningDesk['signatureOf'] = async (session) => {
    const kept = await held.of(session.id);
    if (!kept.ok) return { kind: 'unreadable', error: kept.error };
    if (kept.value.versions.length === 0) return { kind: 'unsigned' };
    const keys = await profiles.keys();
    return judge(session, kept.value, keys.ok ? keys.value : [], crypto);
  };

  const desk = createAtWork(atWork, { profiles, log });

  return {
    profiles,
    log,
    atWork: desk,
    signatureOf,
    opened(session, how) {
      // Where nothing can be written (emergency view), a record can still be read.
      if (how !== 'followed') void log.append({ kind: how, record: session.id });
      return signatureOf(session);
    },
    onSigned(signed) {
      listeners.add(signed);
      return () => {
        listeners.delete(signed);
      };
    },
    heldOf: held.withHashes,
    async versionsOf(session) {
      const kept = await held.of(session);
      return kept.ok ? ok(kept.value.versions) : kept;
    },

    async sign(session, { profile, pin }) {
      const stored = await sessions.load(session.id);
      if (!stored.ok) return stored;
      if (changesBetween(contentOf(stored.value.session), contentOf(session)).length > 0)
        return err({ kind: 'NotKept' });
      const before = await held.of(session.id);
      if (!before.ok) return before;
      if (before.value.missing.length > 0) return err({ kind: 'VersionsMissing' });
      if (before.value.versions.length > 0) return err({ kind: 'AlreadySigned' });
      const { totals } = fold(session.entries, session.vials);
      const listing = await sessions.list();
      const history = historyOf(listing.ok ? listing.value : null, session.patient.id);
      const missing = signingProblems(session, totals, beforeFirstNeedle(session, history, now()));
      if (missing.length > 0) return err({ kind: 'Incomplete', count: missing.length });
      const opened = await profiles.open(profile, pin);
      if (!opened.ok) return opened;
      const { port, author } = opened.value;
      const at = now();
      const finished: Session = { ...session, finishedAt: session.finishedAt ?? at, undone: [] };
      const kept = await keep(
        async (storeHead) => {
          const signed = await signFirst(finished, { author, at, storeHead }, port);
          return signed.ok ? ok([signed.value]) : signed;
        },
        'signed',
        { event: { kind: 'signed', record: session.id }, who: { profile, pin: true } },
        { session: finished, revision: stored.value.revision },
      );
      if (kept.ok) await desk.signed(profile);
      return one(kept);
    },

    async amend(id, { text, reason, corrections }, { profile, pin }) {
      const stored = await sessions.load(id);
      if (!stored.ok) return stored;
      const kept = await held.of(id);
      if (!kept.ok) return kept;
      const { versions, missing } = kept.value;
      if (missing.length > 0) return err({ kind: 'VersionsMissing' });
      if (versions.length === 0) return err({ kind: 'NotSigned' });
      const verified = await verify(versions, crypto);
      if (!verified.ok) return err({ kind: 'Broken', problems: verified.error });
      const before = verified.value.versions.at(-1)?.session;
      if (before === undefined) return err({ kind: 'NotSigned' });
      // Asked before the PIN is: a slip of the pen counts no try.
      if (reason.trim() === '') return err({ kind: 'NoReason' });
      const corrected = corrections === undefined ? ok(before) : correct(before, corrections, now());
      if (!corrected.ok) return err({ kind: 'NotCorrected', refusals: corrected.error });
      const beyond = beyondCorrection(before, corrected.value);
      if (beyond !== null) return err({ kind: 'BeyondCorrection', keys: beyond.keys });
      const addendum = text.trim();
      if (addendum === '' && changesBetween(before, corrected.value).length === 0)
        return err({ kind: 'NothingChanged' });
      const opened = await profiles.open(profile, pin);
      if (!opened.ok) return opened;
      const { port, author } = opened.value;
      const amended = await keep(
        async (storeHead) => {
          const signing = { author, at: now(), storeHead, reason: reason.trim() };
          const change = { session: corrected.value, ...(addendum === '' ? {} : { addendum }) };
          const signed = await amend(verified.value.versions, change, signing, port);
          return signed.ok ? ok([signed.value]) : signed;
        },
        'signed',
        { event: { kind: 'amended', record: id }, who: { profile, pin: true } },
        { session: { ...corrected.value, undone: [] }, revision: stored.value.revision },
      );
      if (amended.ok) await desk.signed(profile);
      return one(amended);
    },

    async takeIn(session, versions, expected) {
      const here = await held.withHashes(session.id);
      if (!here.ok) return here;
      const { missing, hashes } = here.value;
      const absent = ({ version }: SignedVersion) => version > here.value.versions.length || missing.includes(version);
      const kept = await keep(
        () => Promise.resolve(ok(versions.filter(absent))),
        'restored',
        { event: { kind: 'imported', record: session.id } },
        { session, revision: expected },
        hashes,
      );
      if (kept.ok) return ok(null);
      // Nothing is signed here, so nothing can be refused but by the store.
      return err(kept.error as StoreError);
    },

    ...createChainDesk(documents, crypto),
  };
}
