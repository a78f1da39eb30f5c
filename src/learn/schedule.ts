import {
  type Card,
  createEmptyCard,
  default_request_retention,
  fsrs,
  FSRSVersion,
  type Grade,
  Rating as Fsrs,
  State,
} from 'ts-fsrs';
import type { CardId, Rating, Review } from './review';

/**
 * Which scheduler says what is due: the library's own default parameters, without chance, so that the same reviews give the same
 * schedule everywhere. How many new cards a day brings is chosen here; nothing clinical follows from it.
 */
export const scheduler = {
  library: 'ts-fsrs',
  version: FSRSVersion,
  retention: default_request_retention,
  newPerDay: 20,
} as const;

const engine = fsrs({ request_retention: scheduler.retention, enable_fuzz: false });
const grades: Readonly<Record<Rating, Grade>> = {
  again: Fsrs.Again,
  hard: Fsrs.Hard,
  good: Fsrs.Good,
  easy: Fsrs.Easy,
};

/** A card that was answered. `due` is ISO 8601 in UTC; `stability` is in days; `first` is the moment of its first answer. */
export type Scheduled = {
  readonly card: CardId;
  readonly due: string;
  readonly stability: number;
  /** Past its first steps: it is asked for again after days, not minutes. */
  readonly learned: boolean;
  readonly lapses: number;
  readonly answers: number;
  readonly first: string;
  /** What the library keeps of it. */
  readonly kept: Card;
};

export type Schedule = ReadonlyMap<CardId, Scheduled>;

/**
 * What is due when at a time (ISO 8601), folded from every answer given until then in the order of time, whatever order they are
 * kept in; a repeated id counts once. An answer that a clock ahead has dated later than now counts from its day on: it would hide
 * its card until then, and stand as the last whatever is answered meanwhile.
 */
export function scheduleOf(reviews: readonly Review[], now: string): Schedule {
  const schedule = new Map<CardId, Scheduled>();
  const seen = new Set<string>();
  const inTime = given(reviews, now).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
  for (const { id, card, rating, at } of inTime) {
    if (seen.has(id)) continue;
    seen.add(id);
    const before = schedule.get(card);
    const { card: kept } = engine.next(before?.kept ?? createEmptyCard(at), at, grades[rating]);
    schedule.set(card, {
      card,
      due: kept.due.toISOString(),
      stability: kept.stability,
      learned: kept.state === State.Review,
      lapses: kept.lapses,
      answers: (before?.answers ?? 0) + 1,
      first: before?.first ?? at,
      kept,
    });
  }
  return schedule;
}

/** What was done until now, by the clock that it was dated with. */
export const given = <T extends { readonly at: string }>(all: readonly T[], now: string): readonly T[] =>
  all.filter(({ at }) => Date.parse(at) <= Date.parse(now));

/** How likely the card is recalled at a time (ISO 8601), from 0 to 1, by the library's curve of forgetting. */
export const recalled = ({ kept }: Scheduled, at: string): number => engine.get_retrievability(kept, at, false);

/** A card that holds so long is drawn as full: a convention of this program. */
export const fullDays = 30;

/** How firmly something is known that holds for so many days, 0 to 1: each further day counts for less. */
export const firmness = (days: number): number => Math.min(1, Math.log1p(Math.max(0, days)) / Math.log1p(fullDays));

export type Standing = 'new' | 'learning' | 'known';

/** How a card stands at a time (ISO 8601). Known: past its first steps and not due. A convention of this program. */
export function standingOf(schedule: Schedule, card: CardId, now: string): Standing {
  const found = schedule.get(card);
  if (found === undefined) return 'new';
  return found.learned && Date.parse(found.due) > Date.parse(now) ? 'known' : 'learning';
}

export type Queue = {
  /** Due now, the one least likely recalled first. */
  readonly due: readonly CardId[];
  /** New ones that today still brings, in the order given. */
  readonly fresh: readonly CardId[];
  /** When the next card is due that is not yet; null where there is none. */
  readonly next: string | null;
};

/**
 * What there is to do at a time (ISO 8601 with offset: a day is that of the offset). Only the cards given are asked for: others
 * that were answered, by another version, are left alone.
 */
export function queueOf(
  cards: readonly CardId[],
  schedule: Schedule,
  now: string,
  newPerDay: number = scheduler.newPerDay,
): Queue {
  const at = Date.parse(now);
  const answered = cards.flatMap((card) => schedule.get(card) ?? []);
  const due = answered
    .filter((one) => Date.parse(one.due) <= at)
    .map((one) => ({ card: one.card, recalled: recalled(one, now) }))
    // Those that are remembered alike stay in the order in which they are given.
    .sort((a, b) => a.recalled - b.recalled)
    .map(({ card }) => card);
  const begunToday = answered.filter(({ first }) => first.slice(0, 10) === now.slice(0, 10)).length;
  const fresh = cards.filter((card) => !schedule.has(card)).slice(0, Math.max(0, newPerDay - begunToday));
  const ahead = answered.map((one) => one.due).filter((one) => Date.parse(one) > at);
  return { due, fresh, next: ahead.toSorted()[0] ?? null };
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Days in a row with an answer, up to today, or up to yesterday while today has none yet. Days are those written in the
 * moments (ISO 8601 with offset).
 */
export function daysInARow(reviews: readonly Review[], now: string): number {
  const dayNumber = (at: string): number => Math.round(Date.parse(at.slice(0, 10)) / dayMs);
  const days = new Set(reviews.map(({ at }) => dayNumber(at)));
  const today = dayNumber(now);
  const last = days.has(today) ? today : today - 1;
  let count = 0;
  while (days.has(last - count)) count += 1;
  return count;
}
