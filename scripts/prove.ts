import { parseArgs } from 'node:util';
import { Anatomy } from '../src/anatomy/anatomy';
import { curvesOf } from '../src/anatomy/head-size';
import { abortClaims, proveAborts } from './prove/abort-campaign';
import { agreementClaims, proveAgreement } from './prove/agreement-campaign';
import { clockClaims, proveClock } from './prove/clock-campaign';
import { withBrowser } from './prove/desk';
import { timeDurability } from './prove/durability';
import { fuzzClaims, proveImport } from './prove/fuzz-campaign';
import { keptFuzzClaims, proveKeptImport } from './prove/fuzz-kept-campaign';
import { proveHead } from './prove/head-campaign';
import { killClaims, proveKills } from './prove/kill-campaign';
import { passphraseClaims, provePassphrases } from './prove/passphrase-campaign';
import { proveQuota, quotaClaims } from './prove/quota-campaign';
import { proveRestores, restoreClaims } from './prove/restore-campaign';
import { proveScoring, scoringClaims } from './prove/scoring-campaign';
import { proveScreens } from './prove/screen-campaign';
import { proveSoak, soakClaims } from './prove/soak-campaign';
import { soakOf } from './prove/soak-level';
import { proveTampering } from './prove/tamper-campaign';
import { proveTotals, totalsClaims } from './prove/totals-campaign';
import { proveVariants, variantClaims } from './prove/variant-campaign';
import { proveVersions, versionClaims } from './prove/version-campaign';
import { proveWindows, windowClaims } from './prove/window-campaign';
import { readHead } from './read-head';

/**
 * `npm run prove -- [--json] [--seed 1] [--only <campaign>] [--<campaign> <how often>]`: campaigns too long for the tests,
 * each claim as `{name, tried, failed}`. Ends with an error if anything failed. What each does, shows and does not show
 * stands in docs/proofs.md. Those in a browser build the app first where it is not built.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    variants: { type: 'string', default: '1000' },
    scoring: { type: 'string', default: '40' },
    totals: { type: 'string', default: '10000' },
    agreement: { type: 'string', default: '1000' },
    fuzz: { type: 'string', default: '10000' },
    kills: { type: 'string', default: '200' },
    quota: { type: 'string', default: '40' },
    aborts: { type: 'string', default: '40' },
    windows: { type: 'string', default: '40' },
    versions: { type: 'string', default: '30' },
    clock: { type: 'string', default: '40' },
    restores: { type: 'string', default: '200' },
    passphrases: { type: 'string', default: '1000' },
    soak: { type: 'string', default: '1000' },
  },
});
const seed = Number(values.seed);
/** On the standard error, so that the report stays what it is. */
const progress = (line: string): void => {
  if (process.stderr.isTTY) console.error(line);
};

type Row = { readonly name: string; readonly tried: number; readonly failed: number };
type Report = { readonly rows: readonly Row[]; readonly remarks: readonly string[] };

/** So many wrong passphrases are tried at what a try costs; the rest as cheap as can be, or it would take an hour. */
const dearTries = 100;

const campaigns: Readonly<Record<string, () => Promise<Report>>> = {
  async variants() {
    const curves = curvesOf(new Anatomy(await readHead()));
    const proof = proveVariants(await readHead('light'), curves, Number(values.variants), seed);
    const { ruleMm, mirrorMm, sizeShare } = proof.worst;
    const worst = `worst: rule ${ruleMm.toFixed(3)} mm, mirror ${mirrorMm.toFixed(3)} mm, size ${(100 * sizeShare).toFixed(2)} %`;
    return report('head variants', variantClaims, proof, [worst]);
  },
  async scoring() {
    const standard = await readHead();
    const curves = curvesOf(new Anatomy(standard));
    const trial = { heads: Number(values.scoring), each: 4, seed };
    const proof = proveScoring(standard, curves, trial);
    const worst = `worst: ${(100 * proof.worst).toFixed(2)} %; ways undercut by a shorter one: ${String(proof.undercut)}`;
    return report('placement scores', scoringClaims, proof, [worst]);
  },
  totals: () => Promise.resolve(report('totals', totalsClaims, proveTotals(Number(values.totals), seed))),
  agreement: async () => report('agreement', agreementClaims, await proveAgreement(Number(values.agreement), seed)),
  async fuzz() {
    // Beside as many session files a fifth of signed ones, each opened on two devices: verifying takes its time.
    const signedShare = Math.ceil(Number(values.fuzz) / 5);
    const proof = await proveImport(Number(values.fuzz), seed);
    const endings = [...proof.endings].map(([kind, count]) => `${kind} ${String(count)}`).join(', ');
    const drafts = report('damaged files', fuzzClaims, proof, [`files: ${endings}`]);
    const kept = report('damaged signed files and backups', keptFuzzClaims, await proveKeptImport(signedShare, seed));
    return { rows: [...drafts.rows, ...kept.rows], remarks: drafts.remarks };
  },
  screens: async () => ({ rows: await proveScreens(), remarks: [] }),
  head: async () => ({ rows: await proveHead(), remarks: [] }),
  tamper: async () => ({ rows: await proveTampering(seed), remarks: [] }),
  async quota() {
    const proof = await withBrowser((browser, ground) => proveQuota(browser, ground, Number(values.quota), seed));
    return report('full disk', quotaClaims, proof);
  },
  async aborts() {
    const proof = await withBrowser((browser, ground) => proveAborts(browser, ground, Number(values.aborts), seed));
    return report('failing writes', abortClaims, proof, [`writes made to fail: ${String(proof.writesFailed)}`]);
  },
  async windows() {
    const proof = await withBrowser((browser, ground) => proveWindows(browser, ground, Number(values.windows), seed));
    return report('two windows', windowClaims, proof, [`told that another window was quicker: ${String(proof.told)}`]);
  },
  async versions() {
    const proof = await withBrowser((browser, ground) => proveVersions(browser, ground, Number(values.versions), seed));
    return report('two versions', versionClaims, proof);
  },
  async clock() {
    const proof = await withBrowser((browser, ground) => proveClock(browser, ground, Number(values.clock), seed));
    return report('clock set back', clockClaims, proof);
  },
  async restores() {
    const proof = await withBrowser((browser, ground) => proveRestores(browser, ground, Number(values.restores), seed));
    return report('older backup', restoreClaims, proof);
  },
  async passphrases() {
    const count = Number(values.passphrases);
    const proof = await withBrowser((browser, ground) => provePassphrases(browser, ground, count, seed, dearTries));
    const how = `${String(Math.min(dearTries, count))} at the standard cost of a try, the rest at the least; too soon: ${String(proof.tooSoon)}`;
    return report('wrong passphrase', passphraseClaims, proof, [how]);
  },
  async soak() {
    const soak = soakOf(Number(values.soak));
    const proof = await withBrowser((browser, ground) => proveSoak(browser, ground, soak, progress));
    return report('soak', soakClaims, proof, proof.readings);
  },
  async kills() {
    const proof = await proveKills(Number(values.kills), seed, progress);
    const seen = `aliquots shown as saved: ${String(proof.savedSeen)}; taps cut short: ${proof.fates.join(', ')}`;
    const limits = 'this is no test of a power cut: the operating system lives on';
    return report('killed browser', killClaims, proof, [seen, limits, await timeDurability()]);
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
const chosen = Object.entries(campaigns).filter(([name]) => only === undefined || only.split(',').includes(name));
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
// Nothing tried is nothing proved.
if (all.some(({ tried, failed }) => failed > 0 || tried === 0)) process.exitCode = 1;
