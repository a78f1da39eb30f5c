import type { Bundle, BundleEntry } from 'fhir/r4';
import { err, ok, type Result } from '../../protocol/words';
import { isFields, saysItIs } from './answered';

// A transaction in several small ones, for a server that takes no large ones (docs/fhir.md, In parts).

/** The most entries of a part: so many conditional ones Medplum takes in one transaction (its router, batch.ts, 4.5). */
export const mostInPart = 8;

/** Where each entry has its place on the server ("Patient/17"), by the address that it has within the Bundle. */
export type Places = ReadonlyMap<string, string>;

/**
 * The entries of a Bundle in parts, each by its index: whatever an entry refers to stands before it or in the same part.
 * DocumentReference and Provenance are the last part, so that a signed document never stands there without what it stands for.
 */
export function partsOf({ entry = [] }: Bundle, most = mostInPart): readonly (readonly number[])[] {
  const ordered = referredFirst(entry);
  const isDocument = (n: number) => documents.has(entry[n]?.resource?.resourceType ?? '');
  const rest = ordered.filter((n) => !isDocument(n));
  const inParts: (readonly number[])[] = [];
  for (let from = 0; from < rest.length; from += most) inParts.push(rest.slice(from, from + most));
  const last = ordered.filter(isDocument);
  return last.length === 0 ? inParts : [...inParts, last];
}

const documents: ReadonlySet<string> = new Set(['DocumentReference', 'Provenance']);

/** The indices of all entries: each after those that it refers to, and else as they stand. */
function referredFirst(entries: readonly BundleEntry[]): readonly number[] {
  const indexOf = new Map(entries.map(({ fullUrl }, n) => [fullUrl, n]));
  const ordered = new Set<number>();
  const begun = new Set<number>();
  const take = (n: number): void => {
    // Entries that refer to each other have no order, and stand as they are met.
    if (begun.has(n)) return;
    begun.add(n);
    withReferences(entries[n]?.resource, (reference) => {
      const other = indexOf.get(reference);
      if (other !== undefined) take(other);
      return reference;
    });
    ordered.add(n);
  };
  for (const n of entries.keys()) take(n);
  return [...ordered];
}

/** One part as a transaction of its own: what went before is referred to where it is on the server. */
export function partBundle({ timestamp, entry = [] }: Bundle, part: readonly number[], places: Places): Bundle {
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    ...(timestamp === undefined ? {} : { timestamp }),
    entry: part.flatMap((n) => {
      const one = entry[n];
      if (one === undefined) return [];
      const placed = withReferences(one, (reference) => places.get(reference) ?? reference);
      return [placed];
    }),
  };
}

/** The places that the answer to a part tells, beside those known before; the type whose place it does not tell. */
export function placesAfter(sent: Bundle, answer: Bundle, before: Places): Result<Places, string> {
  const places = new Map(before);
  for (const [n, { fullUrl, resource }] of (sent.entry ?? []).entries()) {
    const type = resource?.resourceType ?? '';
    const id = idTold(answer.entry?.[n], type);
    if (id === null) return err(type);
    if (fullUrl !== undefined) places.set(fullUrl, `${type}/${id}`);
  }
  return ok(places);
}

/** The id in the location ("Patient/17", with or without an address before and a version after it), else in the resource. */
function idTold(entry: BundleEntry | undefined, type: string): string | null {
  // A server's own words: they may be anything.
  const [response, resource]: readonly unknown[] = [entry?.response, entry?.resource];
  const location = isFields(response) ? response['location'] : undefined;
  const [, found, id] = typeof location === 'string' ? (place.exec(location) ?? []) : [];
  if (found === type && id !== undefined) return id;
  const own = saysItIs(resource, type) ? resource['id'] : undefined;
  return typeof own === 'string' && /^[A-Za-z0-9\-.]{1,64}$/.test(own) ? own : null;
}

const place = /(?:^|\/)([A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/;

/** The same value with every reference in it put in other words. */
const withReferences = <T>(value: T, change: (reference: string) => string): T =>
  value === undefined
    ? value
    : (JSON.parse(
        JSON.stringify(value, (name, inner: unknown) =>
          name === 'reference' && typeof inner === 'string' ? change(inner) : inner,
        ),
      ) as T);
