import { isDeepStrictEqual } from 'node:util';
import type { Bundle, BundleEntry, FhirResource } from 'fhir/r4';
import type { PatchStep } from '../../src/exchange/fhir/corrections';
import { patched } from './json-patch';

/** What a server refuses a request with. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * What the requests of a Bundle do by the rules of R4, and no more: conditional create, conditional and plain update, conditional
 * patch; a transaction all or nothing, a batch entry by entry. Strict where a server may be lenient: a condition that several
 * resources meet is refused, and so is a reference that leads nowhere. A resource that is written as it stands keeps its version.
 */
export function fhirStore() {
  let kept = new Map<string, FhirResource>();
  let versions = new Map<string, number>();
  let nextId = 0;

  const place = (entry: BundleEntry): Place =>
    placeOf(entry, kept, () => {
      nextId += 1;
      return String(nextId);
    });

  const run = (entries: readonly BundleEntry[]): readonly BundleEntry[] => {
    const places = entries.map(place);
    const addresses = new Map(entries.map(({ fullUrl }, n) => [fullUrl, places[n]?.key]));
    const draft = { kept: new Map(kept), versions: new Map(versions) };
    const done = entries.map((entry, n): BundleEntry => {
      const { key, there } = places[n] ?? unplaced();
      const before = draft.kept.get(key);
      const next = there && entry.request?.method === 'POST' ? before : written(entry, key, before, addresses);
      const isNew = before === undefined;
      if (next !== undefined && (isNew || !isDeepStrictEqual(before, next))) {
        draft.kept.set(key, next);
        draft.versions.set(key, (draft.versions.get(key) ?? 0) + 1);
      }
      const version = String(draft.versions.get(key) ?? 1);
      return { response: { status: isNew ? '201 Created' : '200 OK', location: `${key}/_history/${version}` } };
    });
    ({ kept, versions } = draft);
    return done;
  };

  const runAlone = (entry: BundleEntry): BundleEntry => {
    try {
      return run([entry])[0] ?? unplaced();
    } catch (error) {
      return { response: { status: String(error instanceof Refusal ? error.status : 400) } };
    }
  };

  const total = () => [...versions.values()].reduce((sum, n) => sum + n, 0);

  return {
    get kept(): ReadonlyMap<string, FhirResource> {
      return kept;
    },
    /** How often each was written. */
    get versions(): ReadonlyMap<string, number> {
      return versions;
    },
    /** Takes a transaction or a batch; throws a `Refusal`. */
    take(bundle: Bundle): Bundle {
      const { type, entry = [] } = bundle;
      if (type === 'batch') return { resourceType: 'Bundle', type: 'batch-response', entry: entry.map(runAlone) };
      if (type !== 'transaction') throw new Refusal(400, `not taken: ${type}`);
      return { resourceType: 'Bundle', type: 'transaction-response', entry: [...run(entry)] };
    },
    /** The same, and how many resources were made and changed by it. */
    send(bundle: Bundle): { readonly made: number; readonly changed: number } {
      const [had, writes] = [kept.size, total()];
      this.take(bundle);
      const made = kept.size - had;
      return { made, changed: total() - writes - made };
    },
    /** What is kept of a type, by a search of R4 where one is given. */
    find(type: string, query = new URLSearchParams()): readonly (readonly [string, FhirResource])[] {
      return [...kept].filter(([key, one]) => key.startsWith(`${type}/`) && matches(one, query, kept));
    },
    of: <Type extends FhirResource['resourceType']>(type: Type) =>
      [...kept.values()].flatMap((one) =>
        one.resourceType === type ? [one as Extract<FhirResource, { resourceType: Type }>] : [],
      ),
    /** Loses everything, as a server does that was set up anew at the same address. */
    clear(): void {
      kept = new Map<string, FhirResource>();
      versions = new Map<string, number>();
    },
    /** Changes behind the back of whoever sends, as a clinic does. */
    put(key: string, resource: FhirResource): void {
      kept.set(key, resource);
    },
  };
}

type Place = { readonly key: string; readonly there: boolean };

