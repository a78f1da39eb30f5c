/** Licences that a package may have, by their SPDX names. */
const anywhere: ReadonlySet<string> = new Set([
  'MIT',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'ISC',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
]);
/** Asks for the source of files that were changed and handed on: fine for a tool, which goes nowhere. */
const forTools: ReadonlySet<string> = new Set(['MPL-2.0']);
const forFonts: ReadonlySet<string> = new Set(['OFL-1.1']);
const fonts = /^@(?:fontsource|fontsource-variable|expo-google-fonts)\//;

export type Use = 'runtime' | 'development';

/** Whether a package may be used under what it says of itself: `A OR B` where one may, `A AND B` where both may. */
export function isAllowed(name: string, licence: string, use: Use): boolean {
  const may = (id: string): boolean =>
    anywhere.has(id) || (use === 'development' && forTools.has(id)) || (fonts.test(name) && forFonts.has(id));
  return licence.split(' OR ').some((choice) => choice.split(' AND ').every((id) => may(id.trim())));
}

/** What a manifest does not say, read by hand. */
export const unsaid: Readonly<Record<string, { readonly licence: string; readonly why: string }>> = {
  'png-js': { licence: 'MIT', why: 'its LICENSE is the text of MIT' },
  'webgl-constants': { licence: 'MIT', why: 'its LICENSE is the text of MIT' },
};

/** Where the words of a licence stand that come with many packages: our own LICENSE, and that of a package. */
export const wordings = { MIT: 'LICENSE', 'Apache-2.0': 'node_modules/canonicalize/LICENSE' } as const;
type Wording = keyof typeof wordings;

/** Of a package that brings no text: the words it is under, whose it is, and where that is said. */
export type Wordless = { readonly words: Wording | 'BSD-3-Clause'; readonly holder: string; readonly said: string };

const manifest = 'author in its package.json';
export const withoutText: Readonly<Record<string, Wordless>> = {
  '@react-three/fiber': { words: 'MIT', holder: '2020 react-spring', said: 'LICENSE of its repository' },
  fontkit: { words: 'MIT', holder: '2014-present Devon Govett', said: 'LICENSE of its repository' },
  brotli: { words: 'MIT', holder: 'Devon Govett', said: manifest },
  dfa: { words: 'MIT', holder: 'Devon Govett', said: manifest },
  maath: { words: 'MIT', holder: 'Poimandres', said: 'owner of its repository' },
  'stats-gl': { words: 'MIT', holder: 'Renaud Rohlinger', said: manifest },
  draco3d: { words: 'Apache-2.0', holder: 'Google Draco Team', said: manifest },
  '@mediapipe/tasks-vision': { words: 'Apache-2.0', holder: 'mediapipe@google.com', said: manifest },
  '@lit-labs/ssr-dom-shim': { words: 'BSD-3-Clause', holder: 'Google LLC', said: manifest },
  'des.js': { words: 'MIT', holder: 'Fedor Indutny', said: manifest },
  'normalize-strings': { words: 'MIT', holder: 'Pablo Terradillos', said: manifest },
  rfc6902: { words: 'MIT', holder: 'Christopher Brown', said: manifest },
  stackback: { words: 'MIT', holder: 'Roman Shtylman', said: manifest },
};

/** Binaries for one platform each, whose text is that of the package they are a part of. */
const parts: readonly (readonly [RegExp, string])[] = [
  [/^@biomejs\/cli-/, '@biomejs/biome'],
  [/^@esbuild\//, 'esbuild'],
  [/^@oxlint\/binding-/, 'oxlint'],
  [/^@oxlint-tsgolint\//, 'oxlint-tsgolint'],
  [/^@rolldown\/binding-/, 'rolldown'],
  [/^lightningcss-/, 'lightningcss'],
];
export const partOf = (name: string): string | null => parts.find(([part]) => part.test(name))?.[1] ?? null;

/** Code of others inside a package, under words of its own: a piece of its path, whose it is, and a file of the words. */
export const carried: readonly { readonly path: string; readonly name: string; readonly words: string }[] = [
  {
    path: '/three/examples/jsm/libs/meshopt_decoder',
    name: 'meshoptimizer, decoder (in three)',
    words: 'node_modules/meshoptimizer/LICENSE.md',
  },
  {
    path: '/brotli/dec/',
    name: 'brotli, decoder (in brotli), Copyright 2013 Google Inc.',
    words: wordings['Apache-2.0'],
  },
];
