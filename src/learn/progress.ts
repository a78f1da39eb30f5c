import { fixedSites } from '../protocol/fixed-sites';
import { muscles } from '../protocol/paradigm';
import type { MuscleId, SiteId } from '../protocol/words';
import { cards, muscleOfCard, siteCard, siteOfCard } from './cards';
import type { KeptPlacement, Learning } from './learning';
import type { CardId } from './review';
import { recalled, type Schedule, scheduleOf, type Standing, standingOf } from './schedule';

/** So many cards, of which so many are known, and so many begun and not known. */
export type Tally = { readonly of: number; readonly known: number; readonly learning: number };

export type SiteProgress = {
  readonly site: SiteId;
  readonly muscle: MuscleId;
  readonly standing: Standing;
  /** How likely it is recalled now, 0 to 1; null while it was never placed. */
  readonly recalled: number | null;
  /** For how many days it holds: after them it is recalled as likely as the scheduler aims at. Null while it was never placed. */
  readonly holdsDays: number | null;
  /** How far it was off when it was placed last, mm along the skin of a model; null where it was not placed. */
  readonly lastMm: number | null;
};

export type MuscleProgress = {
  readonly muscle: MuscleId;
  readonly sites: Tally;
  readonly facts: Tally;
  /** Over its sites as each was placed last; null where none was. */
  readonly meanMm: number | null;
};

export type Progress = {
  readonly schedule: Schedule;
  /** In protocol order. */
  readonly sites: readonly SiteProgress[];
  readonly muscles: readonly MuscleProgress[];
  /** Facts that are no one muscle's. */
  readonly general: Tally;
  readonly all: Tally;
};

/** What is known of the map at a time (ISO 8601), from everything that is kept of a learner. */
export function progressOf({ reviews, placements }: Pick<Learning, 'reviews' | 'placements'>, now: string): Progress {
  const schedule = scheduleOf(reviews, now);
  const standing = (card: CardId): Standing => standingOf(schedule, card, now);
  const tally = (of: readonly CardId[]): Tally => ({
    of: of.length,
    known: of.filter((card) => standing(card) === 'known').length,
    learning: of.filter((card) => standing(card) === 'learning').length,
  });
  const last = lastMmBySite(placements);
  const sites = fixedSites.map(({ id, muscle }): SiteProgress => {
    const card = siteCard(id);
    const scheduled = schedule.get(card);
    return {
      site: id,
      muscle,
      standing: standing(card),
      recalled: scheduled === undefined ? null : recalled(scheduled, now),
      holdsDays: scheduled?.stability ?? null,
      lastMm: last.get(id) ?? null,
    };
  });
  return {
    schedule,
    sites,
    muscles: muscles.map(({ id }): MuscleProgress => {
      const own = cards.filter((card) => muscleOfCard(card) === id);
      return {
        muscle: id,
        sites: tally(own.filter((card) => siteOfCard(card) !== null)),
        facts: tally(own.filter((card) => siteOfCard(card) === null)),
        meanMm: meanOf(sites.flatMap(({ muscle, lastMm }) => (muscle === id && lastMm !== null ? [lastMm] : []))),
      };
    }),
    general: tally(cards.filter((card) => muscleOfCard(card) === null)),
    all: tally(cards),
  };
}

/** The last placement by time, whatever order they are kept in. */
export const inTime = (placements: readonly KeptPlacement[]): readonly KeptPlacement[] =>
  placements.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));

function lastMmBySite(placements: readonly KeptPlacement[]): ReadonlyMap<SiteId, number> {
  const last = new Map<SiteId, number>();
  for (const { sites } of inTime(placements))
    for (const { site, mm } of sites) {
      if (mm === null) last.delete(site);
      else last.set(site, mm);
    }
  return last;
}

/** The mean of millimetres; null of none. */
export const meanOf = (all: readonly number[]): number | null =>
  all.length === 0 ? null : all.reduce((sum, one) => sum + one, 0) / all.length;
