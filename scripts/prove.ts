import { parseArgs } from 'node:util';
import { Anatomy } from '../src/anatomy/anatomy';
import { curvesOf } from '../src/anatomy/head-size';
import { proveTampering } from './prove/tamper-campaign';
import { proveVariants, variantClaims } from './prove/variant-campaign';
import { readHead } from './read-head';

/**
 * `npm run prove -- [--json] [--variants 1000] [--seed 1]`: campaigns too long for the tests, each as
 * `{name, tried, failed}`. Ends with an error if anything failed.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    variants: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});

const curves = curvesOf(new Anatomy(await readHead()));
const result = proveVariants(await readHead('light'), curves, Number(values.variants), Number(values.seed));
const rows = Object.entries(variantClaims).map(([claim, name]) => ({
  name: `head variants: ${name}`,
  tried: result.tried,
  failed: result.failed[claim as keyof typeof variantClaims],
}));
rows.push(...(await proveTampering(Number(values.seed))));
if (values.json) {
  console.log(JSON.stringify(rows, null, 2));
} else {
  for (const { name, tried, failed } of rows)
    console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${String(failed)} of ${String(tried)}`);
  const { ruleMm, mirrorMm, sizeShare } = result.worst;
  console.log(
    `worst: rule ${ruleMm.toFixed(3)} mm, mirror ${mirrorMm.toFixed(3)} mm, size ${(100 * sizeShare).toFixed(2)} %`,
  );
  for (const example of result.examples) console.log(`  ${example}`);
}
if (rows.some(({ failed }) => failed > 0)) process.exitCode = 1;
