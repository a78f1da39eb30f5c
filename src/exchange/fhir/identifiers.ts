import type { Identifier } from 'fhir/r4';

/**
 * What the resources of a record are known by, wherever it is sent. One system for all: the type of the resource tells what
 * kind of thing is meant. It is a UUID because nobody owns a domain for it; it never changes.
 */
export const identifierSystem = 'urn:uuid:6568e02e-008c-42f3-9141-5f710deaec42';

/** Ids as one value. A slash in one is written otherwise, so no two lists of ids have the same value. */
export const idValue = (...ids: readonly string[]): string => ids.map(encodeURIComponent).join('/');

/** One of our values (`values`, `idValue`) in our own system, as FHIR R4 has an Identifier. */
export const identifierOf = (value: string): Identifier => ({ system: identifierSystem, value });

/** The values of everything that is sent of a session. */
export const values = {
  patient: (patient: string) => idValue(patient),
  practitioner: (profile: string) => idValue(profile),
  procedure: (session: string) => idValue(session),
  site: (session: string, site: string) => idValue(session, 'site', site),
  event: (session: string, entry: string) => idValue(session, 'event', entry),
  vial: (session: string, vial: string) => idValue(session, 'vial', vial),
  waste: (session: string, vial: string) => idValue(session, 'waste', vial),
  total: (session: string) => idValue(session, 'total'),
  version: (session: string, version: number) => idValue(session, 'version', String(version)),
  diaryDay: (patient: string, day: string) => idValue(patient, 'diary', day),
  /** Tells a version from another of the same number, which another device may have signed. */
  versionHash: (session: string, version: number, hash: string) => idValue(session, 'version', String(version), hash),
} as const;

/** Session and number of a version, of the value of its document; null where it is none. */
export function readVersionValue(value: string): { readonly session: string; readonly version: number } | null {
  const [, session, version] = /^([^/]+)\/version\/([1-9]\d*)$/.exec(value) ?? [];
  if (session === undefined || version === undefined) return null;
  try {
    return { session: decodeURIComponent(session), version: Number(version) };
  } catch {
    return null;
  }
}

/** The hash in the second value of a version's document; null where it is none of this version. */
export function readVersionHash(value: string, version: string): string | null {
  const [, hash] = value.startsWith(`${version}/`) ? (/^([\w-]+)$/.exec(value.slice(version.length + 1)) ?? []) : [];
  return hash ?? null;
}

/** `identifier=...` or `_tag=...`: a search for one value of ours, or for any of several. */
export const searchFor = (parameter: 'identifier' | '_tag', ...any: readonly string[]): string =>
  `${parameter}=${any.map((value) => encodeURIComponent(`${identifierSystem}|${value}`)).join(',')}`;
