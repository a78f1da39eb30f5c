import '../../messages/later';
import type { Beside } from '../aids/beside';
import type { Chart } from '../chart';
import type { SettingsStore } from '../settings';
import { always, type Command } from './command';

type Deps = {
  readonly chart: Chart;
  readonly settings: SettingsStore;
  readonly beside: () => Promise<Beside>;
  readonly openSecond: () => void;
};

/** What runs beside the chart: a second screen, speech, and whether the head turns by itself. */
export function besideCommands({ chart, settings, beside, openSecond }: Deps): readonly Command[] {
  const group = 'app';
  return [
    {
      id: 'second-screen',
      group,
      label: 'second.open',
      applies: always,
      run: openSecond,
    },
    {
      id: 'speech',
      group,
      label: 'command.speech',
      applies: always,
      on: (_, { speech }) => speech,
      run: () =>
        void beside().then(({ aids }) => {
          aids.toggleSpeech();
        }),
    },
    {
      id: 'say-again',
      group,
      label: 'command.sayAgain',
      applies: (_, { speech }) => speech,
      run: () =>
        void beside().then(({ aids }) => {
          aids.sayAgain();
        }),
    },
    {
      id: 'follow',
      group,
      label: 'command.follow',
      applies: always,
      on: (_, { follow }) => follow === 'turn',
      run: () => {
        const follow = settings.getState().follow === 'turn' ? 'stay' : 'turn';
        settings.setState({ follow });
        chart.say({ key: `command.follow.${follow}` });
      },
    },
  ];
}
