import type { TwoLegs } from '../anatomy/offset';
import type { ZoneId } from '../protocol/danger-zone';
import type { MapId, MuscleId, Side, SiteId } from '../protocol/words';
import type { Score } from './exam';
import { inTenths, keptMm, keptRuleMm } from './summary';
import { sessionTotals } from '../protocol/paradigm';

/** Which side's sites are asked for; those of the midline belong to either. */
export type AskedSide = Exclude<Side, 'midline'> | 'both';

/** What has to be reached, as a supervisor sets it. */
export type PassMark = {
  /** A site counts as found where the pin is no further from what its rule allows than this, mm along the skin, in its muscle and on its side. */
  readonly withinMm: number;
  /** How many of the sites must be found, of 1. */
  readonly share: number;
  /** The mean distance may be no more than this, mm; null where it does not matter. */
  readonly meanMm: number | null;
  /** Every pin in its muscle; every pin on its side. */
  readonly rightMuscle: boolean;
  readonly rightSide: boolean;
  /** Danger zones that may be entered at most; null where they do not matter. */
  readonly zones: number | null;
  /** How many of the questions must be right, of 1. */
  readonly questions: number;
};

/**
 * A fixed exam. Everything in it follows from this: the same assessment asks the same sites, on the same head, and the same
 * questions on any device. `by` made it, at `madeAt` (ISO 8601 with offset).
 */
export type Assessment = {
  readonly id: string;
  readonly title: string;
  readonly by: string;
  readonly madeAt: string;
  readonly map: MapId;
  /** The text of the head's variant. */
  readonly head: string;
  readonly muscles: readonly MuscleId[];
  readonly side: AskedSide;
  /** How many sites are asked for; fewer where muscles and side have fewer. */
  readonly count: number;
  /** How many questions are asked. */
  readonly questions: number;
  /** A whole number from 0 to `mostSeed`. */
  readonly seed: number;
  /** Null where time does not matter. */
  readonly limitMinutes: number | null;
  readonly pass: PassMark;
};

export const mostSeed = 0xffff_ffff;

/** The most that an assessment may set, and the least; the form on the screen keeps to it. */
export const assessmentLimits = {
  title: 120,
  by: 80,
  sites: sessionTotals.fixedSites,
  questions: 40,
  minutes: 240,
  mm: { least: 0.5, most: 50 },
  zones: 99,
} as const;

/** One site of a result. Nothing is kept more finely than it is shown, and it is judged as it is shown. */
export type SiteResult = {
  readonly site: SiteId;
  /** Along the skin, mm to a tenth; null where no pin was left for it. */
  readonly mm: number | null;
  /** How far outside what the site's rule allows, mm to a tenth; only where that is not `mm`. */
  readonly ruleMm?: number;
  /** From the site to the pin in two legs, mm to a tenth; null without a pin, or where no such way leads there. */
  readonly off: TwoLegs | null;
  readonly rightMuscle: boolean;
  readonly rightSide: boolean;
  readonly zones: readonly ZoneId[];
};

export type QuestionsResult = { readonly asked: number; readonly right: number };

/** What came of an attempt, in the order of the task. `tookMs`: from the head shown to the last pin confirmed, whole ms. */
export type AssessmentResult = {
  readonly sites: readonly SiteResult[];
  readonly questions: QuestionsResult;
  readonly tookMs: number;
};

/** A result of someone. `key` is the same for the same assessment and no other; `takenAt` is ISO 8601 with offset. */
export type Taken = {
  readonly id: string;
  readonly learner: string;
  readonly takenAt: string;
  readonly assessment: Assessment;
  readonly key: string;
  readonly result: AssessmentResult;
};

/** What is kept of a score. */
export function resultOf({ task, pins, tookMs }: Score, questions: QuestionsResult): AssessmentResult {
  const asked = task.groups.flatMap((group) => group.asked);
  return {
    sites: asked.map((site): SiteResult => {
      const pin = pins.find((one) => one.site === site);
      if (pin === undefined) return { site, mm: null, off: null, rightMuscle: false, rightSide: false, zones: [] };
      const { mm, off, fromRule, rightMuscle, rightSide, zones } = pin;
      return {
        site,
        mm: inTenths(mm),
        ...keptRuleMm({ mm, fromRule }),
        off: off === null ? null : { upMm: inTenths(off.upMm), alongMm: inTenths(off.alongMm), toward: off.toward },
        rightMuscle,
        rightSide,
        // Both sides of a zone are one zone.
        zones: [...new Set(zones.map(({ zone }) => zone))],
      };
    }),
    questions,
    tookMs: Math.round(tookMs),
  };
}

