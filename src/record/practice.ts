import type { SkinOffset } from '../anatomy/anchor';
import { isGroup, type WorkGroup, workGroups } from '../ledger/work-order';
import type { RegionId } from '../protocol/regions';
import type { MapId, MuscleId, Side, SiteId } from '../protocol/words';
import { changesBetween } from './changes';
import type { Prices } from './prices';

/** How a plan of the practice differs from its map, for any patient: places are measured from landmarks. */
export type TemplatePlan = {
  readonly map: MapId;
  readonly skips: readonly { readonly site: SiteId; readonly reason: string }[];
  readonly moves: readonly { readonly site: SiteId; readonly reason: string; readonly offset: SkinOffset }[];
  readonly extras: readonly { readonly muscle: MuscleId; readonly side: Side; readonly offset: SkinOffset }[];
};

/** A plan of the practice, by its name. It says nothing of any patient. */
export type Template = { readonly name: string; readonly plan: TemplatePlan };

/** The longest early window, days. Chosen. */
export const mostEarlyDays = 28;

/** What the practice keeps for all its devices and people: one document of the vault. */
export type Practice = {
  /** Absent while nobody has chosen one. */
  readonly region?: RegionId;
  /** How many whole days before it is due the next session may be booked; absent for none. */
  readonly earlyDays?: number;
  /** Where this app is served for patients: links to a map lead there. Absent where none is given. See `isPreviewHost`. */
  readonly previewHost?: string;
  /** The number that patients call, as people write it; absent where none is given. See `isPhone`. */
  readonly phone?: string;
  /** Its own order of work; absent while it has none. */
  readonly ownOrder?: readonly WorkGroup[];
  /** What it pays and asks; absent while it entered nothing. */
  readonly prices?: Prices;
  /** No two of one name. */
  readonly templates: readonly Template[];
};

/** There is one in a vault. */
export const practiceId = 'practice';
export const noPractice: Practice = { templates: [] };

/** The practice's own order, every group once: those it names first, then those it does not, as the paradigm has them. */
export function ownOrderOf({ ownOrder = [] }: Pick<Practice, 'ownOrder'>): readonly WorkGroup[] {
  const named = ownOrder.flatMap((one) => workGroups.find((group) => isGroup(group, one)) ?? []);
  return [...new Set([...named, ...workGroups])];
}

/** Its own order of work; `ownOrderOf` fills in the groups it leaves out. */
export const withOrder =
  (ownOrder: readonly WorkGroup[]) =>
  (practice: Practice): Practice => ({ ...practice, ownOrder });

/** The practice in a region; `null` chooses none. */
export const withRegion =
  (region: RegionId | null) =>
  (practice: Practice): Practice => {
    const { region: before, ...rest } = practice;
    if ((region ?? undefined) === before) return practice;
    return region === null ? rest : { ...rest, region };
  };

/** A web address that a fragment can follow: encrypted, with nobody's name and no query in it. */
export const isPreviewHost = (text: string): boolean =>
  text.length <= 200 && /^https:\/\/[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?(?:\/[\w.~/-]*)?$/i.test(text);

/** `null` gives none. */
export const withPreviewHost =
  (host: string | null) =>
  (practice: Practice): Practice => {
    const { previewHost: before, ...rest } = practice;
    if ((host ?? undefined) === before) return practice;
    return host === null ? rest : { ...rest, previewHost: host };
  };

/** Whole days, 0 to `mostEarlyDays`; the caller has checked. */
export const withEarlyDays =
  (earlyDays: number) =>
  (practice: Practice): Practice => ({ ...practice, earlyDays });

/** `null` takes them out: nothing is then said to cost anything. */
export const withPrices =
  (prices: Prices | null) =>
  (practice: Practice): Practice => {
    const { prices: before, ...rest } = practice;
    if (prices !== null) return { ...rest, prices };
    return before === undefined ? practice : rest;
  };

/** With a template under its name; one of the same name is replaced. */
export const withTemplate =
  (template: Template) =>
  (practice: Practice): Practice => ({
    ...practice,
    templates: [...practice.templates.filter(({ name }) => name !== template.name), template],
  });

/** The practice without the template of that name; as it was where there is none. */
export const withoutTemplate =
  (name: string) =>
  (practice: Practice): Practice => ({ ...practice, templates: practice.templates.filter((one) => one.name !== name) });

/**
 * What was kept elsewhere, taken in: nothing of ours is changed or lost. A template whose name stands for another plan here
 * is kept beside that one, under the next free "Name (2)"; one that came in before is known again. All else is taken where
 * there is none. The very same object where there was nothing to take.
 */
export function merged(ours: Practice, theirs: Practice): Practice {
  let templates = ours.templates;
  for (const { name, plan } of theirs.templates)
    for (let n = 1; ; n += 1) {
      const called = n === 1 ? name : `${name} (${String(n)})`;
      const here = templates.find((one) => one.name === called);
      if (here === undefined) templates = [...templates, { name: called, plan }];
      if (here === undefined || changesBetween(here.plan, plan).length === 0) break;
    }
  const taken = Object.fromEntries(
    (['region', 'earlyDays', 'previewHost', 'phone', 'ownOrder', 'prices'] as const)
      .filter((name) => ours[name] === undefined && theirs[name] !== undefined)
      .map((name) => [name, theirs[name]]),
  );
  if (Object.keys(taken).length === 0 && templates === ours.templates) return ours;
  return { ...ours, ...taken, templates };
}
