import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstLoadOf } from './support/first-load';
import type { SourceText } from './support/source-imports';

const root = resolve(import.meta.dirname, '..');
const entry = 'src/app/main.tsx';

const sources: readonly SourceText[] = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile() && /\.tsx?$/.test(file.name))
  .map((file) => join(file.parentPath, file.name))
  .map((file) => ({ path: relative(root, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }));

/** Folders of which any file may come at once; of the others only those that are named. */
const folders = [
  'src/anatomy',
  'src/app',
  'src/ledger',
  'src/messages',
  'src/protocol',
  'src/protocol/maps',
  'src/scene',
  'src/screens',
  'src/screens/chart',
  'src/screens/shell',
  'src/state',
  'src/ui',
];
const single = [
  'src/messages/patient/languages.ts',
  'src/record/ports.ts',
  'src/record/session.ts',
  'src/state/commands/command.ts',
  'src/state/commands/keys.ts',
  'src/storage/save-queue.ts',
  'src/storage/session-news.ts',
];
/** Of the folders above, what nevertheless comes later. */
const later = /messages\/later|-(?:dialog|form)\.tsx$|src\/screens\/chart\/[\w-]*panel\.tsx$/;
const shownAtOnce = ['src/screens/chart/dose-panel.tsx'];

const load = firstLoadOf(entry, sources);
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

describe('what comes before the sites can be operated', () => {
  it('is charting alone: no file of another screen, of stored documents, of exchange, outcomes or learning', () => {
    expect(load.files.length).toBeGreaterThan(100);
    expect(load.files.filter((path) => !folders.includes(folderOf(path)) && !single.includes(path))).toEqual([]);
  });

  it('holds no dialog, no form, no panel that is closed at first, and none of their words', () => {
    expect(load.files.filter((path) => later.test(path) && !shownAtOnce.includes(path))).toEqual([]);
  });

  it('stands on these packages alone', () => {
    expect(load.packages).toEqual([
      '@fontsource-variable/inter/opsz.css',
      '@react-three/drei/core/CameraControls',
      '@react-three/fiber',
      'intl-messageformat',
      'lucide-react',
      'react',
      'react-dom/client',
      'three',
      'three/addons/libs/meshopt_decoder.module.js',
      'three/addons/loaders/GLTFLoader.js',
      'three/addons/utils/BufferGeometryUtils.js',
      'zustand',
      'zustand/vanilla',
    ]);
  });

  it('is told from what is fetched when it is asked for, and from types', () => {
    const planted = firstLoadOf('src/a.ts', [
      {
        path: 'src/a.ts',
        text: `import './b';\nimport type { C } from './c';\nexport const d = () => import('./d');\nimport { z } from 'zod';`,
      },
      { path: 'src/b.tsx', text: `export { e } from './e';` },
      ...['c', 'd', 'e'].map((name) => ({ path: `src/${name}.ts`, text: `export const ${name} = 1;` })),
    ]);
    expect(planted).toEqual({ files: ['src/a.ts', 'src/b.tsx', 'src/e.ts'], packages: ['zod'] });
  });
});
