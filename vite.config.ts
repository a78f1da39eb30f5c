import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };
import { appLanguage } from './scripts/vite/app-language.ts';
import { compiledMessages } from './scripts/vite/compiled-messages.ts';
import { fontLicence } from './scripts/vite/font-licence.ts';
import { noWoff2 } from './scripts/vite/no-woff2.ts';
import { offlineBuild, policyInPage, serviceWorkerName } from './scripts/vite/plugins.ts';
import { thirdPartyNotices } from './scripts/vite/third-party.ts';
import { webManifest } from './scripts/vite/web-manifest.ts';

const notices = thirdPartyNotices();

export default defineConfig({
  // Relative, so that the build runs from any folder of any static host.
  base: './',
  publicDir: false,
  plugins: [
    react(),
    compiledMessages(appLanguage()),
    policyInPage(),
    fontLicence(),
    notices.page,
    webManifest(),
    offlineBuild(manifest.version),
  ],
  define: { __APP_VERSION__: JSON.stringify(manifest.version), __APP_LANGUAGE__: JSON.stringify(appLanguage()) },
  worker: { format: 'es', plugins: () => [noWoff2(), notices.worker()] },
  build: {
    target: 'baseline-widely-available',
    // Every asset is a file of its own: it is cached by its hash, and the policy needs no exception for fonts.
    assetsInlineLimit: 0,
    // three.js and React in one piece; the limit that counts (gzip, until usable) is in the bench.
    chunkSizeWarningLimit: 1500,
    // The page need not name beforehand what every later part is made of (1.4 kB): parts say it themselves when they come.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, deps) => deps.filter((one) => one.endsWith('.css')),
    },
    rolldownOptions: {
      input: { index: 'index.html', 'service-worker': 'src/app/service-worker.ts' },
      output: {
        // What the page loads first is one file: small ones beside it would each be packed without knowing the others.
        codeSplitting: {
          groups: [
            { name: 'index', test: /src[\\/]app[\\/]main\.tsx$/, priority: 2 },
            // Wanted soon after the map, by itself: not behind the dialogs, which ask the skin as well.
            { name: 'skin-tree', test: /src[\\/]scene[\\/]skin-tree\.ts$/, priority: 2 },
            // The dialogs of Chart are fetched together once the map stands: in one piece, and named once.
            { name: 'dialogs', test: /src[\\/]screens[\\/]chart[\\/][\w-]+-(?:dialog|form)\.tsx$/, priority: 1 },
          ],
        },
        // The service worker keeps its name, or an old one could never find the new one.
        entryFileNames: (chunk) => (chunk.name === 'service-worker' ? serviceWorkerName : 'assets/[name]-[hash].js'),
      },
    },
  },
  test: {
    environment: 'node',
    include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/property/**/*.test.ts', 'tests/*.test.ts'],
    passWithNoTests: false,
    testTimeout: 60_000,
    // Modules are read once, not once a file: they keep nothing that one file of tests could leave to the next.
    isolate: false,
    // One each of two cores: left to itself vitest keeps one of them free.
    maxWorkers: '100%',
  },
});
