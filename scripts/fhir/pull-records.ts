import 'fake-indexeddb/auto';
import { isDeepStrictEqual } from 'node:util';
import type { FhirClient } from '../../src/exchange/fhir/client';
import { pullRecords } from '../../src/state/server-pull';
import { takeFound } from '../../src/state/server-take';
import { signingDevice } from '../../tests/support/signing-device';
import { unwrap } from '../../tests/support/signing';
import type { Verdict } from '../prove/campaign';
import type { SentRecord } from './signed-records';

export const pullClaims = {
  all: 'an empty device takes every record from the server, and none that was not sent',
  hashes: 'each of them is verified, and its versions, hashes and signatures are those that were signed',
} as const;
export type PullClaim = keyof typeof pullClaims;

/** Fetches everything into a new device as the app does, and holds it against what was signed. */
export async function pullAll(
  records: readonly SentRecord[],
  client: FhirClient,
  verdict: Verdict<PullClaim>,
): Promise<void> {
  const device = signingDevice();
  try {
    const { sessions, desk } = device.open();
    const head = records[0]?.steps[0]?.versions[0]?.session.head;
    if (head === undefined) throw new Error('a session without a head');
    const same = () => Promise.resolve(null);
    const pulled = await pullRecords(
      { client, take: (found) => takeFound({ store: sessions, signing: desk, head, same }, found) },
      null,
      { signal: new AbortController().signal, onProgress: () => undefined },
    );
    for (const { steps } of records) {
      const last = steps.at(-1);
      if (last === undefined) continue;
      const held = await desk.versionsOf(last.session);
      const versions = held.ok ? held.value : [];
      const count = last.versions.length;
      verdict.hold('all', versions.length === count, () => `${String(versions.length)} versions of ${String(count)}`);
      const theSame = isDeepStrictEqual(versions, last.versions);
      verdict.hold('hashes', theSame, () => JSON.stringify(versions));
      verdict.next(last.session);
    }
    const { broken, refused } = pulled;
    const whole = broken === null && refused.length === 0;
    verdict.hold('all', whole, () => JSON.stringify({ broken, refused: refused.slice(0, 3) }));
    const count = unwrap(await sessions.list()).length;
    verdict.hold('all', count === records.length, () => `${String(count)} sessions of ${String(records.length)}`);
    verdict.next('the rest');
  } finally {
    device.close();
  }
}
