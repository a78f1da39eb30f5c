import type { MessageKey } from '../messages/translate';
import type { Chart } from './chart';
import { type ChartState, viewNames } from './chart-state';
import { type KeyPress, matchesKey } from './keys';

/** An action as data: one name, its keys, when it applies, and its one implementation. */
export type Command = {
  readonly id: string;
  readonly label: MessageKey;
  readonly keys: readonly string[];
  readonly applies: (state: ChartState) => boolean;
  readonly run: () => void;
};

const charting = (state: ChartState): boolean => state.session !== null && state.session.finishedAt === undefined;
const selectedState = (state: ChartState) => state.fold.rows.find((row) => row.id === state.selected)?.state;

const viewLabels = {
  front: 'action.viewFront',
  left: 'action.viewLeft',
  right: 'action.viewRight',
  back: 'action.viewBack',
  shoulders: 'action.viewShoulders',
} as const;

/** Every action of Chart. `skipReason` and `voidReason` are what one key press records. */
export function chartCommands(chart: Chart, skipReason: string, voidReason: string): readonly Command[] {
  const selected = () => chart.store.getState().selected;
  const onSelected = (run: (site: string) => void) => () => {
    const site = selected();
    if (site !== null) run(site);
  };
  return [
    {
      id: 'new-session',
      label: 'action.newSession',
      keys: ['n'],
      applies: (state) => state.session === null,
      run: () => void chart.newSession(),
    },
    {
      id: 'give',
      label: 'action.give',
      keys: ['Space', 'g'],
      applies: (state) => charting(state) && selectedState(state) !== undefined,
      run: onSelected(chart.give),
    },
    {
      id: 'complete',
      label: 'action.complete',
      keys: ['c'],
      applies: charting,
      run: onSelected((site) => {
        const muscle = chart.store.getState().fold.rows.find((row) => row.id === site)?.muscle;
        if (muscle !== undefined) chart.complete(muscle);
      }),
    },
    {
      id: 'skip',
      label: 'action.skip',
      keys: ['s'],
      applies: (state) => charting(state) && selectedState(state) === 'planned',
      run: onSelected((site) => {
        chart.skip(site, skipReason);
      }),
    },
    {
      id: 'move',
      label: 'action.moveSite',
      keys: ['r'],
      applies: (state) => charting(state) && selectedState(state) === 'planned',
      run: () => {
        chart.begin({ kind: 'moving-site' });
      },
    },
    {
      id: 'void',
      label: 'action.void',
      keys: ['v'],
      applies: (state) => charting(state) && selectedState(state) !== undefined,
      run: onSelected((site) => {
        chart.voidSite(site, voidReason);
      }),
    },
    {
      id: 'add-ftp',
      label: 'action.addFtp',
      keys: ['f'],
      applies: charting,
      run: () => {
        chart.begin({ kind: 'adding-extra' });
      },
    },
    { id: 'undo', label: 'action.undo', keys: ['Mod+z'], applies: charting, run: chart.undo },
    { id: 'redo', label: 'action.redo', keys: ['Shift+Mod+z', 'Mod+y'], applies: charting, run: chart.redo },
    {
      id: 'finish',
      label: 'action.finish',
      keys: ['e'],
      applies: charting,
      run: () => {
        chart.begin({ kind: 'finishing' });
      },
    },
    {
      id: 'next-site',
      label: 'action.nextSite',
      keys: ['ArrowDown', 'ArrowRight', 'PageDown'],
      applies: () => true,
      run: () => {
        chart.step(1);
      },
    },
    {
      id: 'previous-site',
      label: 'action.previousSite',
      keys: ['ArrowUp', 'ArrowLeft', 'PageUp'],
      applies: () => true,
      run: () => {
        chart.step(-1);
      },
    },
    { id: 'show-next', label: 'action.showNext', keys: ['t'], applies: () => true, run: chart.showNext },
    ...viewNames.map((view, i) => ({
      id: `view-${view}`,
      label: viewLabels[view],
      keys: [String(i + 1)],
      applies: () => true,
      run: () => {
        chart.turnTo(view);
      },
    })),
    {
      id: 'layer',
      label: 'action.toggleLayer',
      keys: ['m'],
      applies: () => true,
      run: () => {
        chart.setLayer(chart.store.getState().layer === 'skin' ? 'muscles' : 'skin');
      },
    },
    {
      id: 'needle',
      label: 'action.toggleNeedle',
      keys: ['i'],
      applies: () => true,
      run: () => {
        chart.setNeedle({ shown: !chart.store.getState().needle.shown });
      },
    },
    {
      id: 'size-head',
      label: 'action.sizeHead',
      keys: ['d'],
      applies: () => true,
      run: () => {
        chart.begin({ kind: 'sizing-head' });
      },
    },
    {
      id: 'hairline',
      label: 'action.toggleHairline',
      keys: ['h'],
      applies: () => true,
      run: () => {
        chart.setHairline(!chart.hairline());
      },
    },
    {
      id: 'compare-maps',
      label: 'action.compareMaps',
      keys: ['b'],
      applies: () => true,
      run: () => {
        chart.setComparing(!chart.store.getState().comparing);
      },
    },
    {
      id: 'list-shifts',
      label: 'action.listShifts',
      keys: ['l'],
      applies: (state) => state.comparing,
      run: () => {
        chart.begin({ kind: 'reading-shifts' });
      },
    },
    {
      id: 'danger-zones',
      label: 'action.toggleZones',
      keys: ['z'],
      applies: () => true,
      run: () => {
        chart.showZones(!chart.store.getState().zonesShown);
      },
    },
    {
      id: 'keys',
      label: 'action.keys',
      keys: ['?'],
      applies: () => true,
      run: () => {
        chart.begin({ kind: 'reading-keys' });
      },
    },
  ];
}

/** The command a key press asks for, or null. None while a form is open: its fields have the keys. */
export function commandFor(commands: readonly Command[], state: ChartState, press: KeyPress): Command | null {
  if (state.doing.kind !== 'idle') return null;
  return (
    commands.find((command) => command.keys.some((key) => matchesKey(key, press)) && command.applies(state)) ?? null
  );
}
