import type { SiteId } from '../protocol/words';

/**
 * What is learned by repetition: a site to be placed on a map, or a fact of the protocol. The id outlives the wording. The map is
 * part of a site's: to know where one map puts it is not to know where the other does. A map may be one of another version.
 */
export type CardId = `site:${string}:${SiteId}` | `fact:${string}`;

export type Rating = 'again' | 'hard' | 'good' | 'easy';

/** One answer, as it is kept for good: what is due when is worked out from all of them. `at` is ISO 8601 with offset. */
export type Review = { readonly id: string; readonly card: CardId; readonly rating: Rating; readonly at: string };
