import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installOnDebian } from './install-on-debian';

/** Flags under which headless Chromium draws WebGL in software, wherever it runs, and calls nobody. */
export const browserFlags: readonly string[] = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Flags that take work off software drawing and change nothing that a test looks at: the page is painted without the
 * detour over WebGL's driver, which makes a picture of it a hundred times cheaper, and edges are not smoothed, which
 * halves a frame. For the tests; pictures and figures for people are made without.
 */
export const quickFlags: readonly string[] = [
  '--disable-gpu-compositing',
  '--disable-gpu-rasterization',
  '--webgl-antialiasing-mode=none',
];

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];

function places(): readonly string[] {
  const env = process.env;
  switch (process.platform) {
    case 'darwin':
      return ['', env['HOME'] ?? ''].flatMap((home) =>
        ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
          (app) => `${home}/Applications/${app}.app/Contents/MacOS/${app}`,
        ),
      );
    case 'win32':
      return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((base) =>
        base === undefined
          ? []
          : [
              join(base, 'Google/Chrome/Application/chrome.exe'),
              join(base, 'Chromium/Application/chrome.exe'),
              join(base, 'Microsoft/Edge/Application/msedge.exe'),
            ],
      );
    default: {
      const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
      return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), '/opt/google/chrome/chrome'];
    }
  }
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a Chrome, Chromium or Edge: CHROME_PATH if set, else the usual places. Null where there is none. */
export function findBrowser(): string | null {
  const asked = process.env['CHROME_PATH'];
  if (asked !== undefined && asked !== '') return runs(asked) ? asked : null;
  return places().find(runs) ?? null;
}

/** Finds a browser; as root on Debian installs one. Throws with one line that says what to install. */
export function ensureBrowser(say: (line: string) => void = console.error): string {
  const found = findBrowser();
  if (found !== null) return found;
  if (process.env['CHROME_PATH']) throw new Error(`CHROME_PATH names no program: ${process.env['CHROME_PATH']}`);
  if (installOnDebian('chromium', () => say('No browser found: installing chromium with apt-get …'))) {
    const installed = findBrowser();
    if (installed !== null) return installed;
  }
  throw new Error('No browser found: install Chrome, Chromium or Edge (or set CHROME_PATH) and run the tests again.');
}
