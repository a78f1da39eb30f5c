import type { Bundle, DocumentReference, FhirResource } from 'fhir/r4';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerOf } from '../../../../src/exchange/fhir/answer';
import { createFhirClient, type FetchPort, type FhirClient } from '../../../../src/exchange/fhir/client';
import { correctionBundle } from '../../../../src/exchange/fhir/corrections';
import { mostInPart, partBundle, partsOf } from '../../../../src/exchange/fhir/parts';
import { amend, type SignedVersion, signFirst } from '../../../../src/record/signed-version';
import { chartedVisit, correctedVisit } from '../../../support/charted-visit';
import { fakeFhirServer } from '../../../support/fhir-server';
import { fhirStore } from '../../../support/fhir-store';
import { medplumBase, type MedplumRouter, medplumRouter } from '../../../support/medplum-router';
import { base64, sentOf } from '../../../support/sent-sessions';
import { at, author, twoInjectors, unwrap } from '../../../support/signing';

let versions: readonly SignedVersion[];
/** The first version, and the second, which takes a dose back. */
let first: Bundle;
let second: Bundle;
/** What a server has that takes both whole. */
let due: readonly string[];
let dueOfFirst: readonly string[];

beforeAll(async () => {
  const ports = await twoInjectors();
  const signed = unwrap(await signFirst(chartedVisit(), { author, at: at(1), storeHead: null }, ports[0]));
  const other = { author: { profile: 'profile-2', name: 'B. Example' }, at: at(2), storeHead: null, reason: 'slip' };
  versions = [signed, unwrap(await amend([signed], { session: correctedVisit() }, other, ports[1]))];
  first = (await sentOf(versions.slice(0, 1))).bundle;
  second = (await sentOf(versions)).bundle;
  const store = fhirStore();
  store.send(first);
  dueOfFirst = accountOf([...store.kept.values()]);
  store.send(second);
  due = accountOf([...store.kept.values()]);
});

/** Resources with their references led back to identifiers, without what a server adds, in an order of their own. */
function accountOf(resources: readonly FhirResource[]): readonly string[] {
  const nameOf = new Map(
    resources.map((one) => [`${one.resourceType}/${String(one.id)}`, JSON.stringify(ownName(one))]),
  );
  return resources
    .map(({ meta, ...resource }) => {
      const { tag } = meta ?? {};
      const one = { ...resource, id: undefined };
      const said = JSON.stringify({ ...one, tag }, (name, value: unknown) =>
        name === 'reference' ? (nameOf.get(String(value)) ?? 'nowhere') : value,
      );
      return JSON.stringify(sorted(JSON.parse(said)));
    })
    .toSorted();
}
const ownName = (one: FhirResource): unknown =>
  one.resourceType === 'Provenance' ? one.meta?.tag : [one.resourceType, 'identifier' in one && one.identifier];
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, sorted(v)]),
        )
      : value;

const types = [
  'Patient',
  'Practitioner',
  'Procedure',
  'Medication',
  'BodyStructure',
  'MedicationAdministration',
] as const;
async function keptBy({ repository }: MedplumRouter): Promise<readonly FhirResource[]> {
  const all = [...types, 'Observation', 'DocumentReference', 'Provenance'] as const;
  const found = await Promise.all(all.map((resourceType) => repository.searchResources({ resourceType, count: 1000 })));
  return found.flat() as unknown as readonly FhirResource[];
}
const clientOf = (fetch: FetchPort, base = medplumBase): FhirClient =>
  createFhirClient({ fetch, base, authorization: () => Promise.resolve(null) });

