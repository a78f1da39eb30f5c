import type { StoredDocument } from '../record/ports';
import { readLinkId } from '../record/store-ids';
import { versionId } from '../record/version-id';
import { disagree, type Here, planOne, type Planning, sameContent } from './restore-step';

type Asked = {
  readonly sessions: readonly StoredDocument[];
  /** Signed versions of the backup. */
  readonly signed: readonly StoredDocument[];
  readonly here: Here;
  readonly take: ReadonlySet<string>;
};

/**
 * Sessions with their signed versions. Where both sides have versions, those of one must be the first of the other's: the
 * longer history stands, and its session with it, whatever the revisions say. A session that is a draft here and signed in
 * the backup comes in with its versions or not at all: what was charted here since is not lost without being asked for.
 */
export function planSigned(plan: Planning, { sessions, signed, here, take }: Asked): void {
  const versionsHere = bySession(here.all.filter(({ kind }) => kind === 'signed-version'));
  const versionsThere = bySession(signed);
  const signedHere = hashesIn(here);
  const sessionIds = new Set(sessions.map(({ id }) => id));
  for (const session of sessions) {
    const [ours, theirs] = [versionsHere.get(session.id) ?? [], versionsThere.get(session.id) ?? []];
    const living = here.of('session', session.id);
    const asked = take.has(session.id);
    if (living?.kind !== 'sound' || sameContent(living.document, session)) {
      const fits = planVersions(plan, theirs, here, signedHere);
      // Not beside versions with another history.
      if (fits || living?.kind === 'sound') planOne(plan, session, living, asked);
      else disagree(plan, session, living);
    } else if (!agree(theirs, here, signedHere)) {
      planVersions(plan, theirs, here, signedHere);
      disagree(plan, session, living);
    } else if (theirs.length > ours.length) {
      // Signed further than here. A draft of this device is not given up for it without being asked.
      if (ours.length === 0 && !asked) disagree(plan, session, living);
      else {
        planVersions(plan, theirs, here, signedHere);
        planOne(plan, session, living, true);
      }
    } else {
      planVersions(plan, theirs, here, signedHere);
      const signedSince = theirs.length < ours.length;
      if (signedSince && asked) disagree(plan, session, living);
      else if (signedSince) plan.newerHere += 1;
      else planOne(plan, session, living, asked);
    }
  }
  // Versions whose session is not in the backup are records all the same.
  for (const [session, versions] of versionsThere)
    if (!sessionIds.has(session)) planVersions(plan, versions, here, signedHere);
}

/** None of them is here with other content, nor was another signed here in the place of one that is gone. */
const agree = (versions: readonly StoredDocument[], { of }: Here, signedHere: ReadonlyMap<string, unknown>): boolean =>
  versions.every((one) => {
    const living = of(one.kind, one.id);
    if (living?.kind === 'sound') return sameContent(living.document, one);
    const hash = signedHere.get(one.id);
    return hash === undefined || hash === (one.doc as Step).hash;
  });

type Step = { readonly record?: unknown; readonly version?: unknown; readonly hash?: unknown };

/** The hashes of the versions that this store's chain took in, by the id of the version. */
function hashesIn({ all }: Here): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const { kind, id, doc } of all) {
    if (kind !== 'signed-version' || readLinkId(id)?.store !== null) continue;
    const { record, version, hash } = doc as Step;
    found.set(versionId(String(record), Number(version)), hash);
  }
  return found;
}

/** Plans the versions of one session: all that is missing, or nothing. False where they have another history here. */
function planVersions(
  plan: Planning,
  versions: readonly StoredDocument[],
  here: Here,
  signedHere: ReadonlyMap<string, unknown>,
): boolean {
  const fits = agree(versions, here, signedHere);
  for (const one of versions) {
    const living = here.of(one.kind, one.id);
    if (fits || (living?.kind === 'sound' && sameContent(living.document, one))) planOne(plan, one, living, false);
    else disagree(plan, one, living);
  }
  return fits;
}

function bySession(versions: readonly StoredDocument[]): ReadonlyMap<string, readonly StoredDocument[]> {
  const found = new Map<string, StoredDocument[]>();
  for (const one of versions) {
    const { session } = one.doc as { readonly session?: { readonly id?: string } };
    if (session?.id === undefined) continue;
    const those = found.get(session.id);
    if (those === undefined) found.set(session.id, [one]);
    else those.push(one);
  }
  return found;
}
