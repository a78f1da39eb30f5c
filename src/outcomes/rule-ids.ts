/** The published rules by which a treatment is begun, judged and ended. What each says is in `rules.ts`. */
export const ruleIds = ['nice-ta260', 'ehf-2018', 'us-label'] as const;
export type RuleId = (typeof ruleIds)[number];
