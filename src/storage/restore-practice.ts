import type { StoredDocument } from '../record/ports';
import { merged } from '../record/practice';
import { parsePractice } from '../record/practice-schema';
import { type Living, planOne, type Planning } from './restore-step';

/**
 * What the practice keeps. Both sides have it under one id without one being the later of the other, and neither is to lose a
 * template: where both can be read, what is missing here is taken in from the backup, and nothing here changes.
 */
export function planPractice(
  plan: Planning,
  document: StoredDocument,
  living: Living | undefined,
  take: boolean,
): void {
  const here = living?.kind === 'sound' ? parsePractice(living.document.doc) : null;
  const there = parsePractice(document.doc);
  if (living?.kind !== 'sound' || here?.ok !== true || !there.ok) {
    planOne(plan, document, living, take);
    return;
  }
  const doc = merged(here.value, there.value);
  if (doc === here.value) {
    plan.same += 1;
    return;
  }
  const { revision } = living.document;
  plan.write.push({
    document: { ...document, doc },
    expected: revision,
    revision: Math.max(revision, document.revision) + 1,
  });
}
