/**
 * Runs something in the task after the next frame: what a press is answered with is shown first.
 * @returns thinks better of it, as long as it has not run
 */
export function afterPaint(run: () => void): () => void {
  let wanted = true;
  requestAnimationFrame(() => {
    setTimeout(() => {
      if (wanted) run();
    });
  });
  return () => {
    wanted = false;
  };
}
