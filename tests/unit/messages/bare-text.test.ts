import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bareTextIn, languagesIn } from '../../support/bare-text';

const folder = join(import.meta.dirname, '../../../src');
const filesIn = (layers: readonly string[]) =>
  layers.flatMap((layer) =>
    readdirSync(join(folder, layer), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => ({ path: `${layer}/${name}`, code: readFileSync(join(folder, layer, name), 'utf8') })),
  );

/** Shown, and the same in every language. */
const inEveryLanguage: readonly string[] = [
  // An address, as it is typed.
  '/fhir',
  // Keys, by what stands on them.
  'PgUp PgDn',
  'Ctrl Z',
];

/** Name a language of the patients': the one before any is chosen, and that of the titles of sources. */
const ofPatients: readonly string[] = ['state/settings.ts', 'screens/preview/steps/step-sources.tsx'];

describe('what people read in the app', () => {
  it('comes from the catalogues, in every file of screens, scene, ui, state and app', () => {
    const files = filesIn(['screens', 'scene', 'ui', 'state', 'app']);
    expect(files.length).toBeGreaterThan(400);
    const bare = files.flatMap(({ path, code }) =>
      bareTextIn(code, path)
        .filter(({ text }) => !inEveryLanguage.includes(text))
        .map(({ line, text }) => `${path}:${String(line)} ${text}`),
    );
    expect(bare).toEqual([]);
  });

  it('is written as the language of the app writes it, which stands in one place', () => {
    const files = filesIn(['screens', 'scene', 'ui', 'state', 'app', 'messages']).filter(
      ({ path }) => !/^messages\/(?:locale\.ts$|patient\/)/.test(path) && !ofPatients.includes(path),
    );
    const named = files.flatMap(({ path, code }) =>
      languagesIn(code, path).map(({ line, text }) => `${path}:${String(line)} ${text}`),
    );
    expect(named).toEqual([]);
  });

  it.each([
    ['text between tags', 'const page = <p>Hello there</p>;'],
    ['a spoken attribute', 'const page = <button aria-label="Close" />;'],
    ['a choice of two texts', "const page = <p>{open ? 'Close' : 'Open'}</p>;"],
    ['a text that stands by itself', "const page = <p>{open && 'Close'}</p>;"],
    ['a text with a value in it', `const page = <p>{\`\${n} sites\`}</p>;`],
    ['a unit after a value', `const page = <b>{n} mm</b>;`],
    ['a sentence that goes to a screen', "const problem = 'Nothing was saved.';"],
    ['the beginning of one', "const problem = 'Could not be read: ' + why;"],
  ])('would be seen in %s', (_, code) => {
    expect(bareTextIn(code, 'sample.tsx').length).toBeGreaterThan(0);
  });

  it.each([
    ['names of classes and keys', 'const page = <p className="large text" id="a">{t(\'card.title\')}</p>;'],
    ['defects', "throw new RangeError('Not a site of the map.');"],
    ['modules', "import { t } from 'Some Module';"],
    ['signs', 'const page = <p>{a} · {b} ×</p>;'],
  ])('is not seen in %s', (_, code) => {
    expect(bareTextIn(code, 'sample.tsx')).toEqual([]);
  });

  it.each([
    ['a list', "new Intl.ListFormat('en', { type: 'conjunction' });"],
    ['a day', "day.toLocaleDateString('en-GB');"],
    ['a page', 'const page = <main lang="de-AT" />;'],
  ])('would be seen to be of one language in %s', (_, code) => {
    expect(languagesIn(code, 'sample.tsx')).toHaveLength(1);
  });
});
