import '../../messages/later';
import type { Chart } from '../chart';
import { viewNames } from '../chart-state';
import { always, type Command } from './command';

const viewLabels = {
  front: 'command.viewFront',
  left: 'command.viewLeft',
  right: 'command.viewRight',
  back: 'command.viewBack',
  shoulders: 'command.viewShoulders',
} as const;

/** What the map shows and from where. */
export function mapCommands(chart: Chart): readonly Command[] {
  const state = chart.store.getState;
  const group = 'map';
  return [
    ...viewNames.map(
      (view): Command => ({
        id: `view-${view}`,
        group,
        label: viewLabels[view],
        applies: always,
        run: () => {
          chart.turnTo(view);
        },
      }),
    ),
    {
      id: 'layer',
      group,
      label: 'command.toggleLayer',
      applies: always,
      run: () => {
        chart.setLayer(state().layer === 'skin' ? 'muscles' : 'skin');
      },
    },
    {
      id: 'danger-zones',
      group,
      label: 'command.toggleZones',
      applies: always,
      on: ({ zonesShown }) => zonesShown,
      run: () => {
        chart.showZones(!state().zonesShown);
      },
    },
    {
      id: 'needle',
      group,
      label: 'command.toggleNeedle',
      applies: always,
      on: ({ needle }) => needle.shown,
      run: () => {
        chart.setNeedle({ shown: !state().needle.shown });
      },
    },
    {
      id: 'hairline',
      group,
      label: 'command.toggleHairline',
      applies: always,
      on: (_, { hairline }) => hairline,
      run: () => {
        chart.setHairline(!chart.hairline());
      },
    },
    {
      id: 'size-head',
      group,
      label: 'action.sizeHead',
      applies: always,
      run: () => {
        chart.begin({ kind: 'sizing-head' });
      },
    },
    {
      id: 'compare-maps',
      group,
      label: 'action.compareMaps',
      applies: always,
      on: ({ comparing }) => comparing,
      run: () => {
        chart.setComparing(!state().comparing);
      },
    },
    {
      id: 'list-shifts',
      group,
      label: 'action.listShifts',
      applies: ({ comparing }) => comparing,
      run: () => {
        chart.begin({ kind: 'reading-shifts' });
      },
    },
  ];
}
