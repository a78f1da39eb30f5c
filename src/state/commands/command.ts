import type { MessageKey } from '../../messages/translate';
import type { ChartState } from '../chart-state';
import { type KeyPress, matchesKey } from '../keys';
import type { Settings } from '../settings';
import { type CommandId, commandKeys } from './keys';

/** Under which heading an action stands in palette and help sheet. */
export const commandGroups = ['site', 'session', 'map', 'app'] as const;
type CommandGroup = (typeof commandGroups)[number];

/** An action as data: one name, its keys, when it applies, and its one implementation. */
export type Command = {
  readonly id: CommandId;
  readonly group: CommandGroup;
  readonly label: MessageKey;
  /** Takes part in the choice only where it does something now. */
  readonly applies: (state: ChartState, settings: Settings) => boolean;
  /** Of what is switched on and off: whether it is on. */
  readonly on?: (state: ChartState, settings: Settings) => boolean;
  readonly run: () => void;
};

/** In the notation of `commandKeys`, the one that is shown first. */
export const keysOf = (command: Pick<Command, 'id'>): readonly string[] => commandKeys[command.id];

/** The command a key press asks for, or null. None while a form is open: its fields have the keys. */
export function commandFor(
  commands: readonly Command[],
  state: ChartState,
  settings: Settings,
  press: KeyPress,
): Command | null {
  if (state.doing.kind !== 'idle') return null;
  return (
    commands.find(
      (command) => keysOf(command).some((key) => matchesKey(key, press)) && command.applies(state, settings),
    ) ?? null
  );
}

/** For `applies`: a session is open and not finished. Whether it may be written is the chart's own question. */
export const charting = ({ session }: ChartState): boolean => session !== null && session.finishedAt === undefined;
/** For `applies` of what can be done at any time. */
export const always = (): boolean => true;
