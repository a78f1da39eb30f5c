import { IntlMessageFormat } from 'intl-messageformat';
import { en } from './en';
import { language } from './locale';

export type MessageKey = keyof typeof en;
export type MessageValues = Readonly<Record<string, string | number>>;
/** A message that is not yet text: stores hold these, screens render them. */
export type Message = { readonly key: MessageKey; readonly values?: MessageValues };

/** ICU messages, as text or, in a built app, parsed. */
type Catalogue = Readonly<Partial<Record<MessageKey, ConstructorParameters<typeof IntlMessageFormat>[0]>>>;

const catalogue: Catalogue = { ...en };

/** Adds what comes after the first load: see `later.ts`. */
export const addMessages = (more: Catalogue): void => {
  Object.assign(catalogue, more);
};

/**
 * Compiles a catalogue of ICU messages for a locale. Parsed messages are kept, so a render costs a look-up.
 * Throws on a message that cannot be parsed or misses a value: that is a defect, not a state to show.
 */
function createTranslator(locale: string, catalogue: Catalogue) {
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  return (key: MessageKey, values: MessageValues = {}): string => {
    let message = parsed.get(key);
    if (message === undefined) {
      const text = catalogue[key];
      if (text === undefined) throw new Error(`the message ${key} was not fetched: import messages/later`);
      message = new IntlMessageFormat(text, locale);
      parsed.set(key, message);
    }
    const text = message.format(values);
    return typeof text === 'string' ? text : String(text);
  };
}

/** In the language of the app. */
export const t = createTranslator(language, catalogue);

/** Renders a stored message. */
export const say = (message: Message): string => t(message.key, message.values);
