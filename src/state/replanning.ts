import '../messages/later';
import { type PlanChange, replan } from '../ledger/replan';
import { type Message, t } from '../messages/translate';
import { lastBefore } from '../record/patients';
import type { SessionStore, StoreError } from '../record/ports';
import { withoutTemplate, withTemplate } from '../record/practice';
import type { PlannedFrom, Session } from '../record/session';
import { visitOf } from '../record/visit';
import type { AnatomyService } from './anatomy-service';
import type { Chart } from './chart';
import { isStill, rayOnto } from './found-again';
import { isUntouched, type PlanShape, sameHead, shapeOf, withoutPlaces } from './plan-shape';
import type { PracticeStore } from './practice';
import type { PracticeDesk } from './practice-desk';
import { storeErrorText } from './refusal-text';
import { toldZones } from './told-zones';

type Deps = {
  readonly chart: Chart;
  readonly store: Pick<SessionStore, 'list' | 'load'>;
  /** What the practice keeps: as shown, and to change it. */
  readonly shown: PracticeStore;
  readonly practice: () => Promise<Pick<PracticeDesk, 'change'>>;
  readonly anatomy: Pick<AnatomyService, 'resolve' | 'move'>;
};

export type Replanning = ReturnType<typeof createReplanning>;

/** Planning a session after another one of the patient, or after a template of the practice, before anything is charted. */
export function createReplanning({ chart, store, shown, practice, anatomy }: Deps) {
  const state = chart.store.getState;

  /** The session if its plan may still be made after another; says why not otherwise. */
  const fresh = (): Session | null => {
    const { session } = state();
    if (session === null) chart.refuse({ key: 'refused.noSession' });
    else if (!isUntouched(session)) chart.refuse({ key: 'plan.begun' });
    else return session;
    return null;
  };

  const latest = async ({ id, patient, startedAt }: Session) => {
    const listed = await store.list();
    if (!listed.ok) return listed;
    const given = listed.value.filter((one) => one.kind === 'session' && one.given > 0);
    return { ok: true, value: lastBefore(given, patient.id, startedAt, id) } as const;
  };

  /** The changes on this session's head, and how many could not be placed on it. */
  const place = async (shape: PlanShape, session: Session): Promise<PlanChange & { readonly lost: number }> => {
    const head = session.head.variant;
    const moves = await Promise.all(
      // A move is told from where the map puts the site: on another map it would be another move.
      (shape.map === session.map.id ? shape.moves : []).map(async ({ site, reason, offset, found }) => {
        const row = state().fold.rows.find((one) => one.id === site);
        if (row === undefined) return [];
        const { muscle, side, anchor } = row;
        if (found !== undefined && sameHead(found.anchor.head, session.head)) {
          const ray = rayOnto(found.anchor);
          const there = await anatomy.move({ muscle, side, from: anchor.positionMm, to: { kind: 'ray', ray } }, head);
          if (isStill(there, found.anchor)) return [{ site, reason, ...found }];
        }
        const to = { kind: 'offset', ...offset } as const;
        const answer = await anatomy.move({ muscle, side, from: anchor.positionMm, to }, head);
        if (typeof answer === 'string' || !('anchor' in answer)) return [];
        const { shiftMm, outsideMm, zones } = answer;
        return [{ site, reason, anchor: answer.anchor, shiftMm, outsideMm, warned: toldZones(zones) }];
      }),
    );
    const extras = await Promise.all(
      shape.extras.map(async ({ muscle, side, offset, found }) => {
        if (found !== undefined && sameHead(found.anchor.head, session.head)) {
          const there = await anatomy.resolve({ kind: 'point', positionMm: found.anchor.positionMm }, head);
          if (isStill(there, found.anchor)) return [{ muscle, side, anchor: found.anchor, warned: found.warned }];
        }
        const answer = await anatomy.resolve({ kind: 'offset', ...offset }, head);
        if (typeof answer === 'string' || answer.anchor === null) return [];
        const there = answer.under?.muscle === muscle && answer.under.side === side;
        return there ? [{ muscle, side, anchor: answer.anchor, warned: toldZones(answer.zones) }] : [];
      }),
    );
    const lost = shape.moves.length + shape.extras.length - moves.flat().length - extras.flat().length;
    return { skips: shape.skips, moves: moves.flat(), extras: extras.flat(), lost };
  };

  const apply = async (shape: PlanShape, session: Session, from: PlannedFrom, called: string): Promise<void> => {
    const { lost, ...change } = await place(shape, session);
    // What was asked for meanwhile goes before.
    if (state().session?.id !== session.id || fresh() === null) return;
    const named = {
      ...change,
      skips: change.skips.map(({ site, reason }) => ({ site, reason: t('plan.asThen', { reason }) })),
      moves: change.moves.map((move) => ({ ...move, reason: t('plan.asThen', { reason: move.reason }) })),
    };
    const planned = chart.record((open, stamp) => replan(open, open.vials, named, stamp), null);
    if (!planned) return;
    chart.change((open) => ({ ...open, plannedFrom: from }));
    const { planned: units, sitesPlanned } = state().fold.totals;
    chart.say({ key: 'plan.done', values: { called, sites: sitesPlanned, units, lost } }, lost > 0 ? 'warned' : 'done');
  };

  return {
    /** The day of the patient's latest earlier session in which something was given, and its units; null where there is none. */
    async last(session: Session): Promise<{ readonly day: string; readonly units: number } | null> {
      const found = await latest(session);
      if (!found.ok || found.value === null) return null;
      return { day: found.value.startedAt.slice(0, 10), units: found.value.given };
    },

    /** Plans what was given last time: extras, moved sites and skipped ones, with their reasons. */
    async asLast(): Promise<void> {
      const session = fresh();
      if (session === null) return;
      const found = await latest(session);
      if (!found.ok) {
        chart.refuse({ key: 'plan.unreadable', values: { why: storeErrorText(found.error) } });
        return;
      }
      if (found.value === null) {
        chart.refuse({ key: 'plan.noLast' });
        return;
      }
      const loaded = await store.load(found.value.id);
      if (!loaded.ok) {
        chart.refuse({ key: 'plan.unreadable', values: { why: storeErrorText(loaded.error) } });
        return;
      }
      const then = loaded.value.session;
      const called = t('plan.asOn', {
        day: then.startedAt.slice(0, 10),
        deviations: visitOf(then).deviations.length,
      });
      await apply(shapeOf(then), session, { kind: 'session', session: then.id }, called);
    },

    async asTemplate(name: string): Promise<void> {
      const session = fresh();
      const template = shown.getState().templates.find((one) => one.name === name);
      if (session === null || template === undefined) return;
      await apply(template.plan, session, { kind: 'template', name }, t('plan.asTemplate', { name }));
    },

    /** Keeps the open session's plan under a name; one of the same name is replaced. Null, or why it was not kept. */
    async keepTemplate(asked: string): Promise<Message | null> {
      const { session } = state();
      const name = asked.trim();
      if (session === null || name === '') return null;
      const plan = withoutPlaces(shapeOf(session, true));
      const why = notKept(await (await practice()).change(withTemplate({ name, plan })));
      if (why === null) chart.say({ key: 'plan.kept', values: { name } });
      return why;
    },

    async dropTemplate(name: string): Promise<Message | null> {
      return notKept(await (await practice()).change(withoutTemplate(name)));
    },
  };
}

const notKept = (error: StoreError | null): Message | null =>
  error === null ? null : { key: 'plan.notKept', values: { why: storeErrorText(error) } };
