import type { Locator, Page } from '@playwright/test';
import { seeded } from '../seeded';

/**
 * Put into the page: keeps every event of 16 ms or more that belongs to an interaction. A string, because the page's
 * policy lets nothing else in. Times in ms since the epoch, the event's own in ms.
 */
export const watchScript = `
  globalThis.answering = [];
  new PerformanceObserver((list) => {
    for (const { name, interactionId, startTime, duration, processingStart, processingEnd } of list.getEntries())
      if (interactionId > 0)
        answering.push({
          name, id: interactionId, at: performance.timeOrigin + startTime, ms: duration,
          waited: processingStart - startTime, processed: processingEnd - startTime,
        });
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
`;

type Timed = {
  readonly name: string;
  readonly id: number;
  /** ms since the epoch */
  readonly at: number;
  /** ms from the press to the frame that answers it, to 8 ms */
  readonly ms: number;
  /** ms until its handlers began, and until they were done */
  readonly waited: number;
  readonly processed: number;
};

/** One press and its answer, all ms from the press. One too quick to be told is put down as 16. */
export type Answer = {
  readonly kind: string;
  readonly ms: number;
  readonly waited: number;
  readonly processed: number;
  /** What its handlers took by themselves, however long it stood behind something else before. */
  readonly handled: number;
};

const quickest = 16;
/** As a practised hand: from one press to the next, and how long a key or button is held. ms */
const pace = { least: 150, most: 250, held: 60 } as const;

/** A hand that works the page with real input at a person's pace, and knows of every press what it was for. */
export class TimedHand {
  private readonly presses: { readonly kind: string; readonly at: number }[] = [];
  private readonly chance = seeded(31);

  constructor(readonly page: Page) {}

  /** What follows, until the next, is for this. */
  private async press(kind: string, how: () => Promise<void>): Promise<void> {
    this.presses.push({ kind, at: Date.now() });
    await how();
    await this.page.waitForTimeout(pace.least + this.chance() * (pace.most - pace.least));
  }

  async key(kind: string, key: string, times = 1): Promise<void> {
    for (let n = 0; n < times; n += 1)
      await this.press(kind, () => this.page.keyboard.press(key, { delay: pace.held }));
  }

  async type(kind: string, text: string): Promise<void> {
    for (const letter of text) await this.key(kind, letter);
  }

  async click(kind: string, what: Locator): Promise<void> {
    await what.scrollIntoViewIfNeeded();
    const box = await what.boundingBox();
    if (box === null) throw new Error(`${kind}: there is nothing to press`);
    await this.at(kind, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  }

  async at(kind: string, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
    await this.page.mouse.move(x, y);
    await this.press(kind, () => this.page.mouse.click(x, y, { delay: pace.held }));
  }

  async tap(kind: string, what: Locator): Promise<void> {
    await what.scrollIntoViewIfNeeded();
    const box = await what.boundingBox();
    if (box === null) throw new Error(`${kind}: there is nothing to touch`);
    await this.tapAt(kind, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  }

  async tapAt(kind: string, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
    await this.press(kind, () => this.page.touchscreen.tap(x, y));
  }

  /** Presses, draws over the points, lets go. */
  async stroke(kind: string, [first, ...rest]: readonly { readonly x: number; readonly y: number }[]): Promise<void> {
    if (first === undefined) return;
    await this.page.mouse.move(first.x, first.y);
    await this.press(kind, async () => {
      await this.page.mouse.down();
      for (const { x, y } of rest) {
        await this.page.mouse.move(x, y, { steps: 4 });
        await this.page.waitForTimeout(30);
      }
      await this.page.mouse.up();
    });
  }

  /** Every press so far with its answer. */
  async answers(): Promise<readonly Answer[]> {
    // What is painted last is told last.
    await this.page.waitForTimeout(1000);
    const timed = await this.page.evaluate<readonly Timed[]>('answering');
    return this.presses.map(({ kind, at }, n) => {
      const until = this.presses[n + 1]?.at ?? Number.POSITIVE_INFINITY;
      const mine = timed.filter((one) => one.at >= at && one.at < until);
      const slowest = mine.toSorted((a, b) => b.ms - a.ms)[0];
      if (slowest === undefined) return { kind, ms: quickest, waited: 0, processed: 0, handled: 0 };
      return {
        kind,
        ms: slowest.ms,
        waited: slowest.waited,
        processed: Math.max(...mine.map(({ processed }) => processed)),
        handled: Math.max(...mine.map(({ processed, waited }) => processed - waited)),
      };
    });
  }
}
