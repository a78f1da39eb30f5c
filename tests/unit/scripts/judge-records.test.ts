import type { FhirResource } from 'fhir/r4';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FhirClient } from '../../../src/exchange/fhir/client';
import { toSignedFile } from '../../../src/exchange/signed-file';
import { ok } from '../../../src/protocol/words';
import { webChecking } from '../../../src/storage/web-crypto';
import { expectedOf, judgeRecord, type RecordClaim, recordClaims } from '../../../scripts/fhir/judge-records';
import { type Kept, type Plain, plainOf } from '../../../scripts/fhir/kept-resources';
import { bundleOf } from '../../../scripts/fhir/bundle-of';
import type { SentRecord, SignedStep } from '../../../scripts/fhir/signed-records';
import { Verdict } from '../../../scripts/prove/campaign';
import { author, signedRecord, smallSession, twoInjectors, unwrap } from '../../support/signing';

let record: SentRecord;
beforeAll(async () => {
  const injectors = await twoInjectors();
  const session = smallSession();
  const all = await signedRecord(session, injectors);
  const steps: SignedStep[] = [];
  for (let n = 1; n <= all.length; n += 1) {
    const versions = all.slice(0, n);
    const file = unwrap(await toSignedFile(versions, 'proof', webChecking));
    steps.push({
      session: session.id,
      patient: session.patient.id,
      startedAt: session.startedAt,
      versions,
      file,
    });
  }
  record = { device: { name: 'one', author, port: injectors[0] }, steps };
});

type Server = {
  readonly byKey: Map<string, readonly Plain[]>;
  /** The versions of the Procedure, the oldest first. */
  readonly history: Plain[];
};

/** What a server would have that did all as it should. */
function perfect(): Server {
  const key = `Procedure|${record.steps[0]?.session ?? ''}`;
  const said = record.steps.flatMap((step): readonly Plain[] => {
    const one = plainOf(bundleOf(step)).get(key);
    return one === undefined ? [] : [one];
  });
  const history = said.filter((one, n) => n === 0 || JSON.stringify(one) !== JSON.stringify(said[n - 1]));
  return { byKey: new Map([...expectedOf(record)].map(([name, one]) => [name, [one]])), history };
}

/** The claims that do not hold of it. */
async function broken({ byKey, history }: Server): Promise<readonly string[]> {
  const addresses = new Map([...byKey.keys()].map((key) => [key, key.replace('|', '/')]));
  const kept: Kept = { byKey, addresses, versions: 0, strangers: [], keyOfAddress: (address) => address };
  const client = {
    async *pages() {
      const entry = history.toReversed().map((resource) => ({ resource: resource as unknown as FhirResource }));
      yield await Promise.resolve(ok({ resourceType: 'Bundle' as const, type: 'history' as const, entry }));
    },
  } as unknown as FhirClient;
  const verdict = new Verdict<RecordClaim>(recordClaims);
  await judgeRecord(record, kept, client, verdict);
  verdict.next('it');
  return Object.entries(verdict.proof().failed).flatMap(([claim, count]) => (count > 0 ? [claim] : []));
}

const first = (server: Server, type: string): readonly [string, Plain] => {
  for (const [key, [one]] of server.byKey) if (key.startsWith(`${type}|`) && one !== undefined) return [key, one];
  throw new Error(`no ${type}`);
};

describe('what is read back from a server', () => {
  it('is found whole where it is', async () => {
    expect(await broken(perfect())).toEqual([]);
  });

  it('is found wanting where a dose was lost', async () => {
    const server = perfect();
    const given = [...server.byKey].find(([, [one]]) => one?.['status'] === 'completed' && 'dosage' in one);
    server.byKey.delete(given?.[0] ?? '');
    expect(await broken(server)).toEqual(['one', 'doses']);
  });

  it('is found wanting where something is there twice', async () => {
    const server = perfect();
    const [key, one] = first(server, 'Provenance');
    server.byKey.set(key, [one, one]);
    expect(await broken(server)).toEqual(['one']);
  });

  it('is found wanting where a word is another', async () => {
    const server = perfect();
    const [key, one] = first(server, 'Procedure');
    server.byKey.set(key, [{ ...one, status: 'unknown' }]);
    expect(await broken(server)).toEqual(['same']);
  });

  it('is found wanting where a document has other bytes', async () => {
    const server = perfect();
    const [key, one] = first(server, 'DocumentReference');
    const swapped = JSON.parse(JSON.stringify(one).replace(/"data":"ey(.)/, '"data":"ey0')) as Plain;
    server.byKey.set(key, [swapped]);
    expect(await broken(server)).toEqual(['same', 'bytes']);
  });

  it('is found wanting where a version came after its time', async () => {
    const server = perfect();
    expect(server.history.length).toBeGreaterThan(1);
    expect(await broken({ ...server, history: [...server.history, ...server.history.slice(0, 1)] })).toEqual([
      'history',
    ]);
  });
});
