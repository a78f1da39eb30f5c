import { mapOf } from '../protocol/maps';
import { protocol, startingVial } from '../protocol/paradigm';
import type { Patient } from '../record/patient';
import { openSession, type Session } from '../record/session';
import type { ChartCore, ChartDeps } from './chart-core';
import type { Guard } from './guard';
import { openingPlan } from './opening-plan';
import { storeErrorText } from './refusal-text';
import { isLocked } from './signature';
import type { Sizing } from './sizing';

type Deps = {
  readonly core: ChartCore;
  readonly deps: ChartDeps;
  readonly sizing: Pick<Sizing, 'find'>;
  /** The session if it may be changed; says why not otherwise. */
  readonly charted: () => Session | null;
  /** Fetches what judges whether anything may be given, and knows what was given before. */
  readonly prepareGuard: () => Promise<Guard>;
};

/** A visit as a whole: opening one, new or kept, and its end. */
export function createVisit({ core, deps, sizing, charted, prepareGuard }: Deps) {
  const { store, tell } = core;
  const state = store.getState;
  const lastCharted = async (): Promise<string | null> => {
    const last = await deps.store.last();
    return (last.ok ? last.value : null) ?? deps.settings.getState().lastSession;
  };
  let opening = 0;
  /** Sessions asked for by name so far: one of them is never given up for the one charted last, whichever is read sooner. */
  let named = 0;
  const show = async (asked: string | null, open: string | null): Promise<void> => {
    if (asked !== null) named += 1;
    const before = named;
    const overtaken = (): boolean => (state().session?.id ?? null) !== open || (asked === null && named !== before);
    const id = asked ?? open ?? (await lastCharted());
    if (id === null || overtaken()) return;
    if (id === open) {
      deps.onOpened(id);
      // Sessions may have come in while another screen was shown.
      void prepareGuard().then(({ history }) => history.refresh());
      return;
    }
    const [{ history }] = await Promise.all([prepareGuard(), core.flush()]);
    const historyOf = await history.read();
    const loaded = await deps.store.load(id);
    // Asked for in the meantime: a session that is being charted is not taken away by a late answer.
    if (overtaken()) return;
    if (loaded.ok) {
      const { session, revision } = loaded.value;
      core.begin(session, revision, historyOf(session.patient.id));
      if (!deps.heads.shapeOf(session.head.variant).ok) tell('refused', { key: 'refused.headUnreadable' });
    } else if (asked !== null || loaded.error.kind !== 'NotFound') {
      tell('refused', { key: 'session.notOpened', values: { why: storeErrorText(loaded.error) } });
    }
  };
  /** In emergency view nothing is written, and nobody is led to believe so. */
  const mayWrite = (): boolean => {
    if (deps.readOnly?.() !== true) return true;
    tell('refused', { key: 'refused.readOnly' });
    return false;
  };

  return {
    /** For a patient of earlier sessions, or for one whom none knows yet. */
    newSession: async (known?: Patient): Promise<void> => {
      if (!mayWrite()) return;
      const [{ history }] = await Promise.all([prepareGuard(), core.flush()]);
      const { injector, map: chosen, head } = deps.settings.getState();
      const map = mapOf(chosen);
      const placements = (await sizing.find(head)) ?? deps.placements;
      if (placements.head.variant !== head) tell('refused', { key: 'refused.headNotPlaced' });
      const patient = known ?? { id: deps.newId(), label: '' };
      const historyOf = known === undefined ? history.ofNew : await history.read();
      const at = deps.now();
      const { product, strength, diluentMl } = startingVial;
      const session = openSession({
        id: deps.newId(),
        patient,
        injector,
        startedAt: at,
        protocol: { id: protocol.id, version: protocol.version },
        map: { id: map.id, version: map.version },
        head: placements.head,
        vials: [{ id: deps.newId(), product, strength, diluentMl }],
        entries: openingPlan(map.id, placements, { step: deps.newId(), at, by: injector, newId: deps.newId }),
      });
      core.begin(session, 0, historyOf(patient.id));
      // The view may still be that of the session before, with the first site out of sight.
      const { next } = state();
      if (next !== null && deps.settings.getState().follow === 'turn') {
        store.setState({ turnTo: { site: next, asked: false } });
      }
      const { planned, sitesPlanned } = state().fold.totals;
      tell('done', { key: 'said.opened', values: { planned, sites: sitesPlanned } });
    },

    /**
     * Opens a kept session; with null the one charted last on this device, if it is still there. The vault knows it from
     * the save itself and is asked first; the setting, which a killed browser may lose, where the vault does not say.
     * Without a setting there most likely is none: the vault is then fetched and asked only `late`, with the map drawn.
     */
    open: async (asked: string | null, late = false): Promise<void> => {
      const open = state().session?.id ?? null;
      if (late ? opening > 0 || open !== null : (asked ?? open ?? deps.settings.getState().lastSession) === null)
        return;
      opening += 1;
      await show(asked, open).finally(() => {
        opening -= 1;
      });
    },

    finish: (): void => {
      const session = charted();
      if (session === null) return;
      core.keep({ ...session, finishedAt: deps.now() });
      store.setState({ doing: { kind: 'idle' } });
      tell('done', { key: 'said.finished', values: { given: state().fold.totals.given } });
    },

    reopen: (): void => {
      const { session, signature } = state();
      if (session === null || !mayWrite()) return;
      // Not before it is known that nobody signed it.
      if (signature?.kind !== 'unsigned') {
        tell('refused', { key: isLocked(signature) ? 'refused.signed' : 'refused.signatureUnknown' });
        return;
      }
      const { finishedAt, ...open } = session;
      if (finishedAt === undefined) return;
      core.keep(open);
      tell('done', { key: 'said.reopened' });
    },
  };
}
