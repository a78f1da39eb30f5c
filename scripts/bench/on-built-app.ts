import { type Browser, chromium } from '@playwright/test';
import { browserFlags, ensureBrowser } from '../find-browser';
import { serve } from '../serve';
import { dist } from '../vite/build-inputs';
import { compositionFlags } from './composition';

/** The built app served, and a browser that composes pages in software: both are gone when `use` is done, however it ends. */
export async function onBuiltApp<T>(use: (browser: Browser, url: string) => Promise<T>): Promise<T> {
  const served = await serve({ directory: dist, port: 0 });
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [...browserFlags, ...compositionFlags],
  });
  try {
    return await use(browser, served.url);
  } finally {
    await browser.close();
    await served.close();
  }
}
