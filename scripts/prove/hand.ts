import type { Locator, Page } from '@playwright/test';
import { middleAtRest } from '../../tests/support/at-rest';

/** A loaded machine is slow; what takes longer than this has failed. */
export const patienceMs = 90_000;

/**
 * Charts as a person does, by roles and names, in a browser without WebGL: every site from the list. Taps go through the
 * browser's own input, where the button stands, without waiting for anything.
 */
export class Hand {
  readonly give: Locator;
  readonly saveState: Locator;
  readonly ledger: Locator;

  constructor(
    readonly page: Page,
    private readonly url: string,
    private readonly passphrase: string | null = null,
  ) {
    page.setDefaultTimeout(patienceMs);
    this.give = page
      .getByRole('region', { name: 'Site', exact: true })
      .getByRole('button', { name: 'Give', exact: true });
    this.saveState = page.getByRole('status', { name: 'Save state' });
    this.ledger = page.getByRole('region', { name: 'Dose ledger' });
  }

  /** Opens a screen by its fragment, and the lock before it where there is one. */
  async open(fragment = ''): Promise<void> {
    await this.page.goto(`${this.url}${fragment}`);
    await this.ready();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  private async ready(): Promise<void> {
    const lock = this.page.getByRole('heading', { name: 'Locked' });
    const list = this.page.getByText('from the list');
    await list.or(lock).first().waitFor();
    if (this.passphrase === null || (await lock.count()) === 0) return;
    await this.unlock(this.passphrase);
    await list.waitFor();
  }

  async unlock(passphrase: string): Promise<void> {
    await this.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await this.page.getByRole('button', { name: 'Unlock' }).click();
  }

  /**
   * Opens a kept session in a page that shows none. In a page with another one the address would say the new session
   * while the old one still stands there.
   */
  async openAnew(session: string): Promise<void> {
    await this.page.goto('about:blank');
    await this.open(`#/chart/${session}`);
    await this.settled();
  }

  /** The save state says Saved. */
  async settled(): Promise<void> {
    await this.saveState.filter({ hasText: /^Saved/ }).waitFor();
  }

  /** The id of the session in the address. */
  session(): string {
    const id = /#\/chart\/([\w-]+)/.exec(this.page.url())?.[1];
    if (id === undefined) throw new Error(`no session in ${this.page.url()}`);
    return id;
  }

  /** Opens a new session and answers with its id once it is saved. */
  async newSession(): Promise<string> {
    const before = this.page.url();
    await this.page.getByRole('button', { name: 'New session' }).click();
    await this.page.waitForURL((url) => url.href !== before && url.hash.startsWith('#/chart/'));
    await this.settled();
    return this.session();
  }

  select(site: string): Promise<void> {
    return this.page.locator(`[role="treeitem"][data-site="${site}"]`).click();
  }

  /** The site that the card is about. */
  async selected(): Promise<string> {
    return (await this.page.locator('[role="treeitem"][aria-selected="true"]').getAttribute('data-site')) ?? '';
  }

  /** Where a tap on a button goes, asked before it: the tap itself then takes no time. */
  async aim(button: Locator): Promise<() => Promise<void>> {
    await button.scrollIntoViewIfNeeded().catch(async (error: unknown) => {
      const shows = (await this.page.locator('main').allTextContents()).join(' ').slice(0, 1500);
      throw new Error(`no button to aim at in ${this.page.url()}: ${shows}`, { cause: error });
    });
    const at = await middleAtRest(button);
    if (at === null) throw new Error('the button is not to be seen');
    return () => this.page.mouse.click(at.x, at.y);
  }

  /** Fills the dialog that signs a complete session, up to the last tap: the button to make it on. */
  async readyToSign(pin: string): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Finish' }).click();
    const finish = this.page.getByRole('dialog', { name: 'Finish this session?' });
    await finish.getByRole('button', { name: 'Sign and lock' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Sign and lock' });
    await dialog.getByLabel('PIN').fill(pin);
    return dialog.getByRole('button', { name: 'Sign and lock' });
  }

  /** Fills the dialog that amends a signed session, up to the last tap. */
  async readyToAmend(pin: string, words: string): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Amend' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Amend' });
    await dialog.getByLabel('Addendum').fill(words);
    await dialog.getByLabel('Reason for it').fill('proof');
    await dialog.getByLabel('PIN').fill(pin);
    return dialog.getByRole('button', { name: 'Amend' });
  }

  /** How many sites the list shows as still to be given. */
  planned(): Promise<number> {
    return this.page
      .locator('[role="treeitem"]:is([data-state="planned"], [data-state="next"], [data-state="moved"])')
      .count();
  }

  /** The sites that the list shows as given. */
  async given(): Promise<readonly string[]> {
    return this.page
      .locator('[role="treeitem"][data-state="given"]')
      .evaluateAll((options) => options.map((option) => (option as HTMLElement).dataset['site'] ?? ''));
  }
}

/** Waits for what is told from elsewhere; `what` says what did not come. */
export async function until(holds: () => boolean, what: () => string): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`in vain: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}
