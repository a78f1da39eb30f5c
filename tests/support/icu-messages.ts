import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** What a message asks for: its values by name, and how each is used ("plural", "select", "text"). */
export function argumentsOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const kinds: Partial<Record<TYPE, string>> = { [TYPE.plural]: 'plural', [TYPE.select]: 'select' };
  for (const element of everyElement(parse(text))) {
    if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) continue;
    const kind = kinds[element.type] ?? 'text';
    // A number may be written once as it is and once decide the form of a word: that it decides is what must agree.
    if (!found.has(element.value) || kind !== 'text') found.set(element.value, kind);
  }
  return found;
}

/** What each plural and select of a message lacks or has too much of in a language; empty where every form is there. */
export function formsAmiss(text: string, locale: string): readonly string[] {
  const categories = new Set<string>(new Intl.PluralRules(locale).resolvedOptions().pluralCategories);
  return [...everyElement(parse(text))].flatMap((element) => {
    if (element.type === TYPE.select) return 'other' in element.options ? [] : [`${element.value} lacks other`];
    if (element.type !== TYPE.plural) return [];
    const forms = Object.keys(element.options).filter((form) => !form.startsWith('='));
    const lacking = [...categories].filter((category) => !forms.includes(category));
    const strange = forms.filter((form) => !categories.has(form));
    return [
      ...lacking.map((form) => `${element.value} lacks ${form}`),
      ...strange.map((form) => `${element.value} has ${form}, which ${locale} has not`),
    ];
  });
}

/** The words of `select`s, which stand for cases of the code and must be the same in every language. */
export function casesOf(text: string): readonly string[] {
  return [...everyElement(parse(text))]
    .flatMap((element) =>
      element.type === TYPE.select ? Object.keys(element.options).map((option) => `${element.value}:${option}`) : [],
    )
    .toSorted();
}

function* everyElement(elements: readonly MessageFormatElement[]): Generator<MessageFormatElement> {
  for (const element of elements) {
    yield element;
    if (element.type === TYPE.plural || element.type === TYPE.select)
      for (const { value } of Object.values(element.options)) yield* everyElement(value);
    if (element.type === TYPE.tag) yield* everyElement(element.children);
  }
}
