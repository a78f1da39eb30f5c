import type { Step } from './step';

/** Milliseconds on, off, on. Chosen: short enough not to shake the hand that holds a needle. */
const once = [30] as const;
const twice = [40, 70, 40] as const;

/** What is felt of a step: one pulse with a dose, two where something was refused or did not come about, else nothing. */
export function pulseOf(step: Step): readonly number[] | null {
  switch (step.kind) {
    case 'given':
    case 'given-at-once':
      return once;
    case 'refused':
    case 'not-saved':
    case 'overtaken':
      return twice;
    default:
      return null;
  }
}
