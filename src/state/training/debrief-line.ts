import type { Cited } from '../../protocol/paradigm';
import type { Caution } from '../../protocol/site';
import type { Session } from '../../record/session';
import type { TrainingCase } from './cases';

/** `differs`: not as in the model answer, and not wrong either, or less than it should be. `missed`: to be done otherwise. */
export type Verdict = 'right' | 'differs' | 'missed';

/** Why something is right. `cited` null: a convention of teaching and of this app, which no source is named for. */
export type Statement = { readonly text: string; readonly cited: Cited | null };

/** One thing that was held against the model answer. `id` names it, and with it the rule. */
export type DebriefLine = {
  readonly id: string;
  readonly verdict: Verdict;
  readonly what: string;
  readonly why: readonly Statement[];
};

/** What a trainee left behind. Moments are ISO 8601 with offset. */
export type Attempt = {
  readonly case: TrainingCase;
  readonly session: Session;
  readonly signed: boolean;
  readonly endedAt: string;
};

/** `why`: lists of statements, told one after another. */
export const line = (
  id: string,
  verdict: Verdict,
  what: string,
  ...why: readonly (readonly Statement[])[]
): DebriefLine => ({ id, verdict, what, why: why.flat() });

/** One statement, with the grade and the sources alone of what it rests on. */
export const cited = (text: string, { evidence, sources }: Cited): readonly Statement[] => [
  { text, cited: { evidence, sources } },
];
/** One statement that no source is named for. */
export const convention = (text: string): readonly Statement[] => [{ text, cited: null }];
/** A statement for each, in its own words and with its own sources. */
export const fromCautions = (cautions: readonly Caution[]): readonly Statement[] =>
  cautions.flatMap(({ text, ...by }) => cited(text, by));
