/** A frame is drawn by others while the page goes on: on two cores it would wait for whatever the page did at once. ms */
const drawnWithin = 32;

/**
 * Runs something once the next frame has been shown: what a press is answered with comes first.
 * @returns thinks better of it, as long as it has not run
 */
export function afterPaint(run: () => void): () => void {
  let wanted = true;
  requestAnimationFrame(() => {
    setTimeout(() => {
      if (wanted) run();
    }, drawnWithin);
  });
  return () => {
    wanted = false;
  };
}
