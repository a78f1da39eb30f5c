import { createStore, type StoreApi } from 'zustand/vanilla';
import { fold } from '../../ledger/fold';
import { nextSite } from '../../ledger/next-site';
import type { Fold } from '../../ledger/state';
import type { WorkOrder } from '../../ledger/work-order';
import type { SiteId } from '../../protocol/words';
import type { SessionStore, StoreError } from '../../record/ports';
import type { Session } from '../../record/session';
import type { ViewName } from '../chart-state';
import { followHistory, type KnownHistory } from '../history';
import type { Signature } from '../signature';
import { visibleRows } from '../site-text';
import type { SecondChannel } from './told';
import { createWindows } from './windows';

export type SecondState = {
  /** As it was last saved; null while none is charted, or it is not read yet. */
  readonly session: Session | null;
  readonly fold: Fold | null;
  readonly history: KnownHistory | null;
  readonly signature: Signature | null;
  /** Why it cannot be shown; null where it can. */
  readonly error: StoreError | null;
  readonly next: SiteId | null;
  /** In the charting window; null where nothing is, or the record has no such site yet. */
  readonly selected: SiteId | null;
  /** Which windows chart: so many this session, and so many another. */
  readonly charting: { readonly here: number; readonly elsewhere: number };
  /** Shows what is selected there and turns as the view does; else what comes next. */
  readonly follows: boolean;
  readonly turnTo: { readonly preset: ViewName } | { readonly site: SiteId; readonly asked: boolean } | null;
};

export type SecondDeps = {
  /** Read only: nothing here can write. */
  readonly sessions: Pick<SessionStore, 'load' | 'list' | 'watch'>;
  readonly channel: SecondChannel;
  /** In which order sites are offered, where the charting window does not say which is next. */
  readonly order: () => WorkOrder;
  /** Says who signed, and puts down once that the record was seen here. */
  readonly opened: (session: Session, how: 'viewed' | 'followed') => Promise<Signature>;
  /** Calls back after so many milliseconds; the answer takes it back. */
  readonly after: (ms: number, done: () => void) => () => void;
};

export type Second = {
  readonly store: StoreApi<SecondState>;
  readonly setFollows: (follows: boolean) => void;
  /** Where the camera of this window stands. */
  readonly viewed: (view: ViewName | null) => void;
  readonly close: () => void;
};

/** How often the charting windows are asked whether they are still there, ms. Chosen. */
const askMs = 3_000;
/** A view that was turned by hand is followed once both cameras had time for a turn of their own, ms. */
const viewMs = 900;

/** The site that a second screen is about. */
export const shownSite = ({ follows, selected, next }: SecondState): SiteId | null =>
  follows ? (selected ?? next) : next;

