import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SkinOffset } from '../anatomy/anchor';
import { standardVariant } from '../anatomy/variant';
import { fold } from '../ledger/fold';
import { nextSite } from '../ledger/next-site';
import type { WorkOrder } from '../ledger/work-order';
import type { Message } from '../messages/translate';
import { startingVial } from '../protocol/paradigm';
import type { MapId, MuscleId, Side } from '../protocol/words';
import type { SessionStore } from '../record/ports';
import type { Session } from '../record/session';
import { createSaveQueue, type SaveQueue } from '../storage/save-queue';
import type { AnatomyService, Placements } from './anatomy-service';
import type { ChartState, Notice } from './chart-state';
import type { KnownHistory } from './history';
import { openingPlan } from './opening-plan';
import { orderOf, type PracticeStore } from './practice';
import type { SettingsStore } from './settings';
import type { Signature } from './signature';
import { visibleRows } from './site-text';
import type { Heads } from './heads';
import type { ZonePlacement } from './zones';

export type ChartDeps = {
  readonly store: SessionStore;
  readonly settings: SettingsStore;
  readonly practice: PracticeStore;
  readonly placements: Placements;
  readonly anatomy: AnatomyService;
  readonly heads: Heads;
  /** Fetches where the danger zones lie on the standard head. */
  readonly zones: () => Promise<ZonePlacement>;
  /** ISO 8601 with offset. */
  readonly now: () => string;
  readonly newId: () => string;
  /** Says who signed a session that is shown, and puts down that it is; without it nothing counts as signed. */
  readonly signature?: (session: Session, how: 'created' | 'viewed' | 'followed') => Promise<Signature>;
  /** True in emergency view: records are shown and nothing is written. */
  readonly readOnly?: () => boolean;
  /** Tells the rest of the app which session is charted, so that the address can name it. */
  readonly onOpened: (session: string) => void;
};

export type ExtraRequest = { readonly muscle: MuscleId; readonly side: Side } & Omit<SkinOffset, 'side'>;

/** What the chart's actions stand on: the state, the session in it, and its way to the store. */
export type ChartCore = {
  readonly store: StoreApi<ChartState>;
  readonly tell: (kind: Notice['kind'], message: Message) => void;
  /** Shows a session as it is, without writing it. */
  readonly show: (session: Session, also?: Partial<ChartState>) => void;
  /** Shows a session and writes it. */
  readonly keep: (session: Session) => void;
  /** Begins with a session that has this revision in the store (0: none yet), and with the history of its patient. */
  readonly begin: (session: Session, revision: number, history: KnownHistory) => void;
  /** Without a session: the plan of the map in use on a head whose sites stand there. */
  readonly showPlan: (placements: Placements) => void;
  /** Shows the open session as it now lies in the store. */
  readonly reload: (id: string) => Promise<boolean>;
  readonly retrySave: () => void;
  readonly flush: () => Promise<void>;
};

/**
 * Begins without a session, on the plan of the map in use. Listens to store, settings and practice as long as the page
 * lives. A session is written through its own save queue; what another window wrote of it stands, and is shown.
 */
