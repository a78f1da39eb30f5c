import {
  type AcuteClass,
  type Attack,
  type DiaryDay,
  featureIds,
  acuteIds,
  hoursOf,
  hoursOfDay,
  type MigraineFeature,
  type Missed,
} from './diary-day';
import type { Day } from '../record/calendar';

/**
 * What is done to one day of a diary. Each takes what was recorded of it (undefined: nothing) and gives what is recorded then.
 * What was not said by hand stays unknown: a headache that got its severity has no hours yet.
 */

const bare = (id: string): Attack => ({ id, hours: null, severity: null, features: null });

const begun = (day: Day, before: DiaryDay | undefined): DiaryDay =>
  before ?? { day, attacks: [], acute: null, missed: null };

/** No headache, and no medicine for one: so nothing was missed either. A note stays. */
export const withoutHeadache = (day: Day, before: DiaryDay | undefined): DiaryDay => ({
  day,
  attacks: [],
  acute: [],
  missed: [],
  ...(before?.note === undefined ? {} : { note: before.note }),
});

/**
 * The day with a headache more. After a day without headache its medicines and what was missed were told for another day than
 * this one, so an empty list is unknown again.
 */
export function withAttack(day: Day, before: DiaryDay | undefined, attack: Attack): DiaryDay {
  const now = begun(day, before);
  const attacks = [...now.attacks, attack];
  if (now.attacks.length > 0) return { ...now, attacks };
  // What was left out of a question goes with its list: of one that is unknown, everything is.
  const medicines = isEmpty(now.acute) ? { ...without(now, 'acuteNotAsked'), acute: null } : now;
  const opened = isEmpty(now.missed) ? { ...without(medicines, 'missedNotAsked'), missed: null } : medicines;
  return { ...opened, attacks };
}

/**
 * The day with one attack changed; the very same day where that says nothing new. Null where it has no such attack, and where its
 * headaches would last longer than a day: how many hours are left is for the day to say, not for whoever saw it before.
 */
export function withAttackChanged(day: DiaryDay, id: string, change: (attack: Attack) => Attack): DiaryDay | null {
  const attacks = day.attacks.map((one) => (one.id === id ? change(one) : one));
  if (!day.attacks.some((one) => one.id === id) || hoursOf(attacks) > hoursOfDay) return null;
  return attacks.every((one, i) => one === day.attacks[i]) ? day : { ...day, attacks };
}

/** The day without an attack. Its last one gone, it is not a day without headache but one of which nothing is known: null. */
export function withoutAttack(day: DiaryDay, id: string): DiaryDay | null {
  const attacks = day.attacks.filter((one) => one.id !== id);
  return attacks.length === 0 ? null : { ...day, attacks };
}

/** How severe the one headache of the day was; where there was none yet, it gets `id`. Null where there are several: which one? */
export function withSeverity(day: Day, before: DiaryDay | undefined, severity: 1 | 2 | 3, id: string): DiaryDay | null {
  const [first, second] = before?.attacks ?? [];
  if (second !== undefined) return null;
  if (before === undefined || first === undefined) return withAttack(day, before, { ...bare(id), severity });
  return withAttackChanged(before, first.id, (attack) => ({ ...attack, severity }));
}

/**
 * Turns "I think it was migraine" on or off for the one headache of the day. Told alone, nothing is known of the other
 * features. Null where there are several headaches.
 */
export function withMigraineTurned(day: Day, before: DiaryDay | undefined, id: string): DiaryDay | null {
  const [first, second] = before?.attacks ?? [];
  if (second !== undefined) return null;
  const began = before !== undefined && first !== undefined ? before : withAttack(day, before, bare(id));
  return withAttackChanged(began, first?.id ?? id, (attack) => {
    const { features, notAsked, ...rest } = attack;
    if (features === null)
      return {
        ...rest,
        features: ['believed-migraine'],
        notAsked: featureIds.filter((one) => one !== 'believed-migraine'),
      };
    const on = features.includes('believed-migraine');
    const next = on
      ? features.filter((one) => one !== 'believed-migraine')
      : [...features, 'believed-migraine' as const];
    // What stood alone and is taken back leaves nothing told.
    if (next.length === 0 && notAsked !== undefined) return { ...rest, features: null };
    const open = notAsked?.filter((one) => one !== 'believed-migraine') ?? [];
    return { ...rest, features: next, ...(open.length === 0 ? {} : { notAsked: open }) };
  });
}

/** One feature turned on or off among all of them: those not chosen are said not to have been there. */
export const withFeatureTurned = (attack: Attack, feature: MigraineFeature): Attack => ({
  ...without(attack, 'notAsked'),
  features: turned(attack.features, feature),
});

