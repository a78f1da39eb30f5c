import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/vite/build-inputs';

/** Ways in which a browser makes markup or script of a text. */
const ways =
  /dangerouslySetInnerHTML|(?:inner|outer)HTML|insertAdjacentHTML|createContextualFragment|(?:set|parse)HTMLUnsafe|DOMParser|srcdoc|document\.write|\beval\(|new Function\b|javascript:/i;
const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

describe('a text from a file, a server or a person', () => {
  it('is made into markup or script nowhere in the app', () => {
    expect(files.length).toBeGreaterThan(500);
    const found = files.filter((file) => ways.test(code(readFileSync(file, 'utf8'))));
    expect(found.map((file) => relative(root, file))).toEqual([]);
  });

  it('would be found where it is', () => {
    for (const planted of [
      'there.innerHTML = name;',
      '<div dangerouslySetInnerHTML={{ __html: name }} />',
      "frame.setAttribute('srcdoc', name);",
      'const run = new Function(name);',
    ])
      expect(ways.test(code(planted)), planted).toBe(true);
    expect(ways.test(code('// new Function is forbidden'))).toBe(false);
  });
});
