import { t } from '../../messages/translate';
import { type Command, commandGroups } from './command';

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The actions whose name has every typed word, each at the beginning of one of its own; without a word all of them. In the
 * order of the groups, so that what is read is what is walked.
 */
export function findCommands(
  commands: readonly Command[],
  typed: string,
  wanted: (command: Command) => boolean,
): readonly Command[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  return commands
    .filter(wanted)
    .filter(({ label }) => {
      const own = plain(t(label)).split(/[^\p{L}\p{N}]+/u);
      return words.every((word) => own.some((one) => one.startsWith(word)));
    })
    .sort((a, b) => commandGroups.indexOf(a.group) - commandGroups.indexOf(b.group));
}
