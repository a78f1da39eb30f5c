import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { ToDrawing } from '../../src/scene/flat/drawing-worker';
import type { DrawnPaths, MusclePaths } from '../../src/scene/flat/paths';
import type { Settings } from '../../src/state/settings';

export type Point = { readonly x: number; readonly y: number };
export type Marker = Point & { readonly site: string };
export type Extra = { readonly muscle: string; readonly side: "Patient's left" | "Patient's right" };

const settingsKey = 'aliquot.settings';
/** A site in the list. */
const item = '[role="treeitem"][aria-level="2"]';

/** Has every page of a context begin with these settings, as if they had been chosen in Settings before. */
export async function beginWith(context: BrowserContext, settings: Partial<Settings>): Promise<void> {
  await context.addInitScript(
    ([key, chosen]) => {
      // An empty page, such as axe opens for itself, has no storage.
      if (location.protocol === 'about:') return;
      // What the app has kept since then stands, these choices with it.
      if (localStorage.getItem(key) === null) localStorage.setItem(key, chosen);
    },
    [settingsKey, JSON.stringify(settings)] as const,
  );
}

/** Has every page of a context find no WebGL, as in a browser that cannot draw the head. */
export async function withoutWebGl(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { prototype } = HTMLCanvasElement;
    const given = Object.getOwnPropertyDescriptor(prototype, 'getContext')?.value as (kind: string) => unknown;
    Object.defineProperty(prototype, 'getContext', {
      value: new Proxy(given, {
        apply: (target, canvas, asked: [string]) =>
          asked[0].startsWith('webgl') ? null : Reflect.apply(target, canvas, asked),
      }),
    });
  });
}

/**
 * Has the head be drawn as an empty sheet in every page of a context. To draw it takes longer than to open the app, and it is
 * drawn from every side ahead, on every page that is opened.
 */
export async function withEmptyDrawing(context: BrowserContext): Promise<void> {
  const head: DrawnPaths = { outline: '', contours: '', slits: '', light: '', heavy: '', washes: [], hairline: '' };
  const muscles: MusclePaths = { area: '', fibres: '' };
  await context.addInitScript(
    (sheets) => {
      const sheet = () => {
        const worker: {
          onmessage: (event: { readonly data: unknown }) => void;
          postMessage: (asked: ToDrawing) => void;
        } = {
          onmessage: () => undefined,
          postMessage(asked) {
            if (asked.kind === 'draw') queueMicrotask(() => worker.onmessage({ data: sheets[asked.what] }));
          },
        };
        return worker;
      };
      globalThis.Worker = new Proxy(Worker, {
        construct: (given, [script, ...rest]: [string | URL, ...unknown[]]) =>
          /drawing-worker/.test(String(script)) ? sheet() : (Reflect.construct(given, [script, ...rest]) as object),
      });
    },
    { head, muscles },
  );
}

/**
 * Works the app as a person does: by roles and accessible names (those of the contract), never by its inner classes.
 * What the map draws is read from the data attributes that it publishes.
 */
export class AppDriver {
  readonly sites: Locator;
  readonly ledger: Locator;
  readonly card: Locator;
  readonly map: Locator;
  readonly canvas: Locator;
  readonly saveState: Locator;

  constructor(
    readonly page: Page,
    readonly url: string,
    /** False where the browser has no WebGL. */
    readonly head = true,
  ) {
    // Roles and names as the page writes them down, not worked out anew for every element of it at each look: these are
    // looked up thousands of times, and that they are what a screen reader is told is held by axe and by the other tests.
    const region = (name: string) => page.locator(`section[aria-label="${name}"]`);
    this.sites = region('Injection sites');
    this.ledger = region('Dose ledger');
    this.card = region('Site');
    this.map = region('Injection map');
    this.canvas = this.map.locator('[data-usable]');
    this.saveState = page.getByRole('status', { name: 'Save state' });
  }

  /** Opens a screen by its fragment and puts the notice of intended use away where it shows. */
  async open(fragment = ''): Promise<void> {
    await this.page.goto(`${this.url}${fragment}`);
    await expect(this.page.getByRole('navigation', { name: 'Modes' })).toBeVisible();
    const understood = this.page.getByRole('button', { name: 'I understand' });
    if (await understood.isVisible()) await understood.click();
  }

  /** Another window of the same browser. */
  inWindow(page: Page): AppDriver {
    return new AppDriver(page, this.url, this.head);
  }

  /** Waits until the sites can be operated: the head is drawn or, without WebGL, the list said to be enough. */
  async usable(): Promise<void> {
    const ready = this.head ? this.map.locator('[data-usable="true"]') : this.map.getByText('from the list');
    await expect(ready).toBeVisible();
  }

  /** Opens Chart with a new session that is saved. */
  async newSession(): Promise<void> {
    await this.open();
    await this.usable();
    await this.page.getByRole('button', { name: 'New session' }).click();
    await expect(this.ledger).toContainText('Planned 155 U');
    await this.saved();
  }

  /** The save state says Saved, and goes on saying so: the write that a step caused has been answered. */
  async saved(): Promise<void> {
    await expect(this.saveState).toHaveText(/^Saved/);
  }

  /** A site in the list by the beginning of its name, for example "Temporalis left 1". */
  site(name: string): Locator {
    return this.sites.locator(
      `${item}[aria-label="${name}"], ${item}[aria-label^="${name} "], ${item}[aria-label^="${name},"]`,
    );
  }

  inState(state: 'planned' | 'moved' | 'next' | 'given' | 'skipped'): Locator {
    return this.sites.locator(`${item}[aria-label$="${state}"]`);
  }

