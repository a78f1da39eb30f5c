import { defineConfig } from '@playwright/test';
import config from './playwright.config';

/** The browser tests that `npm test` has no time for: `npm run prove -- --only screens`. */
export default defineConfig({
  ...config,
  grep: /@long/,
  grepInvert: /^$/,
  globalTimeout: 60 * 60_000,
  reporter: [['dot'], ['json', { outputFile: '../../.cache/long.json' }]],
});
