import type { Cited } from './paradigm';

/** A look at the patient between two sessions. No label asks for one; what is known of it stands beside it. */
export type CheckPoint = {
  readonly id: 'two-weeks' | 'six-weeks';
  /** After the day of the session. */
  readonly days: number;
  /** What is looked at, as the start of a sentence. */
  readonly what: string;
} & Cited;

/** In the order of time. Neither is confirmed: both await clinical sign-off. */
export const checkPoints: readonly CheckPoint[] = [
  {
    id: 'two-weeks',
    days: 14,
    what: 'Asymmetry of brow or lid, at the peak of the effect in the face',
    evidence: 'weak',
    sources: ['S25'],
  },
  {
    id: 'six-weeks',
    days: 42,
    what: 'Call and review of the diary',
    evidence: 'unconfirmed',
    sources: [],
  },
];
