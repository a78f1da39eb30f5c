/** Runs something after some milliseconds, once whatever came in the meantime has been dealt with. */
export type Later = (then: () => void, afterMs: number) => void;

/**
 * Nothing is worked ahead before this long without a question, ms. Chosen: longer than the gaps between the questions
 * of a slider that is being dragged, shorter than it takes to aim at a point of the skin.
 */
export const quietMs = 400;

/**
 * Work in pieces while nobody asks. Returns what turns to other work: what was under way stops where it is, and the
 * new work begins once nobody has turned again for a while. Between two pieces whatever has come in goes first.
 */
export function createIdleWork(later: Later): (pieces: Iterator<unknown>) => void {
  let turn = 0;
  return (pieces) => {
    turn += 1;
    const mine = turn;
    const next = (): void => {
      if (mine === turn && pieces.next().done !== true) later(next, 0);
    };
    later(next, quietMs);
  };
}
