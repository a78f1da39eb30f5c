import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/vite/build-inputs';

const page = readFileSync(join(root, 'docs/threats.md'), 'utf8');
const cited = /`(tests\/[\w./-]+)`: "([^"]+)"/g;

/** What a page names that is not there: a file, or a test of that title in it. */
function missingIn(text: string): readonly string[] {
  return [...text.matchAll(cited)].flatMap(([, file = '', title = '']) => {
    const there = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : null;
    if (there === null) return [`no file ${file}`];
    const titles = ["'", '"', '`'].map((quote) => `${quote}${title}${quote}`);
    return titles.some((written) => there.includes(written)) ? [] : [`${file} has no test "${title}"`];
  });
}

/** The rows of the tables of threats: what is to be protected is a table of two columns. */
const threats = page.split('\n').filter((line) => /^\|(?:[^|]*\|){4}$/.test(line) && !/^\|(?:-| Threat )/.test(line));

describe('the page of threats', () => {
  it('names a test for every threat, by a title that stands in the file', () => {
    expect(threats.length).toBeGreaterThan(35);
    expect(threats.filter((row) => row.match(cited) === null)).toEqual([]);
    expect(missingIn(page)).toEqual([]);
  });

  it('would say so of a test that is gone', () => {
    expect(
      missingIn('`tests/unit/threats.test.ts`: "a title that stands nowhere"'.replace('nowhere', 'no-where')),
    ).toHaveLength(1);
    expect(missingIn('`tests/unit/gone.test.ts`: "anything"')).toEqual(['no file tests/unit/gone.test.ts']);
  });

  it.each(['A lost tablet', 'A shared device', 'A malicious file', 'A hostile FHIR server', 'A tampering insider'])(
    'tells of %s',
    (title) => {
      expect(page).toContain(`\n## ${title}\n`);
    },
  );
});
