import type { CDPSession, Page } from '@playwright/test';
import type { Point } from './app-driver';

/** How a browser is told of one kind of pointer. Points in page px. */
type Pointer = {
  readonly down: (at: Point) => Promise<void>;
  readonly move: (at: Point) => Promise<void>;
  readonly up: (at: Point) => Promise<void>;
};

/** Between two movements of a hand, as many points as a screen shows of it. */
const steps = 4;

/** A hand with a mouse, a finger or a pen: all that differs is how the browser is told of it. */
export class Hand {
  private constructor(
    readonly kind: 'mouse' | 'touch' | 'pen',
    private readonly pointer: Pointer,
    private readonly device: CDPSession,
  ) {}

  static async of(kind: Hand['kind'], page: Page): Promise<Hand> {
    const device = await page.context().newCDPSession(page);
    return new Hand(kind, kind === 'touch' ? finger(device) : tip(kind, device), device);
  }

  /** Lifts at once, without waiting for the page to have heard of the press: on a slow machine that would be a long one. */
  async tap(at: Point): Promise<void> {
    await this.pointer.move(at);
    await Promise.all([this.pointer.down(at), this.pointer.up(at)]);
  }

  /** Over these points; `before` it lets go at the last. */
  async drag([first, ...rest]: readonly Point[], before?: () => Promise<void>): Promise<void> {
    if (first === undefined) return;
    await this.pointer.move(first);
    await this.pointer.down(first);
    let from = first;
    for (const to of rest) {
      for (let n = 1; n <= steps; n += 1)
        await this.pointer.move({
          x: from.x + ((to.x - from.x) * n) / steps,
          y: from.y + ((to.y - from.y) * n) / steps,
        });
      from = to;
    }
    await before?.();
    await this.pointer.up(from);
  }

  /** The palm of the same hand touches the screen meanwhile, and leaves it again. */
  async palm(at: Point): Promise<void> {
    const palm = finger(this.device);
    await palm.down(at);
    await palm.move({ x: at.x + 9, y: at.y + 7 });
    await palm.up(at);
  }

  async done(): Promise<void> {
    await this.device.detach();
  }
}

function tip(pointerType: 'mouse' | 'pen', device: CDPSession): Pointer {
  const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: Point, held: boolean) =>
    device.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      pointerType,
      button: type === 'mouseMoved' && !held ? 'none' : 'left',
      buttons: held && type !== 'mouseReleased' ? 1 : 0,
      clickCount: type === 'mouseMoved' ? 0 : 1,
      force: held ? 0.5 : 0,
    });
  let held = false;
  return {
    async down(at) {
      held = true;
      await send('mousePressed', at, held);
    },
    async move(at) {
      await send('mouseMoved', at, held);
    },
    async up(at) {
      await send('mouseReleased', at, held);
      held = false;
    },
  };
}

function finger(device: CDPSession): Pointer {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: readonly Point[]) =>
    device.send('Input.dispatchTouchEvent', { type, touchPoints: touchPoints.map(({ x, y }) => ({ x, y })) });
  let held = false;
  return {
    async down(at) {
      held = true;
      await send('touchStart', [at]);
    },
    // A finger in the air is nowhere.
    async move(at) {
      if (held) await send('touchMove', [at]);
    },
    async up() {
      held = false;
      await send('touchEnd', []);
    },
  };
}
