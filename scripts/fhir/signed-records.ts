import fc from 'fast-check';
import { voidSite } from '../../src/ledger/commands';
import { fold } from '../../src/ledger/fold';
import { toSignedFile } from '../../src/exchange/signed-file';
import type { Bytes, CryptoPort } from '../../src/record/crypto-port';
import type { Session } from '../../src/record/session';
import { amend, type Author, type SignedVersion, signFirst } from '../../src/record/signed-version';
import { makeSigningKey, webChecking } from '../../src/storage/web-crypto';
import { randomSession } from '../../tests/support/random-session';
import { unwrap } from '../../tests/support/signing';
import { seeded } from '../seeded';
import { app } from './bundle-of';

/** A device with the injector who signs on it. */
export type Device = { readonly name: string; readonly author: Author; readonly port: CryptoPort };

/** One signed version as it is sent: the whole record up to it, and its file. */
export type SignedStep = {
  readonly session: string;
  readonly patient: string;
  readonly startedAt: string;
  readonly versions: readonly SignedVersion[];
  readonly file: Bytes;
};

/** A session as it was signed, and the device that sends it. */
export type SentRecord = { readonly device: Device; readonly steps: readonly SignedStep[] };

export type Clinic = { readonly devices: readonly Device[]; readonly records: readonly SentRecord[] };

const deviceCount = 3;
/** Sessions of one patient, on average. */
const sessionsEach = 5;
const week = 7 * 86_400_000;

/** A clinic's random sessions: several patients, each on one or more devices, every third session amended once or twice. */
export async function randomClinic(count: number, seed: number): Promise<Clinic> {
  const random = seeded(seed);
  const pick = (below: number): number => Math.floor(random() * below);
  const wrapping = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);
  const devices: Device[] = [];
  for (let n = 1; n <= deviceCount; n += 1) {
    const author = { profile: `injector-${String(n)}`, name: `Dr ${'ABC'[n - 1] ?? 'X'}. Example` };
    devices.push({ name: `device ${String(n)}`, author, port: (await makeSigningKey(wrapping)).port });
  }
  const patients = Math.max(2, Math.round(count / sessionsEach));
  const records: SentRecord[] = [];
  for (const [n, drawn] of fc.sample(randomSession, { numRuns: count, seed }).entries()) {
    const device = devices[pick(deviceCount)] ?? unreachable();
    const startedAt = new Date(Date.UTC(2026, 0, 5, 9) + n * week).toISOString().replace('Z', '+00:00');
    const session = made(drawn, n, `patient-${String(pick(patients) + 1)}`, startedAt);
    records.push({ device, steps: await signed(session, device, devices, pick) });
  }
  return { devices, records };
}

/** The session with ids that no other one has: each stands for another visit and its own vials. */
function made(drawn: Session, n: number, patient: string, startedAt: string): Session {
  const id = `session-${String(n + 1)}-${drawn.id.slice(0, 8)}`;
  const ownVial = (vial: string) => `${vial}-of-${id}`;
  return {
    ...drawn,
    id,
    startedAt,
    patient: { ...drawn.patient, id: patient },
    vials: drawn.vials.map((vial) => ({ ...vial, id: ownVial(vial.id) })),
    entries: drawn.entries.map((entry) => ('vial' in entry ? { ...entry, vial: ownVial(entry.vial) } : entry)),
    undone: [],
  };
}

async function signed(
  session: Session,
  { author, port }: Device,
  devices: readonly Device[],
  pick: (below: number) => number,
): Promise<readonly SignedStep[]> {
  const minute = (n: number) => `2026-03-02T10:${String(n).padStart(2, '0')}:00+01:00`;
  const versions = [unwrap(await signFirst(session, { author, at: minute(0), storeHead: null }, port))];
  const more = pick(3) === 0 ? 1 + pick(2) : 0;
  for (let n = 1; n <= more; n += 1) {
    const by = devices[pick(devices.length)] ?? unreachable();
    const at = minute(n);
    const signing = { author: by.author, at, storeHead: versions.at(-1)?.hash ?? null, reason: `Reason ${String(n)}` };
    const change = changeOf({ ...session, ...versions.at(-1)?.session, undone: [] }, at, by.author.name, n, pick);
    versions.push(unwrap(await amend(versions, change, signing, by.port)));
  }
  const { id, patient, startedAt } = session;
  const steps: SignedStep[] = [];
  for (let n = 1; n <= versions.length; n += 1) {
    const upTo = versions.slice(0, n);
    const file = unwrap(await toSignedFile(upTo, app, webChecking));
    steps.push({ session: id, patient: patient.id, startedAt, versions: upTo, file });
  }
  return steps;
}

/** A dose taken back, another note, or words alone. */
function changeOf(session: Session, at: string, by: string, n: number, pick: (below: number) => number) {
  const { entries, vials } = session;
  const given = fold(entries, vials).rows.filter(({ state }) => state === 'given');
  const site = given[pick(given.length)]?.id;
  if (pick(2) === 0 && site !== undefined) {
    const stamp = { step: `amend-${String(n)}`, at, by, newId: () => `amended-${String(n)}` };
    const voided = voidSite({ entries, undone: [] }, vials, { site, reason: 'Was not given' }, stamp);
    if (voided.ok) return { session: { ...session, entries: voided.value.entries } };
  }
  if (pick(2) === 0) return { addendum: `Called on day ${String(n)}: well.` };
  return { session: { ...session, note: `${session.note}\nAmended ${String(n)}.` }, addendum: 'See the note.' };
}

function unreachable(): never {
  throw new Error('a list without entries');
}
