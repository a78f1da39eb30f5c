import { unsaid } from './rules.ts';

type Component = {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly licenses?: readonly unknown[];
};
type Bom = {
  readonly serialNumber?: string;
  readonly metadata: { readonly timestamp?: string; readonly tools?: unknown; readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
};

/**
 * What `npm sbom` printed (CycloneDX, JSON) as the same text every time: without the moment, a serial number by chance, the version of
 * npm and the name of the folder, and in one order. Licences that a manifest does not say are put in.
 */
export function bomFrom(printed: string): string {
  const { metadata, components, dependencies, ...rest } = without(JSON.parse(printed) as Bom, 'serialNumber');
  const { component, ...about } = without(metadata, 'timestamp', 'tools');
  const [name = component.name] = component['bom-ref'].split('@');
  return `${JSON.stringify(
    {
      ...rest,
      metadata: { ...about, component: { ...component, name } },
      components: [...components].sort((a, b) => inOrder(a['bom-ref'], b['bom-ref'])).map(withLicence),
      dependencies: [...dependencies].sort((a, b) => inOrder(a.ref, b.ref)),
    },
    null,
    2,
  )}\n`;
}

function withLicence(component: Component): Component {
  const known = unsaid[component.name];
  const said = component.licenses !== undefined && component.licenses.length > 0;
  return said || known === undefined ? component : { ...component, licenses: [{ license: { id: known.licence } }] };
}

const without = <T extends object, Name extends keyof T>(from: T, ...names: readonly Name[]): Omit<T, Name> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => !names.some((one) => one === name))) as Omit<T, Name>;

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
