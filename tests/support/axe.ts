import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

/**
 * A theme changes colours and nothing else: by all rules in one, by those of colours in the other.
 * @param within a selector, where all the rest of the page lies inert behind it
 */
export async function expectNothingSerious(page: Page, within?: string): Promise<void> {
  for (const [colorScheme, rules] of [
    ['light', 'all'],
    ['dark', 'colours'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    expect(await seriousFindings(page, rules, within), colorScheme).toEqual([]);
  }
}

/** What axe calls serious or critical, a line each; by all its rules, or by those of colours alone. */
export async function seriousFindings(
  page: Page,
  rules: 'all' | 'colours' = 'all',
  within?: string,
): Promise<readonly string[]> {
  // Read once a page, not once a look: it is half a megabyte.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const options: axe.RunOptions = {
    // All that is read of a rule that passes is that it did: to name every element it looked at takes longer than looking.
    resultTypes: ['violations'],
    // Style sheets fetched once more, for a rule that is not among these.
    preload: false,
    // A site's name says in full ("Corrugator left 1") what its small cell has room to abbreviate ("L1").
    rules: { 'label-content-name-mismatch': { enabled: false } },
    ...(rules === 'all' ? {} : { runOnly: { type: 'rule', values: ['color-contrast'] } }),
  };
  const { violations, passes } = await page.evaluate(
    ([chosen, at]) => {
      const { axe: inPage } = globalThis as unknown as { readonly axe: typeof axe };
      return inPage.run(at ?? document, chosen);
    },
    [options, within] as const,
  );
  expect(passes.length, 'rules that found something to judge').toBeGreaterThan(rules === 'all' ? 5 : 0);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
}
