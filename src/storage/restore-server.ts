import { mergedState } from '../record/outbox';
import { readSendState } from '../record/outbox-schema';
import type { StoredDocument } from '../record/ports';
import type { Here, Living, Planning } from './restore-step';

/**
 * What is known of sending a version. What the backup knows as acknowledged is acknowledged here as well; its tries and refusals
 * are not brought back, and nothing that this device knows is unlearnt. Where another version of the same number is signed here,
 * the backup's acknowledgement is none of it. It never is a conflict: what counts as not sent is asked for at the server first.
 */
export function planOutbox(plan: Planning, document: StoredDocument, living: Living | undefined, { of }: Here): void {
  const here = living?.kind === 'sound' ? readSendState(living.document.doc) : null;
  const there = readSendState(document.doc);
  const expected = living === undefined ? 0 : living.kind === 'sound' ? living.document.revision : living.revision;
  // A state is kept under the id of its version.
  const version = of('signed-version', document.id);
  const hash = version?.kind === 'sound' ? (version.document.doc as { readonly hash?: unknown }).hash : undefined;
  if (there === null || mergedState(here, there, typeof hash === 'string' ? hash : null) !== there) {
    plan.same += 1;
    return;
  }
  plan.write.push({ document, expected, revision: Math.max(expected, document.revision - 1) + 1 });
}
