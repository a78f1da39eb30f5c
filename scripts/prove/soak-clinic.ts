import type { BrowserContext, Locator, Page } from '@playwright/test';
import { answerVisit } from '../../tests/support/answer-visit';
import { patienceMs } from './hand';

export const passphrase = 'nine red kites over the mill';
const pin = '2580';
const dayMs = 86_400_000;
/** What the plan of a patient leaves out from the first visit on. */
const leftOut = 'frontalis-L-2';

declare global {
  interface Window {
    /** How far the page's calendar is ahead of the machine's, ms. Put there by `withCalendar`. */
    aheadMs?: number;
  }
}

/**
 * Has every page of a context keep a calendar of its own, which `aheadMs` sets forward. Timers are left as they are: a clock
 * that keeps a list of all of them would be what grows.
 */
export async function withCalendar(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const real = Date;
    const now = () => real.now() + (window.aheadMs ?? 0);
    globalThis.Date = new Proxy(real, {
      construct: (target, given: unknown[], as) =>
        Reflect.construct(target, given.length === 0 ? [now()] : given, as) as object,
      apply: () => new real(now()).toString(),
      get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
    });
  });
}

/** What is looked at now and then, each in its turn. */
export const glances = ['versions', 'compare', 'course', 'preview', 'learn'] as const;
export type Glance = (typeof glances)[number];

