import '../../messages/later';
import { type Message, say } from '../../messages/translate';

/** Why something was refused, in words: they come after the map, since nothing is refused before it is there. */
export function RefusalText({ message }: { readonly message: Message }) {
  return say(message);
}
