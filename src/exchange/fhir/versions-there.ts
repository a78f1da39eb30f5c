import { ok, type Result } from '../../protocol/words';
import type { SignedVersion } from '../../record/signed-version';
import type { FhirClient } from './client';
import type { ClientError } from './client-error';
import { versionsQuery } from './queries';
import { documentsIn, hashInRecord } from './read-bundle';

/** What a server has of a session, beside the versions here. */
export type Standing =
  /** The documents there are of these very versions, or of later ones. */
  | { readonly kind: 'fits'; readonly there: ReadonlySet<number> }
  /** This version is there as another device signed it, or cannot be told from such a one. */
  | { readonly kind: 'forked'; readonly version: number };

/** So many numbers after the last one here are asked for: whoever sends a version has sent those before it. Chosen. */
const lookAhead = 5;
/** And so many up to the last one: a hash takes in those before it. Chosen, for the length of an address. */
const lookBack = 20;

/**
 * Which versions of a session the server has, and whether they are those here. `versions` are the first ones of a record, at
 * least one. Asks for identifiers alone, and for whole documents only where these do not tell.
 */
export async function standingOf(
  client: Pick<FhirClient, 'pages'>,
  versions: readonly SignedVersion[],
  signal?: AbortSignal,
): Promise<Result<Standing, ClientError>> {
  const last = versions.at(-1);
  if (last === undefined) throw new RangeError('no version to ask for');
  const session = last.session.id;
  const ask = async (numbers: readonly number[], named: boolean) => {
    const found: ReturnType<typeof documentsIn>[number][] = [];
    for await (const page of client.pages(versionsQuery(session, numbers, named), signal)) {
      if (!page.ok) return page;
      found.push(...documentsIn(page.value).filter((one) => one.session === session));
    }
    return ok(found);
  };
  const hashHere = (version: number): string | undefined => versions[version - 1]?.hash;

  const first = Math.max(1, last.version - lookBack);
  const named = await ask(
    Array.from({ length: last.version + lookAhead - first + 1 }, (_, n) => first + n),
    true,
  );
  if (!named.ok) return named;
  for (const { version, hash } of named.value)
    if (version <= last.version && hash !== null && hash !== hashHere(version)) return ok({ kind: 'forked', version });
  const there = new Set(named.value.map(({ version }) => version));

  // A hash takes in all versions before: the last one that both sides have tells of all, and so does the record of a later one.
  const known = named.value.filter(({ version, hash }) => version <= last.version && hash !== null);
  const told = Math.max(0, ...known.map(({ version }) => version));
  const open = [...there].filter((version) => version > told).toSorted((a, b) => a - b);
  const inBoth = open.findLast((version) => version <= last.version);
  const asked = there.has(last.version) ? inBoth : (open.find((version) => version > last.version) ?? inBoth);
  if (asked === undefined) return ok({ kind: 'fits', there });
  const whole = await ask([asked], false);
  if (!whole.ok) return whole;
  const compared = Math.min(asked, last.version);
  const differs = whole.value.some((one) => hashInRecord(one, compared) !== hashHere(compared));
  return ok(differs ? { kind: 'forked', version: compared } : { kind: 'fits', there });
}
