import type { Bundle, FhirResource } from 'fhir/r4';
import type { FhirClient } from '../../src/exchange/fhir/client';
import { identifierSystem } from '../../src/exchange/fhir/identifiers';
import type { SentType } from '../../src/exchange/fhir/references';
import { unwrap } from '../../tests/support/signing';

const sentTypes: readonly SentType[] = [
  'Patient',
  'Practitioner',
  'Procedure',
  'Medication',
  'BodyStructure',
  'MedicationAdministration',
  'Observation',
  'DocumentReference',
  'Provenance',
];

/** A resource without what a server adds, its references led to keys: the same whether it is to be sent or was read back. */
export type Plain = Readonly<Record<string, unknown>>;

/** What the server keeps: every resource of the types that are sent, by its key. More than one under a key is a double. */
export type Kept = {
  readonly byKey: ReadonlyMap<string, readonly Plain[]>;
  /** The server's own addresses ("Procedure/1"), by key. */
  readonly addresses: ReadonlyMap<string, string>;
  /** How many versions of them the server has had, all added up. */
  readonly versions: number;
  /** What has no identifier of ours. */
  readonly strangers: readonly string[];
  readonly keyOfAddress: (address: string) => string;
};

/** `Type|value`: what a resource is known by. Provenance has no identifier; its tag stands for one. Null for a stranger. */
function keyOf(resource: FhirResource): string | null {
  const identifiers = 'identifier' in resource ? [resource.identifier ?? []].flat() : [];
  const value =
    resource.resourceType === 'Provenance'
      ? resource.meta?.tag?.find(({ system }) => system === identifierSystem)?.code
      : identifiers.find((one) => one.system === identifierSystem)?.value;
  return value === undefined ? null : `${resource.resourceType}|${value}`;
}

/** The resources of a Bundle that is sent, by their keys. */
export function plainOf(bundle: Bundle): ReadonlyMap<string, Plain> {
  const keys = new Map<string, string>();
  const resources: [string, FhirResource][] = [];
  for (const { fullUrl, resource } of bundle.entry ?? []) {
    const key = resource === undefined ? null : keyOf(resource);
    if (fullUrl === undefined || resource === undefined || key === null) throw new Error('an entry without a key');
    keys.set(fullUrl, key);
    resources.push([key, resource]);
  }
  return new Map(resources.map(([key, resource]) => [key, plain(resource, (reference) => keys.get(reference))]));
}

/** Reads everything back, page by page. */
export async function readKept(client: FhirClient): Promise<Kept> {
  const found: FhirResource[] = [];
  for (const type of sentTypes) {
    for await (const page of client.pages(`${type}?_count=200&_sort=_id`)) {
      for (const { resource } of unwrap(page).entry ?? []) if (resource !== undefined) found.push(resource);
    }
  }
  const keys = new Map<string, string>();
  const addresses = new Map<string, string>();
  const strangers: string[] = [];
  for (const resource of found) {
    const [key, address] = [keyOf(resource), `${resource.resourceType}/${resource.id ?? ''}`];
    if (key === null) strangers.push(address);
    else {
      keys.set(address, key);
      addresses.set(key, address);
    }
  }
  const byKey = new Map<string, Plain[]>();
  for (const resource of found) {
    const key = keyOf(resource);
    if (key === null) continue;
    const kept = plain(resource, (reference) => keys.get(reference));
    byKey.set(key, [...(byKey.get(key) ?? []), kept]);
  }
  const versions = found.reduce((sum, { meta }) => sum + Number(meta?.versionId ?? Number.NaN), 0);
  return { byKey, addresses, versions, strangers, keyOfAddress: (address) => keys.get(address) ?? address };
}

/** The versions of one resource that the server has had, the oldest first. */
export async function readHistory(client: FhirClient, address: string, kept: Kept): Promise<readonly Plain[]> {
  const versions: Plain[] = [];
  for await (const page of client.pages(`${address}/_history?_count=50`)) {
    for (const { resource } of unwrap(page).entry ?? [])
      if (resource !== undefined) versions.push(plain(resource, kept.keyOfAddress));
  }
  return versions.reverse();
}

function plain(resource: FhirResource, keyOfReference: (reference: string) => string | undefined): Plain {
  const { id: serversId, meta: serversOwn, ...rest } = resource;
  void [serversId, serversOwn];
  return walk(rest, keyOfReference) as Plain;
}

function walk(value: unknown, keyOfReference: (reference: string) => string | undefined): unknown {
  if (Array.isArray(value)) return value.map((one) => walk(one, keyOfReference));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) =>
      name === 'reference' && typeof part === 'string'
        ? [name, keyOfReference(part) ?? part]
        : [name, walk(part, keyOfReference)],
    ),
  );
}
