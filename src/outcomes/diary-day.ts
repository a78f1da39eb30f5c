import '../record/zod-setup';
import * as z from 'zod/mini';
import { type Day, dayNumber, daysBetween, isDay } from '../record/calendar';
import type { Damage } from '../record/damage';
import { err, ok, type Result } from '../record/ports';
import { parseWith } from '../record/schema';

/**
 * One day of a patient's headache diary: the calendar day, from midnight to midnight where the patient is. What a day
 * counts as (headache day, migraine day, day of overuse) is not in it: that is worked out from it, by whichever rules.
 */
export type DiaryDay = {
  /** `diaryDayId` of patient and day: writing a day again takes the place of what stood there. */
  readonly id: string;
  /** The patient's id. */
  readonly patient: string;
  readonly day: Day;
  /** Hours with headache on that day, 0 to 24; may hold a fraction. 0 is a day without headache, which was recorded. */
  readonly headacheHours: number;
  /** The worst of the day: 0 none, 1 mild, 2 moderate, 3 severe. 0 exactly when there was no headache. */
  readonly severity: 0 | 1 | 2 | 3;
  /** Each at most once. A yes to one says nothing of the others. */
  readonly features: readonly MigraineFeature[];
  /** Classes of acute medication taken that day, each at most once: days are counted, not doses. */
  readonly acute: readonly AcuteClass[];
  readonly note?: string;
};

/**
 * What a migraine diagnosis asks of a headache (ICHD-3, 1.1 C and D, 1.2, 1.3 C). The list is recalled and awaits
 * clinical sign-off; how severe it was is `severity`.
 */
const featureIds = [
  'one-sided',
  'pulsating',
  'worse-with-activity',
  'nausea',
  'vomiting',
  'light-sensitive',
  'sound-sensitive',
  'aura',
  /** Believed by the patient to be migraine at onset. */
  'believed-migraine',
  /** Relieved by a triptan or ergot. */
  'relieved-by-triptan-or-ergot',
] as const;
export type MigraineFeature = (typeof featureIds)[number];

/** The classes that rules of medication overuse tell apart (ICHD-3, 8.2), and one for the rest. */
const acuteIds = [
  'triptan',
  'ergotamine',
  'paracetamol',
  'aspirin',
  'other-nsaid',
  'opioid',
  'combination-analgesic',
  'other',
] as const;
export type AcuteClass = (typeof acuteIds)[number];

const id = z.string().check(z.minLength(1));
const once = z.refine<readonly string[]>((list) => new Set(list).size === list.length);

/** A diary day as a store or a file holds it: loose, in this order of fields. */
export const diaryDaySchema = z.looseObject({
  id,
  patient: id,
  day: z.string().check(z.refine(isDay)),
  headacheHours: z.number().check(z.gte(0), z.lte(24)),
  severity: z.literal([0, 1, 2, 3]),
  features: z.array(z.enum(featureIds)).check(once),
  acute: z.array(z.enum(acuteIds)).check(once),
  note: z.exactOptional(z.string()),
});

type Agree<Read extends DiaryDay> = Read;
/** Fails to compile when schema and type drift apart. */
export type ReadDiaryDay = Agree<z.output<typeof diaryDaySchema>>;

/** The id under which a patient's day is kept: one a day, and days of a patient sort by date. */
export const diaryDayId = (patient: string, day: Day): string => `${patient}_${day}`;

/**
 * Reads a diary day from whatever a store held; the first damage found, with its path. Fields that contradict each
 * other are damage as well: hours without a severity, features of a headache that was not there, another day's id.
 */
export function parseDiaryDay(value: unknown): Result<DiaryDay, Damage> {
  const read = parseWith(diaryDaySchema, value);
  if (!read.ok) return read;
  const wrong = contradiction(read.value);
  return wrong === null ? ok(read.value) : err({ path: wrong, what: 'not an allowed value' });
}

/** Whether a day may be entered: it must have come. `today` is a moment with the patient's offset, or a day. */
export const hasCome = (day: Day, today: string): boolean => dayNumber(day) !== null && daysBetween(today, day) <= 0;

/** The field that does not go with the others; null if all do. Medication may be taken on any day. */
function contradiction({ id: own, patient, day, headacheHours, severity, features }: DiaryDay): keyof DiaryDay | null {
  if (own !== diaryDayId(patient, day)) return 'id';
  if (headacheHours > 0 !== severity > 0) return 'severity';
  // An aura may come without a headache.
  return headacheHours === 0 && features.some((feature) => feature !== 'aura') ? 'features' : null;
}
