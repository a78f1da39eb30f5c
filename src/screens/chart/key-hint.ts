import { t } from '../../messages/translate';
import { type CommandId, commandKeys } from '../../state/commands/keys';
import { showKey } from '../../state/keys';

/** What a button says when a pointer rests on it: its name and the key that does the same. */
export const keyHint = (name: string, id: CommandId, apple: boolean): string =>
  t('action.withKey', { name, key: showKey(commandKeys[id][0], apple) });

/** The first key of an action, as assistive technology is told it. */
export const ariaKey = (id: CommandId): string =>
  commandKeys[id][0].replace('Mod', 'Control').replace(/[a-z]$/, (letter) => letter.toUpperCase());
