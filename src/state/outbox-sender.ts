import '../messages/later';
import { answerOf } from '../exchange/fhir/answer';
import { type Message, say } from '../messages/translate';
import type { Answer, Outgoing } from '../record/outbox';
import type { SignedVersion } from '../record/signed-version';
import type { ConnectedServer, OutboxDeps } from './outbox-ports';

export type Sender = {
  /** What becomes of one version; null where it was broken off. */
  readonly send: (server: ConnectedServer, item: Outgoing) => Promise<Answer | null>;
  /** Breaks off what is under way. */
  readonly stop: () => void;
};

/** Makes one version into what is sent of it, and hands it to the server, signing in anew once where that can be. */
export function createSender({
  versionsOf,
  makeBundle,
  mayWork,
}: Pick<OutboxDeps, 'versionsOf' | 'makeBundle' | 'mayWork'>): Sender {
  let underWay: AbortController | null = null;

  return {
    async send({ client, renew }, item) {
      const held = await versionsOf(item.session);
      if (!held.ok) return held.error.kind === 'Locked' ? null : here({ key: 'server.notRead' });
      const versions = held.value.slice(0, item.version);
      if (versions.length < item.version || versions.includes(null)) return here({ key: 'server.versionsGone' });
      const bundle = await makeBundle(versions as readonly SignedVersion[]);
      if (!bundle.ok) return here(bundle.error);
      const cancel = new AbortController();
      underWay = cancel;
      try {
        for (let attempt = 1; ; attempt += 1) {
          // Locked meanwhile: nothing leaves any more.
          if (!mayWork() || cancel.signal.aborted) return null;
          const sent = await client.transaction(bundle.value, cancel.signal);
          if (sent.ok) return { kind: 'accepted' };
          if (sent.error.kind === 'Cancelled') return null;
          const renewed = sent.error.kind === 'Unauthorized' && attempt === 1 && (await renew());
          if (!renewed) return answerOf(sent.error);
        }
      } finally {
        underWay = null;
      }
    },
    stop() {
      underWay?.abort();
    },
  };
}

const here = (message: Message): Answer => ({ kind: 'refused', status: null, text: say(message), mend: 'here' });
