import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/vite/build-inputs';
import { cited, missingIn, rowsOf } from '../support/cited-tests';

const page = readFileSync(join(root, 'docs/rules.md'), 'utf8');
const rules = rowsOf(page, 3, 'Rule');
const places = rules.flatMap((row) =>
  [...(row.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
);

describe('the page of rules', () => {
  it('names for every rule where it stands and a property that holds it, by a title that stands in the file', () => {
    expect(rules.length).toBeGreaterThan(60);
    expect(rules.filter((row) => row.match(cited) === null)).toEqual([]);
    expect(missingIn(page)).toEqual([]);
    expect(places.length).toBeGreaterThanOrEqual(rules.length);
    expect(places.filter((path) => !existsSync(join(root, 'src', path)))).toEqual([]);
  });

  it('leaves out no file of properties', () => {
    const files = readdirSync(join(root, 'tests/property')).filter((name) => name.endsWith('.test.ts'));
    expect(files.length).toBeGreaterThan(15);
    expect(files.filter((name) => !page.includes(`\`tests/property/${name}\``))).toEqual([]);
  });

  it('has every module of rules', () => {
    for (const module of ['protocol', 'ledger', 'record', 'outcomes', 'learn', 'anatomy'])
      expect(places.filter((path) => path.startsWith(`${module}/`)).length, module).toBeGreaterThan(4);
  });
});
