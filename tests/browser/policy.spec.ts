import { AppDriver, withoutWebGl } from '../support/app-driver';
import { expect, test } from '../support/app-fixture';

// Without `app`, whose tests fail on anything that was refused: here it has to be.
test('a text is made into no markup, no script and no worker, and the app starts its own', async ({
  context,
  page,
  served,
}) => {
  await withoutWebGl(context);
  const app = new AppDriver(page, served.url, false);
  const started: string[] = [];
  page.on('worker', (worker) => started.push(new URL(worker.url()).pathname));
  await app.open();
  const outcomes = await page.evaluate(async () => {
    // What a driver evaluates may evaluate: a later task of the page may not.
    await new Promise((resolve) => setTimeout(resolve));
    // A browser's error where it refuses, else what was let through.
    const tried = (attempt: () => unknown): string => {
      try {
        return `done: ${String(attempt())}`;
      } catch (error) {
        return error instanceof Error ? error.name : String(error);
      }
    };
    const element = document.createElement('div');
    const script = document.createElement('script');
    return {
      markup: tried(() => (element.innerHTML = '<img src=x onerror=alert(1)>')),
      script: tried(() => (script.text = 'globalThis.planted = true')),
      source: tried(() => (script.src = 'planted.js')),
      eval: tried(() => Reflect.apply(Reflect.get(globalThis, 'eval') as (text: string) => unknown, null, ['1 + 1'])),
      worker: tried(() => new Worker('assets/index-planted.js')),
      blob: tried(() => new Worker(URL.createObjectURL(new Blob(['1'], { type: 'text/javascript' })))),
      handler: tried(() => element.setAttribute('onclick', 'globalThis.planted = true')),
      left: element.childNodes.length,
    };
  });
  expect(outcomes).toEqual({
    markup: 'TypeError',
    script: 'TypeError',
    source: 'TypeError',
    eval: 'EvalError',
    worker: 'TypeError',
    blob: 'TypeError',
    handler: 'TypeError',
    left: 0,
  });
  expect(await page.evaluate(() => 'planted' in globalThis)).toBe(false);
  await expect.poll(() => started.some((path) => /^\/assets\/[\w-]+-worker-[\w-]+\.js$/.test(path))).toBe(true);
});
