import type { Bundle, FhirResource } from 'fhir/r4';
import { toSignedFile } from '../../src/exchange/signed-file';
import type { BundleInput } from '../../src/exchange/fhir/sent';
import { transactionBundle } from '../../src/exchange/fhir/transaction-bundle';
import type { Bytes } from '../../src/record/crypto-port';
import { sumOfUnits } from '../../src/protocol/words';
import type { Session } from '../../src/record/session';
import { contentOf, type SignedVersion } from '../../src/record/signed-version';
import { webChecking } from '../../src/storage/web-crypto';
import { at, author, unwrap } from './signing';

export const base64 = (bytes: Bytes): string => Buffer.from(bytes).toString('base64');
export const somePdf: Bytes = new TextEncoder().encode('%PDF-1.7 no real one');

/** A record as a Bundle of its last version, as the app sends it. */
export async function sentOf(
  versions: readonly SignedVersion[],
  change: Partial<BundleInput> = {},
): Promise<{ readonly bundle: Bundle; readonly signedFile: Bytes }> {
  const signedFile = change.signedFile ?? unwrap(await toSignedFile(versions, '0.1.0', webChecking));
  return { bundle: transactionBundle({ versions, signedFile, pdf: somePdf, base64, ...change }), signedFile };
}

/** A session as the Bundle of a first version that nobody signed: what it says of doses does not hang on that. */
export function unsignedBundle(session: Session): Bundle {
  const hash = 'A'.repeat(43);
  const version: SignedVersion = {
    version: 1,
    session: contentOf(session),
    author,
    at: at(1),
    previous: null,
    storeHead: null,
    key: { kty: 'EC', crv: 'P-256', x: '', y: '' },
    hash,
    signature: hash,
  };
  return transactionBundle({ versions: [version], signedFile: somePdf, pdf: null, base64 });
}

/** The units of all doses that were given, as whoever reads the Bundle adds them up. */
export const unitsGiven = (bundle: Bundle): number =>
  sumOfUnits(
    allOf(bundle, 'MedicationAdministration').flatMap(({ status, dosage }) =>
      status === 'completed' ? [dosage?.dose?.value ?? Number.NaN] : [],
    ),
  );

/** The resources of one type in a Bundle. */
export const allOf = <Type extends FhirResource['resourceType']>(
  bundle: Bundle,
  type: Type,
): readonly Extract<FhirResource, { resourceType: Type }>[] =>
  (bundle.entry ?? []).flatMap(({ resource }) =>
    resource?.resourceType === type ? [resource as Extract<FhirResource, { resourceType: Type }>] : [],
  );
