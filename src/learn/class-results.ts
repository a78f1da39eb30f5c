import type { TwoLegs } from '../anatomy/offset';
import type { SiteId } from '../protocol/words';
import {
  type Assessment,
  figuresOf,
  judge,
  type ResultFigures,
  type SiteResult,
  type Taken,
  type Verdict,
} from './assessment';
import { farMm, keptMm, nearMm } from './summary';

/** One certificate in the table of a class. `counts`: false where the same learner took the assessment again later. */
export type ClassRow = {
  readonly taken: Taken;
  readonly verdict: Verdict;
  readonly figures: ResultFigures;
  readonly counts: boolean;
};

/** What a class did with one site. Distances are of the pins placed, mm; null where nobody placed one. */
export type ClassSite = {
  readonly site: SiteId;
  readonly placed: number;
  readonly missed: number;
  readonly meanMm: number | null;
  readonly medianMm: number | null;
  readonly worstMm: number | null;
  /** Of those who were asked for it, of 1: further from what its rule allows than `nearMm` and than `farMm`, or not placed at all. */
  readonly overNear: number;
  readonly overFar: number;
  /** Where the pins lie from the site on the average; null where that cannot be told. */
  readonly direction: TwoLegs | null;
};

/** A class at one assessment: its certificates by learner, and its sites, the worst first. */
export type ClassResults = {
  readonly key: string;
  readonly assessment: Assessment;
  readonly rows: readonly ClassRow[];
  readonly sites: readonly ClassSite[];
  /** Learners, each once; and those of them who passed. */
  readonly learners: number;
  readonly passed: number;
};

/** Names that differ in capitals and spaces alone are one learner's. */
export const sameLearner = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * The results of classes, one for each assessment, the latest taken first. Of several certificates of a learner the last
 * counts, all are in the table. A certificate that is given twice is one.
 */
export function classResults(taken: readonly Taken[]): readonly ClassResults[] {
  const once = [...new Map(taken.map((one) => [one.id, one])).values()].sort(latestFirst);
  return [...grouped(once, ({ key }) => key)].flatMap(([key, all]) => {
    const [first] = all;
    if (first === undefined) return [];
    const { assessment } = first;
    const seen = new Set<string>();
    const rows = all.map((one): ClassRow => {
      const learner = sameLearner(one.learner);
      const counts = !seen.has(learner);
      seen.add(learner);
      return {
        taken: one,
        verdict: judge(assessment, one.result),
        figures: figuresOf(assessment, one.result),
        counts,
      };
    });
    const counted = rows.filter(({ counts }) => counts);
    return [
      {
        key,
        assessment,
        rows,
        sites: sitesOf(counted.map((row) => row.taken.result.sites)),
        learners: counted.length,
        passed: counted.filter(({ verdict }) => verdict.passed).length,
      },
    ];
  });
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

const latestFirst = (a: Taken, b: Taken): number =>
  Date.parse(b.takenAt) - Date.parse(a.takenAt) || a.id.localeCompare(b.id, 'en');

function sitesOf(results: readonly (readonly SiteResult[])[]): readonly ClassSite[] {
  const bySite = grouped(results.flat(), ({ site }) => site);
  return [...bySite].map(([site, all]) => siteOf(site, all)).sort(worstFirst);
}

/**
 * By the share of the class that was far off or left the site out, then by the share that was not near, then by the mean
 * of those who placed it: a site that one found and nine left out is no good one.
 */
const worstFirst = (a: ClassSite, b: ClassSite): number =>
  b.overFar - a.overFar || b.overNear - a.overNear || (b.meanMm ?? Number.MAX_VALUE) - (a.meanMm ?? Number.MAX_VALUE);

function siteOf(site: SiteId, all: readonly SiteResult[]): ClassSite {
  const mm = all.flatMap((one) => (one.mm === null ? [] : [one.mm])).sort((a, b) => a - b);
  const missed = all.length - mm.length;
  const over = (limit: number): number =>
    (missed + all.filter((one) => (keptMm(one) ?? 0) > limit).length) / all.length;
  return {
    site,
    placed: mm.length,
    missed,
    meanMm: mm.length === 0 ? null : mean(mm),
    medianMm: median(mm),
    worstMm: mm.at(-1) ?? null,
    overNear: over(nearMm),
    overFar: over(farMm),
    direction: directionOf(all.flatMap(({ off }) => (off === null ? [] : [off]))),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

function median(sorted: readonly number[]): number | null {
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The mean of ways in two legs. A site's second legs all run along one line, one way or the other. */
function directionOf(ways: readonly TwoLegs[]): TwoLegs | null {
  const [first] = ways;
  if (first === undefined) return null;
  const forth = first.toward === 'forward' || first.toward === 'back' ? 'forward' : 'lateral';
  const back = forth === 'forward' ? 'back' : 'medial';
  // Of a leg that is nothing any way may be named.
  const along = ways.map(({ alongMm, toward }) => (toward === forth ? alongMm : -alongMm));
  if (ways.some(({ alongMm, toward }) => alongMm !== 0 && toward !== forth && toward !== back)) return null;
  const alongMm = mean(along);
  return { upMm: mean(ways.map(({ upMm }) => upMm)), alongMm: Math.abs(alongMm), toward: alongMm < 0 ? back : forth };
}
