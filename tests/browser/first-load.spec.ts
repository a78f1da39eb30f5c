import { firstScriptKilobytes, packedKilobytes } from '../../scripts/bench/first-load';
import { expect, test } from '../support/app-fixture';

test('until the sites can be operated no more is fetched than is allowed; what is left comes by itself', async ({
  app,
  page,
}) => {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('[data-usable="true"]') === null) return;
      performance.mark('usable');
      observer.disconnect();
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-usable'] });
  });
  await app.open();
  const scripts = () =>
    page.evaluate(() => {
      const usable = performance.getEntriesByName('usable')[0]?.startTime ?? 0;
      return performance
        .getEntriesByType('resource')
        .map(({ name, startTime }) => ({ path: new URL(name).pathname, first: startTime < usable }))
        .filter(({ path }) => path.endsWith('.js'));
    });
  const named = (name: string) => expect.objectContaining({ path: expect.stringContaining(name), first: false });
  await expect.poll(scripts).toEqual(expect.arrayContaining([named('/dialogs-'), named('/skin-tree-')]));
  const first = (await scripts()).filter((script) => script.first).map(({ path }) => path);
  expect(first).toEqual(expect.arrayContaining([expect.stringContaining('/index-')]));
  expect(packedKilobytes(first)).toBeLessThan(firstScriptKilobytes);
});
