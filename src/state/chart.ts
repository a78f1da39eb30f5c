import type { Anchor, SkinRay } from '../anatomy/anchor';
import type { SiteShift } from '../anatomy/compare-maps';
import { standardVariant } from '../anatomy/variant';
import type { LedgerDoc, Stamp } from '../ledger/doc';
import { inWorkOrder } from '../ledger/work-order';
import type { Refusal } from '../ledger/refusal';
import type { Message } from '../messages/translate';
import { mapOf, otherMap } from '../protocol/maps';
import type { Needle, Site } from '../protocol/site';
import { siteOf } from '../protocol/sites';
import type { MapId, MuscleId, Result, SiteId } from '../protocol/words';
import type { Session } from '../record/session';
import type { CutQuery } from './anatomy-service';
import { type ChartDeps, createChartCore, type ExtraRequest } from './chart-core';
import { createDoses } from './chart-doses';
import type { ChartState, Doing, ViewName } from './chart-state';
import type { MoveRequest, MoveTo } from './moves';
import { createSizing, headLocked } from './sizing';
import { openingPlan } from './opening-plan';
import { refusalMessage } from './refusal-text';
import { orderOf } from './practice';
import { isLocked } from './signature';
import { siteName, visibleRows } from './site-text';
import { createVisit } from './visit';
import { createZones } from './zones';

/** A ledger command on the session as it stands. */
export type LedgerStep = (session: Session, stamp: Stamp) => Result<LedgerDoc, Refusal>;

export type Chart = ReturnType<typeof createChart>;

