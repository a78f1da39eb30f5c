import '../../messages/later';
import { createStore } from 'zustand/vanilla';
import { say, t } from '../../messages/translate';
import type { Chart } from '../chart';
import { routeFragment } from '../route';
import { type CaseId, caseOf, type TrainingCase } from './cases';
import { debrief } from './debrief';
import type { DryRun, EndedRun, Training, TrainingPorts, TrainingState } from './training-kit';
import { openTrainingServices } from './training-services';
import { nameOf } from './training-text';

/** Dry runs over these ports. Nothing is opened before a run begins. */
export function createTraining(ports: TrainingPorts): Training {
  const store = createStore<TrainingState>()(() => ({ run: null, ended: null }));
  let wanted = 0;

  return {
    store,

    async begin(id, again) {
      const { run } = store.getState();
      if (run?.case.id === id && again === undefined) return;
      wanted += 1;
      const mine = wanted;
      const opened = await openRun(ports, id);
      // Another was asked for, or none any more, while this one was made ready.
      if (mine === wanted) store.setState({ run: opened, ended: null });
    },

    async end() {
      const { run } = store.getState();
      if (run === null) return;
      const ended = await run.end();
      if (store.getState().run === run) store.setState({ run: null, ended });
    },

    leave() {
      wanted += 1;
      store.setState({ run: null, ended: null });
      ports.go(routeFragment({ screen: 'learn', part: 'dry-run' }));
    },
  };
}

async function openRun(ports: TrainingPorts, id: CaseId): Promise<DryRun> {
  const of = caseOf(id);
  if (of === null) throw new RangeError(`not a case: ${id}`);
  const label = t('training.label', { name: nameOf(id) });
  const services = await openTrainingServices(ports, { id: ports.newId(), label, born: of.born });
  const refused = watchRefusals(services.chart);
  return {
    case: of,
    services,
    listen: () => ports.listen(services),
    end: () => endRun(of, services.chart, ports.now(), refused),
  };
}

/** Every rule that the chart held to, once, in the order in which it was first said. */
function watchRefusals(chart: Chart): () => readonly string[] {
  const said = new Set<string>();
  chart.store.subscribe(({ notice }, before) => {
    if (notice !== before.notice && notice?.kind === 'refused') said.add(say(notice.message));
  });
  return () => [...said];
}

async function endRun(
  of: TrainingCase,
  chart: Chart,
  endedAt: string,
  refused: () => readonly string[],
): Promise<EndedRun> {
  await chart.flush();
  const { session, signature } = chart.store.getState();
  if (session === null) throw new Error('a dry run without a session');
  const signed = signature?.kind === 'signed';
  return { case: of, debrief: debrief({ case: of, session, signed, endedAt }), refused: refused() };
}
