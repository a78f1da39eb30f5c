import type { Cited } from '../record/cited';
import { anyHeadache, type HeadacheDay, hoursOfHeadache } from './headache-day';
import type { RuleId } from './rule-ids';

/**
 * What the published rules say, as far as it was read. A month is a window of 28 days. What a rule is silent on is null, and
 * then nothing is judged by it. Where a rule leaves a choice, the choice made here says so (`reading`).
 */
export type Rule = {
  readonly id: RuleId;
  /** Which days it counts as days with headache. */
  readonly headacheDay: HeadacheDay;
  readonly start: StartRule;
  readonly stop: StopRule | null;
  readonly positiveStop: PositiveStopRule | null;
};

type StartRule = {
  /** Days with headache a month, and those of them with migraine: at least so many. */
  readonly headacheDays: DaysRule;
  readonly migraineDays: DaysRule | null;
  /** Preventives that failed, were not tolerated or could not be given: at least so many; `upTo` where the rule gives a range. */
  readonly preventives: ({ readonly atLeast: number; readonly upTo: number } & Cited) | null;
  /** Overuse of acute medication must have been dealt with. */
  readonly overuseManaged: Cited | null;
};
export type DaysRule = { readonly atLeast: number } & Cited;

export type StopRule = {
  /** No response: fewer headache days by less than this percentage. */
  readonly percent: number;
  /** Judged after so many cycles, and at the latest after so many. */
  readonly afterCycles: number;
  readonly latestAfter: number;
  /** What follows: treatment is stopped, or stopping is weighed against what is named. */
  readonly follows: 'stop' | 'weigh';
  readonly weigh: readonly ('intensity' | 'disability' | 'preference')[];
  /** Four weeks before each treatment are to be compared with the four weeks after it. */
  readonly beforeAndAfter: boolean;
  /** Which days of a cycle are "a month" of it: all of its days, taken to 28, for no source says which. */
  readonly reading: Cited;
} & Cited;

/** Treatment is ended because it worked. */
export type PositiveStopRule = {
  /** Fewer headache days a month than this, in each of so many months in a row. */
  readonly fewerThan: number;
  readonly months: number;
  /** Months after which it is looked at again; null where the rule says nothing of that. */
  readonly recheck: { readonly from: number; readonly to: number } | null;
} & Cited;

const nice: Cited = { evidence: 'confirmed', sources: ['S6b'] };
const ehf: Cited = { evidence: 'confirmed', sources: ['S7'] };
/** Chronic migraine as it is licensed in the EU and the UK. */
const licensed: Cited = { evidence: 'confirmed', sources: ['S2', 'S5'] };
const chosenHere: Cited = { evidence: 'derived', sources: [] };

export const rules: Readonly<Record<RuleId, Rule>> = {
  'nice-ta260': {
    id: 'nice-ta260',
    headacheDay: anyHeadache,
    start: {
      headacheDays: { atLeast: 15, ...licensed },
      migraineDays: { atLeast: 8, ...licensed },
      preventives: { atLeast: 3, upTo: 3, ...nice },
      overuseManaged: nice,
    },
    stop: {
      percent: 30,
      afterCycles: 2,
      latestAfter: 2,
      follows: 'stop',
      weigh: [],
      beforeAndAfter: false,
      reading: chosenHere,
      ...nice,
    },
    positiveStop: { fewerThan: 15, months: 3, recheck: null, ...nice },
  },
  'ehf-2018': {
    id: 'ehf-2018',
    headacheDay: anyHeadache,
    start: {
      headacheDays: { atLeast: 15, ...licensed },
      migraineDays: { atLeast: 8, ...licensed },
      preventives: { atLeast: 2, upTo: 3, ...ehf },
      overuseManaged: null,
    },
    stop: {
      percent: 30,
      afterCycles: 2,
      latestAfter: 3,
      follows: 'weigh',
      weigh: ['intensity', 'disability', 'preference'],
      beforeAndAfter: true,
      reading: chosenHere,
      ...ehf,
    },
    positiveStop: { fewerThan: 10, months: 3, recheck: { from: 4, to: 5 }, ...ehf },
  },
  'us-label': {
    id: 'us-label',
    headacheDay: hoursOfHeadache,
    start: {
      headacheDays: { atLeast: 15, evidence: 'weak', sources: ['S32'] },
      migraineDays: null,
      preventives: null,
      overuseManaged: null,
    },
    stop: null,
    positiveStop: null,
  },
};

export type ResponseLine = { readonly percent: number } & Cited;

/** The lines at which a response is told, in percent fewer headache days: the least of NICE and EHF, and the maker's definition. */
export const responseLines: { readonly thirty: ResponseLine; readonly fifty: ResponseLine } = {
  thirty: { percent: 30, evidence: 'confirmed', sources: ['S6b', 'S7'] },
  fifty: { percent: 50, evidence: 'confirmed', sources: ['S5'] },
};
