import { err, type Result, type SessionStore, type StoreError } from '../record/ports';
import { type Channel, watchSessions } from '../storage/session-news';

export type LazyStoreDeps = {
  readonly now: () => string;
  readonly channel: Channel;
  /** Called once the first record of a new session was kept. */
  readonly onFirstRecord: () => void;
};

/** The store of sessions, fetched when first used: the map is drawn without it. `prepare` fetches it ahead. */
export function createLazyStore({ now, channel, onFirstRecord }: LazyStoreDeps): SessionStore & {
  readonly prepare: () => void;
} {
  let opened: Promise<SessionStore> | null = null;
  let asked = false;
  const store = () => {
    opened ??= import('../storage/open-records').then(({ openRecords }) => openRecords({ now, channel }).sessions);
    // A chunk that did not arrive is asked for again.
    opened.catch(() => {
      opened = null;
    });
    return opened;
  };
  const asking = async <T>(question: (store: SessionStore) => Promise<Result<T, StoreError>>) => {
    try {
      return await question(await store());
    } catch (error) {
      return err<StoreError>({ kind: 'Unavailable', why: String(error) });
    }
  };
  return {
    list: () => asking((there) => there.list()),
    load: (id) => asking((there) => there.load(id)),
    loadRaw: (id) => asking((there) => there.loadRaw(id)),
    async save(session, expected, durability) {
      const saved = await asking((there) => there.save(session, expected, durability));
      if (saved.ok && !asked) {
        asked = true;
        onFirstRecord();
      }
      return saved;
    },
    watch: (changed) => watchSessions(channel, changed),
    prepare() {
      store().catch(() => undefined);
    },
  };
}
