/**
 * Who may import whom, as docs/decisions and the design say it. `values` allows anything, `types` only `import type`.
 * A module that is not in the table may not exist.
 */
type Reach = 'values' | 'types';

export type ModuleLaw = {
  readonly ours: Readonly<Record<string, Reach>>;
  /** Packages by name, or by name and subpath where only that subpath is allowed. */
  readonly packages: readonly string[];
  /** May it name files of assets/ ? */
  readonly assets?: boolean;
  /** No React, no DOM, no clock, no randomness, no storage. */
  readonly pure?: boolean;
};

const values = (...names: readonly string[]): Readonly<Record<string, Reach>> =>
  Object.fromEntries(names.map((name) => [name, 'values' as const]));

const pureModules = ['protocol', 'ledger', 'anatomy', 'record', 'outcomes', 'learn'] as const;
const mesh = ['three', 'three-mesh-bvh'];

export const layerLaw: Readonly<Record<string, ModuleLaw>> = {
  protocol: { ours: {}, packages: [], pure: true },
  ledger: { ours: { ...values('protocol'), anatomy: 'types' }, packages: [], pure: true },
  anatomy: { ours: values('protocol'), packages: mesh, pure: true },
  record: {
    ours: { ...values('protocol', 'ledger'), anatomy: 'types' },
    packages: ['zod', 'canonicalize'],
    pure: true,
  },
  outcomes: { ours: values('record'), packages: ['zod'], pure: true },
  learn: {
    ours: values('protocol', 'anatomy'),
    packages: ['ts-fsrs', 'pure-rand/generator/xoroshiro128plus', 'pure-rand/distribution/uniformInt', 'zod'],
    pure: true,
  },
  storage: { ours: { ...values('record', 'outcomes'), learn: 'types' }, packages: ['idb', 'hash-wasm'] },
  exchange: {
    ours: values('record', 'outcomes', 'learn', 'ledger', 'anatomy', 'protocol'),
    packages: ['zod', 'fhir/r4', 'ical-generator', 'fflate', 'papaparse', 'pdfkit'],
  },
  messages: { ours: {}, packages: ['intl-messageformat'] },
  state: {
    ours: values(...pureModules, 'storage', 'exchange', 'messages'),
    packages: ['zustand/vanilla', 'fhir/r4'],
  },
  scene: {
    ours: { ...values('anatomy', 'protocol', 'messages'), state: 'types' },
    packages: [...mesh, 'react', '@react-three/fiber', '@react-three/drei'],
    assets: true,
  },
  ui: { ours: {}, packages: ['react', 'lucide-react', '@fontsource-variable/inter'] },
  screens: {
    ours: values('state', 'scene', 'ui', 'messages', ...pureModules),
    packages: ['react', 'react-dom', 'lucide-react', 'zustand', 'zustand/vanilla', 'd3-scale'],
  },
  app: {
    ours: values('state', 'scene', 'ui', 'screens', 'messages', 'storage', 'exchange', ...pureModules),
    packages: [
      ...mesh,
      'react',
      'react-dom',
      'zustand',
      'lucide-react',
      '@fontsource-variable/inter',
      '@expo-google-fonts/inter',
    ],
    assets: true,
  },
};
