import fc from 'fast-check';
import type { Bundle, DocumentReference } from 'fhir/r4';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBundle, signedRecordsIn } from '../../../../src/exchange/fhir/read-bundle';
import { sessionBundleQuery, recordIdOf } from '../../../../src/exchange/fhir/queries';
import type { CryptoPort } from '../../../../src/record/crypto-port';
import { type SignedVersion, signFirst } from '../../../../src/record/signed-version';
import { webChecking } from '../../../../src/storage/web-crypto';
import { chartedVisit } from '../../../support/charted-visit';
import { fhirStore } from '../../../support/fhir-store';
import { randomSession } from '../../../support/random-session';
import { allOf, sentOf } from '../../../support/sent-sessions';
import { at, author, signedRecord, smallSession, twoInjectors, unwrap } from '../../../support/signing';

let ports: readonly [CryptoPort, CryptoPort];
let record: readonly SignedVersion[];
let sent: Bundle;

beforeAll(async () => {
  ports = await twoInjectors();
  record = await signedRecord(smallSession(), ports);
  sent = (await sentOf(record)).bundle;
});

const read = (bundle: unknown) => readBundle(JSON.stringify(bundle), webChecking);
const problemOf = async (bundle: unknown) => {
  const result = await read(bundle);
  return result.ok ? null : result.error;
};
/** The Bundle with another document. */
const withDocument = (change: (document: DocumentReference) => unknown): Bundle => {
  const bundle = structuredClone(sent);
  for (const document of allOf(bundle, 'DocumentReference')) change(document);
  return bundle;
};
const searchset = (documents: readonly DocumentReference[]): Bundle => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: documents.map((resource) => ({ resource })),
});

describe('a Bundle of ours gives back', () => {
  it('the signed record it was made of, byte for byte, whatever was charted', async () => {
    await fc.assert(
      fc.asyncProperty(randomSession, async (session) => {
        const signed = unwrap(await signFirst(session, { author, at: at(1), storeHead: null }, ports[0]));
        const { bundle, signedFile } = await sentOf([signed]);
        const back = unwrap(await read(bundle));
        expect(back.bytes).toEqual(signedFile);
        expect(back.session).toEqual({ ...session, undone: [] });
      }),
      { numRuns: 8 },
    );
  });

  it('of a searchset the last version of each session, in whatever order a server lists them', async () => {
    const server = fhirStore();
    for (const n of [1, 2, 3]) server.send((await sentOf(record.slice(0, n))).bundle);
    const other = unwrap(await signFirst(chartedVisit(), { author, at: at(1), storeHead: null }, ports[0]));
    server.send((await sentOf([other])).bundle);
    const documents = server.of('DocumentReference');
    for (const order of [documents, documents.toReversed()]) {
      const found = unwrap(signedRecordsIn(searchset(order)));
      const told = found.map(({ session, version }) => `${session} ${String(version)}`);
      expect(told.toSorted()).toEqual([`${other.session.id} 1`, `${record[0]?.session.id ?? ''} 3`]);
    }
    const own = documents.filter(({ identifier }) => identifier?.[0]?.value?.startsWith(`${other.session.id}/`));
    expect(unwrap(await read({ ...searchset(own), type: 'collection' })).versions).toEqual([other]);
    expect(unwrap(signedRecordsIn(searchset([])))).toEqual([]);
  });

  it('nothing of what a server writes around the record: narrative, ids, names and addresses', async () => {
    const markup = '<img src=x onerror="take(everything)"><script>take(everything)</script>';
    const planted = structuredClone(sent);
    for (const { resource } of planted.entry ?? []) {
      if (resource === undefined) continue;
      Object.assign(resource, { id: markup, language: markup, implicitRules: 'https://evil.example/' });
      Object.assign(resource, { text: { status: 'generated', div: markup }, meta: { source: markup } });
    }
    for (const document of allOf(planted, 'DocumentReference')) {
      document.description = markup;
      document.content.unshift({
        attachment: { contentType: 'text/html', url: 'https://evil.example/', title: markup },
      });
    }
    planted.id = markup;
    const [{ bytes }, honest] = [unwrap(await read(planted)), unwrap(await read(sent))];
    expect(bytes).toEqual(honest.bytes);
    expect(JSON.stringify(unwrap(await read(planted)))).not.toContain('evil');
  });

  it('the id of the record in a Patient, and the search for what was sent of it', () => {
    const [patient] = allOf(sent, 'Patient');
    const id = recordIdOf({ identifier: [{ system: 'urn:other', value: 'x' }, ...(patient?.identifier ?? [])] });
    expect(id).toBe(smallSession().patient.id);
    expect(recordIdOf({ identifier: [{ value: '4711' }] })).toBe(null);
    expect(sessionBundleQuery('p 1')).toBe(
      'DocumentReference?patient.identifier=urn%3Auuid%3A6568e02e-008c-42f3-9141-5f710deaec42%7Cp%25201' +
        '&identifier=urn%3Auuid%3A6568e02e-008c-42f3-9141-5f710deaec42%7C',
    );
  });
});

