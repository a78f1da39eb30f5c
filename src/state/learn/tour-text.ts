import '../../messages/later';
import type { RuleLeg, RulePlace } from '../../anatomy/rule-walk';
import type { StepKind, TourStep } from '../../learn/tour';
import { listed } from '../../messages/locale';
import { t } from '../../messages/translate';
import { ftpMuscles, muscleOf, protocol, sessionTotals } from '../../protocol/paradigm';
import type { Heading } from '../../protocol/rule';
import { readSiteId } from '../../protocol/site-id';
import type { SiteId } from '../../protocol/words';
import { ordinalOf, sideName, sideShort, siteName } from '../site-text';

/** "Find it: site 3, leg 1 of 2"; "What goes wrong". */
export function stepTitle({ kind, find }: TourStep, alone: boolean): string {
  if (find === null) return t(`tour.step.${kind as Exclude<StepKind, 'find'>}`);
  const { ordinal, leg, legs } = find;
  if (legs === 1) return alone ? t('tour.step.find') : t('tour.step.findSite', { ordinal });
  const values = { ordinal, leg: leg + 1, legs };
  return alone ? t('tour.step.findLeg', values) : t('tour.step.findSiteLeg', values);
}

/** What the tour is about, before its first step: what the paradigm is called and what follow-the-pain is, from the table. */
export const paradigmText = (): string =>
  t('tour.paradigm', {
    paradigm: protocol.name,
    sites: sessionTotals.fixedSites,
    units: sessionTotals.fixedUnits,
    extras: sessionTotals.capSites - sessionTotals.fixedSites,
    muscles: listed(ftpMuscles.map((id) => muscleOf(id).name.toLowerCase())),
  });

/** "left tragus"; "temporalis left 1"; where an earlier leg ended: "there". */
function placeName(place: RulePlace): string {
  switch (place.kind) {
    case 'landmark':
      return place.side === 'midline'
        ? t(`landmark.${place.name}`)
        : t('tour.landmark', { side: sideName[place.side], name: t(`landmark.${place.name}`) });
    case 'site':
      return nameOfSite(place.id);
    case 'there':
      return t('tour.there');
  }
}

function nameOfSite(id: SiteId): string {
  const read = readSiteId(id);
  if (read === null) throw new RangeError(`not a site: ${id}`);
  return siteName({ ...read, id });
}

/** A place within a sentence: "the left tragus", "the inion"; a vertebra and a site go without. */
const placeTold = (place: RulePlace): string =>
  place.kind === 'landmark' && place.name !== 'c7' ? t('tour.the', { name: placeName(place) }) : placeName(place);

/** What stands beside a place on the head: nothing where a leg goes on from the one before it. */
export const markName = (place: RulePlace): string | null =>
  place.kind === 'there' ? null : place.kind === 'site' ? shortName(place.id) : placeName(place);

/** "TE L1". */
function shortName(id: SiteId): string {
  const read = readSiteId(id);
  if (read === null) throw new RangeError(`not a site: ${id}`);
  return t('site.mapLabel', { muscle: muscleOf(read.muscle).code, side: sideShort(read.side), n: ordinalOf(id) });
}

const mmText = (mm: number): string => mm.toFixed(mm < 9.95 ? 1 : 0);

const wayText = (heading: Heading): string =>
  heading.go === 'diagonal'
    ? t(`note.way.diagonal.${heading.toward}`, { degrees: heading.degrees })
    : t(`note.way.${heading.go}`);

/** A leg in words: from what, which way, how far. Lengths that the rule does not give are this head's, and said to be. */
export function legText(leg: RuleLeg): string {
  const text = bareText(leg);
  return leg.aside ? t('tour.leg.aside', { leg: text }) : text;
}

function bareText({ heading, asked, from, to, mm, whole }: RuleLeg): string {
  const start = placeTold(from);
  if (heading !== null) {
    const way = wayText(heading);
    return asked === null
      ? t('tour.leg.level', { from: start, way, mm: mmText(mm) })
      : t('tour.leg.walk', { from: start, way, mm: asked.measure.chosen });
  }
  const end = to === null ? t('tour.there') : placeTold(to);
  if (asked?.unit === 'mm') return t('tour.leg.toward', { from: start, to: end, mm: asked.measure.chosen });
  const fraction = asked?.measure.chosen ?? 0;
  const values = { from: start, to: end, mm: mmText(mm), whole: mmText(whole?.mm ?? mm) };
  return fraction === 0.5
    ? t('tour.leg.midway', values)
    : t('tour.leg.part', { ...values, percent: Math.round(100 * fraction) });
}

/** What the ruler along a leg reads: "30 mm". */
export const rulerText = ({ asked, mm }: RuleLeg): string =>
  t('tour.ruler', { mm: asked?.unit === 'mm' ? String(asked.measure.chosen) : mmText(mm) });
