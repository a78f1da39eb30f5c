import { signFirst } from '../../src/record/signed-version';
import { ok } from '../../src/record/ports';
import { createExportDesk } from '../../src/state/export-desk';
import type { ExportFormatId } from '../../src/state/export-formats';
import { createExportSource } from '../../src/state/export-source';
import { createSigning } from '../../src/state/signing';
import { openRecords } from '../../src/storage/open-records';
import { startChecking } from '../../src/app/checking-client';
import { completeSession } from '../../tests/support/complete-session';
import { author, twoInjectors } from '../../tests/support/signing';
import { fillVault, value } from './fill-vault';

const at = '2026-06-02T09:00:00+02:00';
const passphrase = 'nine red kites over the mill';
const opened = () => openRecords({ now: () => at });

/** Fills the empty vault with `count` whole visits of made-up patients, each signed. */
async function fill(count: number): Promise<void> {
  const records = opened();
  const [port] = await twoInjectors();
  const whole = completeSession();
  await fillVault(records, count, at, async (n) => {
    const startedAt = `${new Date(Date.UTC(2016, 0, 1) + n * 6 * 3_600_000).toISOString().slice(0, 19)}+01:00`;
    const patient = { id: `p-${String(n % 2500)}`, label: `Test ${String(n % 2500)}`, born: String(1940 + (n % 60)) };
    const session = { ...whole, id: `bench-${String(n)}`, patient, startedAt, finishedAt: startedAt };
    const signed = await signFirst(session, { author, at, storeHead: null }, port);
    return { session, version: value(signed) };
  });
  value(await records.vault.changePassphrase(null, passphrase));
}

/** Exports all that is kept with the app's own desk; the pieces are held as a download would. Times in ms. */
async function run(format: ExportFormatId) {
  const records = opened();
  value(await records.vault.unlock(passphrase));
  const { documents, sessions } = records;
  const { log, versionsOf } = createSigning({ ...records, now: () => at, newId: () => crypto.randomUUID() });
  const from = performance.now();
  const pieces: Blob[] = [];
  let longest = 0;
  let turn = from;
  // What the page cannot do in between: answer.
  const pulse = setInterval(() => {
    longest = Math.max(longest, performance.now() - turn);
    turn = performance.now();
  }, 0);
  const desk = createExportDesk({
    list: sessions.list,
    source: (check, app) => Promise.resolve(createExportSource({ store: sessions, documents, check, app, versionsOf })),
    startChecking,
    openSink: () =>
      Promise.resolve({
        write: (piece) => {
          pieces.push(piece);
          return Promise.resolve(ok(null));
        },
        close: () => Promise.resolve(ok(null)),
        abandon: () => Promise.resolve(true),
      }),
    log: () => Promise.resolve(log),
    context: () =>
      Promise.resolve({ app: 'bench', earlyDays: 0, notePdf: () => Promise.reject(new Error('no notes here')) }),
    now: () => at,
  });
  await desk.run({ scope: 'all', ids: new Set(), format, name: 'nobody' });
  const ms = performance.now() - from;
  clearInterval(pulse);
  const said = desk.said.getState();
  if (said?.ok !== true || said.more.length > 0) throw new Error(JSON.stringify(said));
  const count = Number(said.message.values?.['n']);
  return { ms, count, bytes: new Blob(pieces).size, longest };
}

export type ExportBench = { readonly fill: typeof fill; readonly run: typeof run };
Reflect.set(window, 'exportBench', { fill, run } satisfies ExportBench);
