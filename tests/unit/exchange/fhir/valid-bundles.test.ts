import fc from 'fast-check';
import type { Bundle, FhirResource } from 'fhir/r4';
import { beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../../../src/ledger/fold';
import { sumOfUnits } from '../../../../src/protocol/words';
import type { CryptoPort } from '../../../../src/record/crypto-port';
import { amend, type SignedVersion, signFirst } from '../../../../src/record/signed-version';
import { problemsOf, seen } from '../../../support/fhir-definitions';
import { randomSession } from '../../../support/random-session';
import { allOf, sentOf, somePdf } from '../../../support/sent-sessions';
import { at, author, signedRecord, smallSession, twoInjectors, unwrap } from '../../../support/signing';

let ports: readonly [CryptoPort, CryptoPort];
let sample: Bundle;

beforeAll(async () => {
  ports = await twoInjectors();
  sample = (await sentOf(await signedRecord(smallSession(), ports), { region: 'us' })).bundle;
});

const givenIn = (bundle: Bundle): number =>
  sumOfUnits(
    allOf(bundle, 'MedicationAdministration').flatMap(({ status, dosage }) =>
      status === 'completed' ? [dosage?.dose?.value ?? Number.NaN] : [],
    ),
  );

describe('a Bundle', () => {
  it('of whatever was charted is valid by the definitions of R4, and its doses add up to the ledger, to the unit', async () => {
    let amended = 0;
    await fc.assert(
      fc.asyncProperty(
        randomSession,
        randomSession,
        fc.constantFrom('us' as const, 'eu-uk' as const, undefined),
        async (session, later, region) => {
          const first = unwrap(await signFirst(session, { author, at: at(1), storeHead: null }, ports[0]));
          const change = { session: { ...later, id: session.id } };
          const second = await amend([first], change, { author, at: at(2), storeHead: null, reason: 'slip' }, ports[1]);
          const versions: readonly SignedVersion[] = second.ok ? [first, second.value] : [first];
          const last = versions.at(-1)?.session ?? first.session;
          amended += second.ok ? 1 : 0;
          // The bytes of the file are of no concern here, and making them is most of the time.
          const { bundle } = await sentOf(versions, {
            signedFile: somePdf,
            ...(region === undefined ? {} : { region }),
          });
          expect(problemsOf(bundle)).toEqual([]);
          const { totals } = fold(last.entries, last.vials);
          expect(givenIn(bundle)).toBe(totals.total);
          const [total] = allOf(bundle, 'Observation').filter(({ code }) => code.text?.startsWith('Drug administered'));
          expect(total?.valueQuantity?.value).toBe(totals.total);
        },
      ),
      { numRuns: 200 },
    );
    expect(amended).toBeGreaterThan(100);
    expect(seen.required).toBeGreaterThan(5000);
  });
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
  const first = <Type extends FhirResource['resourceType']>(resources: readonly FhirResource[], type: Type) =>
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
      (all) => ((first(all, 'Observation')['valueQuantity'] as Record<string, unknown>)['value'] = '5'),
    ],
    ['empty text', (all) => ((first(all, 'Procedure')['code'] as Record<string, unknown>)['text'] = '')],
    ['relation', (all) => (first(all, 'DocumentReference')['relatesTo'] = [{ code: 'follows', target: {} }])],
  ])('%s', (_what, change) => {
    expect(problemsOf(sample)).toEqual([]);
    expect(planted(change)).not.toEqual([]);
  });
});