describe('no record is taken of', () => {
  it('what is no Bundle, or one of a kind without resources, or none of ours', async () => {
    const broken = await readBundle('{"resourceType":"Bundle"', webChecking);
    expect(broken).toMatchObject({ error: { kind: 'NotJson', line: 1 } });
    expect(await problemOf({ resourceType: 'Patient' })).toEqual({ kind: 'NotABundle' });
    expect(await problemOf({ ...sent, type: 'transaction-response' })).toMatchObject({ kind: 'OtherBundle' });
    const foreign = withDocument((document) => (document.identifier = [{ system: 'urn:other', value: 'a/version/1' }]));
    expect(await problemOf(foreign)).toEqual({ kind: 'NoSignedRecord' });
    expect(await problemOf({ resourceType: 'Bundle', type: 'searchset', entry: [null, 1, {}] })).toEqual({
      kind: 'NoSignedRecord',
    });
  });

  it('several sessions at once', async () => {
    const other = unwrap(await signFirst(chartedVisit(), { author, at: at(1), storeHead: null }, ports[0]));
    const both = [...allOf(sent, 'DocumentReference'), ...allOf((await sentOf([other])).bundle, 'DocumentReference')];
    expect(await problemOf(searchset(both))).toEqual({ kind: 'SeveralSessions', count: 2 });
  });

  it('a document without its bytes, with broken ones, of another version, or changed by one letter', async () => {
    const attachment = (document: DocumentReference) => document.content[1]?.attachment ?? {};
    const version = { session: record[0]?.session.id, version: 3 };
    const elsewhere = withDocument((document) => delete attachment(document).data);
    expect(await problemOf(elsewhere)).toEqual({ kind: 'BytesElsewhere', ...version, url: null });
    const broken = withDocument((document) => (attachment(document).data = '***'));
    expect(await problemOf(broken)).toEqual({ kind: 'NotBase64', ...version });
    const renamed = withDocument((document) => {
      document.identifier = [{ ...document.identifier?.[0], value: `${record[0]?.session.id ?? ''}/version/4` }];
    });
    expect(await problemOf(renamed)).toEqual({ kind: 'OtherRecord', ...version, version: 4 });
    const changed = withDocument((document) => {
      const text = Buffer.from(attachment(document).data ?? '', 'base64').toString();
      attachment(document).data = Buffer.from(text.replace('Called the next', 'Called the last')).toString('base64');
    });
    expect(await problemOf(changed)).toMatchObject({ kind: 'VersionDamaged', version: 3 });
  });

  it('hostile input: it is answered, never thrown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((entry) => JSON.stringify({ ...sent, entry })),
        ),
        async (text) => {
          expect((await readBundle(text, webChecking)).ok).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });
});
