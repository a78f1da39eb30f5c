import { inSendingOrder, type Outgoing, outgoingId, released, type SendState } from '../record/outbox';
import { readSendState } from '../record/outbox-schema';
import { ok, type Result, type StoreError } from '../record/ports';
import { createChainVersions } from './chain-versions';
import type { OutboxRecords } from './outbox-ports';

type Loaded = {
  /** Everything that is signed here, in sending order. */
  readonly items: readonly Outgoing[];
  readonly states: Map<string, SendState>;
  /** Of what is kept, by the same ids. */
  readonly revisions: Map<string, number>;
};

export type OutboxStates = {
  readonly load: () => Promise<Result<Loaded, StoreError>>;
  /** Writes a state over whatever another window wrote meanwhile: what was last heard of the server counts. */
  readonly write: (loaded: Loaded, id: string, state: SendState) => Promise<StoreError | null>;
  /** The server at `where` has these versions of a session: they came from there. */
  readonly cameFrom: (where: string, session: string, versions: number) => Promise<StoreError | null>;
  /** What was refused or waits is due again; with `all` what was acknowledged as well. */
  readonly release: (all: boolean) => Promise<StoreError | null>;
};

/** Other windows may write the same state meanwhile; none does so this often. */
const mostAttempts = 10;

/** What is kept of sending: what became of each version that somebody tried to send, and no list of what is pending. */
export function createOutboxStates({ documents, sessions, versionsOf, now }: OutboxRecords): OutboxStates {
  const chain = createChainVersions(documents);

  /** The hashes of a session's versions as they lie here; null for one that does not open. */
  const hashesHere = async (session: string): Promise<readonly (string | null)[]> => {
    const versions = await versionsOf(session);
    return versions.ok ? versions.value.map(hashIn) : [];
  };

  return {
    async load() {
      const [listed, kept, named] = [await sessions.list(), await documents.readAll('outbox'), await chain.all()];
      if (!listed.ok) return listed;
      if (!kept.ok) return kept;
      if (!named.ok) return named;
      const items: Outgoing[] = [];
      for (const one of listed.value) {
        if (one.kind !== 'session' || !one.signed) continue;
        const known = named.value.get(one.id) ?? new Map<number, string>();
        // Read only where the listing says no count, as it once did, or a step of the chain does not open.
        const whole = one.versions !== undefined && known.size >= one.versions;
        const here = whole ? [] : await hashesHere(one.id);
        const count = one.versions ?? Math.max(1, here.length);
        for (let version = 1; version <= count; version += 1) {
          const hash = known.get(version) ?? here[version - 1] ?? null;
          items.push({ session: one.id, version, hash, patient: one.patient.id, startedAt: one.startedAt });
        }
      }
      const states = new Map<string, SendState>();
      const revisions = new Map<string, number>();
      for (const { id, doc, revision } of kept.value.found) {
        const state = readSendState(doc);
        revisions.set(id, revision);
        // One that cannot be read counts as not sent, and is written over.
        if (state !== null) states.set(id, state);
      }
      return ok({ items: inSendingOrder(items), states, revisions });
    },

    async write({ states, revisions }, id, state) {
      let expected = revisions.get(id) ?? 0;
      // Known here, whether it can be kept or not.
      states.set(id, state);
      for (let attempt = 1; ; attempt += 1) {
        const durability = state.kind === 'sending' ? 'relaxed' : 'strict';
        const written = await documents.write([{ kind: 'outbox', id, doc: state, expected }], durability);
        if (written.ok) {
          revisions.set(id, written.value[0] ?? expected + 1);
          return null;
        }
        if (written.error.kind !== 'Conflict' || attempt === mostAttempts) return written.error;
        expected = written.error.stored;
      }
    },

    async cameFrom(where, session, versions) {
      // They are the same as those here, or were taken in.
      const hashes = await hashesHere(session);
      for (let version = 1; version <= versions; version += 1) {
        const id = outgoingId({ session, version });
        const hash = hashes[version - 1] ?? null;
        if (hash === null) continue;
        const kept = await documents.read('outbox', id);
        if (!kept.ok && kept.error.kind !== 'NotFound' && kept.error.kind !== 'Damaged') return kept.error;
        const state = kept.ok ? readSendState(kept.value.doc) : null;
        if (state?.kind === 'sent' && state.where === where && state.hash === hash) continue;
        const doc: SendState = { kind: 'sent', at: now(), where, hash };
        const written = await documents.write([
          { kind: 'outbox', id, doc, expected: kept.ok ? kept.value.revision : 0 },
        ]);
        // Another window said something of it meanwhile: at worst it is sent once more.
        if (!written.ok && written.error.kind !== 'Conflict') return written.error;
      }
      return null;
    },

    async release(all) {
      const kept = await documents.readAll('outbox');
      if (!kept.ok) return kept.error;
      const changes = kept.value.found.flatMap(({ id, doc, revision }) => {
        const state = readSendState(doc);
        const next = state === null ? null : released(state, now(), all);
        return next === null ? [] : [{ kind: 'outbox' as const, id, doc: next, expected: revision }];
      });
      const written = changes.length === 0 ? ok([]) : await documents.write(changes, 'strict');
      // One that another window settled meanwhile needs no second sending; the rest is asked for again by the next press.
      return written.ok || written.error.kind === 'Conflict' ? null : written.error;
    },
  };
}

function hashIn(version: unknown): string | null {
  const hash = typeof version === 'object' && version !== null && 'hash' in version ? version.hash : null;
  return typeof hash === 'string' ? hash : null;
}
