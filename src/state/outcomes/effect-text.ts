import '../../messages/later';
import { t } from '../../messages/translate';
import { effectNames } from '../../protocol/effect-names';
import type { Evidence } from '../../protocol/rule';
import { type Advice, effectFacts, type EffectRate, type TailoringAdvice } from '../../protocol/side-effects';
import { readSiteId } from '../../protocol/site-id';
import { type SourceId, sources as register } from '../../protocol/sources';
import type { MuscleId, SiteId } from '../../protocol/words';
import type { EffectCorrection, EffectOccasion, SideEffect } from '../../record/side-effects';
import { siteName } from '../site-text';

/** What side effects are in the practice's words. `day` writes a day as the screen writes days. */
type DayText = (day: string) => string;
/** As it is told, or was before it was corrected. */
type Told = SideEffect | EffectCorrection['was'];

/** "Check at 2 weeks". */
export const occasionText = (occasion: EffectOccasion): string => t(`effects.occasion.${occasion}`);

/** A site of a record by its name; what is no site is told as it stands. */
function siteText(id: SiteId): string {
  const site = readSiteId(id);
  return site === null ? id : siteName({ ...site, id });
}

/** "Neck pain or stiffness, right, moderate". */
export const effectTitle = ({ effect, side, severity }: Told): string =>
  [
    effectNames[effect],
    ...(side === undefined ? [] : [t(`effects.side.${side}`)]),
    ...(severity === undefined ? [] : [t(`effects.severity.${severity}`)]),
  ].join(', ');

/** "Cervical paraspinal right 1. Since 5 Mar 2026, gone 12 Mar 2026. Came with a stiff shoulder"; empty where nothing more is known. */
export function effectDetail({ sites, began, gone, note }: Told, day: DayText): string {
  const when = [
    ...(began === undefined ? [] : [t('effects.since', { day: day(began) })]),
    ...(gone === undefined ? [] : [t('effects.goneOn', { day: day(gone) })]),
  ].join(', ');
  return [sites.map(siteText).join(', '), when, note ?? ''].filter((part) => part !== '').join('. ');
}

/** "Corrected 14 Mar 2026 by Dr Example. Before: Neck pain or stiffness, mild. Since 5 Mar 2026". */
export function correctionText({ at, by, was }: EffectCorrection, day: DayText): string {
  const before = [effectTitle(was), effectDetail(was, day)].filter((part) => part !== '').join('. ');
  return t(by === '' ? 'effects.corrected' : 'effects.correctedBy', { day: day(at), by, was: before });
}

type Said = {
  readonly text: string;
  readonly evidence: Evidence;
  readonly sources: readonly SourceId[];
};

/** A statement with its grade and its sources; one without a source says that none was read. */
export const saidText = ({ text, evidence, sources }: Said): string =>
  sources.length === 0
    ? t('visit.deviationUnsourced', { text, grade: t(`evidence.${evidence}`) })
    : t(evidence === 'confirmed' ? 'effects.said' : 'effects.saidOpen', {
        text,
        grade: t(`evidence.${evidence}`),
        sources: sources.join(', '),
      });

/** The sources of several statements by name, each once: "S3b: HealthCentral, digest of Blumenfeld et al. 2017". */
export const sourcesText = (all: readonly Pick<Said, 'sources'>[]): string =>
  [...new Set(all.flatMap(({ sources }) => sources))].map((id) => `${id}: ${register[id].title}`).join('; ');

/** "neck pain: 4.1 % of 716 people in COMPEL, related to treatment (confirmed; S12)". */
export const rateText = ({ event, percent, of, evidence, sources }: EffectRate): string =>
  t('effects.rate', {
    event,
    percent: String(percent),
    of,
    grade: t(`evidence.${evidence}`),
    sources: sources.length === 0 ? t('effects.noSource') : sources.join(', '),
  });

/** What is said of an effect; what no source was read for stands apart, technique and ways of tailoring together. */
export type SaidOf = {
  readonly technique: readonly Advice[];
  readonly tailoring: readonly TailoringAdvice[];
  readonly practice: readonly (Advice | TailoringAdvice)[];
};

/** What is said of an effect at the muscles of the sites that were named; all that is said of it where none of them has anything. */
export function adviceFor({ effect, sites }: Pick<SideEffect, 'effect' | 'sites'>): SaidOf {
  const { technique, tailoring } = effectFacts(effect);
  const named = new Set<MuscleId>(sites.flatMap((id) => readSiteId(id)?.muscle ?? []));
  const here = <T extends Advice>(all: readonly T[]): readonly T[] => all.filter(({ muscle }) => named.has(muscle));
  const any = [...technique, ...tailoring].some(({ muscle }) => named.has(muscle));
  const [of, ways] = any ? [here(technique), here(tailoring)] : [technique, tailoring];
  const isRead = ({ sources }: Advice): boolean => sources.length > 0;
  return {
    technique: of.filter(isRead),
    tailoring: ways.filter(isRead),
    practice: [...of, ...ways].filter((one) => !isRead(one)),
  };
}
