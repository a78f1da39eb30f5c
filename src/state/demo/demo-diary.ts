import { type Chance, chanceFrom } from '../../learn/chance';
import type { Diary } from '../../outcomes/diary';
import type { AcuteClass, Attack, DiaryDay, MigraineFeature, Missed } from '../../outcomes/diary-day';
import { type Day, daysBetween } from '../../record/calendar';
import { daysAfter } from '../../record/days-after';
import { type DemoDays, demoPatientId } from './demo-days';

/**
 * The made-up diary of the demo patient. Headache grows rarer after each session and more frequent again towards the next;
 * some days were not recorded, some attacks not described. The figures are chosen to show what the app does with them: they
 * are nobody's, and no claim of what treatment does.
 */

/** The same diary on every device; of many seeds, one whose figures can be followed. */
const seed = 3;

/** Percent of days with headache: before the first session, and by week after one. */
const before = 74;
const byWeek = [66, 60, 50, 46, 36, 34, 34, 38, 46, 52, 58, 62] as const;
/** Percent of that in each cycle. */
const byCycle = [100, 80, 70, 62] as const;
/** Percent of headaches that are migraine: before the first session, and after. */
const migraine = { before: 66, after: 54 };
/** A stretch without the phone: days after the first session, and how many. */
const away = { from: 38, days: 4 };

/** From `begin` to `last`, both within, without the days that were not recorded; for the same days always the same. */
export function demoDiary({ begin, sessions, last }: DemoDays): Diary {
  const chance = chanceFrom(seed);
  const days: DiaryDay[] = [];
  const count = daysBetween(begin, last) + 1;
  for (let i = 0; i < count; i += 1) {
    const day = daysAfter(begin, i);
    const made = dayOfDiary(day, sessions, chance);
    const sinceFirst = daysBetween(sessions[0] ?? begin, day);
    const isAway = sinceFirst >= away.from && sinceFirst < away.from + away.days;
    // Made in any case: whether it was recorded changes no other day.
    if (chance.below(100) >= 3 && !isAway) days.push(made);
  }
  return { version: 1, patient: demoPatientId, days };
}

function dayOfDiary(day: Day, sessions: readonly Day[], chance: Chance): DiaryDay {
  const cycle = sessions.findLastIndex((session) => session <= day);
  const week = cycle < 0 ? 0 : Math.floor(daysBetween(sessions[cycle] ?? day, day) / 7);
  const percent = cycle < 0 ? before : ((byWeek[week] ?? before) * (byCycle[cycle] ?? 100)) / 100;
  if (chance.below(100) >= percent) return { day, attacks: [], acute: [], missed: [] };
  const isMigraine = chance.below(100) < (cycle < 0 ? migraine.before : migraine.after);
  const attacks = [attackOf(`${day}-1`, isMigraine, chance)];
  // A second, short headache on the same day.
  if (chance.below(100) < 9) attacks.push({ ...attackOf(`${day}-2`, false, chance), hours: 2 });
  return { day, attacks, acute: acuteOf(isMigraine, chance), missed: missedOf(attacks, chance) };
}

function attackOf(id: string, isMigraine: boolean, chance: Chance): Attack {
  const hours = isMigraine ? 5 + chance.below(10) : 1.5 + chance.below(8) / 2;
  const severity = isMigraine ? chance.one([2, 2, 3] as const) : chance.one([1, 1, 2] as const);
  const features = isMigraine
    ? featuresOf(chance)
    : chance.one<readonly MigraineFeature[]>([[], [], ['light-sensitive']]);
  // Not everything is asked for on a bad day.
  return chance.below(100) < 4 ? { id, hours: null, severity, features: null } : { id, hours, severity, features };
}

function featuresOf(chance: Chance): readonly MigraineFeature[] {
  const pain = chance.one<readonly MigraineFeature[]>([
    ['one-sided', 'pulsating'],
    ['one-sided', 'worse-with-activity'],
    ['pulsating', 'worse-with-activity'],
  ]);
  const company = chance.one<readonly MigraineFeature[]>([
    ['nausea'],
    ['nausea', 'vomiting'],
    ['light-sensitive', 'sound-sensitive'],
    ['nausea', 'light-sensitive', 'sound-sensitive'],
  ]);
  const believed: readonly MigraineFeature[] = chance.below(100) < 70 ? ['believed-migraine'] : [];
  return [...pain, ...company, ...believed];
}

function acuteOf(isMigraine: boolean, chance: Chance): readonly AcuteClass[] {
  if (isMigraine)
    return chance.one<readonly AcuteClass[]>([
      ['triptan'],
      ['triptan'],
      ['triptan', 'other-nsaid'],
      ['other-nsaid'],
      [],
    ]);
  return chance.one<readonly AcuteClass[]>([['other-nsaid'], ['paracetamol'], [], [], []]);
}

function missedOf(attacks: readonly Attack[], chance: Chance): readonly Missed[] {
  if (attacks.every(({ severity }) => severity !== 3)) return chance.below(100) < 8 ? ['housework-half'] : [];
  return chance.one<readonly Missed[]>([['work'], ['work', 'social'], ['work-half'], ['housework'], ['social']]);
}
