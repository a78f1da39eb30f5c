import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../vite/build-inputs';

/** A page of nothing but one of this folder's scripts, built as the app is. Returns its folder, to be removed by the caller. */
export async function buildScriptPage(script: string): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'aliquot-bench-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: directory,
      emptyOutDir: true,
      lib: { entry: join(root, 'scripts/bench', script), formats: ['es'], fileName: 'page' },
    },
  });
  writeFileSync(join(directory, 'index.html'), '<!doctype html><script type="module" src="page.js"></script>');
  return directory;
}
