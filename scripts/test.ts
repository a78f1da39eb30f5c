import { ensurePoppler } from './ensure-poppler';
import { ensureBrowser } from './find-browser';
import { type Counts, countedCheck, oneCheck, runChecks, runTool } from './run-check';

const vitestReport = '.cache/vitest.json';
const playwrightReport = '.cache/playwright.json';

const vitestCounts = (report: unknown): Counts => {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report as Record<string, number>;
  return {
    passed: numPassedTests ?? 0,
    failed: numFailedTests ?? 0,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
  };
};

const playwrightCounts = (report: unknown): Counts => {
  const { stats } = report as { stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> };
  // A test that passes only when tried again has failed: nothing is tried again here.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
};

const { passed, failed } = await runChecks([
  // Each but the last is done in seconds, so they come first, the longest in front; the unit tests keep both cores busy
  // for minutes and take what is left free.
  [
    oneCheck('rules that need types', 'oxlint/bin/oxlint', ['--config=.oxlintrc.jsonc', '.']),
    oneCheck('types', 'typescript-native/bin/tsc', ['--noEmit', '-p', '.']),
    oneCheck('build', 'vite/bin/vite.js', ['build', '--logLevel=warn']),
    oneCheck('rules and formatting', '@biomejs/biome/bin/biome', [
      'check',
      '--config-path=scripts/lint',
      '--error-on-warnings',
      '--max-diagnostics=100',
      '.',
    ]),
    countedCheck(
      'unit, property and architecture tests',
      vitestReport,
      () => {
        ensurePoppler();
        return runTool('vitest/vitest.mjs', [
          'run',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${vitestReport}`,
        ]);
      },
      vitestCounts,
    ),
  ],
  countedCheck(
    'tests in a real browser',
    playwrightReport,
    () => {
      ensureBrowser();
      return runTool('@playwright/test/cli.js', ['test', '--config=tests/browser/playwright.config.ts'], 30);
    },
    playwrightCounts,
  ),
]);

console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
