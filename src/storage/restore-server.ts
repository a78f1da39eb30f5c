import { mergedState } from '../record/outbox';
import { readSendState } from '../record/outbox-schema';
import type { StoredDocument } from '../record/ports';
import type { Living, Planning } from './restore-step';

/**
 * What is known of sending a version. What the backup knows as acknowledged is acknowledged here as well; its tries and refusals
 * are not brought back, and nothing that this device knows is unlearnt. It never is a conflict: sending again harms nothing.
 */
export function planOutbox(plan: Planning, document: StoredDocument, living: Living | undefined): void {
  const here = living?.kind === 'sound' ? readSendState(living.document.doc) : null;
  const there = readSendState(document.doc);
  const expected = living === undefined ? 0 : living.kind === 'sound' ? living.document.revision : living.revision;
  if (there === null || mergedState(here, there) !== there) {
    plan.same += 1;
    return;
  }
  plan.write.push({ document, expected, revision: Math.max(expected, document.revision - 1) + 1 });
}
