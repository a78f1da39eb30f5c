import type { Day } from '../../record/calendar';

/** A number of days as far as it is known: at least `low`, at most `high`. */
export type Bounds = { readonly low: number; readonly high: number };

export type ChartWindow = {
  readonly from: Day;
  /** 28, or fewer where the window is cut. */
  readonly days: number;
  /** Days of it that were recorded; 0: nothing is known of it. */
  readonly recorded: number;
  readonly headache: Bounds;
  readonly migraine: Bounds;
};

export type ChartTreatment = {
  readonly day: Day;
  /** 1 for the first session of the patient. */
  readonly n: number;
  /** One of the sessions that are compared. */
  readonly chosen: boolean;
};

/** What the chart of a course shows: windows in order of time, none overlapping. */
export type Chart = {
  readonly windows: readonly ChartWindow[];
  readonly treatments: readonly ChartTreatment[];
  /** Headache days of the patient's own baseline, of 28 days; null where there is none. */
  readonly baseline: Bounds | null;
};
