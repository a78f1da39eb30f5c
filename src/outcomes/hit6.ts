import type { Cited } from '../record/cited';

/** HIT-6 as a total that was worked out elsewhere: its questions need a licence and are not here (S53). */
export const hit6: {
  readonly least: number;
  readonly most: number;
  readonly bands: readonly { readonly band: Hit6Band; readonly least: number }[];
} & Cited = {
  least: 36,
  most: 78,
  bands: [
    { band: 'little', least: 36 },
    { band: 'some', least: 50 },
    { band: 'substantial', least: 56 },
    { band: 'severe', least: 60 },
  ],
  evidence: 'confirmed',
  sources: ['S51'],
};

export type Hit6Band = 'little' | 'some' | 'substantial' | 'severe';

/** Whether a number can be a total: whole, within the range. */
export const isHit6Total = (total: number): boolean =>
  Number.isSafeInteger(total) && total >= hit6.least && total <= hit6.most;

/** How much impact a total stands for, by the bands of `hit6`; null where it is none. */
export const hit6Band = (total: number): Hit6Band | null =>
  isHit6Total(total) ? (hit6.bands.findLast(({ least }) => total >= least)?.band ?? null) : null;
