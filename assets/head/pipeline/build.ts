import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSites } from '../../../scripts/write-sites';
import { writeZones } from '../../../scripts/write-zones';
import { stampOf } from './built-from';
import { buildModel } from './model';

/** `tsx assets/head/pipeline/build.ts [--check]`: writes the models beside this folder, or compares them with it. */
const started = performance.now();
const check = process.argv.includes('--check');
let stale = false;
const built = await buildModel();
const stamp = new TextEncoder().encode(`${JSON.stringify(stampOf(built), null, 2)}\n`);
for (const [name, bytes] of Object.entries({ ...built, 'built-from.json': stamp })) {
  const path = fileURLToPath(new URL(`../${name}`, import.meta.url));
  if (!check) {
    writeFileSync(path, bytes);
    console.log(`${name}: ${bytes.length} bytes`);
  } else if (!readFileSync(path).equals(bytes)) {
    stale = true;
    console.error(`${name} differs from what the pipeline builds`);
  }
}
if (!check) {
  // Sites and danger zones follow from the rules on this head: what is kept of them is renewed with it.
  for (const { path, bytes } of [await writeSites(), await writeZones()]) {
    console.log(`${basename(path)}: ${String(bytes)} bytes`);
  }
}
console.log(`${check ? 'checked' : 'built'} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
if (stale) process.exitCode = 1;
