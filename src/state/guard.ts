import type { Message } from '../messages/translate';
import { type Finding, inTheWayOf } from '../record/finding';
import type { PastSession } from '../record/past-session';
import type { Session } from '../record/session';
import { beforeFirstNeedle } from '../record/visit-findings';
import { findingText } from './visit-text';

/**
 * What is merely not recorded yet. It is shown, and signing asks for it; it holds a dose back only where the practice
 * says that nothing may be given before it is there.
 */
const notYetRecorded: readonly Finding['kind'][] = [
  'checks-unanswered',
  'not-identified',
  'consent-missing',
  'vial-age-unknown',
];

/** Why nothing may be drawn from a vial now; null if it may. `strict`: nor while anything is not yet recorded. */
export function whyNot(
  session: Session,
  vial: string,
  history: readonly PastSession[],
  now: string,
  strict: boolean,
): Message | null {
  const standing = inTheWayOf(beforeFirstNeedle(session, history, now), vial).filter(
    ({ kind }) => strict || !notYetRecorded.includes(kind),
  );
  return standing.length === 0
    ? null
    : {
        key: 'refused.inTheWay',
        values: { why: standing.map((finding) => findingText(finding, session.vials)).join(' ') },
      };
}
