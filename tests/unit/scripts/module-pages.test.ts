import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lawTable, withLaw } from '../../../scripts/architecture/law-text';
import { layerLaw } from '../../support/layer-law';

const root = resolve(import.meta.dirname, '../../..');
const pages = join(root, 'docs/modules');
const named = (folder: string): readonly string[] => readdirSync(join(root, folder)).toSorted();
const modules = Object.keys(layerLaw);
const pageOf = (name: string): string => readFileSync(join(pages, `${name}.md`), 'utf8');

describe('the pages of the modules', () => {
  it('are one for each folder of src, and no more', () => {
    expect(named('docs/modules')).toEqual(named('src').map((name) => `${name}.md`));
  });

  it.each(modules)('say of %s what it knows, must not, and who tests it, in less than a page', (name) => {
    const page = pageOf(name);
    expect(page).toMatch(new RegExp(`^# \`src/${name}\`\n\n.+\n\n## Knows\n`));
    for (const part of ['Knows', 'Must not', 'Who may import whom', 'Main types', 'Tests'])
      expect(page).toContain(`\n## ${part}\n\n`);
    expect(page.split('\n').length).toBeLessThan(61);
  });

  it.each(modules)('forbid %s what the layer law forbids it (else: npm run architecture)', (name) => {
    expect(withLaw(pageOf(name), name)).toBe(pageOf(name));
  });

  it.each(modules)('name of %s only types that its files export', (name) => {
    const rows = [...pageOf(name).matchAll(/^\| `(\w+)` \| `([\w./-]+)` \| .+ \|$/gm)];
    expect(rows.length).toBeGreaterThan(3);
    for (const [, type = '', file = ''] of rows) {
      const text = readFileSync(join(root, 'src', name, file), 'utf8');
      expect(text, `${file} exports ${type}`).toMatch(
        new RegExp(`^export (?:async )?(?:type|class|function|const) ${type}\\b`, 'm'),
      );
    }
  });
});

describe('what the law says of a module', () => {
  it('tells what is forbidden, and where only types may pass', () => {
    const ledger = lawTable('ledger');
    expect(ledger).toContain('| May import | `protocol`, `anatomy` (types only) |');
    expect(ledger).toMatch(/\| Must not import \| `record`, .*`app` \|/);
    expect(lawTable('app')).toContain('| May be imported by | nobody |');
    expect(() => lawTable('domain')).toThrow('knows no module domain');
    expect(() => withLaw('# a page without the marks', 'ledger')).toThrow('no part for the law');
  });
});

describe('docs for whoever carries on', () => {
  const decisions = named('docs/decisions').map((file) => `docs/decisions/${file}`);
  const texts = ['README.md', 'CONTRIBUTING.md', ...modules.map((name) => `docs/modules/${name}.md`), ...decisions];

  it.each(texts)('%s names only files that are there', (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const told = [...text.matchAll(/`((?:src|tests|scripts|docs|assets)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(([, path = '']) =>
      join(file, '..', path),
    );
    expect([...told, ...linked].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
