import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/vite/build-inputs';

/** How a page of docs names a test: `tests/file.test.ts`: "its title". */
export const cited = /`(tests\/[\w./-]+)`: "([^"]+)"/g;

/** What a page names that is not there: a file, or a test of that title in it. */
export function missingIn(text: string): readonly string[] {
  return [...text.matchAll(cited)].flatMap(([, file = '', title = '']) => {
    const there = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : null;
    if (there === null) return [`no file ${file}`];
    const titles = ["'", '"', '`'].map((quote) => `${quote}${title}${quote}`);
    return titles.some((written) => there.includes(written)) ? [] : [`${file} has no test "${title}"`];
  });
}

/** The rows of the tables of a page that have so many columns, without what stands above them. */
export const rowsOf = (page: string, columns: number, firstColumn: string): readonly string[] =>
  page
    .split('\n')
    .filter((line) => new RegExp(`^\\|(?:[^|]*\\|){${String(columns)}}$`).test(line))
    .filter((line) => !line.startsWith('|-') && !line.startsWith(`| ${firstColumn} |`));
