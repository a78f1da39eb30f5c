import { fixedSites } from '../protocol/fixed-sites';
import { muscles } from '../protocol/paradigm';
import { readSiteId } from '../protocol/site-id';
import type { MapId, MuscleId, SiteId } from '../protocol/words';
import { chanceFrom } from './chance';
import type { Asking } from './questions/asking';
import { doseFacts } from './questions/dose';
import { errorFacts } from './questions/errors';
import type { Fact, Question, Topic } from './questions/question';
import { safetyFacts } from './questions/safety';
import { techniqueFacts } from './questions/technique';
import type { CardId } from './review';

const facts: readonly Asking[] = [...doseFacts, ...techniqueFacts, ...safetyFacts, ...errorFacts];
const byId = new Map(facts.map((fact) => [fact.id, fact]));

/** The card of a site on a map: the same site is learned on each map by itself. */
export const siteCard = (map: MapId, site: SiteId): CardId => `site:${map}:${site}`;
/** The site that a card is about; null where it is about a fact. */
export const siteOfCard = (card: CardId): SiteId | null =>
  card.startsWith('site:') ? card.slice(card.indexOf(':', 'site:'.length) + 1) : null;

/** The muscle that a card is about; null where it is no one muscle's, or this version does not know it. */
export function muscleOfCard(card: CardId): MuscleId | null {
  const site = siteOfCard(card);
  return site === null ? (byId.get(card)?.muscle ?? null) : (readSiteId(site)?.muscle ?? null);
}

/** The facts of a topic, in the order in which they are begun. */
export const factsOf = (topic: Topic): readonly Fact[] => facts.filter((fact) => fact.topic === topic);
/** The cards of the 31 sites on a map, in protocol order. */
export const siteCardsOf = (map: MapId): readonly CardId[] => fixedSites.map(({ id }) => siteCard(map, id));
export const factCards: readonly CardId[] = facts.map(({ id }) => id);

/** All there is to learn of a map, in the order in which it is begun: what holds for all, then muscle by muscle, then the rest. */
export const cardsOf = (map: MapId): readonly CardId[] => [
  ...doseFacts.filter(({ muscle }) => muscle === null).map(({ id }) => id),
  ...muscles.flatMap(({ id }) => [
    ...facts.filter(({ muscle }) => muscle === id).map((fact) => fact.id),
    ...siteCardsOf(map).filter((card) => muscleOfCard(card) === id),
  ]),
  ...facts.filter((fact) => fact.muscle === null && !doseFacts.includes(fact)).map(({ id }) => id),
];

/** A question about a fact: the same for the same seed. Null for a site, which is placed, and for what this version does not know. */
export function questionOf(card: CardId, seed: number): Question | null {
  const fact = byId.get(card);
  if (fact === undefined) return null;
  const question = fact.ask(chanceFrom(mixed(card, seed)));
  return { id: `${card}~${seed}`, card, topic: fact.topic, ...question };
}

/** A drill: as many questions as asked for, of one topic or of all, each about another fact while there are any left. */
export function drillOf(topic: Topic | 'mixed', seed: number, count: number): readonly Question[] {
  const of = topic === 'mixed' ? factCards : factsOf(topic).map(({ id }) => id);
  const order = chanceFrom(seed).shuffled(of);
  return order.slice(0, count).flatMap((card, at) => questionOf(card, seed + at) ?? []);
}

/** A seed of its own for each card, so that one seed does not ask alike of all. */
function mixed(card: CardId, seed: number): number {
  let hash = seed | 0;
  for (const letter of card) hash = (Math.imul(hash, 33) + (letter.codePointAt(0) ?? 0)) | 0;
  return hash;
}
