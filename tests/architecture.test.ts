import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesByModule, importCounts, readSources } from '../scripts/architecture/import-counts';
import { layers } from '../scripts/architecture/layers';
import { architecturePicture } from '../scripts/architecture/picture';
import { isTable, lineLimit, violations } from './support/architecture';
import { layerLaw } from './support/layer-law';
import { unusedExports } from './support/unused-exports';

const sources = readSources();

const one = (path: string, text: string): readonly string[] => violations([{ path, text }]);

describe('the source', () => {
  it('is seen: every module that is built today has files', () => {
    expect(sources.length).toBeGreaterThan(80);
    const seen = new Set(sources.map(({ path }) => path.split('/')[1]));
    for (const name of ['protocol', 'ledger', 'anatomy', 'record', 'storage', 'exchange', 'messages'])
      expect(seen).toContain(name);
    for (const name of ['state', 'scene', 'ui', 'screens', 'app']) expect(seen).toContain(name);
  });

  it('keeps to the layer law, to pure cores, to small files and to plain names', () => {
    expect(violations(sources)).toEqual([]);
  });
});

describe('everything else that is written by hand', () => {
  const root = resolve(import.meta.dirname, '..');
  const files = ['src', 'tests', 'scripts', 'assets/head/pipeline'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(tsx?|css|java)$/.test(file))
      .map((file) => `${folder}/${file}`),
  );

  it('exports nothing that no other file draws in', () => {
    const all = files
      .filter((file) => !file.endsWith('.css'))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
    const written = (folder: string) => all.filter(({ path }) => path.startsWith(folder));
    expect(unusedExports(written('src/'), all)).toEqual([]);
    expect(unusedExports(written('tests/support/'), all)).toEqual([]);
    const planted = [
      { path: 'src/a.ts', text: 'export const a = 1;\nexport type B = 2;\nexport const c = 3;' },
      { path: 'src/b.ts', text: `import { a } from './a';\nexport const later = () => import('./d');\nlater(a);` },
      { path: 'src/d.ts', text: 'export const d = 1;' },
    ];
    expect(unusedExports(planted, planted)).toEqual(['src/a.ts: c', 'src/b.ts: later']);
  });

  it('keeps to small files, tests and styles too; tables alone may be as long as what they list', () => {
    expect(files.length).toBeGreaterThan(1500);
    const long = files.filter(
      (file) => !isTable(file) && readFileSync(join(root, file), 'utf8').split('\n').length > lineLimit,
    );
    expect(long).toEqual([]);
  });
});

describe('the layer law', () => {
  it('has no circles and names no module that it does not know', () => {
    const settled = new Set<string>();
    let before = -1;
    while (settled.size !== before) {
      before = settled.size;
      for (const [name, { ours }] of Object.entries(layerLaw)) {
        if (Object.keys(ours).every((other) => settled.has(other))) settled.add(name);
      }
    }
    expect([...settled].sort()).toEqual(Object.keys(layerLaw).sort());
  });
});

describe('the picture of the architecture', () => {
  it('has a place for every module, importers above what they import', () => {
    const order = layers.flatMap(({ modules }) => modules.map(([name]) => name));
    expect(order.toSorted()).toEqual(Object.keys(layerLaw).toSorted());
    const above = importCounts(sources).filter(({ from, to }) => order.indexOf(from) >= order.indexOf(to));
    expect(above).toEqual([]);
  });

  it('marks as pure what the law holds pure', () => {
    for (const { pure = false, modules } of layers)
      for (const [name] of modules) expect(layerLaw[name]?.pure ?? false, name).toBe(pure);
  });

  it('is what the imports are now (else: npm run architecture)', () => {
    const drawn = readFileSync(resolve(import.meta.dirname, '../docs/pictures/architecture.svg'), 'utf8');
    expect(drawn).toBe(architecturePicture(importCounts(sources), filesByModule(sources)));
  });
});

