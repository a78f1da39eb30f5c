import type { Finding } from '../record/finding';

const kinds: readonly Finding['kind'][] = [
  'checks-unanswered',
  'not-identified',
  'consent-missing',
  'vial-age-unknown',
];

/**
 * What is merely not recorded yet. It is shown, and signing asks for it; it holds a dose back only where the practice
 * says that nothing may be given before it is there.
 */
export const isNotYetRecorded = ({ kind }: Finding): boolean => kinds.includes(kind);
