import { isDeepStrictEqual } from 'node:util';
import 'fake-indexeddb/auto';
import type { FhirClient } from '../../src/exchange/fhir/client';
import { patientsQuery, recordIdOf, sessionBundleQuery } from '../../src/exchange/fhir/queries';
import { type FoundRecord, signedRecordsIn } from '../../src/exchange/fhir/read-bundle';
import { importSigned } from '../../src/state/signed-files';
import { signingDevice } from '../../tests/support/signing-device';
import { unwrap } from '../../tests/support/signing';
import type { Verdict } from '../prove/campaign';
import type { SentRecord } from './signed-records';

export const pullClaims = {
  all: 'an empty device takes every record from the server, and none that was not sent',
  hashes: 'each of them is verified, and its versions, hashes and signatures are those that were signed',
} as const;
export type PullClaim = keyof typeof pullClaims;

/** Fetches every record into a new device, patient by patient and page by page, and holds it against what was signed. */
export async function pullAll(
  records: readonly SentRecord[],
  client: FhirClient,
  verdict: Verdict<PullClaim>,
): Promise<void> {
  const found = new Map<string, FoundRecord>();
  for (const patient of await patientsOf(client)) {
    for await (const page of client.pages(sessionBundleQuery(patient))) {
      for (const record of unwrap(signedRecordsIn(unwrap(page)))) {
        const known = found.get(record.session);
        if (known === undefined || known.version < record.version) found.set(record.session, record);
      }
    }
  }
  const device = signingDevice();
  try {
    const { sessions, desk } = device.open();
    for (const { steps } of records) {
      const last = steps.at(-1);
      if (last === undefined) continue;
      const record = found.get(last.session);
      found.delete(last.session);
      verdict.hold('all', record?.version === last.versions.length, () => `version ${String(record?.version)} came`);
      if (record !== undefined) {
        const head = last.versions[0]?.session.head;
        if (head === undefined) throw new Error('a session without a head');
        const taken = await importSigned(record.bytes, sessions, desk, head);
        verdict.hold('all', taken.ok, () => JSON.stringify(taken.message));
        const held = await desk.versionsOf(last.session);
        const same = held.ok && isDeepStrictEqual(held.value, last.versions);
        verdict.hold('hashes', same, () => JSON.stringify(held));
      }
      verdict.next(last.session);
    }
    verdict.hold('all', found.size === 0, () => `not sent: ${[...found.keys()].join(', ')}`);
    verdict.next('the rest');
  } finally {
    device.close();
  }
}

async function patientsOf(client: FhirClient): Promise<readonly string[]> {
  const patients: string[] = [];
  for await (const page of client.pages(patientsQuery())) {
    for (const { resource } of unwrap(page).entry ?? []) {
      const id = resource?.resourceType === 'Patient' ? recordIdOf(resource) : null;
      if (id !== null) patients.push(id);
    }
  }
  return patients;
}
