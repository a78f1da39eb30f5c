import '../../messages/later';
import type { CommandError } from '../../learn/landmark-error';
import { reachOf } from '../../learn/landmark-reach';
import { landmarkNames } from '../../learn/landmark-words';
import type { ScoredPin } from '../../learn/exam';
import { liesWithinRule, type Reason, waysOf } from '../../learn/reasons';
import { inTenths, judgedMm, nearness } from '../../learn/summary';
import { t } from '../../messages/translate';
import { muscleOf } from '../../protocol/paradigm';
import type { Evidence, LandmarkName } from '../../protocol/rule';
import { readSiteId } from '../../protocol/site-id';
import { siteOf } from '../../protocol/sites';
import type { MapId, SiteId } from '../../protocol/words';
import { muscleName, siteName } from '../site-text';
import { zoneName } from '../zone-text';

/** "1:26". */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

/** "11.9". */
export const mmFigure = (mm: number): string => inTenths(mm).toFixed(1);

const parts = (id: SiteId) => {
  const site = readSiteId(id);
  if (site === null) throw new RangeError(`not a site: ${id}`);
  return site;
};

/** "TE L3". */
export function siteCode(id: SiteId): string {
  const { muscle, side, ordinal } = parts(id);
  const letter = t(side === 'left' ? 'side.shortLeft' : side === 'right' ? 'side.shortRight' : 'side.shortMidline');
  return t('exam.siteShort', { code: muscleOf(muscle).code, side: letter, n: ordinal });
}

/** "Temporalis left 3". */
export const siteInFull = (id: SiteId): string => siteName({ ...parts(id), id });

const landmarkName = (name: LandmarkName): string => t(`landmark.${name}`);

/** What was wrong with a landmark command, and what can be said. */
export function commandProblem(error: CommandError): string {
  switch (error.kind) {
    case 'no-landmark':
      return t('exam.refused.no-landmark', { landmarks: landmarkNames.map(landmarkName).join(', ') });
    case 'two-landmarks':
      return t('exam.refused.two-landmarks', { first: landmarkName(error.first), second: landmarkName(error.second) });
    case 'which-point':
      return t('exam.refused.which-point', { what: error.what, landmark: landmarkName(error.landmark) });
    case 'not-from':
      return t('exam.refused.not-from', {
        what: error.what,
        landmark: landmarkName(error.landmark),
        on: reachOf(error.landmark),
      });
    case 'past-midline':
    case 'beside-midline':
      return t(`exam.refused.${error.kind}`, { landmark: landmarkName(error.landmark) });
    default:
      return t(`exam.refused.${error.kind}`, { ...error });
  }
}

/** "Too low and too far forward." */
function waysText(pin: ScoredPin): string | null {
  const [first, more] = waysOf(pin);
  if (first === undefined) return null;
  return t('exam.fault.ways', {
    first: t(`exam.way.${first}`),
    more: more === undefined ? 'none' : t(`exam.way.${more}`),
  });
}

/** What was wrong with a pin: the gravest of it, and which way it went. */
export function faultText({ pin, fault }: Pick<Reason, 'pin' | 'fault'>): string {
  const near = nearness(judgedMm(pin)) === 'near';
  const ways = near ? null : waysText(pin);
  const told = graveText({ pin, fault });
  return [told, ways, near ? null : outsideText(pin)].filter((text) => text !== null).join(' ') || t('exam.fault.miss');
}

/** "6.0 mm outside what its rule allows", where that is not the distance from the map's point. */
function outsideText(pin: ScoredPin): string | null {
  const [mm, outside] = [mmFigure(pin.mm), mmFigure(judgedMm(pin))];
  return mm === outside ? null : t('exam.fault.outsideRule', { mm: outside });
}

/** "Within the rule: 1.5 to 3 cm straight above …": of a pin off the map's point that its rule allows; null of any other. */
export function ruleText(map: MapId, pin: ScoredPin): string | null {
  const site = siteOf(map, pin.site);
  if (site === null || !liesWithinRule(pin)) return null;
  const { sentence, sources, evidence } = site.rule;
  return `${t('exam.withinRule', { rule: sentence })} ${sourcedText(sources, evidence)}`;
}

function graveText({ pin, fault }: Pick<Reason, 'pin' | 'fault'>): string | null {
  switch (fault.kind) {
    case 'wrong-side':
      return t('exam.fault.wrong-side');
    case 'wrong-muscle':
      return pin.under === null || pin.under.muscle === pin.muscle
        ? t('exam.fault.in-none')
        : t('exam.fault.wrong-muscle', { muscle: muscleName(pin.under.muscle).toLowerCase() });
    case 'zone':
      return t('exam.fault.zone', { zone: zoneName(fault.zone.zone).toLowerCase() });
    case 'miss':
      return null;
  }
}

/** "S3, S25 · unconfirmed, awaiting clinical sign-off". */
export function sourcedText(sources: readonly string[], evidence: Evidence): string {
  const awaiting = evidence === 'unconfirmed' || evidence === 'derived';
  return t(awaiting ? 'exam.sourcedAwaiting' : 'exam.sourced', {
    sources: sources.join(', '),
    grade: t(`evidence.${evidence}`),
  });
}
