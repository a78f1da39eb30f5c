import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/vite/build-inputs';
import { cited, missingIn, rowsOf } from '../support/cited-tests';

const page = readFileSync(join(root, 'docs/threats.md'), 'utf8');

/** What is to be protected is a table of two columns, and none of these. */
const threats = rowsOf(page, 4, 'Threat');

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