export function createChartCore(deps: ChartDeps): ChartCore {
  const store = createStore<ChartState>()(() => emptyState(deps, deps.settings.getState().map));
  let queue: SaveQueue | null = null;
  let told = 0;

  const tell: ChartCore['tell'] = (kind, message) => {
    told += 1;
    store.setState({ notice: { kind, message, n: told } });
  };

  const show: ChartCore['show'] = (session, also = {}) => {
    const folded = fold(session.entries, session.vials);
    const next = nextSite(folded, workOrder(deps));
    const { selected } = store.getState();
    const stillThere = visibleRows(folded).some((row) => row.id === selected);
    store.setState({
      session,
      fold: folded,
      next,
      selected: stillThere ? selected : next,
      variant: session.head.variant,
      ...also,
    });
  };

  // Each queue speaks only while it is the current one: a late answer of an earlier session says nothing.
  const queueFor = (id: string, revision: number): SaveQueue => {
    const made = createSaveQueue({
      store: deps.store,
      now: deps.now,
      revision,
      onState: (save) => {
        if (queue !== made) return;
        store.setState({ save });
        if (save.kind === 'not-saved' && save.error.kind === 'Conflict') void adopt(id);
      },
    });
    return made;
  };

  let asked = 0;
  /** Asks who signed the session; until the answer is there, it is not known whether it may be opened again. */
  const judge = (session: Session, how: 'created' | 'viewed' | 'followed'): void => {
    asked += 1;
    const mine = asked;
    if (deps.signature === undefined || how === 'created') store.setState({ signature: { kind: 'unsigned' } });
    else if (how === 'viewed') store.setState({ signature: null });
    void deps.signature?.(session, how).then((signature) => {
      if (mine === asked) store.setState({ signature });
    });
  };

  const reload: ChartCore['reload'] = async (id) => {
    const loaded = await deps.store.load(id);
    if (!loaded.ok || store.getState().session?.id !== id) return false;
    queue = queueFor(id, loaded.value.revision);
    show(loaded.value.session, { save: { kind: 'saved', at: deps.now() } });
    judge(loaded.value.session, 'followed');
    return true;
  };

  /** Another window wrote this session: what is stored stands, and is shown. */
  const adopt = async (id: string): Promise<void> => {
    if (await reload(id)) tell('done', { key: 'said.movedOn' });
  };

  deps.store.watch((id, revision) => {
    const { session, save } = store.getState();
    const ours = session?.id === id && queue !== null && queue.revision() < revision;
    // While a step of ours is on its way, the store decides: it goes through, or comes back as a conflict.
    if (ours && save?.kind !== 'saving') void adopt(id);
  });

  let placed = deps.placements;
  const showPlan: ChartCore['showPlan'] = (placements) => {
    placed = placements;
    const { fold: planned, next, selected } = emptyState(deps, deps.settings.getState().map, placements);
    const before = store.getState().selected;
    const stillThere = visibleRows(planned).some((row) => row.id === before);
    store.setState({ fold: planned, next, selected: stillThere ? before : selected });
  };

  // The next site follows the order of work at once; what is selected stays.
  const reorder = (changed: boolean): void => {
    if (changed) store.setState({ next: nextSite(store.getState().fold, workOrder(deps)) });
  };
  deps.settings.subscribe((now, before) => {
    reorder(now.order !== before.order);
  });
  deps.practice.subscribe((now, before) => {
    reorder(now.ownOrder !== before.ownOrder);
  });

  // Without a session the map shown is the one new sessions will use.
  deps.settings.subscribe((now, before) => {
    if (now.map === before.map || store.getState().session !== null) return;
    showPlan(placed);
  });

  return {
    store,
    tell,
    show,
    keep: (session) => {
      show(session);
      queue?.put(session);
    },
    begin: (session, revision, history) => {
      queue = queueFor(session.id, revision);
      // What was chosen on the plan while a kept session was still on its way stays chosen.
      const { session: before, selected, next } = store.getState();
      const chosen = revision !== 0 && before === null && selected !== next ? selected : null;
      store.setState({ selected: chosen, doing: { kind: 'idle' }, placing: false });
      show(session, { history, save: revision === 0 ? null : { kind: 'saved', at: deps.now() } });
      if (revision === 0) queue.put(session);
      judge(session, revision === 0 ? 'created' : 'viewed');
      deps.settings.setState({ lastSession: session.id });
      deps.onOpened(session.id);
    },
    showPlan,
    reload,
    retrySave: () => queue?.retry(),
    flush: async () => {
      await queue?.flush();
    },
  };
}

const workOrder = ({ settings, practice }: Pick<ChartDeps, 'settings' | 'practice'>): WorkOrder =>
  orderOf(settings.getState(), practice.getState());

/** No session: the map's plan can be read, not charted. */
function emptyState(deps: ChartDeps, map: MapId, placements: Placements = deps.placements): ChartState {
  const planned = fold(openingPlan(map, placements, { step: 'plan', at: deps.now(), by: '', newId: deps.newId }), [
    startingVial,
  ]);
  const next = nextSite(planned, workOrder(deps));
  return {
    session: null,
    history: null,
    fold: planned,
    next,
    selected: next,
    doing: { kind: 'idle' },
    layer: 'skin',
    variant: standardVariant,
    placing: false,
    needle: { shown: true, longer: false, otherWay: false },
    painShown: true,
    painting: null,
    offers: [],
    comparing: false,
    zonesShown: false,
    zonePlacement: null,
    placedNear: {},
    placedBeside: {},
    zone: null,
    turnTo: null,
    view: 'front',
    save: null,
    signature: null,
    notice: null,
  };
}
