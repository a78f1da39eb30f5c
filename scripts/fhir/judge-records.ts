import { isDeepStrictEqual } from 'node:util';
import { readFound, signedRecordsIn } from '../../src/exchange/fhir/read-bundle';
import { idValue, values } from '../../src/exchange/fhir/identifiers';
import type { FhirClient } from '../../src/exchange/fhir/client';
import { fold } from '../../src/ledger/fold';
import { webChecking } from '../../src/storage/web-crypto';
import { milli } from '../../tests/support/ledger-oracle';
import type { Verdict } from '../prove/campaign';
import { type Kept, type Plain, plainOf, readHistory } from './kept-resources';
import { bundleOf } from './bundle-of';
import type { SentRecord, SignedStep } from './signed-records';

/** What must hold of every session once all is sent, whatever went wrong on the way. */
export const recordClaims = {
  one: 'one Procedure a session, one document and one Provenance a version: nothing is missing, nothing is there twice',
  same: 'every resource reads back as it was sent, word for word, and a document before the last as superseded',
  doses: 'as many doses as were given, and together they are the units of the ledger',
  bytes: 'the document of each version holds the exact bytes of the signed record, and they verify',
  history: 'the server had the versions of a session in their order, the last one last',
} as const;
export type RecordClaim = keyof typeof recordClaims;

/** People are made once and left as they are: another record may have told of them first, in other words. */
const isPerson = (key: string): boolean => /^(Patient|Practitioner)\|/.test(key);

/**
 * Everything that a record's versions made on the server, each as the last version that speaks of it has it; the documents
 * before the last are superseded.
 */
export function expectedOf({ steps }: SentRecord): ReadonlyMap<string, Plain> {
  const asSent = new Map(steps.flatMap((step) => [...plainOf(bundleOf(step))]));
  for (const { session, versions } of steps.slice(0, -1)) {
    const key = `DocumentReference|${values.version(session, versions.length)}`;
    asSent.set(key, { ...asSent.get(key), status: 'superseded' });
  }
  return asSent;
}

/** Holds what the server keeps of one session against what was signed. */
export async function judgeRecord(
  record: SentRecord,
  kept: Kept,
  client: FhirClient,
  verdict: Verdict<RecordClaim>,
): Promise<void> {
  const last = record.steps.at(-1);
  if (last === undefined) throw new Error('a record without versions');
  for (const [key, sent] of expectedOf(record)) {
    const found = kept.byKey.get(key) ?? [];
    verdict.hold('one', found.length === 1, () => `${key} is there ${String(found.length)} times`);
    if (isPerson(key)) continue;
    const same = found.every((one) => isDeepStrictEqual(one, sent));
    verdict.hold('same', same, () => `${key}: sent ${JSON.stringify(sent)}, found ${JSON.stringify(found)}`);
  }
  judgeDoses(last, kept, verdict);
  for (const step of record.steps) await judgeBytes(step, kept, verdict);
  if (record.steps.length > 1) await judgeHistory(record, kept, client, verdict);
}

/** Read apart from the resources that were sent: from the entries on one side, from the server's doses on the other. */
function judgeDoses({ session, versions }: SignedStep, kept: Kept, verdict: Verdict<RecordClaim>): void {
  const content = versions.at(-1)?.session;
  if (content === undefined) throw new Error('no version');
  const { rows, events, totals } = fold(content.entries, content.vials);
  const beside = events.filter(
    ({ entry, voided }) => voided === undefined && (entry.kind === 'incident' || entry.kind === 'off-protocol'),
  );
  const due = rows.filter(({ state }) => state === 'given').length + beside.length;
  const doses = [...kept.byKey]
    .filter(([key]) => key.startsWith(`MedicationAdministration|${idValue(session)}/`))
    .flatMap(([, found]) => found as readonly Dose[])
    .filter(({ status }) => status === 'completed');
  const sum = doses.reduce((units, { dosage }) => units + (milli(dosage.dose.value) ?? Number.NaN), 0);
  const seen = () =>
    `${session}: ${String(doses.length)} doses of ${String(due)}, ${String(sum / 1000)} U of ${String(totals.total)} U`;
  verdict.hold('doses', doses.length === due && sum === milli(totals.total), seen);
}

type Dose = { readonly status: string; readonly dosage: { readonly dose: { readonly value: number } } };

async function judgeBytes({ session, versions, file }: SignedStep, kept: Kept, verdict: Verdict<RecordClaim>) {
  const name = values.version(session, versions.length);
  const resources = kept.byKey.get(`DocumentReference|${name}`) ?? [];
  const found = signedRecordsIn({
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  });
  const [document] = found.ok ? found.value : [];
  const same = document !== undefined && Buffer.compare(document.bytes, file) === 0;
  verdict.hold('bytes', same, () => `${name}: ${found.ok ? 'other bytes or none' : JSON.stringify(found.error)}`);
  if (document === undefined) return;
  const read = await readFound(document, webChecking);
  const holds = read.ok && isDeepStrictEqual(read.value.versions, versions);
  verdict.hold('bytes', holds, () => `${name}: ${read.ok ? 'other versions' : JSON.stringify(read.error)}`);
}

async function judgeHistory({ steps }: SentRecord, kept: Kept, client: FhirClient, verdict: Verdict<RecordClaim>) {
  const key = `Procedure|${values.procedure(steps[0]?.session ?? '')}`;
  const address = kept.addresses.get(key);
  const had = address === undefined ? [] : await readHistory(client, address, kept);
  const due = steps.flatMap((step) => plainOf(bundleOf(step)).get(key) ?? []);
  // The same words in two versions are one to the server.
  const changes = due.filter((one, n) => n === 0 || !isDeepStrictEqual(one, due[n - 1]));
  verdict.hold('history', isDeepStrictEqual(had, changes), () => `${key}: ${JSON.stringify({ had, changes })}`);
}
