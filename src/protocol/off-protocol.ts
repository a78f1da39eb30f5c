import type { Cited } from './paradigm';

/**
 * Muscles that are injected in the same visit and are no part of the paradigm: kept apart from its totals, counted in
 * what the patient received. A closed list; what is injected elsewhere by mistake is an incident.
 */
export type OffProtocolMuscleId = 'masseter';

export type OffProtocolMuscle = { readonly id: OffProtocolMuscleId; readonly name: string } & Cited;

export const offProtocolMuscles: Readonly<Record<OffProtocolMuscleId, OffProtocolMuscle>> = {
  masseter: { id: 'masseter', name: 'Masseter', evidence: 'confirmed', sources: ['S27'] },
};
