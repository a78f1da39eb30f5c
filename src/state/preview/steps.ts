import type { PatientKey, PatientWords } from '../../messages/patient/words';
import { muscles } from '../../protocol/paradigm';
import { areaFact, areaFacts, type FactKey, factOf } from '../../protocol/patient-facts';
import type { PatientFact } from '../../protocol/patient-fact';
import {
  type PatientScreenId,
  patientScreenIds,
  type PatientSection,
  sectionsOf,
  statementsOf,
} from '../../protocol/patient-screens';
import { phoneText } from '../../record/practice-phone';
import type { RegionId } from '../../protocol/regions';
import type { MuscleId } from '../../protocol/words';

/** One screen of what will happen: an area, what is told of the whole, or what to ask. */
export type StepId = MuscleId | PatientScreenId | 'ask';

/** The areas in the paradigm's order, then what holds for all of them. */
export const stepIds: readonly StepId[] = [...muscles.map(({ id }) => id), ...patientScreenIds, 'ask'];

/** Whether the step is one muscle's area; else it tells of the whole, or what to ask. */
export const isArea = (step: StepId): step is MuscleId => muscles.some(({ id }) => id === step);

/** The step of an address; the first where there is none of that number. Numbers begin with 1. */
export const stepAt = (at: string | null): number => {
  const n = /^\d{1,2}$/.test(at ?? '') ? Number(at) : 1;
  return n >= 1 && n <= stepIds.length ? n : 1;
};

/** "your temples", as in "Next: your temples". */
export const shortName = (words: PatientWords, step: StepId): string =>
  words.say(isArea(step) ? `preview.area.${step}.short` : `preview.${step}.short`);

/** The heading of the step, in the patient's language: of an area its plain name. */
export const stepTitle = (words: PatientWords, step: StepId): string =>
  words.say(isArea(step) ? `preview.area.${step}.name` : `preview.${step}.title`);

/** A sentence with the numbers that stand behind it. */
export const sayFact = (words: PatientWords, key: FactKey): string => words.say(key, factOf(key).values);

/** What is said before a sentence that tells of a time. */
const whenKeys: Partial<Readonly<Record<FactKey, PatientKey>>> = {
  'preview.expect.onset': 'preview.expect.onset.head',
  'preview.expect.full': 'preview.expect.full.head',
  'preview.expect.fading': 'preview.expect.fading.head',
  'preview.expect.next': 'preview.expect.next.head',
};

/** "Week 4 to 6", of a sentence that tells of it; null of one that tells of no time. */
export function sayWhen(words: PatientWords, key: FactKey): string | null {
  const head = whenKeys[key];
  if (head === undefined) return null;
  const { values = {} } = factOf(key);
  return words.say(head, 'weeks' in values ? { ...values, week: values['weeks'] ?? 0 } : values);
}

/** What is told of one area, a text each. */
export type AreaWords = {
  readonly where: string;
  /** How the patient lies or sits; said where it changes. */
  readonly position: string | null;
  readonly feel: readonly string[];
  readonly why: string;
  readonly time: readonly string[];
  readonly extra: string | null;
};

/** `region`: where the practice works, undefined where it did not say. */
export function areaWords(words: PatientWords, muscle: MuscleId, region?: RegionId): AreaWords {
  const row = muscles.findIndex(({ id }) => id === muscle);
  const position = muscles[row]?.position.is;
  const extra = areaFact(muscle, 'extra', region);
  const injections = words.say('preview.injections', areaFact(muscle, 'where')?.values);
  return {
    where: words.say(`preview.area.${muscle}.where`, { injections }),
    position:
      position === undefined || position === muscles[row - 1]?.position.is
        ? null
        : words.say(`preview.position.${position}`),
    feel: [sayFact(words, 'preview.feel'), words.say(`preview.area.${muscle}.ask`)],
    why: words.say(`preview.area.${muscle}.why`),
    time: [sayFact(words, 'preview.time.area'), sayFact(words, 'preview.pause')],
    extra: extra === null ? null : words.say('preview.extra', extra.values),
  };
}

/** The line that says how the practice is reached, under the signs to call it for; null of other signs, or with no number. */
export const clinicLine = (
  words: PatientWords,
  heading: PatientSection['heading'],
  phone: string | undefined,
): string | null =>
  heading !== 'preview.warn.call' || phone === undefined
    ? null
    : words.say('preview.warn.clinic', { phone: phoneText(phone) });

/** What the practice told of itself that patients are told. */
export type ToldOfPractice = { readonly region?: RegionId; readonly phone?: string };

/** Everything that stands on a step, in the order in which it is read. */
export function linesOf(words: PatientWords, step: StepId, { region, phone }: ToldOfPractice = {}): readonly string[] {
  const title = stepTitle(words, step);
  if (step === 'ask') return [title, ...questionKeys.map((key) => words.say(key))];
  if (isArea(step)) {
    const { where, position, feel, why, time, extra } = areaWords(words, step, region);
    return [title, where, position, ...feel, why, ...time, extra].filter((line) => line !== null);
  }
  const sections = sectionsOf(step, region).flatMap(({ heading, statements, after }) => [
    ...(heading === null ? [] : [words.say(heading)]),
    ...statements.map((key) => sayFact(words, key)),
    ...[clinicLine(words, heading, phone)].filter((line) => line !== null),
    ...(after === undefined ? [] : [sayFact(words, after)]),
  ]);
  return [title, ...sections];
}

/** What one may want to ask. No statements: nothing stands behind them. */
export const questionKeys = [
  'preview.ask.help',
  'preview.ask.other',
  'preview.ask.mine',
  'preview.ask.work',
  'preview.ask.medicine',
  'preview.ask.stop',
] as const satisfies readonly PatientKey[];

/** What the sentences of a step rest on. */
export const factsOf = (step: StepId, region?: RegionId): readonly PatientFact[] =>
  step === 'ask' ? [] : isArea(step) ? areaFacts(step, region) : statementsOf(step, region).map(factOf);
