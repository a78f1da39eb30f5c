import './zod-setup';
import * as z from 'zod/mini';
import type { Hindrance, Mend, SendState } from './outbox';
import { instant, namesOf, text, whole } from './value-schemas';

const mends = namesOf<Mend>({
  record: true,
  address: true,
  rights: true,
  size: true,
  duplicates: true,
  format: true,
  here: true,
  forked: true,
});
const hindrances = namesOf<Hindrance>({
  offline: true,
  timeout: true,
  busy: true,
  server: true,
  'not-fhir': true,
  'sign-in': true,
});
/** Without a hash as it was once kept. */
const moment = { at: instant, where: text, hash: z.optional(text) };

const stateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sending'), ...moment, tries: whole }),
  z.object({ kind: z.literal('sent'), ...moment }),
  z.object({ kind: z.literal('failed'), ...moment, tries: whole, retryAt: z.number(), why: hindrances }),
  z.object({ kind: z.literal('refused'), ...moment, status: z.nullable(whole), text, mend: mends }),
]);

type Agree<Read extends SendState> = Read;
/** Fails to compile when schema and type drift apart. */
export type ReadSendState = Agree<z.output<typeof stateSchema>>;

/**
 * What is kept of sending a version; null where that cannot be read. Such a version counts as not sent yet: sending it once
 * more changes nothing on the server.
 */
export function readSendState(doc: unknown): SendState | null {
  const read = stateSchema.safeParse(doc);
  return read.success ? read.data : null;
}
