import type { Bundle } from 'fhir/r4';
import { createFhirClient } from '../../src/exchange/fhir/client';
import { mostInPart } from '../../src/exchange/fhir/parts';
import { seeded } from '../seeded';
import type { FhirServer } from '../fhir-server';
import { type Fault, faults, startFaultProxy } from './fault-proxy';
import { idOf, type SendReport, sendAll } from './send-record';
import type { Clinic, Device } from './signed-records';

type SendFigures = {
  readonly versions: number;
  readonly tries: number;
  readonly closed: number;
  readonly passed: number;
  readonly tooLarge: number;
  readonly kills: number;
  readonly cutByKill: number;
  readonly faults: Readonly<Record<Fault, number>>;
  readonly seconds: number;
};

export type Sent = {
  readonly reports: ReadonlyMap<Device, SendReport>;
  readonly figures: SendFigures;
  /** The server as it is after the last restart. */
  readonly server: FhirServer;
};

/** Of so many transactions one goes wrong somehow. */
const faultOneIn = 3;
/** Milliseconds that a device waits for an answer; a slow answer comes later. */
const timeoutMs = 20_000;
/** A slow answer costs a device its whole wait: one in so many transactions. */
const slowOneIn = 60;

/** A first version that comes late, of so many one. */
const lateOneIn = 15;

const noHeader = () => Promise.resolve(null);

export type SendOptions = {
  readonly seed: number;
  readonly kills: number;
  /** Whether the server takes no more entries in a transaction than a part has. */
  readonly inParts: boolean;
  readonly say: (line: string) => void;
};

/**
 * Sends all that the devices signed, all of them at once, with something going wrong again and again, and the server killed
 * `kills` times while it works and started anew on what it kept.
 */
export async function sendWithFaults(
  { devices, records }: Clinic,
  first: FhirServer,
  restart: () => Promise<FhirServer>,
  { seed, kills, inParts, say }: SendOptions,
): Promise<Sent> {
  const random = seeded(seed + 1);
  const pick = (below: number): number => Math.floor(random() * below);
  const quick = faults.filter((fault) => fault !== 'slow' && fault !== 'late');
  const versions = records.reduce((sum, { steps }) => sum + steps.length, 0);
  const from = Date.now();
  let server = first;
  let [acknowledged, killed, cutByKill] = [0, 0, 0];
  const now: { restarting: Promise<void> | null; killing: boolean } = { restarting: null, killing: false };
  let fail: (why: unknown) => void = () => undefined;
  /** A server that does not come back ends it all. */
  const broken = new Promise<never>((_, reject) => {
    fail = reject;
  });

  const proxy = await startFaultProxy({
    target: () => server.base,
    slowMs: timeoutMs + 500,
    ...(inParts ? { mostEntries: mostInPart } : {}),
    next(body) {
      // Nothing that goes wrong now would be noticed.
      if (now.restarting !== null && !now.killing) return null;
      if (pick(slowOneIn) === 0) return 'slow';
      // A later version that is late puts back what came after it (docs/fhir.md); the first must not.
      if (isFirstVersion(body) && pick(lateOneIn) === 0) return 'late';
      return pick(faultOneIn) === 0 ? (quick[pick(quick.length)] ?? null) : null;
    },
  });
  const killAndRestart = async () => {
    now.killing = true;
    // With what the devices are sending at this moment under way.
    while (proxy.underWay() === 0) await later(5);
    await later(pick(150));
    cutByKill += proxy.underWay();
    now.killing = false;
    await server.kill();
    server = await restart();
    now.restarting = null;
  };
  const onAcknowledged = () => {
    acknowledged += 1;
    if (acknowledged % 50 === 0) say(`${String(acknowledged)} of ${String(versions)} versions acknowledged`);
    if (killed >= kills || now.restarting !== null || acknowledged < ((killed + 1) * versions) / (kills + 1)) return;
    killed += 1;
    now.restarting = killAndRestart();
    now.restarting.catch(fail);
  };

  const client = createFhirClient({ fetch, base: proxy.base, authorization: noHeader, timeoutMs });
  const sending = Promise.all(
    devices.map(async (device) => {
      const own = records.filter((record) => record.device === device);
      return [device, await sendAll({ records: own, client, random, acknowledged: onAcknowledged })] as const;
    }),
  );
  const reports = await Promise.race([sending, broken]);
  // Read when all has come to rest: a request that its device gave up may still be at work.
  await now.restarting;
  await proxy.settled();
  await proxy.close();
  const sum = (of: (report: SendReport) => number) => reports.reduce((all, [, report]) => all + of(report), 0);
  const figures = {
    versions,
    tries: sum(({ tries }) => tries),
    closed: sum(({ closed }) => closed),
    passed: proxy.passed(),
    tooLarge: proxy.tooLarge(),
    kills: killed,
    cutByKill,
    faults: proxy.done,
    seconds: (Date.now() - from) / 1000,
  };
  return { reports: new Map(reports), figures, server };
}

/** What is wrong with how a device sent its versions; null for nothing. */
export function whatIsWrongWith({ order, unsent }: SendReport, device: Device, { records }: Clinic): string | null {
  if (unsent.length > 0) return `not sent: ${unsent.slice(0, 3).join('; ')}`;
  const steps = records.filter((record) => record.device === device).flatMap((record) => record.steps);
  // Answered twice is no wonder where a page was closed over the first answer; the first one counts.
  const first = [...new Set(order)];
  for (const patient of new Set(steps.map((step) => step.patient))) {
    const due = steps.filter((step) => step.patient === patient).map(idOf);
    const was = first.filter((id) => due.includes(id));
    if (was.join() !== due.join()) return `${patient}: ${was.join()} and not ${due.join()}`;
  }
  return null;
}

/** Told by the Bundle's own identifier: what a later version replaces is named in it too. */
const isFirstVersion = (body: string): boolean =>
  (JSON.parse(body) as Bundle).identifier?.value?.endsWith('/version/1') === true;

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
