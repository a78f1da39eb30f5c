import type { Locator, Page } from '@playwright/test';

/** Between two presses of a practised hand, ms: not so quick that the app could be behind without anybody seeing it. */
const pace = 60;

/** A hand whose every press, key or click, is counted. */
export class CountedHand {
  presses = 0;

  constructor(private readonly page: Page) {}

  async key(key: string): Promise<void> {
    this.presses += 1;
    await this.page.keyboard.press(key);
    await this.page.waitForTimeout(pace);
  }

  async click(what: Locator): Promise<void> {
    this.presses += 1;
    await what.click();
    await this.page.waitForTimeout(pace);
  }

  async at({ x, y }: { readonly x: number; readonly y: number }): Promise<void> {
    this.presses += 1;
    await this.page.mouse.click(x, y);
    await this.page.waitForTimeout(pace);
  }
}
