import type { Bundle, FhirResource } from 'fhir/r4';
import { toSignedFile } from '../../src/exchange/signed-file';
import type { BundleInput } from '../../src/exchange/fhir/sent';
import { transactionBundle } from '../../src/exchange/fhir/transaction-bundle';
import type { Bytes } from '../../src/record/crypto-port';
import type { SignedVersion } from '../../src/record/signed-version';
import { webChecking } from '../../src/storage/web-crypto';
import { unwrap } from './signing';

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

/** The resources of one type in a Bundle. */
export const allOf = <Type extends FhirResource['resourceType']>(
  bundle: Bundle,
  type: Type,
): readonly Extract<FhirResource, { resourceType: Type }>[] =>
  (bundle.entry ?? []).flatMap(({ resource }) =>
    resource?.resourceType === type ? [resource as Extract<FhirResource, { resourceType: Type }>] : [],
  );
