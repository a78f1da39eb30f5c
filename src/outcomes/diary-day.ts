import '../record/zod-setup';
import * as z from 'zod/mini';
import { type Day, dayNumber, daysBetween, isDay } from '../record/calendar';
import type { Damage } from '../record/damage';
import { err, ok, type Result } from '../record/ports';
import { parseWith } from '../record/schema';
import { id } from '../record/value-schemas';

/**
 * One day of a patient's headache diary: the calendar day, from midnight to midnight where the patient is. What a day
 * counts as (headache day, migraine day, day of overuse) is not in it: that is worked out from it, by whichever rules.
 * A day that is not in a diary was not recorded, which is another thing than a day without headache. Within a day, null
 * stands for what was not written down or not asked; an empty list for "asked, and nothing".
 */
export type DiaryDay = {
  readonly day: Day;
  /** Each headache of the day, the first first; empty: a day without headache. One that goes on after midnight is one of either day. */
  readonly attacks: readonly Attack[];
  /** Classes of acute medication taken that day, each at most once: days are counted, not doses. */
  readonly acute: readonly AcuteClass[] | null;
  /** Classes that nobody asked about though `acute` is a list: a file may tell of some alone. Never among those of `acute`. */
  readonly acuteNotAsked?: readonly AcuteClass[];
  /** What the headache kept the patient from that day, each at most once. */
  readonly missed: readonly Missed[] | null;
  /** The same for `missed`. */
  readonly missedNotAsked?: readonly Missed[];
  readonly note?: string;
};

export type Attack = {
  /** Stays with the attack, so that it can be found again when it is edited. */
  readonly id: string;
  /** Hours with headache on that day, above 0 to 24; may hold a fraction. */
  readonly hours: number | null;
  /** The worst of it: 1 mild, 2 moderate, 3 severe. */
  readonly severity: 1 | 2 | 3 | null;
  /** Each at most once. */
  readonly features: readonly MigraineFeature[] | null;
  /** The same for `features`: of these nothing is known. `diary-asked.ts` answers for each. */
  readonly notAsked?: readonly MigraineFeature[];
};

/**
 * What a migraine diagnosis asks of a headache (ICHD-3, 1.1 C and D, 1.2, 1.3 C). The list is recalled and awaits
 * clinical sign-off; how severe it was is `severity`.
 */
export const featureIds = [
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
export const acuteIds = [
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

/** What a day of headache takes: as the five questions of MIDAS tell it (S54), one day each. */
export const missedIds = ['work', 'work-half', 'housework', 'housework-half', 'social'] as const;
export type Missed = (typeof missedIds)[number];

const once = z.refine<readonly string[]>((list) => new Set(list).size === list.length);

const attackSchema = z.looseObject({
  id,
  hours: z.nullable(z.number().check(z.gt(0), z.lte(24))),
  severity: z.nullable(z.literal([1, 2, 3])),
  features: z.nullable(z.array(z.enum(featureIds)).check(once)),
  notAsked: z.exactOptional(z.array(z.enum(featureIds)).check(once)),
});

/** A diary day as a store or a file holds it: loose, in this order of fields. */
export const diaryDaySchema = z.looseObject({
  day: z.string().check(z.refine(isDay)),
  attacks: z.array(attackSchema).check(z.refine((all) => new Set(all.map((attack) => attack.id)).size === all.length)),
  acute: z.nullable(z.array(z.enum(acuteIds)).check(once)),
  acuteNotAsked: z.exactOptional(z.array(z.enum(acuteIds)).check(once)),
  missed: z.nullable(z.array(z.enum(missedIds)).check(once)),
  missedNotAsked: z.exactOptional(z.array(z.enum(missedIds)).check(once)),
  note: z.exactOptional(z.string()),
});

type Agree<Read extends DiaryDay> = Read;
/** Fails to compile when schema and type drift apart. */
export type ReadDiaryDay = Agree<z.output<typeof diaryDaySchema>>;

/**
 * Reads a diary day from whatever a store held; the first damage found, with its path. Attacks that last longer than a
 * day together are damage as well, and so is what is told and said not to have been asked.
 */
export function parseDiaryDay(value: unknown): Result<DiaryDay, Damage> {
  const read = parseWith(diaryDaySchema, value);
  if (!read.ok) return read;
  const apart = (told: readonly string[] | null, notAsked: readonly string[] = []): boolean =>
    !notAsked.some((one) => told === null || told.includes(one));
  const { attacks, acute, acuteNotAsked, missed, missedNotAsked } = read.value;
  const bad = attacks.findIndex(({ features, notAsked }) => !apart(features, notAsked));
  if (bad >= 0) return err({ path: `attacks[${String(bad)}].notAsked`, what: 'not an allowed value' });
  if (!apart(acute, acuteNotAsked)) return err({ path: 'acuteNotAsked', what: 'not an allowed value' });
  if (!apart(missed, missedNotAsked)) return err({ path: 'missedNotAsked', what: 'not an allowed value' });
  return hoursOf(attacks) <= hoursOfDay ? ok(read.value) : err({ path: 'attacks', what: 'not an allowed value' });
}

/** Hours that a day has. */
export const hoursOfDay = 24;

/**
 * Hours of headache together, as far as they were told. Whoever asks whether a day can hold them asks here: to a millionth, so
 * that three times eight and a third, or tenths, add up to what they are.
 */
export const hoursOf = (attacks: readonly Pick<Attack, 'hours'>[]): number =>
  Math.round(attacks.reduce((sum, { hours }) => sum + (hours ?? 0), 0) * 1e6) / 1e6;

/** Whether a day may be entered: it must have come. `today` is a moment with the patient's offset, or a day. */
export const hasCome = (day: Day, today: string): boolean => dayNumber(day) !== null && daysBetween(today, day) <= 0;
