import { parseArgs } from 'node:util';
import { complaints, packagesIn } from './licences/packages';
import { root } from './vite/build-inputs';

/**
 * `npm run licences -- [--json]`: the licence of every package of the lock file, for what is shipped and for the tools. Fails
 * where one may not be used, says nothing, or brings no text (`scripts/licences/rules.ts`).
 */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const packages = packagesIn(root);
const wrong = complaints(packages);

if (values.json) console.log(JSON.stringify({ packages, complaints: wrong }, null, 2));
else {
  for (const use of ['runtime', 'development'] as const) {
    const those = packages.filter((one) => one.use === use);
    console.log(`${use}: ${String(those.length)} packages`);
    for (const licence of [...new Set(those.map((one) => one.licence))].sort()) {
      const names = those.filter((one) => one.licence === licence).map(({ name }) => name);
      console.log(`  ${String(names.length).padStart(4)}  ${licence ?? 'says nothing'}`);
      if (use === 'runtime' && names.length <= 20) console.log(`        ${names.join(', ')}`);
    }
  }
  for (const sentence of wrong) console.error(sentence);
  console.log(wrong.length === 0 ? 'All of them may be used.' : `${String(wrong.length)} to look at.`);
}
process.exitCode = wrong.length === 0 ? 0 : 1;
