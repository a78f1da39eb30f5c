const presses = ['keydown', 'pointerdown', 'pointerup', 'click'] as const;

/**
 * Tells from a press on until the frame after it has been handed over that the page owes it an answer. The head is drawn
 * after that frame: on a slow machine nobody waits for it to see that a site was given. Returns what tells, and what ends it.
 */
export function watchPresses(): { readonly owing: () => boolean; readonly end: () => void } {
  let owed = 0;
  const onPress = () => {
    owed += 1;
    const mine = owed;
    requestAnimationFrame(() => {
      // A task of its own, behind the paint.
      setTimeout(() => {
        if (mine === owed) owed = 0;
      });
    });
  };
  const listening = new AbortController();
  for (const kind of presses) addEventListener(kind, onPress, { capture: true, signal: listening.signal });
  return { owing: () => owed > 0, end: () => listening.abort() };
}
