import { give as giveSite, giveMany, skip as skipSite, voidSite as takeBack } from '../ledger/commands';
import type { LedgerDoc, Stamp } from '../ledger/doc';
import type { Entry } from '../ledger/entry';
import { redo as redoStep, undo as undoStep } from '../ledger/history';
import type { Refusal } from '../ledger/refusal';
import type { Message } from '../messages/translate';
import { aliquot } from '../protocol/paradigm';
import type { MuscleId, Result, Side, SiteId } from '../protocol/words';
import type { Session } from '../record/session';
import type { ChartCore, ChartDeps } from './chart-core';
import type { Guard } from './guard';
import { muscleAndSide } from './site-text';

type Deps = {
  readonly deps: ChartDeps;
  readonly store: ChartCore['store'];
  /** The open session if it may be changed; otherwise says why not. */
  readonly charted: () => Session | null;
  /** Runs a ledger command on it and keeps the outcome, or says why not. True if it was done. */
  readonly run: (command: (session: Session) => Result<LedgerDoc, Refusal>) => boolean;
  readonly stamp: () => Stamp;
  readonly tell: ChartCore['tell'];
  readonly nameOf: (site: SiteId) => string;
  readonly selectNext: () => void;
};

/** What is done at the chair, site by site or together, and taken back: each a step of the ledger, told once. */
export function createDoses({ deps, store, charted, run, stamp, tell, nameOf, selectNext }: Deps) {
  const state = store.getState;
  const totals = () => {
    const { given, planned, cap } = state().fold.totals;
    return { given, planned, cap };
  };
  const done = (message: Message) => {
    tell('done', message);
  };
  /** What a step was about is put into words by what is fetched for it; it is told as it stood then. */
  const doneStep = async (key: 'said.undone' | 'said.redone', step: readonly Entry[]) => {
    const [now, values] = [state(), totals()];
    const { stepText } = await import('./step-text');
    done({ key, values: { what: stepText(step, now), ...values } });
  };

  /** What stands against injecting. It comes with the first session, before anything can be given. */
  let guard: Guard | null = null;
  const prepareGuard = async (): Promise<Guard> => {
    const { createGuard } = await import('./guard');
    guard ??= createGuard({ chart: store, sessions: deps.store, settings: deps.settings, now: deps.now });
    return guard;
  };
  /** The vial that is drawn from next, and one aliquot of it; null and why where nothing may be given now. */
  const nextDose = () => {
    const session = charted();
    if (session === null) return null;
    // One vial after the other: the next is opened when the one before holds no whole aliquot any more.
    const { byVial } = state().fold.totals;
    const holding = session.vials.find(({ id }) => (byVial.get(id)?.left ?? 0) >= aliquot.units);
    const vial = (holding ?? session.vials.at(-1))?.id ?? '';
    const why = guard?.whyNot(session, vial) ?? null;
    if (why === null) return { vial, amount: aliquot.units };
    tell('refused', why);
    return null;
  };

  return {
    prepareGuard,
    actions: {
      give: (site: SiteId): void => {
        const name = nameOf(site);
        const dose = nextDose();
        if (dose === null) return;
        if (!run((session) => giveSite(session, session.vials, { site, ...dose }, stamp()))) return;
        done({ key: 'said.given', values: { site: name, ...totals() } });
        selectNext();
      },

      /** Gives what is left of a muscle, or of one side of it, as one step. */
      complete: (muscle: MuscleId, side?: Side): void => {
        const before = state().fold.totals.sitesGiven;
        const dose = nextDose();
        if (dose === null) return;
        if (
          !run((session) =>
            giveMany(session, session.vials, { muscle, ...(side === undefined ? {} : { side }), ...dose }, stamp()),
          )
        )
          return;
        const sites = state().fold.totals.sitesGiven - before;
        done({ key: 'said.completed', values: { where: muscleAndSide(muscle, side), sites, ...totals() } });
        selectNext();
      },

      skip: (site: SiteId, reason: string): void => {
        const name = nameOf(site);
        if (!run((session) => skipSite(session, session.vials, { site, reason }, stamp()))) return;
        done({ key: 'said.skipped', values: { site: name, reason, ...totals() } });
        selectNext();
      },

      voidSite: (site: SiteId, reason: string): void => {
        const name = nameOf(site);
        if (!run((session) => takeBack(session, session.vials, { site, reason }, stamp()))) return;
        done({ key: 'said.voided', values: { site: name, ...totals() } });
      },

      undo: (): void => {
        if (!run((session) => undoStep(session))) return;
        const step = state().session?.undone.at(-1) ?? [];
        void doneStep('said.undone', step);
      },

      redo: (): void => {
        const step = state().session?.undone.at(-1) ?? [];
        if (!run((session) => redoStep(session, session.vials))) return;
        void doneStep('said.redone', step);
      },
    },
  };
}
