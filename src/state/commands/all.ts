import '../../messages/later';
import { t } from '../../messages/translate';
import type { Chart } from '../chart';
import { type Route, routeFragment } from '../route';
import type { Replanning } from '../replanning';
import type { SettingsStore } from '../settings';
import { always, type Command } from './command';
import type { CommandId } from './keys';
import { mapCommands } from './map-commands';
import { sessionCommands } from './session-commands';
import { siteCommands } from './site-commands';

type Deps = {
  readonly chart: Chart;
  readonly settings: SettingsStore;
  readonly replanning: () => Promise<Replanning>;
  /** Shows another screen, by the fragment of its address. */
  readonly go: (fragment: string) => void;
};

/** Every action there is. Shortcuts, palette and help sheet are made from this list. */
export function allCommands({ chart, settings, replanning, go }: Deps): readonly Command[] {
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
    ...sessionCommands(chart, replanning),
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
    screen('go-records', 'command.goRecords', { screen: 'records' }),
    screen('go-learn', 'command.goLearn', { screen: 'learn' }),
    screen('go-preview', 'command.goPreview', { screen: 'preview' }),
    screen('go-settings', 'command.goSettings', { screen: 'settings' }),
  ];
}
