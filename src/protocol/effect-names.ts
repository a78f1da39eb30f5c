/** The unwanted effects that are asked for after a session, by name, apart from what is published of them. */
export const effectIds = [
  'neck-pain',
  'brow-droop',
  'lid-droop',
  'heaviness',
  'bruising',
  'weakness',
  'swallowing',
  'breathing',
  'speaking',
  'general-weakness',
  'allergic-reaction',
  'other',
] as const;
export type EffectId = (typeof effectIds)[number];

export const effectNames: Readonly<Record<EffectId, string>> = {
  'neck-pain': 'Neck pain or stiffness',
  'brow-droop': 'Drooping brow',
  'lid-droop': 'Drooping lid',
  heaviness: 'Heavy shoulder',
  bruising: 'Bruising',
  weakness: 'Weakness of a muscle',
  swallowing: 'Trouble swallowing',
  breathing: 'Trouble breathing',
  speaking: 'Trouble speaking',
  'general-weakness': 'Weakness all over',
  'allergic-reaction': 'Allergic reaction',
  other: 'Something else',
};

/** With any of these the patient is seen at once; the statement with its source is `urgentEffects`. */
const urgent: ReadonlySet<EffectId> = new Set([
  'swallowing',
  'breathing',
  'speaking',
  'general-weakness',
  'allergic-reaction',
]);

/** Whether the patient is seen at once (see `urgent`). */
export const isUrgent = (id: EffectId): boolean => urgent.has(id);
