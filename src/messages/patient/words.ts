import { IntlMessageFormat } from 'intl-messageformat';
import type { en } from './en';
import { type Language, locales } from './languages';

export type PatientKey = keyof typeof en;

/** ICU messages, as text or, in a built app, parsed. */
export type PatientCatalogue = Readonly<Record<PatientKey, ConstructorParameters<typeof IntlMessageFormat>[0]>>;

/** What patients read in one language: messages, and days and numbers as that language writes them. */
export type PatientWords = {
  readonly language: Language;
  readonly say: (key: PatientKey, values?: Readonly<Record<string, string | number>>) => string;
  /** A day of the calendar, "3 March 2026". */
  readonly day: (day: string) => string;
  readonly number: (value: number) => string;
};

/** Throws on a message that cannot be parsed or misses a value: that is a defect, not a state to show. */
export function patientWords(language: Language, catalogue: PatientCatalogue): PatientWords {
  const locale = locales[language];
  const parsed = new Map<PatientKey, IntlMessageFormat>();
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(locale);
  return {
    language,
    say(key, values = {}) {
      let message = parsed.get(key);
      if (message === undefined) {
        message = new IntlMessageFormat(catalogue[key], locale);
        parsed.set(key, message);
      }
      return String(message.format(values));
    },
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    number: (value) => numbers.format(value),
  };
}
