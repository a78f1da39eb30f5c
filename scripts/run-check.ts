import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './vite/build-inputs';

/** What a check came to. `output` is shown only where something failed. */
export type Outcome = { readonly passed: number; readonly failed: number; readonly output: string };

export type Check = { readonly name: string; readonly run: () => Promise<Outcome> };

type Ran = { readonly code: number | null; readonly output: string };

/** Runs one of the project's tools under this Node; resolves however it ends. Killed after `minutes`. */
export function runTool(script: string, args: readonly string[], minutes = 15): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      // No colour codes in what is shown to a log.
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const timer = setTimeout(() => {
      output += `\n(stopped: not done after ${String(minutes)} minutes)\n`;
      child.kill('SIGKILL');
    }, minutes * 60_000);
    child.on('error', (error) => {
      output += String(error);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    });
  });
}

/** A check that is one pass or one failure: the tool's exit code says which. */
export function oneCheck(name: string, script: string, args: readonly string[]): Check {
  return {
    name,
    run: async () => {
      const { code, output } = await runTool(script, args);
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
    },
  };
}

/** Counts as a runner's own report gives them. A skipped test is none that passed. */
export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

/**
 * A check that counts many tests by the JSON report its tool writes to `report`. Where the tool ends badly, writes no
 * report, ran nothing or skipped something, that is a failure too: a check must not pass by seeing nothing.
 */
export function countedCheck(
  name: string,
  report: string,
  tool: () => Promise<Ran>,
  count: (report: unknown) => Counts,
): Check {
  const path = join(root, report);
  return {
    name,
    run: async () => {
      mkdirSync(dirname(path), { recursive: true });
      rmSync(path, { force: true });
      const ran = await tool();
      let counts: Counts = { passed: 0, failed: 0, skipped: 0 };
      const notes: string[] = [];
      try {
        counts = count(JSON.parse(readFileSync(path, 'utf8')));
      } catch (error) {
        notes.push(`no readable report of ${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
      if (counts.skipped > 0) notes.push(`${String(counts.skipped)} skipped`);
      if (counts.passed + counts.failed === 0) notes.push('no test ran');
      if (ran.code !== 0 && counts.failed === 0) notes.push(`ended with code ${String(ran.code)}`);
      return {
        passed: counts.passed,
        failed: counts.failed + (notes.length > 0 ? 1 : 0),
        output: [ran.output.trimEnd(), ...notes].join('\n'),
      };
    },
  };
}

/** One check, or several that may run at the same time: begun in their order, two at once. */
export type Step = Check | readonly Check[];

/** As many as the machine that this is measured on has cores. */
const atOnce = 2;

/** Runs the steps in turn, whatever became of the ones before; prints a line a check and failures in full. */
export async function runChecks(steps: readonly Step[]): Promise<{ passed: number; failed: number }> {
  const total = { passed: 0, failed: 0 };
  const report = async ({ name, run }: Check): Promise<void> => {
    const from = performance.now();
    const outcome = await run().catch((error: unknown): Outcome => {
      return { passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) };
    });
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    if (outcome.failed > 0) console.log(`\n${outcome.output.trimEnd()}\n`);
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    const mark = outcome.failed === 0 ? 'ok    ' : 'FAILED';
    console.log(`${mark} ${name}: ${String(outcome.passed)} passed, ${String(outcome.failed)} failed (${seconds} s)`);
  };
  for (const step of steps) {
    const waiting: Check[] = [step].flat();
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await report(next);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }
  return total;
}
