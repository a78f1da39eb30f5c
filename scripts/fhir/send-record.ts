import 'fake-indexeddb/auto';
import type { Bundle } from 'fhir/r4';
import type { FhirClient } from '../../src/exchange/fhir/client';
import { createOutboxDesk, type OutboxDesk } from '../../src/state/outbox-desk';
import { createMakeBundle } from '../../src/state/server-bundle';
import { importSigned } from '../../src/state/signed-files';
import { ok } from '../../src/record/ports';
import { readSendState } from '../../src/record/outbox-schema';
import { somePdf } from '../../tests/support/sent-sessions';
import { signingDevice } from '../../tests/support/signing-device';
import { unwrap } from '../../tests/support/signing';
import { app } from './bundle-of';
import type { SentRecord, SignedStep } from './signed-records';

export type Sending = {
  readonly records: readonly SentRecord[];
  readonly client: FhirClient;
  readonly random: () => number;
  /** Called after each version that the device noted as acknowledged. */
  readonly acknowledged: () => void;
};

export type SendReport = {
  readonly tries: number;
  /** How often the page was closed while a version was under way, so that nobody read the answer. */
  readonly closed: number;
  /** What the device does not hold for sent at the end, and why. */
  readonly unsent: readonly string[];
  /** The versions ("session.1") in the order in which the server answered that it has them. */
  readonly order: readonly string[];
};

/** The page is closed before it hears an answer, of so many answers one. */
const closedOneIn = 25;
/** Waits are lived through in the device's own time; so many milliseconds are really waited, lest a restarting server be flooded. */
const longestWaitMs = 500;

/**
 * A device that has signed these records and sends them by the app's own outbox, until all is acknowledged or nothing goes on
 * without somebody's doing.
 */
export async function sendAll({ records, client, random, acknowledged }: Sending): Promise<SendReport> {
  const device = signingDevice();
  const order: string[] = [];
  let [tries, closed, ahead] = [0, 0, 0];
  const now = () => new Date(Date.now() + ahead).toISOString().replace('Z', '+00:00');
  const makeBundle = createMakeBundle({
    version: app,
    pdf: () => Promise.resolve(ok(somePdf)),
  });
  const { sessions, documents, desk } = device.open();
  for (const { steps } of records) {
    const last = steps.at(-1);
    const head = last?.versions[0]?.session.head;
    if (last === undefined || head === undefined) throw new Error('a record without versions');
    const taken = await importSigned(last.file, sessions, desk, head);
    if (!taken.ok) throw new Error(`${last.session} was not taken: ${JSON.stringify(taken.message)}`);
  }

  /** One page of the device: sends until nothing is left, or until it is closed over an answer. */
  const page = () =>
    new Promise<'rest' | 'closed'>((resolve, reject) => {
      let open = true;
      const listening: FhirClient = {
        ...client,
        async transaction(bundle, signal) {
          tries += 1;
          const answer = await client.transaction(bundle, signal);
          if (Math.floor(random() * closedOneIn) === 0) {
            open = false;
            closed += 1;
            resolve('closed');
            // Nobody is there any more to hear it.
            return new Promise(() => undefined);
          }
          if (answer.ok) order.push(nameOf(bundle));
          return answer;
        },
      };
      const outbox: OutboxDesk = createOutboxDesk({
        documents,
        sessions,
        versionsOf: desk.versionsOf,
        makeBundle,
        connect: () => Promise.resolve({ ok: true, value: { client: listening, paused: false } }),
        mayWork: () => open,
        now,
        random,
        oneAtATime: (work) => work(),
        after(ms, then) {
          const timer = setTimeout(
            () => {
              ahead += Math.max(0, ms - longestWaitMs);
              then();
            },
            Math.min(ms, longestWaitMs),
          );
          return () => {
            clearTimeout(timer);
          };
        },
        log: () => Promise.resolve(),
        tellOthers: () => undefined,
      });
      let sent: number | null = null;
      outbox.store.subscribe(({ status, tally }) => {
        if (tally !== null) {
          if (sent !== null && tally.sent > sent) acknowledged();
          sent = tally.sent;
        }
        if (open && (status === 'rest' || status === 'stopped' || status === 'off')) resolve('rest');
      });
      outbox.run().catch(reject);
    });

  try {
    while ((await page()) === 'closed');
    const kept = unwrap(await documents.readAll('outbox'));
    const states = new Map(kept.found.map(({ id, doc }) => [id, readSendState(doc)]));
    const unsent = records.flatMap(({ steps }) =>
      steps.flatMap((step) => {
        const state = states.get(idOf(step));
        return state?.kind === 'sent' ? [] : [`${idOf(step)}: ${JSON.stringify(state ?? null)}`];
      }),
    );
    return { tries, closed, unsent, order };
  } finally {
    device.close();
  }
}

/** What the outbox calls a version. */
export const idOf = ({ session, versions }: SignedStep): string => `${session}.${String(versions.length)}`;

/** The same of a Bundle, which bears the version's identifier. */
function nameOf({ identifier }: Bundle): string {
  const [session, , version] = (identifier?.value ?? '').split('/');
  return `${decodeURIComponent(session ?? '')}.${String(version)}`;
}
