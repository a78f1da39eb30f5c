import type { Evidence } from './rule';

/** A length that this product chose to compare sessions by; no source gives one. Awaits clinical sign-off. */
export type ChosenLength = { readonly mm: number; readonly why: string; readonly evidence: Evidence };

/** Two places of one site that lie no farther apart, mm along the skin, are told as the same place. */
export const samePlace: ChosenLength = {
  mm: 2,
  why: 'Places are told in whole millimetres: two that are said alike may lie apart by that much.',
  evidence: 'unconfirmed',
};

/**
 * The number of a follow-the-pain extra says nothing of its place. One of a later session is taken as the same site as one of an
 * earlier session where both lie in the same muscle and side, and no farther apart than this, mm along the skin.
 */
export const sameExtra: ChosenLength = {
  mm: 15,
  why: 'Chosen: no source says how far apart two extras are two sites.',
  evidence: 'unconfirmed',
};