/** None of the features was there; again, and nothing is known. */
export const withNoFeature = (attack: Attack): Attack => ({
  ...without(attack, 'notAsked'),
  features: isNone(attack.features, attack.notAsked) ? null : [],
});

/**
 * One class of medicine told alone, by its key: what was not asked about the others stays so. The last one taken back leaves
 * nothing told. Null where nothing is recorded of the day.
 */
export function withMedicineTold(before: DiaryDay | undefined, one: AcuteClass): DiaryDay | null {
  if (before === undefined) return null;
  const { acute, acuteNotAsked = [] } = before;
  const rest = without(before, 'acuteNotAsked');
  const next = turned(acute, one);
  if (next === null) return { ...rest, acute: null };
  const open = (acute === null ? acuteIds : acuteNotAsked).filter((other) => other !== one);
  return { ...rest, acute: next, ...(open.length === 0 ? {} : { acuteNotAsked: open }) };
}

/** One class of medicine turned on or off among all of them: those not chosen were not taken. Null where nothing is recorded of the day: whether it had a headache comes first. */
export function withMedicineTurned(before: DiaryDay | undefined, one: AcuteClass): DiaryDay | null {
  if (before === undefined) return null;
  return { ...without(before, 'acuteNotAsked'), acute: turned(before.acute, one) };
}

/**
 * "None" among the medicines, turned on or off: asked and nothing taken, or not told. Null where nothing is recorded
 * of the day.
 */
export function withNoMedicine(before: DiaryDay | undefined): DiaryDay | null {
  if (before === undefined) return null;
  return { ...without(before, 'acuteNotAsked'), acute: isNone(before.acute, before.acuteNotAsked) ? null : [] };
}

/** A day that was missed in full is not one that was half missed as well (S54). */
const instead: Readonly<Partial<Record<Missed, Missed>>> = {
  work: 'work-half',
  'work-half': 'work',
  housework: 'housework-half',
  'housework-half': 'housework',
};

/** One thing missed turned on or off; in full takes the place of in half, and the other way round. */
export function withMissedTurned(day: DiaryDay, one: Missed): DiaryDay {
  const others = day.missed?.filter((other) => other !== instead[one]) ?? null;
  return { ...without(day, 'missedNotAsked'), missed: turned(others, one) };
}

/** "Nothing" among what was missed, turned on or off: asked and nothing missed, or not told. */
export const withNothingMissed = (day: DiaryDay): DiaryDay => ({
  ...without(day, 'missedNotAsked'),
  missed: isNone(day.missed, day.missedNotAsked) ? null : [],
});

/** The note without blanks around it; a blank one is no note. */
export function withNote(day: DiaryDay, note: string): DiaryDay {
  const [rest, written] = [without(day, 'note'), note.trim()];
  return written === '' ? rest : { ...rest, note: written };
}

/** The same as another day, but its note, as the patient said it was: with attacks of its own. */
export function sameAs(other: DiaryDay, day: Day, newId: () => string): DiaryDay {
  return { ...without(other, 'note'), day, attacks: other.attacks.map((attack) => ({ ...attack, id: newId() })) };
}

/** Hours that one attack may have at most beside the others of its day. */
export const hoursLeft = (day: DiaryDay, id: string): number =>
  hoursOf([{ hours: hoursOfDay }, { hours: -hoursOf(day.attacks.filter((one) => one.id !== id)) }]);

/** Whether two records of a day say the same, by whatever ids their attacks have. */
export function saysTheSame(a: DiaryDay, b: DiaryDay): boolean {
  return JSON.stringify(said(a)) === JSON.stringify(said(b));
}

function said({ day, attacks, acute, acuteNotAsked = [], missed, missedNotAsked = [], note = '' }: DiaryDay): unknown {
  return [
    day,
    attacks.map(({ hours, severity, features, notAsked = [] }) => [
      hours,
      severity,
      features?.toSorted() ?? null,
      notAsked.toSorted(),
    ]),
    acute?.toSorted() ?? null,
    acuteNotAsked.toSorted(),
    missed?.toSorted() ?? null,
    missedNotAsked.toSorted(),
    note,
  ];
}

const without = <T extends object, Name extends keyof T & string>(from: T, name: Name): Omit<T, Name> =>
  Object.fromEntries(Object.entries(from).filter(([one]) => one !== name)) as Omit<T, Name>;

const isEmpty = (list: readonly string[] | null): boolean => list !== null && list.length === 0;

/** That there was none was said, of every one of them. */
const isNone = (list: readonly string[] | null, notAsked: readonly string[] = []): boolean =>
  isEmpty(list) && notAsked.length === 0;

/** The last one taken back leaves nothing told: that there was none is a thing of its own to say. */
function turned<T extends string>(list: readonly T[] | null, one: T): readonly T[] | null {
  if (list === null) return [one];
  const next = list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  return next.length === 0 ? null : next;
}