/** Where an entry goes: what is there already by its condition, or a place of its own. */
function placeOf(
  { request, resource }: BundleEntry,
  there: ReadonlyMap<string, FhirResource>,
  newId: () => string,
): Place {
  if (request === undefined || resource === undefined) throw new Refusal(400, 'an entry without request or resource');
  const meeting = (type: string, query: string): string | undefined => {
    const found = [...there].filter(
      ([key, one]) => key.startsWith(`${type}/`) && matches(one, new URLSearchParams(query), there),
    );
    if (found.length > 1) throw new Refusal(412, `several ${type} meet ${query}`);
    return found[0]?.[0];
  };
  const [path = '', query] = request.url.split('?');
  if (request.method === 'POST') {
    const found = request.ifNoneExist === undefined ? undefined : meeting(path, request.ifNoneExist);
    return { key: found ?? `${path}/${newId()}`, there: found !== undefined };
  }
  if (request.method !== 'PUT' && request.method !== 'PATCH') throw new Refusal(400, `unknown: ${request.method}`);
  const found = query === undefined ? (there.has(path) ? path : undefined) : meeting(path, query);
  if (request.method === 'PATCH' && found === undefined) throw new Refusal(404, `nothing to patch: ${request.url}`);
  return { key: found ?? (query === undefined ? path : `${path}/${newId()}`), there: found !== undefined };
}

/** What an entry makes of what is there. */
function written(
  { request, resource }: BundleEntry,
  key: string,
  before: FhirResource | undefined,
  addresses: ReadonlyMap<string | undefined, string | undefined>,
): FhirResource {
  if (request?.method === 'PATCH') {
    if (before === undefined || resource?.resourceType !== 'Binary') throw new Refusal(400, 'no patch');
    const steps = JSON.parse(Buffer.from(resource.data ?? '', 'base64').toString('utf8')) as readonly PatchStep[];
    try {
      return patched(before, steps);
    } catch (error) {
      throw new Refusal(400, String(error));
    }
  }
  const text = JSON.stringify({ ...resource, id: key.split('/')[1] }, (name, value: unknown) => {
    if (name !== 'reference' || typeof value !== 'string' || !value.startsWith('urn:uuid:')) return value;
    const address = addresses.get(value);
    if (address === undefined) throw new Refusal(400, `a reference that leads nowhere: ${value}`);
    return address;
  });
  return JSON.parse(text) as FhirResource;
}

/** Token and reference parameters by the names that R4 gives them; those of the result (`_count`) mean nothing here. */
function matches(resource: FhirResource, query: URLSearchParams, there: ReadonlyMap<string, FhirResource>): boolean {
  return [...query].every(([name, wanted]) => {
    if (name === '_id') return resource.id === wanted;
    if (name === '_tag') return (resource.meta?.tag ?? []).some((tag) => meets(tag, wanted));
    if (name.startsWith('_')) return true;
    const [parameter = '', ...chain] = name.split(/[.:]/).filter((part) => part !== 'Patient');
    const values = (resource as unknown as Readonly<Record<string, unknown>>)[fieldOf(parameter, resource)];
    const all = Array.isArray(values) ? (values as readonly unknown[]) : values === undefined ? [] : [values];
    if (chain.length > 0)
      return all.some((one) => {
        const target = there.get(String((one as { reference?: string }).reference));
        return target !== undefined && matches(target, new URLSearchParams([[chain.join('.'), wanted]]), there);
      });
    return wanted.split(',').some((token) => all.some((one) => meets(one, token)));
  });
}

const fieldOf = (parameter: string, { resourceType }: FhirResource): string =>
  parameter === 'patient' && resourceType !== 'Patient' ? 'subject' : parameter;

function meets(value: unknown, token: string): boolean {
  if (typeof value !== 'object' || value === null) return value === token;
  const { system, value: said, code, coding, reference } = value as Readonly<Record<string, unknown>>;
  if (Array.isArray(coding)) return coding.some((one) => meets(one, token));
  if (typeof reference === 'string') return reference === token || reference.endsWith(`/${token}`);
  const word = said ?? code;
  const bar = token.indexOf('|');
  if (bar < 0) return word === token;
  const [wantedSystem, wantedWord] = [token.slice(0, bar), token.slice(bar + 1)];
  return (system ?? '') === wantedSystem && (wantedWord === '' || word === wantedWord);
}

function unplaced(): never {
  throw new Error('an entry without a place');
}
