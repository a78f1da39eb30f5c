import { type Day, dayOf } from '../../record/calendar';
import { type DocumentKind, ok, type Result, type StoreError } from '../../record/ports';
import { linkId } from '../../record/store-ids';
import type { MemoryRecords } from '../../storage/memory-records';
import { sessionCount } from './demo-days';

/** Laid for today; for another day, and let be since; or for another day, and something in it was changed. */
export type DemoAge = 'today' | 'untouched' | 'changed';

/** What there is as it is laid: how many of a kind, and at which revision. */
const laid: readonly { readonly kind: DocumentKind; readonly count: number; readonly revision?: number }[] = [
  { kind: 'patient', count: 1, revision: 1 },
  { kind: 'diary', count: 1, revision: 1 },
  { kind: 'practice', count: 1, revision: 1 },
  // The PIN is counted before it is tried, and the count cleared, once a signature.
  { kind: 'profile', count: 1, revision: 1 + 2 * sessionCount },
  // Of each session its version, and that version's link in the chain.
  { kind: 'signed-version', count: 2 * sessionCount, revision: 1 },
  { kind: 'vial-stock', count: 0 },
  { kind: 'outbox', count: 0 },
  { kind: 'learning', count: 0 },
];
/** A session is saved, and once more as it is signed. */
const signedRevision = 2;

/** How a demo that is there stands to today. What was signed is never written again: it says when the demo was laid. */
export async function demoAge(
  records: Pick<MemoryRecords, 'documents' | 'sessions'>,
  today: Day,
): Promise<Result<DemoAge, StoreError>> {
  const signed = await records.documents.read('signed-version', linkId(1));
  if (!signed.ok) return signed;
  if (dayOf(signed.value.savedAt) === today) return ok('today');
  const untouched = await isUntouched(records);
  return untouched.ok ? ok(untouched.value ? 'untouched' : 'changed') : untouched;
}

/** What cannot be read counts as changed: it is not for us to throw it away. */
async function isUntouched({
  documents,
  sessions,
}: Pick<MemoryRecords, 'documents' | 'sessions'>): Promise<Result<boolean, StoreError>> {
  for (const { kind, count, revision } of laid) {
    const read = await documents.readAll(kind);
    if (!read.ok) return read;
    const { found, damaged } = read.value;
    if (damaged.length > 0 || found.length !== count || found.some((one) => one.revision !== revision))
      return ok(false);
  }
  const listed = await sessions.list();
  if (!listed.ok) return listed;
  if (listed.value.length !== sessionCount) return ok(false);
  for (const { id } of listed.value) {
    const loaded = await sessions.load(id);
    if (!loaded.ok || loaded.value.revision !== signedRevision) return ok(false);
  }
  return ok(true);
}
