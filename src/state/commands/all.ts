import '../../messages/later';
import { t } from '../../messages/translate';
import type { Beside } from '../aids/beside';
import type { Chart } from '../chart';
import { type Route, routeFragment } from '../route';
import type { Replanning } from '../replanning';
import type { SettingsStore } from '../settings';
import { besideCommands } from './beside-commands';
import { always, type Command } from './command';
import type { CommandId } from './keys';
import { mapCommands } from './map-commands';
import { sessionCommands } from './session-commands';
import { siteCommands } from './site-commands';

type Deps = {
  readonly chart: Chart;
  readonly settings: SettingsStore;
  readonly replanning: () => Promise<Replanning>;
  /** Fetched with the chart: a browser opens a window only while it answers a press. */
  readonly beside: () => Promise<Beside>;
  /** Opens a second screen, or says how to where the browser does not let it. */
  readonly openSecond: () => void;
  /** Prints the note of the open session, or its draft. */
  readonly printNote: () => void;
  /** Shows another screen, by the fragment of its address. */
  readonly go: (fragment: string) => void;
};

/** Every action there is. Shortcuts, palette and help sheet are made from this list. */
export function allCommands({
  chart,
  settings,
  replanning,
  beside,
  openSecond,
  printNote,
  go,
}: Deps): readonly Command[] {
  const reasons = { skip: t('reason.skip.judgement'), void: t('reason.void.mistake') };
  const screen = (id: CommandId, label: Command['label'], route: Route): Command => ({
    id,
    group: 'app',
    label,
    applies: always,
    run: () => {
      go(routeFragment(route));
    },
  });
  return [
    ...siteCommands({ chart, settings, reasons }),
    ...sessionCommands(chart, replanning, printNote),
    ...mapCommands(chart),
    {
      id: 'palette',
      group: 'app',
      label: 'action.palette',
      applies: always,
      run: () => {
        chart.begin({ kind: 'choosing-action' });
      },
    },
    {
      id: 'keys',
      group: 'app',
      label: 'command.keys',
      applies: always,
      run: () => {
        chart.begin({ kind: 'reading-keys' });
      },
    },
    ...besideCommands({ chart, settings, beside, openSecond }),
    screen('go-records', 'command.goRecords', { screen: 'records' }),
    screen('go-learn', 'command.goLearn', { screen: 'learn' }),
    screen('go-preview', 'command.goPreview', { screen: 'preview' }),
    screen('go-settings', 'command.goSettings', { screen: 'settings' }),
  ];
}
