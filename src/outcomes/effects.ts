import { type Day, daysBetween, dayOf, isBefore, isDay } from '../record/calendar';
import type { ListedSession } from '../record/listing';
import { changesBetween } from '../record/changes';
import {
  type EffectCheck,
  type EffectCorrection,
  type EffectOccasion,
  isUrgent,
  type SideEffect,
} from '../record/side-effects';
import type { PatientFile } from './patient-file';

/** Side effects as a file holds them. Whoever changes a file changes what lies in the vault now: each change finds its entry by id. */

/** With a check; one of the same id gives way to it in its place. */
export function withCheck(file: PatientFile, check: EffectCheck): PatientFile {
  const here = file.effects.some(({ id }) => id === check.id);
  const effects = here ? file.effects.map((one) => (one.id === check.id ? check : one)) : [...file.effects, check];
  return { ...file, effects };
}

/** Without a check: it was not asked then. */
export function withoutCheck(file: PatientFile, check: string): PatientFile {
  const effects = file.effects.filter(({ id }) => id !== check);
  return effects.length === file.effects.length ? file : { ...file, effects };
}

/** An effect as it is told now: what was said before is kept here. */
type Told = Omit<SideEffect, 'corrected'>;

/**
 * With an effect in a check; one of the same id is corrected in its place, and how it stood before is kept with it. A check
 * that is gone takes nothing.
 */
export const withEffect = (
  file: PatientFile,
  check: string,
  effect: Told,
  stamp: Pick<EffectCorrection, 'at' | 'by'>,
): PatientFile =>
  inCheck(file, check, (effects) =>
    effects.some(({ id }) => id === effect.id)
      ? effects.map((one) => (one.id === effect.id ? corrected(one, effect, stamp) : one))
      : [...effects, effect],
  );

/** The very same one where nothing is said otherwise. */
function corrected(before: SideEffect, now: Told, stamp: Pick<EffectCorrection, 'at' | 'by'>): SideEffect {
  const { id, corrected: earlier = [], ...was } = before;
  if (changesBetween({ id, ...was }, now).length === 0) return before;
  return { ...now, corrected: [...earlier, { ...stamp, was }] };
}

/** Without an effect. The check stays, and says that there was nothing else. */
export const withoutEffect = (file: PatientFile, check: string, effect: string): PatientFile =>
  inCheck(file, check, (effects) => effects.filter(({ id }) => id !== effect));

function inCheck(
  file: PatientFile,
  check: string,
  how: (effects: readonly SideEffect[]) => readonly SideEffect[],
): PatientFile {
  const found = file.effects.find(({ id }) => id === check);
  return found === undefined ? file : withCheck(file, { ...found, effects: how(found.effects) });
}

/** Every time the patient was asked after a session, in the order in which it was entered. */
const checksAfter = ({ effects }: Pick<PatientFile, 'effects'>, session: string): readonly EffectCheck[] =>
  effects.filter((one) => one.session === session);

/** Every time the patient was asked after a session on one occasion, in the order in which it was entered. */
export const checksOn = (
  file: Pick<PatientFile, 'effects'>,
  session: string,
  occasion: EffectOccasion,
): readonly EffectCheck[] => checksAfter(file, session).filter((one) => one.occasion === occasion);

/** Why a day cannot be one on which something was told after a session. */
type DayProblem = 'not-a-day' | 'before-session' | 'to-come';

/** What is wrong with an effect, and where: each problem belongs to the field it was typed in. */
export type EffectProblem =
  | { readonly field: 'note'; readonly kind: 'note-missing' }
  | { readonly field: 'began' | 'asked'; readonly kind: DayProblem }
  | { readonly field: 'gone'; readonly kind: DayProblem | 'gone-before-began' };

/** `session` is the day of the injection, `today` the day of entering. */
type Between = { readonly session: Day; readonly today: Day };

/** What is wrong with an effect, or with the day it was asked for, or null; the first in the order of the fields. */
export function effectProblem(
  { effect, note, began, gone }: Pick<SideEffect, 'effect' | 'note' | 'began' | 'gone'>,
  asked: Day,
  between: Between,
): EffectProblem | null {
  const first = began === undefined ? null : dayProblem(began, between);
  if (first !== null) return { field: 'began', kind: first };
  const last = gone === undefined ? null : dayProblem(gone, between);
  if (last !== null) return { field: 'gone', kind: last };
  if (began !== undefined && gone !== undefined && daysBetween(began, gone) < 0) {
    return { field: 'gone', kind: 'gone-before-began' };
  }
  if (effect === 'other' && (note ?? '').trim() === '') return { field: 'note', kind: 'note-missing' };
  const when = dayProblem(asked, between);
  return when === null ? null : { field: 'asked', kind: when };
}

function dayProblem(day: Day, { session, today }: Between): DayProblem | null {
  if (!isDay(day)) return 'not-a-day';
  if (daysBetween(session, day) < 0) return 'before-session';
  return daysBetween(day, today) < 0 ? 'to-come' : null;
}

/** The day a session was injected on, or null where nothing was. */
export const injectedDay = ({ firstNeedleAt }: Pick<ListedSession, 'firstNeedleAt'>): Day | null =>
  firstNeedleAt === undefined ? null : dayOf(firstNeedleAt);

/** What was said of one session before the next is planned. */
export type Reports = {
  readonly session: ListedSession;
  /** When it was injected. */
  readonly day: Day;
  /** Empty: nobody asked, which says nothing of how it was. */
  readonly checks: readonly EffectCheck[];
  readonly effects: readonly SideEffect[];
};

/**
 * What was reported after the sessions before one, the latest first: always the last that was injected, and further back
 * those after which something was reported, `most` of them together. One after which anything urgent was reported is never
 * left out, however long ago it was. Empty for a first session.
 */
export function reportsBefore(
  file: Pick<PatientFile, 'effects'>,
  sessions: readonly ListedSession[],
  { id, startedAt }: Pick<ListedSession, 'id' | 'startedAt'>,
  most = 2,
): readonly Reports[] {
  const before = sessions
    .filter((one) => one.id !== id && !isBefore(startedAt, one.startedAt))
    .flatMap((session) => {
      const day = injectedDay(session);
      if (day === null) return [];
      const checks = checksAfter(file, session.id);
      return [{ session, day, checks, effects: checks.flatMap(({ effects }) => effects) }];
    })
    .sort((a, b) => Date.parse(b.session.firstNeedleAt ?? '') - Date.parse(a.session.firstNeedleAt ?? ''));
  return before
    .filter(({ effects }, n) => n === 0 || effects.length > 0)
    .filter(({ effects }, n) => n < most || effects.some(({ effect }) => isUrgent(effect)));
}