/** The viewing side: a session as it is charted in another window, live from what is saved. */
export function createSecond({ sessions, channel, order, opened, after }: SecondDeps): Second {
  const store = createStore<SecondState>()(() => ({
    session: null,
    fold: null,
    history: null,
    signature: null,
    error: null,
    next: null,
    selected: null,
    charting: { here: 0, elsewhere: 0 },
    follows: true,
    turnTo: null,
  }));
  const windows = createWindows();
  const seen = new Set<string>();
  const ends: (() => void)[] = [];
  const watch: SessionStore['watch'] = (changed) => {
    const off = sessions.watch(changed);
    ends.push(off);
    return off;
  };
  let closed = false;
  let wanted: string | null = null;
  let ownView: ViewName | null = null;

  /** Sets what is shown, and turns to the site that it is about when that is another. */
  const set = (change: Partial<SecondState>): void => {
    const before = shownSite(store.getState());
    store.setState(change);
    const now = shownSite(store.getState());
    if (now !== null && now !== before) store.setState({ turnTo: { site: now, asked: false } });
  };

  /** What the leading window points at, as far as the record as it was saved has it. */
  const pointed = (folded: Fold | null): Pick<SecondState, 'next' | 'selected' | 'charting'> => {
    const leader = windows.leader();
    const here = wanted === null ? 0 : windows.charting(wanted);
    const charting = { here, elsewhere: windows.size() - here };
    if (folded === null) return { next: null, selected: null, charting };
    const rows = visibleRows(folded);
    const led = leader?.session === wanted ? leader : null;
    const next = rows.find(({ id, state }) => id === led?.next && state === 'planned')?.id ?? nextSite(folded, order());
    return { next, selected: rows.find(({ id }) => id === led?.selected)?.id ?? null, charting };
  };

  let reading = false;
  let again = false;
  /** Reads the wanted session; what is saved meanwhile is read once more after that. */
  const read = async (): Promise<void> => {
    again = reading;
    if (reading || wanted === null) return;
    reading = true;
    const id = wanted;
    const loaded = await sessions.load(id);
    reading = false;
    if (closed) return;
    if (id === wanted) show(id, loaded);
    if (again || id !== wanted) await read();
  };

  const show = (id: string, loaded: Awaited<ReturnType<SessionStore['load']>>): void => {
    const before = store.getState().session;
    if (!loaded.ok) {
      // A new session is told of before it is there: its save is announced.
      const error = loaded.error.kind === 'NotFound' ? null : loaded.error;
      set({ ...none, error, ...pointed(null) });
      return;
    }
    const { session } = loaded.value;
    const folded = fold(session.entries, session.vials);
    const other = before?.id !== id;
    set({ session, fold: folded, error: null, ...(other ? { signature: null } : {}), ...pointed(folded) });
    judge(session, before);
  };

  /** The record is put down as seen once; who signed it is asked where it may have been signed since. */
  const judge = (session: Session, before: Session | null): void => {
    const how = seen.has(session.id) ? 'followed' : 'viewed';
    if (how === 'followed' && before?.id === session.id && session.finishedAt === undefined) return;
    seen.add(session.id);
    void opened(session, how).then((signature) => {
      if (store.getState().session?.id === session.id) store.setState({ signature });
    });
  };

  /** Follows the leading window: to another session, or to what it points at in this one. */
  const follow = (): void => {
    const leader = windows.leader();
    if (leader !== null && leader.session !== wanted) {
      wanted = leader.session;
      void read();
    }
    const { fold: folded, session } = store.getState();
    set(pointed(session?.id === wanted ? folded : null));
  };

  let forget: () => void = () => undefined;
  const followView = (view: ViewName | null, asked: boolean): void => {
    forget();
    if (view === null || !store.getState().follows) return;
    const turn = () => {
      if (store.getState().follows && view !== ownView) store.setState({ turnTo: { preset: view } });
    };
    if (asked) store.setState({ turnTo: { preset: view } });
    else forget = after(viewMs, turn);
  };

  ends.push(
    channel.hear((told) => {
      if (told.kind === 'who') return;
      const before = windows.leader();
      windows.hear(told, wanted);
      follow();
      const leader = windows.leader();
      if (leader === null || told.kind === 'left' || leader.window !== told.window) return;
      if (told.asked || (before !== null && before.window === told.window && before.view !== told.view))
        followView(told.view, told.asked);
    }),
  );
  watch((id) => {
    if (id === wanted) void read();
  });
  followHistory(store, { list: sessions.list, watch });

  let cancel: () => void = () => undefined;
  const ask = (): void => {
    channel.post({ kind: 'who' });
    cancel = after(askMs, () => {
      windows.asked(wanted);
      follow();
      ask();
    });
  };
  ask();

  return {
    store,
    setFollows: (follows) => {
      set({ follows });
    },
    viewed: (view) => {
      ownView = view;
    },
    close: () => {
      closed = true;
      cancel();
      forget();
      for (const end of ends) end();
    },
  };
}

const none = { session: null, fold: null, history: null, signature: null } as const;
