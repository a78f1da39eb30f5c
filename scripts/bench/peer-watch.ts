import type { Page } from '@playwright/test';

/** What a page drew since it was opened: calls to WebGL that draw, frames with at least one, and when those were. */
type Watched = {
  readonly draws: number;
  readonly frames: number;
  /** Callbacks that ran because the page had asked to be told of the next frame, drawn or not. */
  readonly callbacks: number;
  /** ms, one a frame */
  readonly at: readonly number[];
};

/**
 * Put into every page, whoever made it: counts what is drawn where it is drawn, in WebGL itself, so that nobody's own
 * count is taken for it. A string, because the app's policy lets nothing else in.
 */
export const drawWatchScript = `
  globalThis.benchDrawn = { draws: 0, frames: 0, callbacks: 0, at: [] };
  for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext])
    for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced', 'drawRangeElements']) {
      const given = prototype[name];
      if (given === undefined) continue;
      prototype[name] = function (...args) {
        const now = document.timeline.currentTime;
        benchDrawn.draws += 1;
        if (benchDrawn.at.at(-1) !== now) { benchDrawn.frames += 1; benchDrawn.at.push(now); }
        return given.apply(this, args);
      };
    }
  const next = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (told) => next((at) => { benchDrawn.callbacks += 1; told(at); });
`;

export const drawn = (page: Page): Promise<Watched> => page.evaluate<Watched>('benchDrawn');

/** How long a page is given to come to rest. One that moves by itself never does, and is measured as it is. */
const restlessMs = 20_000;

/** Waits until a page has drawn nothing for a while. */
export async function atRest(page: Page, quietMs: number): Promise<void> {
  const until = Date.now() + restlessMs;
  for (let before = -1; Date.now() < until; ) {
    const { frames } = await drawn(page);
    if (frames === before) return;
    before = frames;
    await page.waitForTimeout(quietMs);
  }
}

/** The next frame of a page. */
export const nextFrame = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((resolve) => void requestAnimationFrame(() => resolve())));

/**
 * Presses at a place and waits for one marker more: ms from when the button was let go to the end of the first frame
 * that has it. `selector` finds the markers; without one the page counts them itself.
 */
export async function pressForMarker(
  page: Page,
  place: { readonly x: number; readonly y: number },
  selector: string | null,
): Promise<number> {
  const shown = page.evaluate(
    ([wanted, patience]) =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error('a press added no marker')), patience);
        const count = () =>
          wanted === null ? Number(document.body.dataset['markers']) : document.querySelectorAll(wanted).length;
        const before = count();
        let from = 0;
        addEventListener('pointerup', ({ timeStamp }) => (from = timeStamp), { capture: true, once: true });
        const watch = new MutationObserver(() => {
          if (count() <= before) return;
          watch.disconnect();
          requestAnimationFrame(() => void setTimeout(() => resolve(performance.now() - from)));
        });
        watch.observe(document, {
          subtree: true,
          childList: true,
          attributes: true,
          attributeFilter: ['data-markers'],
        });
      }),
    [selector, restlessMs] as const,
  );
  await page.mouse.click(place.x, place.y, { delay: 30 });
  return shown;
}
