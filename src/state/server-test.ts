import type { FhirClient } from '../exchange/fhir/client';
import type { Message } from '../messages/translate';
import { capabilityMessage, clientMessage } from './server-text';

/** Whether a server answers, is one of FHIR R4, can do what is needed and lets us read; in words. */
export async function testConnection(client: FhirClient): Promise<{ readonly ok: boolean; readonly message: Message }> {
  const about = await client.metadata();
  if (!about.ok) return { ok: false, message: clientMessage(about.error) };
  // What a server says of itself is open to everybody: whether we may read is asked as well.
  const allowed = await client.get('/Patient?_summary=count');
  if (!allowed.ok) return { ok: false, message: clientMessage(allowed.error) };
  return { ok: about.value.lacks.length === 0, message: capabilityMessage(about.value) };
}
