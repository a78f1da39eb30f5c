import '../messages/later';
import { t } from '../messages/translate';
import { fixedSites } from '../protocol/fixed-sites';
import { mapOf } from '../protocol/maps';
import type { Heading, Place } from '../protocol/rule';
import type { MapId, MuscleId } from '../protocol/words';

/**
 * How a map finds the sites of a muscle, in as few words as say it all: "8/12: 30 mm up from tragus; 9/13: ...". It is
 * read off the rule that the map walks, with the numbers that the sites have on a note, the patient's left first.
 */
export function ruleText(map: MapId, muscle: MuscleId): string {
  const rules = mapOf(map).sites[muscle];
  const one = rules.length === 1;
  return rules
    .map(({ rule }, n) => {
      const how = placeText(rule.place, muscle);
      return one ? how : t('note.rule.of', { sites: numbersOf(muscle, n + 1), how });
    })
    .join('; ');
}

/** "8/12": the sites of an ordinal by their numbers. */
const numbersOf = (muscle: MuscleId, ordinal: number, side?: 'left' | 'right'): string =>
  fixedSites
    .filter((site) => site.muscle === muscle && site.ordinal === ordinal && (side === undefined || site.side === side))
    .map(({ order }) => String(order))
    .join('/');

function placeText(place: Place, own: MuscleId): string {
  switch (place.op) {
    case 'landmark':
      return t(`landmark.${place.name}`);
    case 'site':
      return numbersOf(place.muscle, place.ordinal, place.side);
    case 'walk': {
      const step = t('note.rule.step', { mm: place.mm.chosen, way: wayText(place.heading) });
      const from = placeText(place.from, own);
      // A walk that begins where another ends is told in the order in which it is walked.
      return place.from.op === 'walk'
        ? t('note.rule.then', { first: from, step })
        : t('note.rule.from', { step, from });
    }
    case 'toward':
      return t('note.rule.toward', {
        mm: place.mm.chosen,
        from: placeText(place.from, own),
        to: placeText(place.to, own),
      });
    case 'between': {
      const [from, to] = [placeText(place.from, own), placeText(place.to, own)];
      const percent = Math.round(place.fraction.chosen * 100);
      return percent === 50 ? t('note.rule.midway', { from, to }) : t('note.rule.part', { percent, from, to });
    }
    case 'level':
      return t('note.rule.level', {
        way: wayText(place.heading),
        from: placeText(place.from, own),
        with: placeText(place.with, own),
      });
  }
}

const wayText = (heading: Heading): string =>
  heading.go === 'diagonal'
    ? t(`note.way.diagonal.${heading.toward}`, { degrees: heading.degrees })
    : t(`note.way.${heading.go}`);
