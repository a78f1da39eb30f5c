import type { StoredDocument } from '../record/ports';
import { type Living, planOne, type Planning } from './restore-step';

/** What is here with what only the other has added to it: the same object where nothing is missing, null where either cannot be read. */
export type JoinLearning = (here: unknown, there: unknown) => unknown;

/**
 * What was learned. It is only ever added to, on either side: what is missing here is taken in from the backup, and nothing
 * that is here changes. What this version cannot read, on either side, stands by itself like any other document.
 */
export function planLearning(
  plan: Planning,
  document: StoredDocument,
  living: Living | undefined,
  take: boolean,
  join: JoinLearning,
): void {
  if (living?.kind !== 'sound') {
    planOne(plan, document, living, take);
    return;
  }
  const here = living.document;
  const doc = join(here.doc, document.doc);
  if (doc === null) planOne(plan, document, living, take);
  else if (doc === here.doc) plan.same += 1;
  else {
    const { revision } = here;
    plan.write.push({
      document: { ...document, doc },
      expected: revision,
      revision: Math.max(revision, document.revision) + 1,
    });
  }
}
