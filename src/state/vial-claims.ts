import '../messages/later';
import type { Message } from '../messages/translate';
import { dayOf } from '../record/calendar';
import { vialUsesOf } from '../record/listing';
import type { SessionStore } from '../record/ports';
import type { Session } from '../record/session';
import { claimVial } from '../record/stock';
import { storeErrorText } from './refusal-text';

/** Why a session may not come in: one of its vials stands in another session of this store. Null if it may. */
export async function whyVialsTaken(
  { id, vials }: Session,
  store: Pick<SessionStore, 'list'>,
): Promise<Message | null> {
  const listed = await store.list();
  if (!listed.ok) return { key: 'records.notImported', values: { why: storeErrorText(listed.error) } };
  const uses = listed.value.flatMap((one) => (one.kind === 'session' ? vialUsesOf(one) : []));
  for (const [n, vial] of vials.entries()) {
    const claimed = claimVial(uses, vial.id, id);
    if (!claimed.ok) return { key: 'records.vialTaken', values: { number: n + 1, day: dayOf(claimed.error.at) } };
  }
  return null;
}
