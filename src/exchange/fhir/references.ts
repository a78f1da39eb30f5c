import type { Reference } from 'fhir/r4';
import { fromBase64Url } from '../../record/base64url';

/** The types of what a record is sent as. */
export type SentType =
  | 'Patient'
  | 'Practitioner'
  | 'Procedure'
  | 'Medication'
  | 'BodyStructure'
  | 'MedicationAdministration'
  | 'Observation'
  | 'DocumentReference'
  | 'Provenance';

/** Where each resource of one Bundle stands in it, by its type and the value of its identifier. */
export type References = {
  readonly fullUrl: (type: SentType, value: string) => string;
  readonly to: (type: SentType, value: string) => Reference;
};

/**
 * The addresses of one Bundle: UUIDs made of a hash and of the order in which they are asked for, so the same version gives
 * the same ones. They hold within the Bundle alone; a server puts its own in their place.
 */
export function referencesFrom(hash: string): References {
  const seed = fromBase64Url(hash);
  if (seed === null || seed.length < 12) throw new RangeError('not a hash');
  const known = new Map<string, string>();
  const fullUrl = (type: SentType, value: string): string => {
    const name = `${type}/${value}`;
    const url = known.get(name) ?? `urn:uuid:${uuidOf(seed, known.size + 1)}`;
    known.set(name, url);
    return url;
  };
  return { fullUrl, to: (type, value) => ({ reference: fullUrl(type, value) }) };
}

/** A UUID of twelve bytes and a number: version 8 of RFC 9562, whose bits are the maker's own. */
function uuidOf(seed: Uint8Array, n: number): string {
  const bytes = new Uint8Array(16);
  bytes.set(seed.subarray(0, 12));
  new DataView(bytes.buffer).setUint32(12, n);
  bytes[6] = ((bytes[6] ?? 0) % 16) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) % 64) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
