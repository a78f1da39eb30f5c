import type { Bundle, FhirResource } from 'fhir/r4';

type Stored = { readonly id: string; version: number; resource: FhirResource };

/**
 * What the conditional requests of a transaction do by the rules of R4, and no more: enough to see what is made, changed and
 * left alone. References to what the Bundle brings are turned into those of the store.
 */
export function fakeFhirServer() {
  const stored: Stored[] = [];

  const matching = (type: string, query: string): Stored | undefined => {
    const [parameter, token] = [...new URLSearchParams(query)][0] ?? ['', ''];
    const found = stored.filter(({ resource }) => {
      const { identifier, meta } = resource as {
        identifier?: unknown;
        meta?: { tag?: { system?: string; code?: string }[] };
      };
      const tags = meta?.tag?.map(({ system, code }) => `${system ?? ''}|${code ?? ''}`) ?? [];
      const ids = [identifier].flat().map((one) => {
        const { system, value } = (one ?? {}) as { system?: string; value?: string };
        return `${system ?? ''}|${value ?? ''}`;
      });
      return resource.resourceType === type && (parameter === '_tag' ? tags : ids).includes(token);
    });
    if (found.length > 1) throw new Error(`several match ${type}?${query}`);
    return found[0];
  };

  return {
    stored,
    /** How many resources were made and changed by it. */
    send(bundle: Bundle): { readonly made: number; readonly changed: number } {
      const counts = { made: 0, changed: 0 };
      const all = (bundle.entry ?? []).map(({ fullUrl = '', resource, request }) => {
        if (resource === undefined || request === undefined) throw new Error('an entry without resource or request');
        const query = request.method === 'PUT' ? request.url.split('?')[1] : request.ifNoneExist;
        if (query === undefined) throw new Error('an entry that is made anew each time');
        const { resourceType: type } = resource;
        const known = matching(type, query);
        const id = known?.id ?? String(stored.length + counts.made + 1);
        if (known === undefined) counts.made += 1;
        return { fullUrl, resource, known, id, type, put: request.method === 'PUT' };
      });
      const address = new Map(all.map(({ fullUrl, type, id }) => [fullUrl, `${type}/${id}`]));
      for (const { resource, known, id, put } of all) {
        const text = JSON.stringify(resource, (key, value: unknown) =>
          key === 'reference' && typeof value === 'string' ? (address.get(value) ?? `lost: ${value}`) : value,
        );
        if (text.includes('lost: ')) throw new Error(`a reference that leads nowhere: ${text}`);
        if (known === undefined) stored.push({ id, version: 1, resource: JSON.parse(text) as FhirResource });
        else if (put && JSON.stringify(known.resource) !== text) {
          known.resource = JSON.parse(text) as FhirResource;
          known.version += 1;
          counts.changed += 1;
        }
      }
      return counts;
    },
    /** What is stored of a type. */
    of: <Type extends FhirResource['resourceType']>(type: Type) =>
      stored.flatMap(({ resource }) =>
        resource.resourceType === type ? [resource as Extract<FhirResource, { resourceType: Type }>] : [],
      ),
  };
}
