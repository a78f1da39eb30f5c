import type { Charting, Told } from './told';

/** A window that left this many questions unanswered is gone: it crashed, or its browser put it to sleep. */
const patience = 2;

/**
 * Which windows chart, and which of them a second screen belongs to: the one that it was opened from, else the first that
 * was heard. It stays with that one, whatever others do: nobody is shown another patient unasked.
 */
export function createWindows() {
  const known = new Map<string, { told: Charting; unanswered: number }>();
  let leader: string | null = null;

  /** Another takes the place of a leader that is gone: one that charts the same session before any other. */
  const settle = (session: string | null): void => {
    if (leader !== null && known.has(leader)) return;
    const rest = [...known.values()].map(({ told }) => told);
    leader = (rest.find((told) => told.session === session) ?? rest[0])?.window ?? null;
  };

  return {
    leader: (): Charting | null => (leader === null ? null : (known.get(leader)?.told ?? null)),
    /** How many windows chart a session. */
    charting: (session: string): number => [...known.values()].filter(({ told }) => told.session === session).length,
    size: (): number => known.size,
    /** Takes in what a window told; `session` is what is shown. */
    hear: (told: Told, session: string | null): void => {
      if (told.kind === 'charting') {
        known.set(told.window, { told, unanswered: 0 });
        if (told.lead) leader = told.window;
      } else if (told.kind === 'left') known.delete(told.window);
      settle(session);
    },
    /** All are asked once more; those that kept silent too often are gone. */
    asked: (session: string | null): void => {
      for (const [window, one] of known) {
        one.unanswered += 1;
        if (one.unanswered > patience) known.delete(window);
      }
      settle(session);
    },
  };
}
