import '../messages/later';
import { answerOf } from '../exchange/fhir/answer';
import type { ClientError } from '../exchange/fhir/client';
import { type Message, say } from '../messages/translate';
import { type Answer, type Outgoing, outgoingId } from '../record/outbox';
import type { Result } from '../record/ports';
import type { SignedVersion } from '../record/signed-version';
import type { Bundle, ConnectedServer, OutboxDeps } from './outbox-ports';

export type Sender = {
  /** What becomes of one version; null where it was broken off. */
  readonly send: (server: ConnectedServer, item: Outgoing) => Promise<Answer | null>;
  /** Breaks off what is under way. */
  readonly stop: () => void;
};

/** So many times in a row a server may fail over the corrections of a version; then it goes without them. Chosen. */
const mostStumbles = 4;

/** Makes one version into what is sent of it, and hands it to the server. */
export function createSender({
  versionsOf,
  makeBundle,
  mayWork,
}: Pick<OutboxDeps, 'versionsOf' | 'makeBundle' | 'mayWork'>): Sender {
  let underWay: AbortController | null = null;
  /** How often in a row the server failed over the corrections of a version. */
  const stumbles = new Map<string, number>();

  /** One request; null where it was broken off. */
  const ask = async <T>(
    request: (signal: AbortSignal) => Promise<Result<T, ClientError>>,
    cancel: AbortController,
  ): Promise<Result<T, ClientError> | null> => {
    // Locked meanwhile: nothing leaves any more.
    if (!mayWork() || cancel.signal.aborted) return null;
    const answer = await request(cancel.signal);
    return !answer.ok && answer.error.kind === 'Cancelled' ? null : answer;
  };

  /** The version itself is there: that a server cannot or will not correct what was before it is no reason to hold it back. */
  const correct = async (
    corrections: Bundle,
    id: string,
    client: ConnectedServer['client'],
    cancel: AbortController,
  ): Promise<Answer | null> => {
    const done = await ask((signal) => client.batch(corrections, signal), cancel);
    if (done === null) return null;
    const answer = done.ok ? afterBatch(done.value) : answerOf(done.error);
    if (answer.kind !== 'later' || answer.why === 'not-fhir') return { kind: 'accepted' };
    if (answer.why !== 'server') return answer;
    const count = (stumbles.get(id) ?? 0) + 1;
    stumbles.set(id, count);
    return count < mostStumbles ? answer : { kind: 'accepted' };
  };

  return {
    async send({ client }, item) {
      const held = await versionsOf(item.session);
      if (!held.ok) return held.error.kind === 'Locked' ? null : here({ key: 'server.notRead' });
      const versions = held.value.slice(0, item.version);
      if (versions.length < item.version || versions.includes(null)) return here({ key: 'server.versionsGone' });
      const made = await makeBundle(versions as readonly SignedVersion[]);
      if (!made.ok) return here(made.error);
      const { transaction, corrections } = made.value;
      const cancel = new AbortController();
      underWay = cancel;
      try {
        const sent = await ask((signal) => client.transaction(transaction, signal), cancel);
        if (sent === null) return null;
        if (!sent.ok) return answerOf(sent.error);
        if (corrections === null) return { kind: 'accepted' };
        return await correct(corrections, outgoingId(item), client, cancel);
      } finally {
        underWay = null;
      }
    },
    stop() {
      underWay?.abort();
    },
  };
}

/** A server that failed over one entry (5xx), or had two writers at once, may do better the next time. */
const afterBatch = (statuses: readonly number[]): Answer =>
  statuses.some((status) => [408, 409, 425, 429].includes(status) || (status >= 500 && status !== 501))
    ? { kind: 'later', why: 'server', retryAfterMs: null }
    : { kind: 'accepted' };

const here = (message: Message): Answer => ({ kind: 'refused', status: null, text: say(message), mend: 'here' });
