/** Keeps the hand that holds a pen from counting as a finger. Pointers by the ids that the browser gives. */
export function createPalmWatch() {
  const pens = new Set<number>();
  const touches = new Set<number>();
  const palms = new Set<number>();

  return {
    /**
     * A pointer went down. `palms`: touches that were down before a pen came. They were the hand, and what they began is
     * to be cancelled; from then on nothing they do counts.
     */
    press(pointer: number, kind: string): { readonly counts: boolean; readonly palms: readonly number[] } {
      const resting = [...touches];
      if (kind === 'pen') {
        pens.add(pointer);
        touches.clear();
        for (const palm of resting) palms.add(palm);
        return { counts: true, palms: resting };
      }
      if (kind === 'touch') (pens.size > 0 ? palms : touches).add(pointer);
      return { counts: !palms.has(pointer), palms: [] };
    },
    /** False for what a palm does. */
    counts: (pointer: number): boolean => !palms.has(pointer),
    /** A pointer was lifted or lost. False for a palm. */
    lift(pointer: number): boolean {
      pens.delete(pointer);
      touches.delete(pointer);
      return !palms.delete(pointer);
    },
  };
}

/**
 * Hides a palm's events from an element and everything that listens to it afterwards: call before any of them does.
 * Returns what takes it off again.
 */
export function guardAgainstPalms(element: HTMLElement): () => void {
  const watch = createPalmWatch();
  const stop = new AbortController();
  const on = (
    kind: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel',
    counts: (event: PointerEvent) => boolean,
  ) => {
    element.addEventListener(
      kind,
      (event) => {
        // The cancelling of a touch that came down before the pen is ours, and has to be heard.
        if (event.isTrusted && !counts(event)) event.stopImmediatePropagation();
      },
      { capture: true, signal: stop.signal },
    );
  };
  on('pointerdown', ({ pointerId, pointerType }) => {
    const { counts, palms } = watch.press(pointerId, pointerType);
    for (const palm of palms)
      element.dispatchEvent(
        new PointerEvent('pointercancel', { pointerId: palm, pointerType: 'touch', bubbles: true }),
      );
    return counts;
  });
  on('pointermove', ({ pointerId }) => watch.counts(pointerId));
  on('pointerup', ({ pointerId }) => watch.lift(pointerId));
  on('pointercancel', ({ pointerId }) => watch.lift(pointerId));
  return () => {
    stop.abort();
  };
}