const outcome = (issue: object, status: number): Response =>
  Response.json({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', ...issue }] }, { status });

describe('the parts of a transaction', () => {
  it('are small, hold every entry once, and refer to nothing that comes later; the documents are the last', () => {
    for (const bundle of [first, second]) {
      const parts = partsOf(bundle);
      expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(mostInPart);
      expect(parts.flat().toSorted((a, b) => a - b)).toEqual([...(bundle.entry ?? []).keys()]);
      const seen = new Set<string>();
      for (const part of parts) {
        const { entry = [] } = partBundle(bundle, part, new Map());
        for (const { fullUrl } of entry) seen.add(String(fullUrl));
        const referred = [...JSON.stringify(entry).matchAll(/"reference":"(urn:uuid:[^"]+)"/g)].map(([, url]) => url);
        expect(referred.filter((url) => !seen.has(String(url)))).toEqual([]);
      }
      const last = parts.at(-1)?.map((n) => bundle.entry?.[n]?.resource?.resourceType);
      expect(last).toEqual(['DocumentReference', 'Provenance']);
    }
  });
});

describe("Medplum's router", () => {
  it('refuses a session as one transaction, and gets it in parts, with the second version too, as any other server has it', async () => {
    const medplum = medplumRouter({ transactions: true });
    const client = clientOf(medplum.fetch);
    const done = unwrap(await client.transaction(first));
    expect(medplum.asked[0], 'the whole, which is refused').toBe(first.entry?.length);
    expect(Math.max(...medplum.asked.slice(1))).toBeLessThanOrEqual(mostInPart);
    expect(done.entry?.map(({ response }) => response?.location?.split('/')[0])).toEqual(
      first.entry?.map(({ resource }) => resource?.resourceType),
    );
    expect(done.entry?.every(({ response }) => response?.status === '201')).toBe(true);
    expect(accountOf(await keptBy(medplum))).toEqual(dueOfFirst);
    const before = medplum.asked.length;
    unwrap(await client.transaction(second));
    expect(Math.max(...medplum.asked.slice(before)), 'it is not asked again with the whole').toBeLessThanOrEqual(
      mostInPart,
    );
    expect(accountOf(await keptBy(medplum))).toEqual(due);
    const patched = await client.batch(correctionBundle(versions, base64) ?? expect.fail());
    // The patient was sent with a record number: there is none to add.
    expect(patched).toEqual({ ok: true, value: [200, 400] });
    const statuses = (await keptBy(medplum)).filter((one) => one.resourceType === 'DocumentReference');
    expect((statuses as readonly DocumentReference[]).map(({ status }) => status)).toEqual(['superseded', 'current']);
  });

  it('has all of it once, wherever it was cut, and no document before all that the document stands for', async () => {
    const all = first.entry?.length ?? 0;
    for (let cutAfter = 1; cutAfter <= partsOf(first).length; cutAfter += 1) {
      const medplum = medplumRouter({ transactions: true });
      const cutting: FetchPort = async (url, init) => {
        const answer = await medplum.fetch(url, init);
        if (medplum.asked.length === 1 + cutAfter) throw new TypeError('fetch failed');
        return answer;
      };
      const client = clientOf(cutting);
      expect(await client.transaction(first)).toEqual({ ok: false, error: { kind: 'Offline' } });
      const kept = await keptBy(medplum);
      const isThere = kept.some(({ resourceType }) => resourceType === 'DocumentReference');
      expect([cutAfter, isThere], 'a document with all the rest alone').toEqual([cutAfter, kept.length === all]);
      unwrap(await client.transaction(first));
      expect(accountOf(await keptBy(medplum))).toEqual(dueOfFirst);
    }
  });

  it('without transactions takes entry by entry: one that failed is told by its own status, and all of it is there at last', async () => {
    const medplum = medplumRouter({ transactions: false });
    const { repository } = medplum;
    const create = repository.createResource.bind(repository);
    let failures = 0;
    repository.createResource = async (resource) => {
      if (resource.resourceType !== 'MedicationAdministration' || failures === 0) return create(resource);
      failures -= 1;
      throw new Error('the database is away');
    };
    const client = clientOf(medplum.fetch);
    for (const attempt of ['whole', 'in parts']) {
      failures = 1;
      const answer = await client.transaction(first);
      expect(answer, attempt).toMatchObject({ ok: false, error: { kind: 'Refused', status: 400 } });
    }
    unwrap(await client.transaction(first));
    // What was written beside an entry that failed is not written again: there its reference leads nowhere (docs/fhir.md).
    const withoutSignature = (account: readonly string[]) => account.filter((one) => !one.includes('"Provenance"'));
    const account = accountOf(await keptBy(medplum));
    expect(withoutSignature(account)).toEqual(withoutSignature(dueOfFirst));
    expect(account).toHaveLength(dueOfFirst.length);
    expect(
      medplum.asked.filter((entries) => entries > mostInPart),
      'the whole was sent once',
    ).toHaveLength(1);
  });
});

describe('a server with a limit of its own', () => {
  it('gets a session in parts, and once', async () => {
    const server = await fakeFhirServer({ mostEntries: 10 });
    try {
      const client = clientOf(fetch, server.base);
      unwrap(await client.transaction(first));
      unwrap(await client.transaction(second));
      unwrap(await client.transaction(second));
      expect(accountOf([...server.kept.values()])).toEqual(due);
    } finally {
      await server.close();
    }
  });

  it('that refuses a part has refused the whole, by the status of the part, and has no document', async () => {
    const server = await fakeFhirServer({ mostEntries: 10 });
    try {
      const twin = first.entry?.find(({ resource }) => resource?.resourceType === 'Medication')?.resource;
      for (const id of ['a', 'b']) server.store.put(`Medication/${id}`, { ...(twin ?? expect.fail()), id });
      const answer = await clientOf(fetch, server.base).transaction(first);
      expect(answer).toMatchObject({ ok: false, error: { kind: 'Refused', status: 412 } });
      expect(server.store.of('DocumentReference')).toEqual([]);
    } finally {
      await server.close();
    }
  });

  it('is known by its status, by the codes and by the words that say so, and by nothing else', async () => {
    const requestsAt = async (refusal: () => Response): Promise<number> => {
      let asked = 0;
      const client = clientOf(() => {
        asked += 1;
        return Promise.resolve(refusal());
      });
      expect((await client.transaction(first)).ok).toBe(false);
      return asked;
    };
    for (const [issue, status] of [
      [{}, 413],
      [{ code: 'too-costly' }, 403],
      [{ code: 'too-long' }, 422],
      [{ details: { text: 'Transaction contains more update operations than allowed' } }, 400],
      [{ diagnostics: 'The number of entries in the bundle exceeded the configured limit of 500.' }, 400],
      [{ diagnostics: 'Too many entries', expression: ['Bundle'] }, 400],
    ] as const)
      expect([issue, await requestsAt(() => outcome(issue, status))]).toEqual([issue, 2]);
    for (const [issue, status] of [
      [{ code: 'invalid', diagnostics: 'no such product' }, 422],
      [{ diagnostics: 'name is too long', expression: ['Patient.name'] }, 400],
      [{ code: 'forbidden' }, 403],
      [{ diagnostics: 'rate limit exceeded' }, 429],
      [{ diagnostics: 'too many connections' }, 500],
    ] as const)
      expect([issue, await requestsAt(() => outcome(issue, status))]).toEqual([issue, 1]);
  });

  it('that takes not even a part is to be given more room', async () => {
    const client = clientOf(() => Promise.resolve(outcome({ diagnostics: 'Too many entries' }, 400)));
    const answer = await client.transaction(first);
    expect(answer.ok ? answer : answerOf(answer.error)).toMatchObject({ kind: 'refused', status: 400, mend: 'size' });
  });

  it('that does not say where a part is kept is told of', async () => {
    const client = clientOf((_url, { body }) => {
      const { entry = [] } = JSON.parse(typeof body === 'string' ? body : '{}') as Bundle;
      if (entry.length > mostInPart) return Promise.resolve(outcome({}, 413));
      const said = {
        resourceType: 'Bundle',
        type: 'transaction-response',
        entry: entry.map(() => ({ response: { status: '201' } })),
      };
      return Promise.resolve(Response.json(said));
    });
    expect(await client.transaction(first)).toEqual({
      ok: false,
      error: { kind: 'NotFhir', found: 'transaction-response: no location (Patient)' },
    });
  });
});
