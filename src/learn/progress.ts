import { fixedSites } from '../protocol/fixed-sites';
import { muscles } from '../protocol/paradigm';
import type { MapId, MuscleId, SiteId } from '../protocol/words';
import { cardsOf, muscleOfCard, siteCard, siteOfCard } from './cards';
import type { KeptPlacement, Learning } from './learning';
import type { CardId } from './review';
import { given, recalled, type Schedule, scheduleOf, type Standing, standingOf } from './schedule';

/** So many cards, of which so many are known, and so many begun and not known. */
export type Tally = { readonly of: number; readonly known: number; readonly learning: number };

type SiteProgress = {
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

type MuscleProgress = {
  readonly muscle: MuscleId;
  readonly sites: Tally;
  readonly facts: Tally;
  /** Over its sites as each was placed last; null where none was. */
  readonly meanMm: number | null;
};

export type Progress = {
  /** The map whose sites are counted. */
  readonly map: MapId;
  readonly schedule: Schedule;
  /** In protocol order. */
  readonly sites: readonly SiteProgress[];
  readonly muscles: readonly MuscleProgress[];
  /** Facts that are no one muscle's. */
  readonly general: Tally;
  readonly all: Tally;
};

/** What is known of a map at a time (ISO 8601), from everything that is kept of a learner. Another map's sites count for nothing. */
export function progressOf(
  { reviews, placements }: Pick<Learning, 'reviews' | 'placements'>,
  map: MapId,
  now: string,
): Progress {
  const schedule = scheduleOf(reviews, now);
  const cards = cardsOf(map);
  const standing = (card: CardId): Standing => standingOf(schedule, card, now);
  const tally = (of: readonly CardId[]): Tally => ({
    of: of.length,
    known: of.filter((card) => standing(card) === 'known').length,
    learning: of.filter((card) => standing(card) === 'learning').length,
  });
  const last = lastMmBySite(placedOn(placements, map, now));
  const sites = fixedSites.map(({ id, muscle }): SiteProgress => {
    const card = siteCard(map, id);
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
    map,
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

/** What was placed on a map until now, the last at the end, whatever order they are kept in. */
export const placedOn = (placements: readonly KeptPlacement[], map: MapId, now: string): readonly KeptPlacement[] =>
  given(placements, now)
    .filter((one) => one.map === map)
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));

function lastMmBySite(placements: readonly KeptPlacement[]): ReadonlyMap<SiteId, number> {
  const last = new Map<SiteId, number>();
  for (const { sites } of placements)
    for (const { site, mm } of sites) {
      if (mm === null) last.delete(site);
      else last.set(site, mm);
    }
  return last;
}

/** The mean of millimetres; null of none. */
export const meanOf = (all: readonly number[]): number | null =>
  all.length === 0 ? null : all.reduce((sum, one) => sum + one, 0) / all.length;
