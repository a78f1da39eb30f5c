import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { browserFlags, ensureBrowser } from '../find-browser';

/** A browser that can be killed as a whole at any moment. Its profile outlives it. */
export type MortalBrowser = {
  readonly context: BrowserContext;
  /** SIGKILL to every process of it: nothing is flushed, nothing is said. Resolves when they are gone. */
  readonly kill: () => Promise<void>;
};

/** Without the flags that draw WebGL in software: what is proved here is what is kept, not what is drawn. */
const flags = browserFlags.filter((flag) => !/gl|swiftshader/.test(flag));

/**
 * Starts Chromium in a process group of its own, on a profile that stays, and connects to its debugging port. Its pages
 * have no WebGL, so that the app charts from the list.
 */
export async function startMortalBrowser(profile: string): Promise<MortalBrowser> {
  const child = spawn(
    ensureBrowser(),
    [
      ...flags,
      '--headless=new',
      '--disable-gpu',
      '--disable-3d-apis',
      '--window-size=1440,900',
      '--no-default-browser-check',
      '--hide-crash-restore-bubble',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const { pid } = child;
  if (pid === undefined) throw new Error('the browser did not start');
  const kill = async (): Promise<void> => {
    const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
    try {
      // The group, not the process: its renderers and its storage service die with it.
      process.kill(-pid, 'SIGKILL');
    } catch {
      // Dead already.
    }
    await gone;
  };
  try {
    const browser: Browser = await chromium.connectOverCDP(await debuggerAddress(child));
    const context = browser.contexts()[0];
    if (context === undefined) throw new Error('the browser has no window');
    return { context, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** What the browser says on its standard error: `DevTools listening on ws://…`. */
function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => {
      reject(new Error(`the browser ended before it could be reached:\n${said}`));
    });
  });
}
