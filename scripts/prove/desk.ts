import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { beginWith, withEmptyDrawing, withoutWebGl } from '../../tests/support/app-driver';
import { browserFlags, ensureBrowser, quickFlags } from '../find-browser';
import { Book } from './book';
import { type Ground, openGround, readStore } from './ground';
import { Hand, until } from './hand';
import type { Holding } from './probe-page';
import { acceptFunctions, type Said, watchChart } from './watch-chart';

/** A browser with the app on a port of this machine, for as long as the work lasts. */
export async function withBrowser<T>(work: (browser: Browser, ground: Ground) => Promise<T>): Promise<T> {
  const ground = await openGround();
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...browserFlags, ...quickFlags] });
  try {
    return await work(browser, ground);
  } finally {
    await browser.close();
    await ground.close();
  }
}

/** A device that nothing was kept on yet, and the log of all that its pages say. */
export class Desk {
  readonly book = new Book();
  private readonly lastSaid = new Map<Page, Said>();
  /** Everything that was ever said as a notice, in any page. */
  readonly notices = new Set<string>();

  private constructor(
    readonly context: BrowserContext,
    readonly ground: Ground,
  ) {}

  /** `prepare` is done before any page is there. */
  static async with<T>(
    browser: Browser,
    ground: Ground,
    work: (desk: Desk) => Promise<T>,
    prepare: (context: BrowserContext) => Promise<void> = () => Promise.resolve(),
  ): Promise<T> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      locale: 'en-GB',
    });
    try {
      const desk = new Desk(context, ground);
      await acceptFunctions(context);
      await beginWith(context, { understood: true, detail: 'light' });
      await withoutWebGl(context);
      await withEmptyDrawing(context);
      await watchChart(context, (said, page) => {
        desk.book.hear(said);
        desk.lastSaid.set(page, said);
        for (const notice of said.notices) desk.notices.add(notice);
      });
      await prepare(context);
      return await work(desk);
    } finally {
      await context.close();
    }
  }

  /** Another window of the device, or a page that is there already, with the app open in it. */
  async window(fragment = '', page?: Page): Promise<Hand> {
    const hand = new Hand(page ?? (await this.context.newPage()), this.ground.url);
    await hand.open(fragment);
    return hand;
  }

  said({ page }: Hand): Said | null {
    return this.lastSaid.get(page) ?? null;
  }

  /** Gives the selected site with a tap that is put down before it is made; answers with the site. */
  async give(hand: Hand): Promise<string> {
    const tap = await hand.aim(hand.give);
    const site = await hand.selected();
    this.book.log(hand.session()).tapped.add(site);
    await tap();
    return site;
  }

  /** Waits until a site is shown as given and the save state is no longer on the way: what it then says. */
  async answered(hand: Hand, site: string): Promise<string> {
    const words = () => this.said(hand)?.save ?? '';
    const there = () => this.said(hand)?.given.includes(site) === true && /^(Saved|Not saved)/.test(words());
    await until(there, () => `${site} is not answered: ${JSON.stringify(this.said(hand))}`);
    return words();
  }

  store(secret: string | null = null): Promise<Holding> {
    return readStore(this.context, this.ground, secret);
  }
}
