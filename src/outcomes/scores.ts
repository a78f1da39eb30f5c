import type { Day } from '../record/calendar';

/** Five counts of days over three months, in the order of the questionnaire (S54). Items A and B are kept and never scored. */
export type MidasScore = {
  readonly kind: 'midas';
  readonly id: string;
  readonly day: Day;
  readonly answers: readonly [number, number, number, number, number];
  readonly headacheDays?: number;
  /** 0 to 10. */
  readonly pain?: number;
  readonly at: string;
  readonly by: string;
};

/** The total alone, as it was worked out elsewhere: the questions need a licence (S53). */
export type Hit6Score = {
  readonly kind: 'hit6';
  readonly id: string;
  readonly day: Day;
  readonly total: number;
  readonly at: string;
  readonly by: string;
};

export type Score = MidasScore | Hit6Score;
