import type { Bundle, BundleEntry, BundleLink, CapabilityStatement, OperationOutcomeIssue } from 'fhir/r4';
import type { Bytes } from '../../record/crypto-port';

/** Does a value say that it is a resource of this type? Nothing else of it is looked at. */
export const saysItIs = (value: unknown, type: string): value is Fields =>
  isFields(value) && value['resourceType'] === type;

/** What a server may answer with. */
const bundleTypes = ['searchset', 'transaction-response', 'batch-response'] as const;

/** A Bundle that a server answered, without what could not be one's parts; null where it does not even say that it is such a one. */
export function bundleIn(value: unknown): Bundle | null {
  if (!saysItIs(value, 'Bundle')) return null;
  const { id, total } = value;
  const type = bundleTypes.find((one) => one === value['type']);
  if (type === undefined) return null;
  return {
    resourceType: 'Bundle',
    type,
    ...(typeof id === 'string' ? { id } : {}),
    ...(typeof total === 'number' ? { total } : {}),
    // An entry that is none is kept as an empty one: it counts, and says nothing.
    entry: listIn(value['entry']).map((one): BundleEntry => (isFields(one) ? one : {})),
    link: listIn(value['link']).filter((one): one is BundleLink & Fields => isFields(one)),
  };
}

/** The bytes in a resource of type Binary, as a server answers one; whatever else was answered, as it is. */
export function bytesOfBinary(body: Bytes): Bytes {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(body));
    const data = saysItIs(json, 'Binary') ? json['data'] : undefined;
    return typeof data === 'string' ? (fromBase64(data) ?? body) : body;
  } catch {
    return body;
  }
}

/** FHIR lets a server break base64 into lines. Null where it is none. */
export function fromBase64(base64: string): Bytes | null {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

/** The status of an entry of an answer as a number; 0 where none is told. */
export function statusOf(entry: BundleEntry): number {
  const status: unknown = isFields(entry.response) ? entry.response['status'] : undefined;
  return typeof status === 'string' && /^\d{3}/.test(status) ? Number(status.slice(0, 3)) : 0;
}

/** What went wrong by a server's own account. */
export function issuesIn(value: unknown): readonly Partial<OperationOutcomeIssue>[] {
  return saysItIs(value, 'OperationOutcome') ? listIn(value['issue']).filter(isFields) : [];
}

/** What a server says that it can do, as far as it is told in lists of the right kind. */
export function canDoIn(statement: Fields): {
  readonly interactions: readonly unknown[];
  readonly types: readonly unknown[];
} {
  const server = listIn(statement['rest'])
    .filter(isFields)
    .find(({ mode }) => mode === ('server' satisfies NonNullable<CapabilityStatement['rest']>[number]['mode']));
  const told = (name: string, field: string) =>
    listIn(server?.[name]).map((one) => (isFields(one) ? one[field] : null));
  return { interactions: told('interaction', 'code'), types: told('resource', 'type') };
}

export type Fields = Readonly<Record<string, unknown>>;

/** Whether what a server answered can be asked for fields: neither null nor a list can. None of them is looked at. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
