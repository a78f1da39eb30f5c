/** Frames further apart than this, ms, are not one motion; nearer than this they are slow. */
const apartMs = 1000;
const slowMs = 45;
/** Slow frames in a row before the resolution is lowered. */
const patience = 3;
const lowered = 0.5;

/**
 * Watches how fast frames follow each other. A machine that draws in software cannot turn the head smoothly at full
 * resolution, so there it turns at half and is drawn once more in full when it rests. Times in ms.
 */
export function createPace() {
  let last = Number.NEGATIVE_INFINITY;
  let slow = 0;
  let known = false;

  return {
    /** To be called once for every frame; the share of the full resolution to draw it in. */
    frame(now: number): number {
      const gap = now - last;
      last = now;
      if (gap > apartMs) slow = 0;
      else if (gap > slowMs) slow += 1;
      else slow = Math.max(0, slow - 1);
      if (slow >= patience) known = true;
      // Found slow once, the second frame of a motion is already lowered; the first may be the only one.
      return known && gap <= apartMs ? lowered : 1;
    },
    /** The motion is over: the next frame stands alone again. */
    rest(): void {
      last = Number.NEGATIVE_INFINITY;
      slow = 0;
    },
  };
}
