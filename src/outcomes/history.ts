/** What the clinician knows of the patient that no diary can tell. Absent: not asked. */
export type History = {
  /** Since when it has been chronic, `YYYY-MM` or a day. */
  readonly chronicSince?: string;
  /** Whether five attacks of migraine are known (ICHD-3, 1.3 B). */
  readonly fiveAttacks?: 'yes' | 'no';
  /** Whether another diagnosis accounts for it better (ICHD-3, 1.3 D). */
  readonly betterExplained?: 'yes' | 'no';
  /** Overuse of acute medication was dealt with (NICE TA260). */
  readonly overuseManaged?: 'yes' | 'no';
  readonly preventives: readonly Preventive[];
};

/** A preventive that was tried, or could not be. */
export type Preventive = {
  readonly id: string;
  readonly name: string;
  /** Its class, in the practice's words; payers ask for two classes. */
  readonly drugClass?: string;
  /** `YYYY-MM` or a day, where known. */
  readonly from?: string;
  readonly to?: string;
  readonly outcome: PreventiveOutcome;
  readonly note?: string;
};
export const preventiveOutcomes = ['failed', 'not-tolerated', 'unsuitable', 'helped', 'ongoing'] as const;
export type PreventiveOutcome = (typeof preventiveOutcomes)[number];