/** What a result says in figures. Means are of the pins that were placed; null where none was. */
export type ResultFigures = {
  readonly sites: number;
  readonly placed: number;
  /** Found: no further from what its rule allows than the pass mark allows, in its muscle and on its side. */
  readonly within: number;
  readonly meanMm: number | null;
  readonly worst: { readonly site: SiteId; readonly mm: number } | null;
  readonly wrongMuscle: number;
  readonly wrongSide: number;
  readonly zones: number;
};

/** Whether a site counts as found. */
function isFound({ withinMm }: PassMark, { rightMuscle, rightSide, ...kept }: SiteResult): boolean {
  const mm = keptMm(kept);
  return mm !== null && mm <= withinMm && rightMuscle && rightSide;
}

/** The figures of a result by the assessment's pass mark; mm to a tenth. */
export function figuresOf({ pass }: Pick<Assessment, 'pass'>, { sites }: AssessmentResult): ResultFigures {
  const placed = sites.flatMap((one) => (one.mm === null ? [] : [{ ...one, mm: one.mm }]));
  const worst = placed.reduce<(typeof placed)[number] | null>(
    (most, one) => (most === null || one.mm > most.mm ? one : most),
    null,
  );
  return {
    sites: sites.length,
    placed: placed.length,
    within: placed.filter((one) => isFound(pass, one)).length,
    meanMm: placed.length === 0 ? null : inTenths(placed.reduce((sum, { mm }) => sum + mm, 0) / placed.length),
    worst: worst === null ? null : { site: worst.site, mm: worst.mm },
    wrongMuscle: placed.filter(({ rightMuscle }) => !rightMuscle).length,
    wrongSide: placed.filter(({ rightSide }) => !rightSide).length,
    zones: placed.reduce((sum, { zones }) => sum + zones.length, 0),
  };
}

type CriterionKind = 'placed' | 'within' | 'mean' | 'muscle' | 'side' | 'zones' | 'questions' | 'time';

/**
 * One thing that had to be reached: what was `found`, and what was `wanted`, at least (`placed`, `within`, `questions`) or at
 * most. Counts; mm for `mean`; ms for `time`. `found` is null for a mean of nothing.
 */
export type Criterion = {
  readonly kind: CriterionKind;
  readonly met: boolean;
  readonly found: number | null;
  readonly wanted: number;
  /** Out of how many, where something is counted. */
  readonly of: number | null;
};

export type Verdict = { readonly passed: boolean; readonly why: readonly Criterion[] };

/** Judges a result by the pass mark of its assessment. Passed where everything that was set is met, and no site left out. */
export function judge(assessment: Assessment, result: AssessmentResult): Verdict {
  const { pass, limitMinutes } = assessment;
  const figures = figuresOf(assessment, result);
  const { sites, placed } = figures;
  const atLeast = (kind: CriterionKind, found: number, wanted: number, of: number): Criterion => ({
    kind,
    met: found >= wanted,
    found,
    wanted,
    of,
  });
  const atMost = (kind: CriterionKind, found: number | null, wanted: number, of: number | null = null): Criterion => ({
    kind,
    met: found !== null && found <= wanted,
    found,
    wanted,
    of,
  });
  const why = [
    atLeast('placed', placed, sites, sites),
    atLeast('within', figures.within, needed(pass.share, sites), sites),
    ...(pass.meanMm === null ? [] : [atMost('mean', figures.meanMm, pass.meanMm)]),
    ...(pass.rightMuscle ? [atMost('muscle', figures.wrongMuscle, 0, placed)] : []),
    ...(pass.rightSide ? [atMost('side', figures.wrongSide, 0, placed)] : []),
    ...(pass.zones === null ? [] : [atMost('zones', figures.zones, pass.zones)]),
    ...(assessment.questions === 0
      ? []
      : [
          atLeast(
            'questions',
            result.questions.right,
            needed(pass.questions, assessment.questions),
            assessment.questions,
          ),
        ]),
    ...(limitMinutes === null ? [] : [atMost('time', wholeSeconds(result.tookMs), limitMinutes * 60_000)]),
  ];
  return { passed: why.every(({ met }) => met), why };
}

/** How many of `of` a share is at least: 80 % of 10 is 8, whatever 0.8 is to a computer. */
const needed = (share: number, of: number): number => Math.max(0, Math.ceil(share * of - 1e-9));

/** Time is told in seconds, and judged so; in ms. */
const wholeSeconds = (ms: number): number => Math.round(ms / 1000) * 1000;