/** The chart: one open session, its totals, what is selected, and the one implementation of every action on it. */
export function createChart(deps: ChartDeps) {
  const core = createChartCore(deps);
  const { store, tell } = core;
  const state = store.getState;

  const mapId = (): MapId => state().session?.map.id ?? deps.settings.getState().map;
  const stamp = () => ({ step: deps.newId(), at: deps.now(), by: state().session?.injector ?? '', newId: deps.newId });
  const rowOf = (site: SiteId) => state().fold.rows.find((one) => one.id === site) ?? null;
  const nameOf = (site: SiteId): string => {
    const row = rowOf(site);
    return row === null ? site : siteName(row);
  };
  const done = (message: Message) => {
    tell('done', message);
  };
  const close = () => {
    store.setState({ doing: { kind: 'idle' } });
  };

  /** The open session if it may be changed; otherwise says why not. `finished`: even after it was finished, until it is signed. */
  const charted = (finished?: 'finished-too'): Session | null => {
    const { session, signature } = state();
    const signed = isLocked(signature);
    const readOnly = deps.readOnly?.() === true;
    const open = session?.finishedAt === undefined || (finished !== undefined && signature?.kind === 'unsigned');
    if (session !== null && open && !signed && !readOnly) return session;
    tell('refused', {
      key: readOnly
        ? 'refused.readOnly'
        : session === null
          ? 'refused.noSession'
          : signed
            ? 'refused.signed'
            : 'refused.finished',
    });
    return null;
  };

  /** Runs a ledger command on the open session and keeps the outcome, or says why not. True if it was done. */
  const run = (command: (session: Session) => Result<LedgerDoc, Refusal>): boolean => {
    const session = charted();
    if (session === null) return false;
    const outcome = command(session);
    if (!outcome.ok) {
      tell('refused', refusalMessage(outcome.error));
      return false;
    }
    core.keep({ ...session, entries: outcome.value.entries, undone: outcome.value.undone });
    return true;
  };

  /**
   * The one place that decides whether the head turns with the selection: always where a turn was asked for, else where the
   * settings let it turn by itself, and then not from under a hand that has just turned it.
   */
  const select = (site: SiteId, how: { readonly turn?: boolean | 'asked' } = {}) => {
    const asked = how.turn === 'asked';
    const turns = asked || (how.turn === true && deps.settings.getState().follow === 'turn');
    store.setState({ selected: site, ...(turns ? { turnTo: { site, asked } } : {}) });
  };

  /** After a dose the next planned site is selected, so that one key after another works through the plan. */
  const selectNext = () => {
    const { next, selected } = state();
    if (next !== null && next !== selected) select(next, { turn: true });
  };

  const doses = createDoses({ deps, store, charted, run, stamp, tell, nameOf, selectNext });

  const zones = createZones({ store, load: deps.zones, anatomy: deps.anatomy, mapId, tell });

  const sizing = createSizing({
    store,
    anatomy: deps.anatomy,
    heads: deps.heads,
    standard: deps.placements,
    mapId,
    tell,
    replan: (placements, variant) => {
      const { session } = state();
      if (session === null) {
        deps.settings.setState({ head: variant });
        core.showPlan(placements);
      } else {
        core.keep({ ...session, head: placements.head, entries: openingPlan(session.map.id, placements, stamp()) });
      }
      done({ key: variant === standardVariant ? 'said.headStandard' : 'said.headSized' });
    },
  });
  sizing.begin(deps.settings.getState().head);

  /** Placing sites, fetched when it is first asked for: giving planned ones does not need it. */
  const placing = async () =>
    (await import('./placing')).createPlacing({
      store,
      anatomy: deps.anatomy,
      zones,
      rowOf,
      charted,
      run: (command) => run((session) => command(session, stamp())),
      tell,
      close,
    });

  return {
    store,
    /** The time now, ISO 8601 with offset. */
    now: deps.now,
    select,
    addExtraOnRay: (ray: SkinRay): void => {
      void placing().then(({ extras }) => extras.onRay(ray));
    },
    addExtraAt: async (request: ExtraRequest) => (await placing()).extras.at(request),
    previewMove: async (site: SiteId, request: MoveRequest) => (await placing()).moves.preview(site, request),
    moveSite: async (site: SiteId, request: MoveTo, reason: string) =>
      (await placing()).moves.to(site, request, reason),
    /** What a hand on the skin asks for: sites that are dragged, and extras that are offered where it hurts. */
    placing,
    retrySave: core.retrySave,
    /** Resolves once nothing is being written. */
    flush: core.flush,
    reload: core.reload,
    say: (message: Message, how: 'done' | 'warned' = 'done'): void => {
      tell(how, message);
    },
    refuse: (message: Message): void => {
      tell('refused', message);
    },
    /** Emergency view: nothing is written. */
    isReadOnly: (): boolean => deps.readOnly?.() === true,

    /** For forms that are fetched when they are opened: one step of the ledger, with what is said of it. True if done. */
    record: (command: LedgerStep, said: Message | null): boolean => {
      if (!run((session) => command(session, stamp()))) return false;
      if (said !== null) done(said);
      return true;
    },

    /** For the same forms: whatever of the session is no ledger entry. */
    change: (
      how: (session: Session, made: { readonly at: string; readonly by: string }) => Session,
      finished?: 'finished-too',
    ): void => {
      const session = charted(finished);
      if (session === null) return;
      const changed = how(session, { at: deps.now(), by: session.injector });
      if (changed !== session) core.keep(changed);
    },
    newId: deps.newId,

    ...createVisit({ core, deps, sizing, charted, prepareGuard: doses.prepareGuard }),
    ...doses.actions,

    begin: (doing: Doing): void => {
      store.setState({ doing });
    },
    setLayer: (layer: 'skin' | 'muscles'): void => {
      store.setState({ layer });
    },
    setNeedle: (change: Partial<ChartState['needle']>): void => {
      store.setState({ needle: { ...state().needle, ...change } });
    },
    showPain: (painShown: boolean): void => {
      store.setState({ painShown });
    },
    setComparing: (comparing: boolean): void => {
      store.setState({ comparing });
    },
    hairline: (): boolean => deps.settings.getState().hairline,
    setHairline: (hairline: boolean): void => {
      deps.settings.setState({ hairline });
    },
    prepareZones: zones.prepare,
    showZones: zones.show,
    chooseZone: zones.choose,
    findNeighbours: zones.find,
    turnTo: (preset: ViewName): void => {
      // Said at once; the camera corrects it should it end up elsewhere.
      store.setState({ turnTo: { preset }, view: preset });
    },
    viewed: (view: ViewName | null): void => {
      store.setState({ view });
    },
    showNext: (): void => {
      const { next, selected } = state();
      const site = next ?? selected;
      if (site !== null) select(site, { turn: 'asked' });
    },
    /** Selects the site so many places further in the order of work. */
    step: (by: number): void => {
      const rows = inWorkOrder(visibleRows(state().fold), orderOf(deps.settings.getState(), deps.practice.getState()));
      const at = rows.findIndex((row) => row.id === state().selected);
      const row = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
      if (row !== undefined) select(row.id, { turn: true });
    },

    /** The map of the open session, or the one new sessions will use. */
    mapId,
    sizeHead: sizing.sizeHead,
    standardHead: sizing.standardHead,
    headSize: sizing.headSize,
    movedWithSkin: sizing.movedWithSkin,
    headLocked,
    /** The paradigm's entry for a fixed site on the map in use; null for an extra. */
    siteOf: (site: SiteId): Site | null => siteOf(mapId(), site),
    /** The needle of a muscle on the map in use: its fixed sites share one, and an extra is given as they are. */
    needleOf: (muscle: MuscleId): Needle | null => mapOf(mapId()).sites[muscle][0]?.needle ?? null,
    /** The skin's line in a cross-section, for the picture of a needle. */
    cutSkin: (query: CutQuery) => deps.anatomy.cut(query, state().variant),
    /** Where the other map has a fixed site, seen from the map in use; null for an extra. */
    shiftOf: (site: SiteId): SiteShift | null => sizing.placements().shiftsTo(otherMap(mapId())).get(site) ?? null,
    /** Where the other map has its sites on this head. */
    otherAnchors: (): ReadonlyMap<SiteId, Anchor> => sizing.placements().of(otherMap(mapId())).anchors,
    /** Millimetres by which the rule leaves the drawn muscle on this head; null where it stays inside. */
    outsideByMm: (site: SiteId): number | null => sizing.placements().of(mapId()).outsideByMm.get(site) ?? null,
  };
}
