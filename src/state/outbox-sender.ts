import '../messages/later';
import { answerOf } from '../exchange/fhir/answer';
import type { ClientError } from '../exchange/fhir/client-error';
import { behindLater, statusIn } from '../exchange/fhir/transaction-bundle';
import { type Standing, standingOf } from '../exchange/fhir/versions-there';
import { type Message, say } from '../messages/translate';
import { type Answer, type Outgoing, outgoingId } from '../record/outbox';
import type { Result } from '../record/ports';
import type { SignedVersion } from '../record/signed-version';
import type { Bundle, ConnectedServer, MadeBundle, OutboxDeps } from './outbox-ports';

export type Sender = {
  /** What becomes of one version; null where it was broken off. */
  readonly send: (server: ConnectedServer, item: Outgoing) => Promise<Answer | null>;
  /** Breaks off what is under way. */
  readonly stop: () => void;
};

/** So many times in a row a server may fail over the corrections of a version; then it goes without them. Chosen. */
const mostStumbles = 4;

/**
 * Makes one version into what is sent of it, and hands it to the server. The server is asked first what it has of the session:
 * over a version that another device signed nothing is written, and nothing is put back to what it was before a later one.
 */
export function createSender({
  versionsOf,
  makeBundle,
  mayWork,
}: Pick<OutboxDeps, 'versionsOf' | 'makeBundle' | 'mayWork'>): Sender {
  let underWay: AbortController | null = null;
  /** How often in a row the server failed over the corrections of a version. */
  const stumbles = new Map<string, number>();
  /** What patients were told to be known by, once each is enough. */
  const numbersTold = new Set<string>();

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

  const ofStanding = (
    versions: readonly SignedVersion[],
    client: ConnectedServer['client'],
    cancel: AbortController,
  ): Promise<Result<Standing, ClientError> | null> => ask((signal) => standingOf(client, versions, signal), cancel);

  /** One version, the last of these, as it was made; `there` is what the server has of the session. */
  const deliver = async (
    versions: readonly SignedVersion[],
    made: MadeBundle,
    there: ReadonlySet<number>,
    client: ConnectedServer['client'],
    cancel: AbortController,
  ): Promise<Answer | null> => {
    const last = versions.at(-1);
    if (last === undefined) throw new RangeError('no version to send');
    const isBehind = Math.max(0, ...there) > last.version;
    const transaction = isBehind ? behindLater(made.transaction) : made.transaction;
    const sent = await ask((signal) => client.transaction(transaction, signal), cancel);
    if (sent === null) return null;
    if (!sent.ok) return answerOf(sent.error);
    // Not there a moment ago and yet not made: another device was quicker, with the same or with another.
    if (!there.has(last.version) && statusIn(sent.value, transaction, 'DocumentReference') !== 201) {
      const standing = await ofStanding(versions, client, cancel);
      if (standing === null) return null;
      if (!standing.ok) return answerOf(standing.error);
      if (standing.value.kind === 'forked') return forked('server.forkedMeanwhile', standing.value.version);
    }
    const { corrections } = made;
    // What is before a later version, that one has corrected.
    if (corrections === null || isBehind) return { kind: 'accepted' };
    const { id, recordNumber = '' } = last.session.patient;
    const told = JSON.stringify([client.base, id, recordNumber]);
    if (statusIn(sent.value, transaction, 'Patient') === 201) numbersTold.add(told);
    if (last.version === 1 && numbersTold.has(told)) return { kind: 'accepted' };
    const corrected = await correct(
      corrections,
      outgoingId({ session: last.session.id, version: last.version }),
      client,
      cancel,
    );
    if (corrected?.kind === 'accepted') numbersTold.add(told);
    return corrected;
  };

  return {
    async send({ client }, item) {
      const held = await versionsOf(item.session);
      if (!held.ok) return held.error.kind === 'Locked' ? null : here({ key: 'server.notRead' });
      const versions = held.value.slice(0, item.version);
      if (versions.length < item.version || versions.includes(null)) return here({ key: 'server.versionsGone' });
      const signed = versions as readonly SignedVersion[];
      // All of it is verified by that, before anything is asked about it.
      const made = await makeBundle(signed);
      if (!made.ok) return here(made.error);
      const cancel = new AbortController();
      underWay = cancel;
      try {
        const standing = await ofStanding(signed, client, cancel);
        if (standing === null) return null;
        if (!standing.ok) return answerOf(standing.error);
        if (standing.value.kind === 'forked') return forked('server.forked', standing.value.version);
        const { there } = standing.value;
        // The server has lost what it had acknowledged: what is before this version comes first.
        for (const { version } of signed.slice(0, -1)) {
          if (there.has(version)) continue;
          const before = signed.slice(0, version);
          const lost = await makeBundle(before);
          if (!lost.ok) return here(lost.error);
          const answer = await deliver(before, lost.value, there, client, cancel);
          if (answer?.kind !== 'accepted') return answer;
        }
        return await deliver(signed, made.value, there, client, cancel);
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

/** Never written over, on either side: both were signed. */
const forked = (key: 'server.forked' | 'server.forkedMeanwhile', version: number): Answer => ({
  kind: 'refused',
  status: null,
  text: say({ key, values: { version } }),
  mend: 'forked',
});

const here = (message: Message): Answer => ({ kind: 'refused', status: null, text: say(message), mend: 'here' });
