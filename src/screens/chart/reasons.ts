import type { MessageKey } from '../../messages/translate';

/** The option that asks for words. */
export const otherReason = 'reason.other';

/** The reasons offered for what departs from the plan; the first is preset. */
export const reasons = {
  skip: [
    'reason.skip.judgement',
    'reason.skip.declined',
    'reason.skip.skin',
    'reason.skip.vessel',
    'reason.skip.weakness',
    otherReason,
  ],
  move: [
    'reason.move.anatomy',
    'reason.move.brow',
    'reason.move.asymmetry',
    'reason.move.vessel',
    'reason.move.judgement',
    otherReason,
  ],
  void: ['reason.void.mistake', 'reason.void.notInjected', otherReason],
} as const satisfies Readonly<Record<string, readonly MessageKey[]>>;
