/** What it needs of the browser. */
export type Beat = {
  /** ms */
  readonly now: () => number;
  readonly nextFrame: (then: () => void) => void;
  readonly later: (then: () => void, afterMs: number) => void;
};

/** A frame that keeps the page from its next one for longer than this, ms, is a slow machine's. */
const heavyMs = 120;
/** So many of them in a row. */
const heavyFrames = 2;
/** There the head waits until no press has come for so long, ms: longer than from one press to the next of a quick hand. */
const restedMs = 350;

/**
 * Has a press answered by the page before the head is drawn for it: the frame after a press is left out, never two in a
 * row. Where frames take so long that the next press would stand behind one, the head is drawn when the hand rests.
 */
export function createAnswerFirst({ now, nextFrame, later }: Beat) {
  let presses = 0;
  let owed = false;
  let last = Number.NEGATIVE_INFINITY;
  let leftOut = false;
  let heavy = 0;
  let waiting = false;

  return {
    press(): void {
      presses += 1;
      const mine = presses;
      owed = true;
      last = now();
      nextFrame(() =>
        // A task of its own, behind the paint.
        later(() => {
          if (mine === presses) owed = false;
        }, 0),
      );
    },
    /** Whether this frame is to be left out; then `again` is called for another. */
    wait(again: () => void): boolean {
      const left = heavy >= heavyFrames ? last + restedMs - now() : 0;
      if (left > 0) {
        if (!waiting) {
          later(() => {
            waiting = false;
            again();
          }, left);
        }
        waiting = true;
        return true;
      }
      leftOut = owed && !leftOut;
      if (leftOut) again();
      return leftOut;
    },
    /** The head was drawn. */
    drew(): void {
      const from = now();
      nextFrame(() => {
        heavy = now() - from > heavyMs ? Math.min(heavyFrames, heavy + 1) : Math.max(0, heavy - 1);
      });
    },
  };
}

export type AnswerFirst = Omit<ReturnType<typeof createAnswerFirst>, 'press'> & { readonly end: () => void };

/** The same for the presses of this page. A key that is held down is one press: it would stop the head. */
export function answerFirst(): AnswerFirst {
  const made = createAnswerFirst({
    now: () => performance.now(),
    nextFrame: (then) => requestAnimationFrame(then),
    later: (then, ms) => setTimeout(then, ms),
  });
  const listening = new AbortController();
  const onPress = (event: Event) => {
    if (!(event instanceof KeyboardEvent && event.repeat)) made.press();
  };
  for (const kind of ['keydown', 'pointerdown', 'pointerup', 'click'])
    addEventListener(kind, onPress, { capture: true, signal: listening.signal });
  return { ...made, end: () => listening.abort() };
}