/** A clinic as one window sees it, worked by keys, roles and names. */
export class Clinic {
  private aheadMs = 0;

  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    page.setDefaultTimeout(patienceMs);
  }

  /** Opens the app for the first time, and gives its records a passphrase. */
  async found(): Promise<void> {
    await this.page.goto(`${this.url}#/settings`);
    await this.button('Set a passphrase').click();
    const dialog = this.dialog('Set a passphrase');
    await dialog.getByLabel('New passphrase', { exact: true }).fill(passphrase);
    await dialog.getByLabel('New passphrase again').fill(passphrase);
    await dialog.getByRole('button', { name: 'Set a passphrase' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Another window of the same device, just opened on the same day. */
  async beside(page: Page): Promise<Clinic> {
    await page.addInitScript((ms) => {
      window.aheadMs = ms;
    }, this.aheadMs);
    const there = new Clinic(page, this.url);
    await page.goto(`${this.url}#/records`);
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await there.button('Unlock').click();
    return there;
  }

  /** Some days later. Nothing locks meanwhile: locking loads the page anew, on purpose, and would end what is tried. */
  async daysLater(days: number): Promise<void> {
    this.aheadMs += days * dayMs;
    await this.page.evaluate((ms) => {
      window.aheadMs = ms;
    }, this.aheadMs);
  }

  /** A new session of a patient; of one who was here before, planned as last time. */
  async begin(name: string, before: boolean): Promise<void> {
    if (before) {
      await this.show(name);
      await this.button('New session').click();
      await this.button(/^As last time/).click();
      await this.page.locator(`[data-site="${leftOut}"][data-state="skipped"]`).waitFor();
      return;
    }
    await this.go('Chart');
    await this.button('New session').click();
    await this.button(/Add patient/).click();
    await this.page.getByLabel('Initials or name').fill(name);
    await this.button('Save').click();
    await this.page.locator(`[role="treeitem"][data-site="${leftOut}"]`).click();
    await this.page.keyboard.press('s');
  }

  /** Everything that is asked before the first needle, and the vial. */
  async prepare(before: boolean): Promise<void> {
    if (before) {
      await this.page.keyboard.press('k');
      const visit = this.dialog('Before the first needle');
      await visit.getByRole('radio', { name: 'Chronic migraine' }).check();
      await visit.getByRole('radio', { name: 'Given' }).check();
      await visit.getByRole('button', { name: 'Confirm both' }).click();
      await visit.getByRole('button', { name: 'Reviewed, unchanged' }).click();
      await visit.getByRole('button', { name: 'Done' }).click();
    } else await answerVisit(this.page);
    await this.page.keyboard.press('u');
    const vials = this.dialog('Vials');
    await vials.getByLabel('Lot').fill('C1234');
    // No vial of today is good for all the years that pass here.
    const year = new Date(Date.now() + this.aheadMs).getUTCFullYear() + 2;
    await vials.getByLabel('Expiry').fill(`${String(year)}-08`);
    await vials.getByRole('button', { name: 'Now' }).click();
    await this.page.keyboard.press('Escape');
    await vials.waitFor({ state: 'hidden' });
  }

  /** Everything that is planned given by the keys, one by one or muscle by muscle. */
  async give(how: 'sites' | 'muscles'): Promise<void> {
    const open = this.page.locator('[role="treeitem"]:is([data-state="planned"], [data-state="next"])');
    await this.page.locator('[role="treeitem"][data-state="next"]').click();
    // What a rule holds back would be held back for ever.
    const rounds = 12;
    for (let round = 0; (await open.count()) > 0; round += 1) {
      if (round === rounds)
        throw new Error(`not given: ${(await this.page.getByRole('alert').allTextContents()).join()}`);
      const presses = how === 'sites' ? await open.count() : 1;
      for (let n = 0; n < presses; n += 1) await this.page.keyboard.press(how === 'sites' ? 'g' : 'c');
    }
  }

  /** Discards what is left, signs, and waits until that is said. */
  async sign(): Promise<void> {
    await this.page.keyboard.press('e');
    const finish = this.dialog('Finish this session?');
    await finish.getByRole('button', { name: /^Discard what is left/ }).click();
    await finish.getByRole('button', { name: 'Sign and lock' }).click();
    const signing = this.dialog('Sign and lock');
    await signing.getByLabel('PIN').waitFor();
    // The first signature makes the injector.
    const name = signing.getByLabel('Name');
    if ((await name.count()) > 0) await name.fill('A. Example');
    await signing.getByLabel('PIN').fill(pin);
    await signing.getByRole('button', { name: 'Sign and lock' }).click();
    await this.page.getByRole('status', { name: 'Signature' }).filter({ hasText: 'Signed by' }).waitFor();
    await this.page
      .getByRole('status', { name: 'Save state' })
      .filter({ hasText: /^Saved/ })
      .waitFor();
  }

  /** Looks at something that is no charting, after the session of this patient was signed. */
  async glance(at: Glance, name: string): Promise<void> {
    switch (at) {
      case 'versions':
        return this.readVersion();
      case 'compare':
        await this.show(name);
        await this.page.getByRole('link', { name: 'Compare sessions' }).click();
        return this.page.getByRole('region', { name: 'Differences' }).waitFor();
      case 'course':
        await this.patients();
        await this.page.getByRole('link', { name, exact: true }).click();
        return this.page.getByRole('heading', { level: 1, name }).waitFor();
      case 'preview': {
        await this.go('Preview');
        await this.page.getByRole('link', { name: 'What will be done' }).click();
        const heading = this.page.getByRole('heading', { level: 1 });
        await heading.filter({ hasText: 'Your eyebrows' }).waitFor();
        await this.page.keyboard.press('ArrowRight');
        await heading.filter({ hasText: 'Between your eyebrows' }).waitFor();
        await this.page.keyboard.press('Escape');
        return this.page.getByRole('link', { name: 'What will be done' }).waitFor();
      }
      case 'learn': {
        await this.go('Learn');
        await this.page.goto(`${this.url}#/learn/tour/temporalis`);
        const panel = this.page.getByRole('region', { name: 'Guided tour' });
        // It goes on where it was left.
        await panel.getByRole('button', { name: /^Next/ }).press('Enter');
        return panel.getByRole('heading', { level: 2 }).waitFor();
      }
    }
  }

  /** The version in full, with its map, its note as a file, and its note on paper. */
  private async readVersion(): Promise<void> {
    await this.button('Versions').click();
    const versions = this.dialog('Versions');
    const coming = this.page.waitForEvent('download');
    await versions.getByRole('button', { name: 'Save PDF' }).click();
    const file = await coming;
    await file.delete();
    await versions.getByRole('button', { name: 'Print note' }).click();
    const sheet = this.page.locator('#print-sheet');
    // It is seen on paper alone.
    await sheet.filter({ hasText: 'Record hash' }).waitFor({ state: 'attached' });
    await this.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await sheet.waitFor({ state: 'detached' });
    await this.page.keyboard.press('Escape');
    await versions.waitFor({ state: 'hidden' });
  }

  /** A screen without a record, the same whatever is kept. */
  async settings(): Promise<void> {
    await this.go('Settings');
    await this.page.getByRole('region', { name: 'Protection' }).getByText('Encrypted under a passphrase').waitFor();
  }

  /** Has the head be drawn so from now on, everywhere. */
  async draw(how: '3d' | 'drawn'): Promise<void> {
    await this.settings();
    await this.page.getByLabel('How the head is drawn').selectOption(how);
    await this.records();
  }

  /** All sessions, of which the first hundred are shown. */
  async records(): Promise<void> {
    await this.go('Records');
    await this.page.getByRole('radio', { name: 'Sessions' }).check();
    await this.page.getByRole('table', { name: 'Sessions' }).getByRole('row').nth(1).waitFor();
  }

  private async go(mode: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Modes' }).getByRole('link', { name: mode }).click();
  }

  private async patients(): Promise<void> {
    await this.go('Records');
    await this.page.getByRole('radio', { name: 'Patients' }).check();
  }

  private async show(name: string): Promise<void> {
    await this.patients();
    await this.page
      .getByRole('row')
      .filter({ hasText: name })
      .getByRole('button', { name: /^Show / })
      .click();
  }

  private dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name, exact: true });
  }

  private button(name: string | RegExp): Locator {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }
}
