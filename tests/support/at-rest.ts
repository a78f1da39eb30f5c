import type { Locator } from '@playwright/test';
import type { Point } from './app-driver';

/**
 * The middle of what has come to rest, page px: a tap that goes where something stands, unlike the browser's own click,
 * does not wait for what still moves. Null where it is not shown.
 */
export async function middleAtRest(what: Locator): Promise<Point | null> {
  await what.evaluate(async (element) => {
    const frame = () => new Promise(requestAnimationFrame);
    const place = () => JSON.stringify(element.getBoundingClientRect());
    for (let before = '', still = 0; still < 3; still = place() === before ? still + 1 : 0) {
      before = place();
      await frame();
    }
  });
  const box = await what.boundingBox();
  return box === null ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
