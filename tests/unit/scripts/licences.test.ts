import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { bomFrom } from '../../../scripts/licences/bom';
import { noticesFor, noticesText, packageFolderOf } from '../../../scripts/licences/notices';
import { complaints, type Package, packagesIn } from '../../../scripts/licences/packages';
import { isAllowed } from '../../../scripts/licences/rules';
import { root } from '../../../scripts/vite/build-inputs';

const packages = packagesIn(root);
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

describe('the licences of what the app and its tools are made with', () => {
  it('are all on the list, with their texts', () => {
    expect(packages.length).toBeGreaterThan(200);
    const runtime = packages.filter(({ use }) => use === 'runtime').map(({ name }) => name);
    expect(runtime).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)));
    expect(complaints(packages)).toEqual([]);
  });

  it('are complained of where one is not on the list, says nothing, or brings no text', () => {
    const told = (change: Partial<Package>): number => {
      const planted: Package = {
        path: 'node_modules/planted',
        name: 'planted',
        version: '1.0.0',
        use: 'runtime',
        licence: 'MIT',
        installed: true,
        text: 'node_modules/planted/LICENSE',
        ...change,
      };
      return complaints([...packages, planted]).length;
    };
    expect(told({})).toBe(0);
    expect(told({ licence: 'GPL-3.0-only' })).toBe(1);
    expect(told({ licence: 'SEE LICENSE IN LICENSE.md' })).toBe(1);
    expect(told({ licence: 'MPL-2.0' })).toBe(1);
    expect(told({ licence: 'MPL-2.0', use: 'development' })).toBe(0);
    expect(told({ licence: null })).toBe(1);
    expect(told({ text: null })).toBe(1);
    expect(told({ text: null, installed: false }), 'the binary of another platform').toBe(0);
    expect(
      complaints(packages.filter(({ name }) => name !== 'stackback')),
      'a rule for a package that went',
    ).toHaveLength(1);
  });

  it('may be one of several, and have to be all of several', () => {
    expect(isAllowed('a', 'GPL-3.0-only OR MIT', 'runtime')).toBe(true);
    expect(isAllowed('a', 'GPL-3.0-only AND MIT', 'runtime')).toBe(false);
    expect(isAllowed('a', '(MIT OR CC0-1.0)', 'runtime'), 'to be read by hand').toBe(false);
    expect(isAllowed('@fontsource-variable/inter', 'OFL-1.1', 'runtime')).toBe(true);
    expect(isAllowed('a', 'OFL-1.1', 'runtime'), 'no font').toBe(false);
  });
});

describe('the notices beside the app', () => {
  it('name each package once, with the words of its licence and of what lies inside it', () => {
    const at = (file: string) => join(root, 'node_modules', file);
    const text = noticesText(
      noticesFor(
        [
          join(root, 'src/app/main.tsx'),
          at('react/index.js'),
          at('react/cjs/react.production.js'),
          at('@react-three/fiber/dist/index.js'),
          at('three/examples/jsm/libs/meshopt_decoder.module.js'),
          at('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url'),
        ],
        root,
      ),
    );
    expect(text.match(/^react \d/gm)).toHaveLength(1);
    expect(text).toMatch(/^react 19\S+ \(MIT\)\n\nMIT License\n\nCopyright \(c\) Meta/m);
    expect(text, 'one that brings no text').toMatch(
      /^@react-three\/fiber .*\n\nMIT License\n\nCopyright \(c\) 2020 react-spring\n\nPerm/m,
    );
    expect(text).toMatch(/^meshoptimizer, decoder \(in three\)\n\nMIT License/m);
    expect(text).toContain('Permission is hereby granted');
  });

  it('know the package of a file wherever it is installed', () => {
    expect(packageFolderOf('/x/node_modules/a/node_modules/@b/c/d.js?x')).toBe('node_modules/a/node_modules/@b/c');
    expect(packageFolderOf(String.raw`C:\x\node_modules\a\b.js`)).toBe('node_modules/a');
    expect(packageFolderOf('/x/src/app/main.tsx')).toBeNull();
  });
});

describe('the bill of materials', () => {
  it('names every runtime package with its licence, and is the same each time', async () => {
    const { stdout } = await promisify(execFile)('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
      cwd: root,
      maxBuffer: 100_000_000,
    });
    const text = bomFrom(stdout);
    const bom = JSON.parse(text) as {
      readonly bomFormat: string;
      readonly metadata: { readonly component: { readonly name: string } };
      readonly components: readonly { readonly 'bom-ref': string; readonly licenses: unknown[] }[];
    };
    expect(bom.bomFormat).toBe('CycloneDX');
    expect(bom.metadata.component.name).toBe('aliquot');
    const named = new Set(bom.components.map((one) => one['bom-ref']));
    expect(packages.filter(({ name, version }) => !named.has(`${name}@${version}`))).toEqual([]);
    for (const one of bom.components) expect(one.licenses, one['bom-ref']).toHaveLength(1);

    const said = JSON.parse(stdout) as { metadata: object; components: unknown[] };
    const later = {
      ...said,
      serialNumber: 'urn:uuid:00000000-0000-4000-8000-000000000000',
      metadata: { ...said.metadata, timestamp: '2030-01-01T00:00:00Z' },
      components: said.components.toReversed(),
    };
    expect(bomFrom(JSON.stringify(later))).toBe(text);
    expect(text).not.toMatch(/https?:\/\/(?!cyclonedx\.org)/);
  });
});
