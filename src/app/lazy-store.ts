import { err, type Result, type SessionStore, type StoreError } from '../record/ports';
import type { KeptRecords } from '../storage/open-records';
import { type Channel, watchSessions } from '../storage/session-news';
import type { VaultEvent } from '../storage/vault';
import { named } from './demo';
import { once } from './once';

export type LazyStoreDeps = {
  readonly now: () => string;
  readonly channel: Channel;
  /** Called once the first record of a new session was kept. */
  readonly onFirstRecord: () => void;
  /** Called when the vault turned out to be locked. */
  readonly onLocked: () => void;
  readonly onEvent: (event: VaultEvent) => void;
};

export type LazyStore = SessionStore & {
  /** Everything that is kept, for the screens that need more than sessions. */
  readonly records: () => Promise<KeptRecords>;
};

/** The store of sessions, fetched when first used: the map is drawn without it. */
export function createLazyStore({ now, channel, onFirstRecord, onLocked, onEvent }: LazyStoreDeps): LazyStore {
  let asked = false;
  const records = once<KeptRecords>(() =>
    import('../storage/open-records').then(({ openRecords }) =>
      openRecords({ now, channel, name: named('aliquot'), onEvent }),
    ),
  );
  const asking = async <T>(question: (store: SessionStore) => Promise<Result<T, StoreError>>) => {
    try {
      const answer = await question((await records()).sessions);
      if (!answer.ok && answer.error.kind === 'Locked') onLocked();
      return answer;
    } catch (error) {
      return err<StoreError>({ kind: 'Unavailable', why: String(error) });
    }
  };
  return {
    records,
    list: () => asking((there) => there.list()),
    last: () => asking((there) => there.last()),
    load: (id) => asking((there) => there.load(id)),
    loadRaw: (id) => asking((there) => there.loadRaw(id)),
    async save(session, expected, durability, also) {
      const saved = await asking((there) => there.save(session, expected, durability, also));
      if (saved.ok && !asked) {
        asked = true;
        onFirstRecord();
      }
      return saved;
    },
    watch: (changed) => watchSessions(channel, changed),
  };
}
