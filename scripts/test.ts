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
  // The slowest of those that keep one core busy comes first; what it leaves free, the unit tests take.
  [
    oneCheck('rules that need types', 'eslint/bin/eslint.js', [
      '--config',
      'scripts/lint/eslint.config.mjs',
      '--max-warnings=0',
      '.',
    ]),
    oneCheck('build', 'vite/bin/vite.js', ['build', '--logLevel=warn']),
    oneCheck('rules and formatting', '@biomejs/biome/bin/biome', [
      'check',
      '--config-path=scripts/lint',
      '--error-on-warnings',
      '--max-diagnostics=100',
      '.',
    ]),
    oneCheck('types', 'typescript/bin/tsc', ['--noEmit', '-p', '.']),
    countedCheck(
      'unit, property and architecture tests',
      vitestReport,
      () =>
        runTool('vitest/vitest.mjs', [
          'run',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${vitestReport}`,
        ]),
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
