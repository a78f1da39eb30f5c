import { createCheckVersions } from '../../src/exchange/checked-versions';
import { say } from '../../src/messages/translate';
import { ok } from '../../src/record/ports';
import type { SignedVersion } from '../../src/record/signed-version';
import { createExportDesk, type ExportAsk, type ExportDeps, type Sink } from '../../src/state/export-desk';
import type { ExportContext } from '../../src/state/export-formats';
import { createExportSource } from '../../src/state/export-source';
import type { LongJobDeps } from '../../src/state/long-job';
import { createRecords } from '../../src/state/records';
import { sealDocument } from '../../src/storage/documents';
import { webChecking } from '../../src/storage/web-crypto';
import { completeAt } from './complete-session';
import { sessionWith } from './patient-history';
import { sampleHead } from './sample-sessions';
import { twoInjectors, unwrap } from './signing';
import { type Page, signAll, signingDevice } from './signing-device';
import { behind, everything, keysOf, plantSession } from './vault-rows';

const devices: ReturnType<typeof signingDevice>[] = [];
/** A device with a store of its own, closed by `closeClinics`. */
export function device() {
  const made = signingDevice();
  devices.push(made);
  return made;
}

/** Every step looks like a long one, so that each is told. */
export const slow = (): LongJobDeps => {
  let now = 0;
  return {
    clock: () => {
      now += 100;
      return now;
    },
    pause: () => Promise.resolve(),
  };
};

/** A sink that keeps what it is given, and what became of it. */
export function kept(change: Partial<Sink> = {}) {
  const pieces: Blob[] = [];
  const ends: string[] = [];
  const sink: Sink = {
    write: (piece) => {
      pieces.push(piece);
      return Promise.resolve(ok(null));
    },
    close: () => {
      ends.push('closed');
      return Promise.resolve(ok(null));
    },
    abandon: () => {
      ends.push('abandoned');
      return Promise.resolve(true);
    },
    ...change,
  };
  return { sink, ends, bytes: async () => new Uint8Array(await new Blob(pieces).arrayBuffer()) };
}

export const recordsOf = ({ sessions, desk }: Page) =>
  createRecords({
    store: sessions,
    signing: () => Promise.resolve(desk),
    head: sampleHead,
    version: '0.1.0',
    saveFile: () => undefined,
  });

export function deskOf({ desk, sessions, documents }: Page, sink: Sink, change: Partial<ExportDeps> = {}) {
  const { versionsOf, log } = desk;
  return createExportDesk({
    list: sessions.list,
    source: (check, app) => Promise.resolve(createExportSource({ store: sessions, documents, check, app, versionsOf })),
    startChecking,
    openSink: () => Promise.resolve(sink),
    log: () => Promise.resolve(log),
    context: () => Promise.resolve({ app: '0.1.0', earlyDays: 0, notePdf: pdfOf }),
    now: () => '2026-03-20T09:00:00+00:00',
    job: slow(),
    ...change,
  });
}

/** Checks in the page, and counts those that were begun and not ended. */
let checkings = 0;
const startChecking: ExportDeps['startChecking'] = () => {
  checkings += 1;
  return {
    check: createCheckVersions(webChecking),
    end: () => {
      checkings -= 1;
    },
  };
};
/** To be called after each test: closes the devices, and says how many checkings were not ended, however an export ended. */
export function closeClinics(): number {
  for (const device of devices.splice(0)) device.close();
  return checkings;
}

/** A note so plain that it is made in no time. */
export const pdfOf: ExportContext['notePdf'] = (versions) =>
  Promise.resolve(ok(new TextEncoder().encode(`%PDF of version ${String(versions.at(-1)?.version)}`)));

export const all = (format: ExportAsk['format']): ExportAsk => ({
  scope: 'all',
  ids: new Set(),
  format,
  name: 'nobody',
});
export const visit = (id: string, patient: string, startedAt = '2026-03-02T09:00:00+01:00') =>
  completeAt(startedAt, { id, patient: { id: patient, label: `${patient} Test` } });

/** Two signed sessions, a draft and a damaged one. */
export async function clinic() {
  const there = device();
  const page = there.open();
  await signAll(page, [visit('signed-1', 'ada'), visit('signed-2', 'ben')]);
  unwrap(await page.sessions.save(sessionWith('draft-1', '2026-03-04T09:00:00+01:00', { open: 5 }), 0));
  unwrap(await page.sessions.save(visit('broken-1', 'cem'), 0));
  await plantSession(there.name, 'broken-1', { id: 'broken-1', note: 'what is left' }, 1);
  const records = createRecords({
    store: page.sessions,
    signing: () => Promise.resolve(page.desk),
    head: sampleHead,
    version: '0.1.0',
    saveFile: () => undefined,
  });
  return { ...there, page, records };
}

/** Everything that lies in the vault, the audit log aside: it tells of the export. */
export const withoutLog = async (name: string) => {
  const { documents = [], ...rest } = await everything(name);
  return { ...rest, documents: documents.filter((row) => !String(row).includes('"kind":"audit"')) };
};
export const saidOf = (desk: ReturnType<typeof deskOf>): string => {
  const said = desk.said.getState();
  return said === null ? 'nothing' : [said.message, ...said.more].map(say).join(' ');
};

/** Puts a version in the place of the first one of its session, as only somebody could who has the vault's key. */
export async function plantVersion(name: string, version: SignedVersion) {
  const id = `${version.session.id}.1`;
  const row = { kind: 'signed-version', id, doc: version, expected: 0, savedAt: version.at } as const;
  const { row: sealed } = await sealDocument(await keysOf(name), row);
  await behind(name, (db) => db.put('documents', sealed));
}

/** The version of signed-1 with another note than was signed. */
export async function changedVersion(page: Page): Promise<SignedVersion> {
  const version = unwrap(await page.documents.read('signed-version', 'signed-1.1')).doc as SignedVersion;
  return { ...version, session: { ...version.session, note: 'Another note.' } };
}

/** A session that is signed as it should be, and has a dose twice. */
export async function strangeSession() {
  const [port] = await twoInjectors();
  const session = visit('signed-1', 'ada');
  const given = session.entries.find(({ kind }) => kind === 'give');
  return { port, session: { ...session, entries: [...session.entries, { ...given, id: 'again' }] } as typeof session };
}
