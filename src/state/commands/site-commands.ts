import '../../messages/later';
import { workOrderIds } from '../../ledger/work-order';
import type { Chart } from '../chart';
import type { ChartState } from '../chart-state';
import type { SettingsStore } from '../settings';
import { always, charting, type Command } from './command';

type Deps = {
  readonly chart: Chart;
  readonly settings: SettingsStore;
  /** What one key press records. */
  readonly reasons: { readonly skip: string; readonly void: string };
};

const rowOf = ({ fold, selected }: ChartState) => fold.rows.find((row) => row.id === selected);

/** What is done to the sites, one after the other or many at once. */
export function siteCommands({ chart, settings, reasons }: Deps): readonly Command[] {
  const state = chart.store.getState;
  const onSelected = (run: (site: string) => void) => () => {
    const site = state().selected;
    if (site !== null) run(site);
  };
  const isPlanned = (now: ChartState): boolean => charting(now) && rowOf(now)?.state === 'planned';
  const group = 'site';
  return [
    // Before walking: with a pedal set to give, its keys do not walk.
    {
      id: 'pedal-give',
      group,
      label: 'command.pedalGive',
      applies: (now, { pedal }) => pedal === 'give' && charting(now),
      run: () => {
        // A site that has its dose is passed over: every press gives one that is still planned.
        const { next } = state();
        const site = rowOf(state())?.state === 'planned' ? state().selected : next;
        if (site !== null) chart.give(site);
      },
    },
    {
      id: 'pedal-undo',
      group,
      label: 'command.pedalUndo',
      applies: (now, { pedal }) => pedal === 'give' && charting(now),
      run: chart.undo,
    },
    {
      id: 'give',
      group,
      label: 'action.give',
      applies: (now) => charting(now) && rowOf(now) !== undefined,
      run: onSelected(chart.give),
    },
    {
      id: 'complete',
      group,
      label: 'command.complete',
      applies: charting,
      run: () => {
        const row = rowOf(state());
        if (row !== undefined) chart.complete(row.muscle);
      },
    },
    {
      id: 'complete-side',
      group,
      label: 'command.completeSide',
      applies: charting,
      run: () => {
        const row = rowOf(state());
        if (row !== undefined) chart.complete(row.muscle, row.side);
      },
    },
    {
      id: 'skip',
      group,
      label: 'action.skip',
      applies: isPlanned,
      run: onSelected((site) => {
        chart.skip(site, reasons.skip);
      }),
    },
    {
      id: 'move',
      group,
      label: 'action.moveSite',
      applies: isPlanned,
      run: () => {
        chart.begin({ kind: 'moving-site' });
      },
    },
    {
      id: 'void',
      group,
      label: 'action.void',
      applies: (now) => charting(now) && rowOf(now) !== undefined,
      run: onSelected((site) => {
        chart.voidSite(site, reasons.void);
      }),
    },
    {
      id: 'add-ftp',
      group,
      label: 'action.addFtp',
      applies: charting,
      run: () => {
        chart.begin({ kind: 'adding-extra' });
      },
    },
    { id: 'undo', group, label: 'action.undo', applies: charting, run: chart.undo },
    { id: 'redo', group, label: 'action.redo', applies: charting, run: chart.redo },
    {
      id: 'next-site',
      group,
      label: 'command.nextSite',
      applies: always,
      run: () => {
        chart.step(1);
      },
    },
    {
      id: 'previous-site',
      group,
      label: 'command.previousSite',
      applies: always,
      run: () => {
        chart.step(-1);
      },
    },
    { id: 'show-next', group, label: 'action.showNext', applies: always, run: chart.showNext },
    {
      id: 'order',
      group,
      label: 'command.order',
      applies: always,
      run: () => {
        const at = workOrderIds.indexOf(settings.getState().order);
        const order = workOrderIds[(at + 1) % workOrderIds.length] ?? 'paradigm';
        settings.setState({ order });
        chart.say({ key: `order.${order}` });
      },
    },
    {
      id: 'path',
      group,
      label: 'command.togglePath',
      applies: always,
      on: (_, { path }) => path,
      run: () => {
        settings.setState({ path: !settings.getState().path });
      },
    },
    {
      id: 'pedal',
      group,
      label: 'command.togglePedal',
      applies: always,
      on: (_, { pedal }) => pedal === 'give',
      run: () => {
        const pedal = settings.getState().pedal === 'give' ? 'walk' : 'give';
        settings.setState({ pedal });
        chart.say({ key: `command.pedal.${pedal}` });
      },
    },
  ];
}