  /** The name of the site that the list shows as selected. */
  async selectedName(): Promise<string> {
    const selected = this.sites.locator(`${item}[aria-selected="true"]`);
    await expect(selected).toHaveCount(1);
    return (await selected.getAttribute('aria-label')) ?? '';
  }

  async select(name: string): Promise<void> {
    await this.site(name).click();
    await expect(this.site(name)).toHaveAttribute('aria-selected', 'true');
  }

  /** Gives one site: chosen in the list, given with the button on its card. */
  async give(name: string): Promise<void> {
    await this.select(name);
    await this.card.getByRole('button', { name: 'Give', exact: true }).click();
    await expect(this.site(name)).toHaveAccessibleName(/given$/);
  }

  /**
   * Gives every site that is still open from the keyboard: from the top of the list, Space gives and moves on to the
   * next open site, the arrow passes over those that have their dose.
   */
  async giveRest(): Promise<void> {
    const all = this.sites.locator(item);
    const names = () => all.evaluateAll((items) => items.map((item) => item.getAttribute('aria-label') ?? ''));
    const open = /(planned|moved|next)$/;
    /** The site that has the focus, or the next key would go astray: what is selected is focused in a later frame. */
    const focused = async (): Promise<string> => {
      const one = this.sites.locator(`${item}[aria-selected="true"]:focus`);
      await expect(one).toHaveCount(1);
      return (await one.getAttribute('aria-label')) ?? '';
    };
    await this.sites.locator('[role="treeitem"][tabindex="0"]').focus();
    await this.page.keyboard.press('Home');
    while ((await names()).some((name) => open.test(name))) {
      const name = await focused();
      await this.page.keyboard.press(open.test(name) ? 'Space' : 'ArrowDown');
      if (open.test(name)) await expect.poll(names).toContain(name.replace(/\w+$/, 'given'));
      await expect.poll(focused).not.toBe(name);
    }
  }

  /** Gives what is still open muscle by muscle, from the next site on. */
  async giveMuscles(): Promise<void> {
    const open = async () => (await this.inState('planned').count()) + (await this.inState('next').count());
    await this.inState('next').click();
    for (let left = await open(); left > 0; left = await open()) {
      await this.page.keyboard.press('c');
      await expect.poll(open).toBeLessThan(left);
    }
  }

  /** Fills the form for an extra, leaving the offset where the form begins, and sends it. */
  async sendExtra({ muscle, side }: Extra): Promise<void> {
    await this.page.getByRole('button', { name: 'Add follow-the-pain site' }).click();
    const form = this.page.getByRole('dialog', { name: 'Add follow-the-pain site' });
    await form.getByLabel('Muscle').selectOption({ label: muscle });
    await form.getByLabel('Side', { exact: true }).selectOption({ label: side });
    await form.getByRole('button', { name: 'Add site' }).click();
  }

  /** Adds an extra by the form and waits until the list has it. */
  async addExtra(extra: Extra): Promise<void> {
    const extras = this.sites.getByRole('treeitem', { level: 2, name: /^Follow-the-pain/ });
    const before = await extras.count();
    await this.sendExtra(extra);
    await expect(this.page.getByRole('dialog')).toBeHidden();
    await expect(extras).toHaveCount(before + 1);
  }

  /** What was said last as a refusal, wherever it stands. */
  alert(): Locator {
    return this.page.getByRole('alert').filter({ hasText: /\S/ });
  }

  /** Frames drawn so far. */
  async frames(): Promise<number> {
    return Number(await this.canvas.getAttribute('data-frames'));
  }

  /** Waits until every model has come and the map has drawn nothing for a while: the camera stands. */
  async settled(quietMs = 250): Promise<void> {
    const detail = await this.page.evaluate((key) => {
      const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as { readonly detail?: string };
      return kept.detail === 'light' ? 'light' : 'full';
    }, settingsKey);
    await expect(this.map.locator(`[data-detail="${detail}"][data-muscles="true"]`)).toBeVisible();
    await expect
      .poll(
        () =>
          this.canvas.evaluate(async (map, ms) => {
            const before = map.dataset['frames'];
            await new Promise((resolve) => setTimeout(resolve, ms));
            // A frame that is being waited for is not rest.
            await new Promise((resolve) => requestAnimationFrame(resolve));
            return Number(map.dataset['frames']) - Number(before);
          }, quietMs),
        { timeout: 60_000, intervals: [0] },
      )
      .toBe(0);
  }

  /** Turns the head to a quick view and waits until it stands. */
  async view(name: 'Front' | 'Left' | 'Right' | 'Back' | 'Neck and shoulders'): Promise<void> {
    const choice = this.page.getByRole('radio', { name, exact: true });
    const before = await this.frames();
    await choice.click({ force: true });
    await expect(choice).toBeChecked();
    // Chosen at once, turned in the next frame: until that is drawn, the markers stand where they stood.
    await expect.poll(() => this.frames()).toBeGreaterThan(before);
    await this.settled();
  }

  /** The markers in front of the head and where they stand, in page pixels. */
  markers(): Promise<readonly Marker[]> {
    return markersOf(this.canvas);
  }
}

/** The markers that a map, in 3D or drawn, shows in front of the head, in page pixels. */
export function markersOf(map: Locator): Promise<readonly Marker[]> {
  return map.evaluate((element) => {
    const box = element.getBoundingClientRect();
    return [...element.querySelectorAll<SVGElement>('[data-marker="front"][data-shown="true"]')].map((marker) => {
      const [, x, y] = /translate\(([-\d.]+)[ ,]+([-\d.]+)\)/.exec(marker.getAttribute('transform') ?? '') ?? [];
      return { site: marker.dataset['site'] ?? '', x: box.x + Number(x), y: box.y + Number(y) };
    });
  });
}
