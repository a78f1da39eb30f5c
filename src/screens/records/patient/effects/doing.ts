import type { EffectProblem } from '../../../../outcomes/effects';
import type { ListedSession } from '../../../../record/listing';
import type { EffectCheck, EffectOccasion, SideEffect } from '../../../../record/side-effects';

/** A session after which can be asked: something was injected in it. */
export type AskedSession = { readonly session: ListedSession; readonly day: string };

/** What is entered or taken out now. `check` null: with the effect, a check of its occasion begins. */
export type Doing =
  | {
      readonly kind: 'reporting';
      readonly of: AskedSession;
      readonly occasion: EffectOccasion;
      readonly check: EffectCheck | null;
      readonly effect: SideEffect | null;
    }
  /** `effect` null: the whole check. */
  | {
      readonly kind: 'removing';
      readonly of: AskedSession;
      readonly check: EffectCheck;
      readonly effect: SideEffect | null;
    };

/** Why an effect was not taken, or null. */
export type Problem = EffectProblem | { readonly field: 'which' } | null;
