import type { ListedSession } from '../record/listing';

/**
 * A patient's sessions that are treatments of migraine, the last by its first needle last: something was injected, on the
 * protocol or beside it, and not for another indication. Nothing else makes a cycle, a baseline or a day on which one is due.
 */
export const treatmentsOf = (sessions: readonly ListedSession[]): readonly ListedSession[] =>
  sessions
    .filter(({ firstNeedleAt, indication }) => firstNeedleAt !== undefined && indication?.id !== 'other')
    .toSorted((a, b) => Date.parse(a.firstNeedleAt ?? '') - Date.parse(b.firstNeedleAt ?? ''));
