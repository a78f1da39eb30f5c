import type { Evidence } from './rule';

/**
 * When a follow-the-pain site is offered, and where. No source gives coordinates for extras: the injector's palpation
 * decides. These numbers are ours, so that an offer is never an odd one, and await clinical sign-off.
 */
export const ftpOffer = {
  /** An offered point keeps this far from every site that is planned or given, mm. */
  apartMm: 10,
  /** Tenderness from this grade on asks for an offer, also where no pain is drawn. */
  tenderFrom: 2,
  /** Nearer to the border of the muscle as drawn than this (mm), a point is offered only where no other is left. */
  rimMm: 3,
  evidence: 'unconfirmed',
} as const satisfies {
  readonly apartMm: number;
  readonly tenderFrom: 0 | 1 | 2 | 3;
  readonly rimMm: number;
  readonly evidence: Evidence;
};
