import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** A theme changes colours and nothing else: by all rules in one, by those of colours in the other. */
export async function expectNothingSerious(page: Page): Promise<void> {
  for (const [colorScheme, rules] of [
    ['light', 'all'],
    ['dark', 'colours'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    expect(await seriousFindings(page, rules), colorScheme).toEqual([]);
  }
}

/** What axe calls serious or critical, a line each; by all its rules, or by those of colours alone. */
export async function seriousFindings(page: Page, rules: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  const { violations, passes } = await (rules === 'all' ? axe : axe.withRules(['color-contrast'])).analyze();
  expect(passes.length, 'rules that found something to judge').toBeGreaterThan(rules === 'all' ? 10 : 0);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
}
