import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { appLanguage } from './app-language.ts';

export const root = resolve(import.meta.dirname, '../..');
export const dist = join(root, 'dist');

/** Left in the build by the build: the hash of what it was made from. Never served (it starts with a dot). */
export const stampName = '.inputs';

/** Everything that shapes the built app. `assets` counts whole; its pipeline costs a needless build at worst. */
const inputs = [
  'src',
  'assets',
  'index.html',
  'LICENSE',
  'vite.config.ts',
  'scripts/vite',
  'scripts/licences',
  'package.json',
  'package-lock.json',
];

/** Files under a folder (or the file itself) as absolute paths, sorted, so that every platform agrees. */
export function filesUnder(path: string): readonly string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A hash over names and bytes of the build's inputs, and what is asked of it: a checkout moves times about, contents do not lie. */
export function hashInputs(): string {
  const hash = createHash('sha256').update(
    `CONNECT_SRC=${process.env['CONNECT_SRC'] ?? ''}\0ALIQUOT_LANGUAGE=${appLanguage()}\0`,
  );
  for (const file of inputs.flatMap((input) => filesUnder(join(root, input)))) {
    const bytes = readFileSync(file);
    hash.update(`${relative(root, file).split(sep).join('/')}\0${String(bytes.length)}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** Is the build there, and made from exactly what the tree holds now? */
function isBuilt(): boolean {
  try {
    return readFileSync(join(dist, stampName), 'utf8') === hashInputs();
  } catch {
    return false;
  }
}

/** Builds the app unless the build at hand is of this very tree. Vite is loaded only if needed. */
export async function buildIfNeeded(say: (line: string) => void = () => undefined): Promise<void> {
  if (isBuilt()) return;
  say('Building the app …');
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn' });
}
