import { leavesVault, type StoredDocument } from '../record/ports';
import { readLineId, readLinkId } from '../record/store-ids';
import { planHistories } from './restore-histories';
import { type JoinLearning, planLearning } from './restore-learning';
import { isOfPatient, patientsPlace, planOfPatient } from './restore-patients';
import { planPractice } from './restore-practice';
import { planOutbox } from './restore-server';
import { planSigned } from './restore-signed';
import { type Here, type PlannedWrite, type Planning, planOne, type RestoreConflict } from './restore-step';

export type RestorePlan = {
  readonly write: readonly PlannedWrite[];
  readonly same: number;
  /** Held here in a newer revision, which stays. */
  readonly newerHere: number;
  readonly conflicts: readonly RestoreConflict[];
  /** Versions that come in from another history: each needs a step of its own in this store's chain. */
  readonly unlinked: readonly StoredDocument[];
};

/**
 * What a restore writes. What is not here is added and what does not open here is mended; what is here otherwise stays:
 * a newer revision without a word, any other as a conflict, unless the user chose the backup's (`take`, ids of
 * documents). What the practice keeps is put together (`planPractice`), so is what was sent (`planOutbox`), what was
 * learned (`planLearning`), and what is kept of a patient (`planOfPatient`, taken by kind and id). Signed versions and their session come in together, and are never replaced (`planSigned`); chain and audit
 * log are continued where they are this store's own, and kept beside them where they are another's (`planHistories`).
 */
export function planRestore(
  documents: readonly StoredDocument[],
  here: Here,
  take: ReadonlySet<string>,
  joinLearning: JoinLearning,
): RestorePlan {
  const plan: Planning = { write: [], conflicts: [], same: 0, newerHere: 0 };
  const isLink = ({ kind, id }: StoredDocument) => kind === 'signed-version' && readLinkId(id) !== null;
  const links = documents.filter(isLink);
  const lines = documents.filter(({ kind, id }) => kind === 'audit' && readLineId(id) !== null);
  const apart = new Set([...links, ...lines]);
  const signed = documents.filter((one) => one.kind === 'signed-version' && !apart.has(one));
  const sessions = documents.filter(({ kind }) => kind === 'session');
  for (const document of documents) {
    if (apart.has(document) || document.kind === 'signed-version' || document.kind === 'session') continue;
    // No backup of ours holds any: whose server this device talks to is not for a file to say.
    if (!leavesVault(document.kind)) continue;
    const living = here.of(document.kind, document.id);
    if (document.kind === 'outbox') planOutbox(plan, document, living, here);
    else if (document.kind === 'practice') planPractice(plan, document, living, take.has(document.id));
    else if (document.kind === 'learning') planLearning(plan, document, living, take.has(document.id), joinLearning);
    else if (isOfPatient(document)) planOfPatient(plan, document, living, take.has(patientsPlace(document)));
    else planOne(plan, document, living, take.has(document.id));
  }
  planSigned(plan, { sessions, signed, here, take });
  const coming = plan.write.filter(({ document }) => document.kind === 'signed-version').map((one) => one.document);
  const unlinked = planHistories(plan, { links, lines, coming, here });
  return { ...plan, unlinked };
}
