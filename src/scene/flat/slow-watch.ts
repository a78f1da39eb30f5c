/** Frames further apart than this, ms, make a turn that nobody can steer: fewer than five a second. */
const slowMs = 200;
/** So many slow frames make a turn slow, and so many slow turns in a row a machine. Chosen values. */
const slowFrames = 5;
const slowTurns = 4;

/**
 * Tells a machine that is too slow to turn the head from one that had a bad moment: counts only frames that follow each
 * other while a pointer holds the head. Times in ms.
 */
export function createSlowWatch() {
  let held = false;
  let last: number | null = null;
  let slow = 0;
  let quick = 0;
  let turns = 0;

  return {
    /** A pointer took the head. */
    press(): void {
      held = true;
      [last, slow, quick] = [null, 0, 0];
    },
    /** A frame was drawn. */
    frame(now: number): void {
      if (!held) return;
      if (last !== null && now - last > slowMs) slow += 1;
      else if (last !== null) quick += 1;
      last = now;
    },
    /** The pointer let go. True once the machine has proved slow. */
    lift(): boolean {
      held = false;
      if (slow >= slowFrames && slow > quick) turns += 1;
      else if (quick > slowFrames) turns = 0;
      return turns >= slowTurns;
    },
  };
}
