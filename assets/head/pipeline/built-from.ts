import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import type { Built } from './model';

const root = resolve(import.meta.dirname, '../../..');
const source = join(root, 'assets/head/source');

/** What the models were built from and what came of it, as SHA-256 in hex: kept beside them as `built-from.json`. */
export type BuiltFrom = {
  /** Of every file that shapes them, by its name and what it holds, and of the versions of the packages that do. */
  readonly inputs: string;
  readonly files: Readonly<Record<string, string>>;
};

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The files that `file` needs, itself with them, and the packages that any of these names. */
function needsOf(file: string, found = new Set<string>(), packages = new Set<string>()) {
  if (found.has(file)) return { found, packages };
  found.add(file);
  for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export|\}) .*?from '([^']+)';$/gm)) {
    if (specifier.startsWith('.')) needsOf(moduleAt(resolve(dirname(file), specifier)), found, packages);
    else if (!specifier.startsWith('node:')) packages.add(specifier);
  }
  return { found, packages };
}

const moduleAt = (path: string): string => {
  const at = [path, `${path}.ts`].find((one) => existsSync(one));
  if (at === undefined) throw new Error(`no module at ${path}`);
  return at;
};

/** The program without its types and comments: what changes there alone makes no other model. */
const whatRuns = (text: string): string =>
  ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, removeComments: true },
  }).outputText;

/** The state of everything the models follow from, in this tree. */
export function hashOfInputs(): string {
  const { found, packages } = needsOf(join(import.meta.dirname, 'model.ts'));
  const meshes = readdirSync(source).map((name) => join(source, name));
  const name = (path: string): string => relative(root, path).split(sep).join('/');
  const files = [
    ...[...found].map((path) => `${name(path)} ${sha256(whatRuns(readFileSync(path, 'utf8')))}`),
    ...meshes.map((path) => `${name(path)} ${sha256(readFileSync(path))}`),
  ];
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Readonly<
    Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>
  >;
  const versions = { ...manifest.devDependencies, ...manifest.dependencies };
  return sha256([...files, ...[...packages].map((one) => `${one} ${String(versions[one])}`)].sort().join('\n'));
}

/** The stamp of models that were just built from this tree. */
export function stampOf(built: Readonly<Record<keyof Built, Uint8Array>>): BuiltFrom {
  const files = Object.entries(built).map(([name, bytes]) => [name, sha256(bytes)]);
  return { inputs: hashOfInputs(), files: Object.fromEntries(files) as BuiltFrom['files'] };
}
