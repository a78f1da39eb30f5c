import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, resolve, sep } from 'node:path';
import { importsOf, parse, type SourceText } from '../../tests/support/source-imports';

/** How many statements of one folder draw in files of another, and how many of them only types, which load nothing. */
export type ImportCount = { readonly from: string; readonly to: string; readonly all: number; readonly types: number };

const root = resolve(import.meta.dirname, '../..');

/** Every TypeScript file of src, with paths that begin with `src/`. */
export function readSources(): readonly SourceText[] {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(root, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }));
}

/** The folder of src that a path lies in. */
const moduleOf = (path: string): string => path.split('/')[1] ?? '';

/** The imports that lead from one folder of src to another, dynamic ones and workers too; styles and assets are left out. */
export function importCounts(sources: readonly SourceText[]): readonly ImportCount[] {
  const counts = new Map<string, ImportCount>();
  for (const source of sources) {
    const from = moduleOf(source.path);
    for (const { specifier, typesOnly } of importsOf(parse(source))) {
      const target = posix.join(posix.dirname(source.path), specifier);
      if (!specifier.startsWith('.') || !target.startsWith('src/') || target.endsWith('.css')) continue;
      const to = moduleOf(target);
      if (to === from) continue;
      const before = counts.get(`${from} ${to}`);
      const types = (before?.types ?? 0) + (typesOnly ? 1 : 0);
      counts.set(`${from} ${to}`, { from, to, all: (before?.all ?? 0) + 1, types });
    }
  }
  return [...counts.values()];
}

/** How many TypeScript files each folder of src has. */
export function filesByModule(sources: readonly SourceText[]): ReadonlyMap<string, number> {
  const files = new Map<string, number>();
  for (const { path } of sources) files.set(moduleOf(path), (files.get(moduleOf(path)) ?? 0) + 1);
  return files;
}
