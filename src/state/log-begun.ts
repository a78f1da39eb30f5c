import type { Session } from '../record/session';

/**
 * Whether the log of a session has a line (`logLines`), told without the words of the lines: what is made in the first step
 * is the plan as it opens, and none of it.
 */
export function logBegun({ entries, visit }: Pick<Session, 'entries' | 'visit'>): boolean {
  const opening = entries[0]?.step;
  return entries.some((entry) => entry.step !== opening) || (visit?.deviations ?? []).length > 0;
}
