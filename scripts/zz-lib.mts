import { chromium } from '@playwright/test';
import { findBrowser, browserFlags } from './find-browser';
import { serve } from './serve';
import { AppDriver, beginWith, withoutWebGl } from '../tests/support/app-driver';
export const sizes = {
  d: { viewport: { width: 1440, height: 900 } },
  t: { viewport: { width: 1180, height: 820 }, hasTouch: true },
  p: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;
export async function run(f: (o: any) => Promise<void>) {
  const served = await serve({ directory: 'dist', port: 0 });
  const browser = await chromium.launch({
    executablePath: findBrowser()!,
    args: [...browserFlags, '--disable-gpu-compositing', '--disable-gpu-rasterization'],
  });
  const open = async (size: any, over: any = {}, settings: any = {}) => {
    const context = await browser.newContext({ ...size, deviceScaleFactor: 1, locale: 'en-GB', ...over });
    context.setDefaultTimeout(8000);
    await context.addInitScript('globalThis.__name=(f)=>f');
    await beginWith(context, { understood: true, detail: 'light', ...settings });
    await withoutWebGl(context);
    const page = await context.newPage();
    page.on('pageerror', (e: any) => console.log('ERR', e.message));
    return { context, page, app: new AppDriver(page, served.url, false) };
  };
  try {
    await f({ served, browser, open });
  } catch (e) {
    console.log(String((e as any).stack).slice(0, 1500));
  }
  await browser.close();
  await served.close();
}
export const shot = async (page: any, name: string, full = false) => {
  await page.waitForTimeout(250);
  await page.screenshot({ path: `/tmp/lk/${name}.png`, fullPage: full });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  console.log(name, over > 0 ? `SCROLLS SIDEWAYS ${over}` : '');
};
export const step = async (name: string, f: () => Promise<void>) => {
  try {
    await f();
  } catch (e) {
    console.log('FAIL', name, String((e as any).message).slice(0, 600));
  }
};
