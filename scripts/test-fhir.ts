import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createFhirClient } from '../src/exchange/fhir/client';
import { assembleServer, cacheFolder, startFhirServer, whatIsMissing } from './fhir-server';
import { expectedOf, judgeRecord, recordClaims } from './fhir/judge-records';
import { readKept } from './fhir/kept-resources';
import { pullAll, pullClaims } from './fhir/pull-records';
import { sendWithFaults, whatIsWrongWith } from './fhir/faulty-send';
import { randomClinic } from './fhir/signed-records';
import { validateSample } from './fhir/validate-sample';
import { bundleOf, correctionsOf } from './fhir/bundle-of';
import { type Proof, Verdict } from './prove/campaign';

/**
 * `npm run test:fhir -- [--sessions 200] [--seed 1] [--kills 3] [--validate 20] [--parts]`: sends random signed sessions to a real FHIR
 * server while things go wrong, and proves that what the server then has is what was signed. docs/fhir-server.md says with
 * what and how. Ends with `N passed, N failed`; where Java or Maven is missing it says so and passes nothing.
 */
const { values: asked } = parseArgs({
  options: {
    sessions: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '3' },
    validate: { type: 'string', default: '20' },
    parts: { type: 'boolean', default: false },
  },
});
const numberOf = (name: Exclude<keyof typeof asked, 'parts'>): number => {
  const number = Number(asked[name]);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new Error(`--${name} is no number: ${asked[name]}`);
};
const [sessions, seed, kills] = [numberOf('sessions'), numberOf('seed'), numberOf('kills')];
const validated = Math.max(1, numberOf('validate'));
const from = Date.now();
const say = (line: string): void => {
  console.log(`${((Date.now() - from) / 1000).toFixed(0).padStart(5)} s  ${line}`);
};

const missing = whatIsMissing();
if (missing !== null) {
  console.log(`NOT RUN: ${missing}. Nothing was tested against a server; npm test validates every Bundle without one.`);
  process.exit(0);
}

const total = { passed: 0, failed: 0 };
/** A line for each claim; every trial that it held in counts as passed. */
function report<Claim extends string>(claims: Readonly<Record<Claim, string>>, proof: Proof<Claim>): void {
  for (const claim of Object.keys(claims) as Claim[]) {
    // Nothing tried is nothing proved.
    const failed = proof.tried === 0 ? 1 : proof.failed[claim];
    total.failed += failed;
    total.passed += proof.tried === 0 ? 0 : proof.tried - failed;
    console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${claims[claim]}: ${String(failed)} of ${String(proof.tried)}`);
  }
  for (const example of proof.examples) console.log(`       ${example.slice(0, 1500)}`);
}

// Ended from outside, it takes the server with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const classPath = assembleServer(say);
const folder = join(cacheFolder, 'database');
rmSync(folder, { recursive: true, force: true });
const start = () => startFhirServer({ classPath, folder });
const starting = start();
// Told where it is waited for.
starting.catch(() => undefined);
const clinic = await randomClinic(sessions, seed);
const { devices, records } = clinic;
say(`${String(sessions)} sessions signed on ${String(devices.length)} devices`);
const begun = await starting;
say('the server answers');

const { reports, figures, server } = await sendWithFaults(clinic, begun, start, {
  seed,
  kills,
  inParts: asked.parts,
  say,
});
say(`${String(figures.versions)} versions sent in ${figures.seconds.toFixed(0)} s, by ${String(figures.tries)} tries`);
say(
  `went wrong: ${Object.entries(figures.faults)
    .map(([fault, count]) => `${fault} ${String(count)}`)
    .join(', ')}`,
);
say(
  `requests that reached the server: ${String(figures.passed)}; refused as too large: ${String(figures.tooLarge)}; pages closed over an answer: ${String(figures.closed)}; ` +
    `server killed ${String(figures.kills)} times with ${String(figures.cutByKill)} requests under way`,
);

const sending = {
  sent: 'each device has every version acknowledged, none is refused, those of a patient in their order',
};
const sent = new Verdict(sending);
for (const device of devices) {
  const one = reports.get(device);
  const wrong = one === undefined ? 'no report' : whatIsWrongWith(one, device, clinic);
  sent.hold('sent', wrong === null, () => String(wrong));
  sent.next(device.name);
}
report(sending, sent.proof());

const client = createFhirClient({ fetch, base: server.base, authorization: () => Promise.resolve(null) });
const kept = await readKept(client);
say(`${String(kept.addresses.size)} resources read back`);
const judged = new Verdict(recordClaims);
for (const record of records) {
  await judgeRecord(record, kept, client, judged);
  judged.next(record.steps[0]?.session ?? '');
}
const due = new Set(records.flatMap((record) => [...expectedOf(record).keys()]));
const beyond = [...kept.strangers, ...[...kept.byKey.keys()].filter((key) => !due.has(key))];
judged.hold('one', beyond.length === 0, () => `never sent: ${beyond.slice(0, 5).join(', ')}`);
judged.next('the rest');
report(recordClaims, judged.proof());

// Once more after all: what is there already stays as it is.
const again = { again: 'a record that is sent once more changes nothing on the server' };
const repeated = new Verdict(again);
for (const { steps } of records.filter((_, n) => n % Math.ceil(records.length / 10) === 0)) {
  const [last] = steps.slice(-1);
  if (last === undefined) continue;
  const answer = await client.transaction(bundleOf(last));
  const made = answer.ok
    ? (answer.value.entry ?? []).filter(({ response }) => response?.status.startsWith('201'))
    : null;
  repeated.hold('again', made?.length === 0, () => `made anew: ${String(made?.length)}`);
  const corrections = correctionsOf(last);
  if (corrections !== null) await client.batch(corrections);
  repeated.next(last.session);
}
const after = await readKept(client);
repeated.hold(
  'again',
  after.versions === kept.versions,
  () => `${String(after.versions)} after ${String(kept.versions)}`,
);
repeated.next('all versions on the server');
report(again, repeated.proof());

const pulled = new Verdict(pullClaims);
await pullAll(records, client, pulled);
report(pullClaims, pulled.proof());
say('pulled into an empty device');

const valid = { valid: "the server's own validator finds no error in a Bundle" };
const validity = new Verdict(valid);
const steps = records.flatMap((record) => record.steps);
const sample = steps.filter((_, n) => n % Math.max(1, Math.floor(steps.length / validated)) === 0).slice(0, validated);
for (const step of sample) {
  const { errors } = await validateSample(server.base, [step]);
  validity.hold('valid', errors.length === 0, () => errors.join('; '));
  validity.next(step.session);
}
report(valid, validity.proof());

await server.kill();
say('done');
console.log(`${String(total.passed)} passed, ${String(total.failed)} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
