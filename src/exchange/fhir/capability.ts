import { err, ok, type Result } from '../../protocol/words';
import { canDoIn, type Fields, isFields } from './answered';
import type { ClientError } from './client-error';
import { shortened } from './failure';

/** What a server says of itself, as far as it matters here. `lacks` is empty where it can do all that is needed. */
export type Capability = {
  readonly fhirVersion: string;
  readonly software: string;
  readonly lacks: readonly Lack[];
};
export type Lack =
  /** It knows no transactions: a session could arrive in part. */
  | { readonly kind: 'transaction' }
  /** It does not know this kind of resource, by its own account. */
  | { readonly kind: 'resource'; readonly type: string };

/** What a session is made of on the server: it must know each of them. */
const needed = [
  'Patient',
  'Practitioner',
  'Procedure',
  'MedicationAdministration',
  'Medication',
  'BodyStructure',
  'Observation',
  'DocumentReference',
  'Provenance',
] as const;

/**
 * What a CapabilityStatement (FHIR R4) tells. `NotFhir` where its version is not 4.0; that something is missing is no
 * error, but stands in `lacks`. `software` is name and version on one line, cut where it is long, empty where neither
 * is told.
 */
export function capabilityOf(statement: Fields): Result<Capability, ClientError> {
  const { fhirVersion, software } = statement;
  if (typeof fhirVersion !== 'string' || !/^4\.0(\.|$)/.test(fhirVersion))
    return err({ kind: 'NotFhir', found: `FHIR ${shortened(String(fhirVersion))}` });
  const { interactions, types } = canDoIn(statement);
  const lacks: Lack[] = [];
  if (!interactions.includes('transaction')) lacks.push({ kind: 'transaction' });
  // A server that lists none is taken at its word about transactions alone.
  if (types.length > 0) for (const type of needed) if (!types.includes(type)) lacks.push({ kind: 'resource', type });
  const { name, version } = isFields(software) ? software : {};
  const named = [name, version].filter((part) => typeof part === 'string').join(' ');
  return ok({ fhirVersion, software: shortened(named), lacks });
}
