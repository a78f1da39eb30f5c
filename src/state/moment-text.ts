/** "2026-03-02 09:30" of an ISO 8601 time: to the minute, as the clock of its place showed it. */
export const momentText = (at: string): string => at.slice(0, 16).replace('T', ' ');