describe('the check catches a planted', () => {
  const words = { path: 'src/protocol/words.ts', text: 'export const a = 1;' };
  const anchor = { path: 'src/anatomy/anchor.ts', text: 'export const b = 1;' };

  it.each([
    ['import upwards', `import { a } from '../state/chart';`],
    ['package', `import { Vector3 } from 'three';`],
    ['deep package', `import 'three/addons/loaders/GLTFLoader.js';`],
    ['asset', `import url from '../../assets/head/head.glb?url';`],
    ['dynamic import', `const later = () => import('../app/app');`],
    ['worker', `export const w = new Worker(new URL('../app/worker.ts', import.meta.url));`],
    ['type by import()', `export type A = import('../state/chart').Chart;`],
    ['re-export', `export { a } from '../state/chart';`],
  ])('%s', (_what, text) => {
    const state = { path: 'src/state/chart.ts', text: 'export type Chart = 1;' };
    const app = [
      { path: 'src/app/app.tsx', text: 'export const App = 1;' },
      { path: 'src/app/worker.ts', text: 'postMessage(1);' },
    ];
    const file = { path: 'src/protocol/sites.ts', text: `${text}\nexport const c = 1;` };
    expect(violations([file, state, ...app])).toHaveLength(1);
  });

  it('value where only types may pass', () => {
    const values = { path: 'src/ledger/fold.ts', text: `import { b } from '../anatomy/anchor';\nexport const c = b;` };
    const inline = {
      path: 'src/ledger/fold.ts',
      text: `import { type B } from '../anatomy/anchor';\nexport type C = B;`,
    };
    const types = {
      path: 'src/ledger/fold.ts',
      text: `import type { B } from '../anatomy/anchor';\nexport type C = B;`,
    };
    expect(violations([values, anchor])).toHaveLength(1);
    expect(violations([inline, anchor])).toHaveLength(1);
    expect(violations([types, anchor])).toEqual([]);
  });

  it('react in state, three in screens, idb outside storage, zod in state, the hooks of zustand in state', () => {
    expect(one('src/state/a.ts', `import { useState } from 'react';`)).toHaveLength(1);
    expect(one('src/screens/a.tsx', `import { Vector3 } from 'three';`)).toHaveLength(1);
    expect(one('src/app/a.ts', `import { openDB } from 'idb';`)).toHaveLength(1);
    expect(one('src/state/a.ts', `import { z } from 'zod';`)).toHaveLength(1);
    expect(one('src/state/a.ts', `import { useStore } from 'zustand';`)).toHaveLength(1);
    expect(one('src/state/a.ts', `import { createStore } from 'zustand/vanilla';`)).toEqual([]);
  });

  it('import that leads nowhere or out of the source', () => {
    expect(one('src/ledger/a.ts', `import { x } from './missing';`)).toHaveLength(1);
    expect(one('src/ledger/a.ts', `import { x } from '../../tests/support/x';`)).toHaveLength(1);
  });

  it('circle of files, but not one of types', () => {
    const a = (kind: string) => ({ path: 'src/ledger/a.ts', text: `${kind} { b } from './b';\nexport const a = 1;` });
    const b = { path: 'src/ledger/b.ts', text: `import { a } from './a';\nexport const b = a;` };
    expect(violations([a('import'), b])).toEqual(['a circle: src/ledger/a -> src/ledger/b -> src/ledger/a']);
    expect(violations([a('import type'), b])).toEqual([]);
  });

  it.each([
    'Date.now()',
    'new Date()',
    'Math.random()',
    'document.title',
    'window',
    'localStorage.length',
    'fetch("x")',
  ])('%s in a pure module', (use) => {
    expect(one('src/record/a.ts', `export const a = ${use};`)).toHaveLength(1);
    expect(one('src/app/a.ts', `export const a = ${use};`)).toEqual([]);
  });

  it('impure word only where it is one: comments, own names and property names are free', () => {
    const text = `// window\nconst f = (document: { location: number }) => document.location;\nexport const g = { self: 1 };`;
    expect(one('src/record/a.ts', text)).toEqual([]);
  });

  it.each([
    'export function f() {}',
    'export const f = () => 1;',
    '/** Of the file. */\n\nexport const f = () => 1;',
    '// no doc comment\nexport const f = () => 1;',
    '/** A class. */\nexport class A {\n  f() {}\n}',
  ])('public function that says nothing of itself: %s', (text) => {
    expect(one('src/record/a.ts', text)).toHaveLength(1);
    expect(one('src/state/a.ts', text)).toHaveLength(1);
    // Components say what they take by the type of their props.
    expect(one('src/screens/a.tsx', text)).toEqual([]);
  });

  it('but not one that does, and nothing that is no function or not public', () => {
    const text =
      '/** One. */\nexport const f = () => 1;\nexport const a = 1;\nconst g = () => 2;\n/** A class. */\nexport class A {\n  #f() {}\n}';
    expect(one('src/record/a.ts', text)).toEqual([]);
  });

  it('barrel, vague name, overlong file, unknown module and copied total', () => {
    expect(violations([{ path: 'src/protocol/index.ts', text: 'export const a = 1;' }])).toHaveLength(1);
    expect(violations([{ path: 'src/protocol/all.ts', text: `export * from './words';` }, words])).toHaveLength(1);
    expect(one('src/ledger/utils.ts', 'export const a = 1;')).toHaveLength(1);
    expect(one('src/ledger/utils/a.ts', 'export const a = 1;')).toHaveLength(1);
    expect(one('src/ledger/a.ts', '\n'.repeat(401))).toHaveLength(1);
    expect(one('src/messages/en.ts', '\n'.repeat(401))).toEqual([]);
    expect(one('src/domain/a.ts', 'export const a = 1;')).toHaveLength(1);
    expect(one('src/ledger/a.ts', 'export const cap = 195;')).toHaveLength(1);
    expect(one('src/messages/en.ts', `export const a = 'at most 195 U';`)).toHaveLength(1);
  });
});
