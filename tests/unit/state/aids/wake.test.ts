import { describe, expect, it } from 'vitest';
import { createWake, type Kept } from '../../../../src/state/aids/wake';

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A browser that keeps a screen on, until the page is hidden. */
function openBrowser({ refuses = false } = {}) {
  const page = { visible: true, refuses, asked: 0 };
  const held = new Set<() => void>();
  let changed: () => void = () => undefined;
  const wake = createWake({
    request: () => {
      page.asked += 1;
      if (page.refuses) return Promise.reject(new Error('battery low'));
      let then: () => void = () => undefined;
      const end = () => {
        held.delete(end);
        then();
      };
      held.add(end);
      const kept: Kept = {
        release: () => {
          end();
          return Promise.resolve();
        },
        onReleased: (told) => {
          then = told;
        },
      };
      return Promise.resolve(kept);
    },
    visible: () => page.visible,
    onVisible: (told) => {
      changed = told;
      return () => {
        changed = () => undefined;
      };
    },
  });
  const show = async (visible: boolean) => {
    page.visible = visible;
    if (!visible) for (const end of [...held]) end();
    changed();
    await settle();
  };
  return { wake, page, show, on: () => held.size };
}

describe('the screen', () => {
  it('stays on for as long as that is wanted', async () => {
    const { wake, on } = openBrowser();
    wake.want(true);
    await settle();
    expect(on()).toBe(1);
    wake.want(true);
    await settle();
    expect(on()).toBe(1);
    wake.want(false);
    await settle();
    expect(on()).toBe(0);
  });

  it('is kept on again when the page comes back, and not while it is hidden', async () => {
    const { wake, show, on, page } = openBrowser();
    wake.want(true);
    await settle();
    await show(false);
    expect(on()).toBe(0);
    expect(page.asked).toBe(1);
    await show(true);
    expect(on()).toBe(1);
  });

  it('is let go where it was no longer wanted by the time the browser agreed, or the chart was left', async () => {
    const { wake, on, show } = openBrowser();
    wake.want(true);
    wake.want(false);
    await settle();
    expect(on()).toBe(0);
    wake.want(true);
    await settle();
    wake.close();
    await show(true);
    expect(on()).toBe(0);
  });

  it('is asked for again when a browser that refused shows the page anew, and nobody hears of it', async () => {
    const { wake, page, show, on } = openBrowser({ refuses: true });
    wake.want(true);
    await settle();
    expect(on()).toBe(0);
    page.refuses = false;
    await show(true);
    expect(on()).toBe(1);
  });

  it('is left alone where the browser cannot keep it on', () => {
    const wake = createWake({ request: null, visible: () => true, onVisible: () => () => undefined });
    expect(() => {
      wake.want(true);
      wake.close();
    }).not.toThrow();
  });
});
