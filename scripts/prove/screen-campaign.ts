import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '../find-browser';
import { runTool } from '../run-check';
import { buildIfNeeded, root } from '../vite/build-inputs';

const report = join(root, '.cache/long.json');

type Suite = {
  readonly title: string;
  readonly specs?: readonly { readonly title: string; readonly ok: boolean }[];
  readonly suites?: readonly Suite[];
};

/** The browser tests tagged `@long`, in one run of their own: a row each. */
export async function proveScreens(): Promise<readonly { name: string; tried: number; failed: number }[]> {
  await buildIfNeeded();
  ensureBrowser();
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const { output } = await runTool('@playwright/test/cli.js', ['test', '--config=tests/browser/long.config.ts'], 60);
  const { suites } = JSON.parse(readFileSync(report, 'utf8')) as { readonly suites: readonly Suite[] };
  const rowsOf = (suite: Suite, under: string): { name: string; tried: number; failed: number }[] => [
    ...(suite.specs ?? []).map(({ title, ok }) => ({ name: `${under}: ${title}`, tried: 1, failed: ok ? 0 : 1 })),
    ...(suite.suites ?? []).flatMap((inner) => rowsOf(inner, `${under}, ${inner.title}`)),
  ];
  const rows = suites.flatMap((file) => rowsOf(file, `screens: ${file.title}`));
  if (rows.some(({ failed }) => failed > 0)) console.error(output);
  return rows;
}
