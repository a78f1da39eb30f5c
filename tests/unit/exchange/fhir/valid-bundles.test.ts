import fc from 'fast-check';
import type { Bundle, FhirResource } from 'fhir/r4';
import { beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../../../src/ledger/fold';
import { correctionBundle } from '../../../../src/exchange/fhir/corrections';
import type { CryptoPort } from '../../../../src/record/crypto-port';
import { amend, type SignedVersion, signFirst } from '../../../../src/record/signed-version';
import { problemsOf, seen } from '../../../support/fhir-definitions';
import { randomSession } from '../../../support/random-session';
import { allOf, base64, sentOf, somePdf, unitsGiven } from '../../../support/sent-sessions';
import { at, author, signedRecord, smallSession, twoInjectors, unwrap } from '../../../support/signing';

let ports: readonly [CryptoPort, CryptoPort];
let sample: Bundle;

beforeAll(async () => {
  ports = await twoInjectors();
  sample = (await sentOf(await signedRecord(smallSession(), ports))).bundle;
});

/** The Bundle of a record is valid, and its doses are the ledger's. The bytes of the file are of no concern here. */
async function expectValid(versions: readonly SignedVersion[]): Promise<void> {
  const { bundle } = await sentOf(versions, { signedFile: somePdf });
  expect(problemsOf(bundle)).toEqual([]);
  const corrections = correctionBundle(versions, base64);
  if (corrections !== null) expect(problemsOf(corrections)).toEqual([]);
  const { entries = [], vials = [] } = versions.at(-1)?.session ?? {};
  const { totals } = fold(entries, vials);
  expect(unitsGiven(bundle)).toBe(totals.total);
  const [total] = allOf(bundle, 'Observation').filter(({ code }) => code.text?.startsWith('Drug administered'));
  expect(total?.valueQuantity?.value).toBe(totals.total);
}

describe('a Bundle is valid by the definitions of R4, and its doses add up to the ledger to the unit', () => {
  it('of 200 sessions, whatever was charted in them', async () => {
    await fc.assert(
      fc.asyncProperty(randomSession, async (session) => {
        const signed = unwrap(await signFirst(session, { author, at: at(1), storeHead: null }, ports[0]));
        await expectValid([signed]);
      }),
      { numRuns: 200 },
    );
    expect(seen.required).toBeGreaterThan(5000);
  }, 240_000);

  it('of 40 more that were amended into something quite different', async () => {
    const signing = { author, at: at(2), storeHead: null, reason: 'slip' };
    await fc.assert(
      fc.asyncProperty(randomSession, randomSession, async (session, later) => {
        const first = unwrap(await signFirst(session, { author, at: at(1), storeHead: null }, ports[0]));
        const second = unwrap(await amend([first], { session: { ...later, id: session.id } }, signing, ports[1]));
        await expectValid([first, second]);
      }),
      { numRuns: 40 },
    );
  }, 240_000);
});

describe('the check catches a planted', () => {
  const planted = (change: (resources: readonly FhirResource[], bundle: Bundle) => void): readonly string[] => {
    const bundle = structuredClone(sample);
    change(
      (bundle.entry ?? []).flatMap(({ resource }) => resource ?? []),
      bundle,
    );
    return problemsOf(bundle);
  };
  const first = (resources: readonly FhirResource[], type: FhirResource['resourceType']) =>
    resources.find((one) => one.resourceType === type) as unknown as Record<string, unknown>;

  it.each<[string, (resources: readonly FhirResource[], bundle: Bundle) => void]>([
    ['status that R4 does not know', (all) => (first(all, 'MedicationAdministration')['status'] = 'given')],
    [
      'method',
      (_all, bundle) => ((bundle.entry?.[0]?.request as unknown as Record<string, unknown>)['method'] = 'PUSH'),
    ],
    [
      'second time beside the first',
      (all) => (first(all, 'MedicationAdministration')['effectivePeriod'] = { start: at(1) }),
    ],
    ['field of R5', (all) => (first(all, 'MedicationAdministration')['occurenceDateTime'] = at(1))],
    [
      'dosage without a dose',
      (all) => delete (first(all, 'MedicationAdministration')['dosage'] as Record<string, unknown>)['dose'],
    ],
    ['missing subject', (all) => delete first(all, 'Procedure')['subject']],
    ['time that is none', (all) => (first(all, 'Provenance')['recorded'] = '2026-03-02 10:00')],
    [
      'number as text',
      (all) => {
        const { numerator } = first(all, 'Medication')['amount'] as Readonly<Record<string, Record<string, unknown>>>;
        if (numerator !== undefined) numerator['value'] = '5';
      },
    ],
    ['empty text', (all) => ((first(all, 'Procedure')['code'] as Record<string, unknown>)['text'] = '')],
    ['relation', (all) => (first(all, 'DocumentReference')['relatesTo'] = [{ code: 'follows', target: {} }])],
  ])('%s', (_what, change) => {
    expect(problemsOf(sample)).toEqual([]);
    expect(planted(change)).not.toEqual([]);
  });
});
