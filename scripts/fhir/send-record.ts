import type { Bundle } from 'fhir/r4';
import { answerOf } from '../../src/exchange/fhir/answer';
import type { FhirClient } from '../../src/exchange/fhir/client';
import { transactionBundle } from '../../src/exchange/fhir/transaction-bundle';
import {
  begun,
  inSendingOrder,
  nextToSend,
  openLine,
  outgoingId,
  type Outgoing,
  type SendState,
  settled,
} from '../../src/record/outbox';
import { base64, somePdf } from '../../tests/support/sent-sessions';
import type { SignedStep } from './signed-records';

/** What a version is sent as: the same whenever it is sent. */
export const bundleOf = ({ versions, file }: SignedStep): Bundle =>
  transactionBundle({ versions, signedFile: file, pdf: somePdf, base64 });

export type Sending = {
  readonly steps: readonly SignedStep[];
  readonly client: FhirClient;
  readonly random: () => number;
  /** Called after each version that the server acknowledged. */
  readonly acknowledged: () => void;
};

export type SendReport = {
  readonly tries: number;
  /** How often the page was closed while a version was under way, so that nobody read the answer. */
  readonly closed: number;
  /** What was never acknowledged, though it was tried, and why. */
  readonly refused: readonly string[];
  /** The versions in the order in which they were acknowledged. */
  readonly order: readonly Outgoing[];
};

/** How often the page is closed before it has noted the answer, of so many tries one. */
const closedOneIn = 25;
/** Waits are lived through in the device's own time; this much is really waited, so that a restarting server is not flooded. */
const longestWait = 500;

/**
 * Sends everything that a device has signed by the outbox's own rules, as its page does: until all is acknowledged or nothing can
 * go on without somebody's doing.
 */
export async function sendAll({ steps, client, random, acknowledged }: Sending): Promise<SendReport> {
  const byId = new Map(
    steps.map((step) => [outgoingId({ session: step.session, version: step.versions.length }), step] as const),
  );
  const ordered = inSendingOrder(
    steps.map(({ session, patient, startedAt, versions }) => ({
      session,
      patient,
      startedAt,
      version: versions.length,
    })),
  );
  const states = new Map<string, SendState>();
  const order: Outgoing[] = [];
  let line = openLine;
  let [tries, closed, now] = [0, 0, Date.now()];
  const where = client.base;
  for (;;) {
    const next = nextToSend(ordered, states, { line, where, now });
    if (next.kind === 'rest') break;
    if (next.kind === 'wait') {
      await new Promise((resolve) => setTimeout(resolve, Math.min(longestWait, next.until - now)));
      now = next.until;
      continue;
    }
    const id = outgoingId(next.item);
    const step = byId.get(id);
    if (step === undefined) throw new Error(`nothing to send for ${id}`);
    const moment = { at: new Date(now).toISOString(), where };
    states.set(id, begun(states.get(id), moment));
    tries += 1;
    const answer = await client.transaction(bundleOf(step));
    if (Math.floor(random() * closedOneIn) === 0) {
      // The next page finds the version as being sent, and knows of no failure of the line.
      closed += 1;
      line = openLine;
      continue;
    }
    const said = answer.ok ? ({ kind: 'accepted' } as const) : answerOf(answer.error);
    const after = settled(states.get(id), line, said, { ...moment, random: random() });
    states.set(id, after.state);
    line = after.line;
    if (after.state.kind !== 'sent') continue;
    order.push(next.item);
    acknowledged();
  }
  const refused = [...states].flatMap(([id, state]) => (state.kind === 'sent' ? [] : [`${id}: ${saidOf(state)}`]));
  return { tries, closed, refused, order };
}

function saidOf(state: SendState): string {
  if (state.kind === 'refused') return `${String(state.status)} ${state.text}`;
  return state.kind === 'failed' ? state.why : state.kind;
}
