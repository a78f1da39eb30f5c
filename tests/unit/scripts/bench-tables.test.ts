import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Figure, figure } from '../../../scripts/bench/figures';
import { goalFigures, type Measured, readmeBlock, withBlock } from '../../../scripts/bench/readme-block';
import { type Row, sideBySide, told } from '../../../scripts/bench/side-by-side';

const row = (what: string, unit: string, app: Row['cells']['app']): Row => ({
  what,
  unit,
  cells: { app, 'model-viewer': 1234.5, 'babylon-viewer': 12.34, 'bare-three': 0.1234, 'body-map': 'does not turn' },
});
const measured = (figures: readonly Figure[] = goalFigures.map((name) => figure(name, 1, 'ms', { atMost: 2 }))) =>
  ({
    machine: { node: 'v20.20.2', platform: 'linux', cpus: 2, cpu: 'A processor' },
    figures,
    rows: [row('Time to it, cold', 'ms', 800)],
  }) satisfies Measured;

describe('the tables of the bench', () => {
  it('tell a figure with as many digits as mean something, and a reason in its own words', () => {
    expect([told(1234.5), told(12.34), told(0.1234), told(7), told('not told')]).toEqual([
      '1235',
      '12.3',
      '0.12',
      '7',
      'not told',
    ]);
  });

  it('stand side by side for people, a contender a column', () => {
    const [head, first] = sideBySide([row('Time to it, cold', 'ms', 800)]).split('\n');
    expect(head).toMatch(/Aliquot +@google\/model-viewer +@babylonjs\/viewer +bare three\.js +body-muscles \(2D\)$/);
    expect(first).toMatch(/^Time to it, cold, ms +800 +1235 +12\.3 +0\.12 +does not turn$/);
  });

  it('are Markdown in the README, everybody in one row, with what was aimed at and whether it was met', () => {
    const [held = '', missed = '', ...others] = goalFigures;
    const block = readmeBlock(
      measured([
        figure(held, 250, 'kB', { atMost: 300 }),
        figure(missed, 1.25, '×', { atMost: 1 }),
        ...others.map((name) => figure(name, 3, 'ms')),
      ]),
    );
    expect(block).toContain('2 cores, A processor, linux, Node 20.20.2');
    expect(block).toContain('| Time to it, cold, ms | 800 | 1235 | 12.3 | 0.12 | does not turn |');
    expect(block).toContain('| ≤ 300 kB | 250 kB | holds |');
    expect(block).toContain('| ≤ 1 × | 1.25 × | **missed** |');
    expect(block).toContain('|  | 3 ms |  |');
  });

  it('are not written where something was not measured, which is named', () => {
    const [first = '', ...others] = goalFigures;
    const without = measured(others.map((name) => figure(name, 1, 'ms')));
    expect(() => readmeBlock(without)).toThrow(first);
    expect(() => readmeBlock({ ...measured(), rows: [] })).toThrow('peers');
  });

  it('replace what stood between the marks, and nothing else, as often as they are made', () => {
    const text = 'before\n<!-- bench: begin -->\nold\n<!-- bench: end -->\nafter\n';
    const block = readmeBlock(measured());
    const once = withBlock(text, block);
    expect(once).toBe(`before\n${block}\nafter\n`);
    expect(withBlock(once, block)).toBe(once);
  });

  it('are refused by a text without the marks, or with them twice', () => {
    const block = readmeBlock(measured());
    expect(() => withBlock('nothing here', block)).toThrow('<!-- bench: begin -->');
    expect(() => withBlock(`${block}\n${block}`, block)).toThrow('<!-- bench: end -->');
  });

  it('have their place in the README', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
    expect(withBlock(readme, readmeBlock(measured()))).toContain('| Time to it, cold, ms | 800 |');
  });
});
