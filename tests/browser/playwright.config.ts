import { defineConfig } from '@playwright/test';
import { launching } from '../support/launch';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  // Tells of failures last, where whoever reads a log looks first.
  reporter: [['dot'], ['json', { outputFile: '../../.cache/playwright.json' }]],
  forbidOnly: true,
  // Those are run by `npm run prove -- --only screens` (docs/proofs.md): `long.config.ts`.
  grepInvert: /@long/,
  fullyParallel: true,
  // WebGL is drawn in software here: more windows at once than cores only make each of them slow.
  workers: 2,
  retries: 0,
  timeout: 300_000,
  globalTimeout: 28 * 60_000,
  expect: { timeout: 40_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    // A quarter of the pixels, laid out the same. Tests of colours or of what touches what ask for whole ones.
    deviceScaleFactor: 0.5,
    // The head cuts to its views instead of turning: drawn in software, a turn takes seconds. One test turns it.
    contextOptions: { reducedMotion: 'reduce' },
    // One window for many tests; what a test stored is cleared away before the next.
    reuseContext: true,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    serviceWorkers: 'block',
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: launching('shared'),
  },
});
