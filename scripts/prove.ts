import { parseArgs } from 'node:util';
import { Anatomy } from '../src/anatomy/anatomy';
import { curvesOf } from '../src/anatomy/head-size';
import { fuzzClaims, proveImport } from './prove/fuzz-campaign';
import { killClaims, proveKills } from './prove/kill-campaign';
import { proveTampering } from './prove/tamper-campaign';
import { proveTotals, totalsClaims } from './prove/totals-campaign';
import { proveVariants, variantClaims } from './prove/variant-campaign';
import { readHead } from './read-head';

/**
 * `npm run prove -- [--json] [--only variants|totals|fuzz|tamper|kills] [--variants 1000] [--sessions 10000]
 * [--files 10000] [--kills 200] [--seed 1]`: campaigns too long for the tests, each claim as `{name, tried, failed}`.
 * Ends with an error if anything failed. The kills need a build (`npm run build`).
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    variants: { type: 'string', default: '1000' },
    sessions: { type: 'string', default: '10000' },
    files: { type: 'string', default: '10000' },
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});
const seed = Number(values.seed);
/** On the standard error, so that the report stays what it is. */
const progress = (line: string): void => {
  if (process.stderr.isTTY) console.error(line);
};

type Row = { readonly name: string; readonly tried: number; readonly failed: number };
type Report = { readonly rows: readonly Row[]; readonly remarks: readonly string[] };

const campaigns: Readonly<Record<string, () => Promise<Report>>> = {
  async variants() {
    const curves = curvesOf(new Anatomy(await readHead()));
    const proof = proveVariants(await readHead('light'), curves, Number(values.variants), seed);
    const { ruleMm, mirrorMm, sizeShare } = proof.worst;
    const worst = `worst: rule ${ruleMm.toFixed(3)} mm, mirror ${mirrorMm.toFixed(3)} mm, size ${(100 * sizeShare).toFixed(2)} %`;
    return report('head variants', variantClaims, proof, [worst]);
  },
  totals: () => Promise.resolve(report('totals', totalsClaims, proveTotals(Number(values.sessions), seed))),
  async fuzz() {
    const proof = await proveImport(Number(values.files), seed);
    const endings = [...proof.endings].map(([kind, count]) => `${kind} ${String(count)}`).join(', ');
    return report('damaged files', fuzzClaims, proof, [`files: ${endings}`]);
  },
  tamper: async () => ({ rows: await proveTampering(seed), remarks: [] }),
  async kills() {
    const proof = await proveKills(Number(values.kills), seed, progress);
    const seen = `aliquots shown as saved: ${String(proof.savedSeen)}; taps cut short: ${proof.fates.join(', ')}`;
    return report('killed browser', killClaims, proof, [seen, 'no test of a power cut: the operating system lives on']);
  },
};

function report<Claim extends string>(
  about: string,
  claims: Readonly<Record<Claim, string>>,
  proof: {
    readonly tried: number;
    readonly failed: Readonly<Record<Claim, number>>;
    readonly examples: readonly string[];
  },
  remarks: readonly string[] = [],
): Report {
  const rows = (Object.keys(claims) as Claim[]).map((claim) => {
    return { name: `${about}: ${claims[claim]}`, tried: proof.tried, failed: proof.failed[claim] };
  });
  return { rows, remarks: [...remarks, ...proof.examples.map((example) => `  ${example}`)] };
}

const { only } = values;
const chosen = Object.entries(campaigns).filter(([name]) => only === undefined || name === only);
if (chosen.length === 0) throw new Error(`no campaign ${String(only)}; there are ${Object.keys(campaigns).join(', ')}`);
const all: Row[] = [];
for (const [, run] of chosen) {
  const { rows, remarks } = await run();
  all.push(...rows);
  if (values.json) continue;
  for (const { name, tried, failed } of rows)
    console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${String(failed)} of ${String(tried)}`);
  for (const remark of remarks) console.log(remark);
}
if (values.json) console.log(JSON.stringify(all, null, 2));
if (all.some(({ failed }) => failed > 0)) process.exitCode = 1;
