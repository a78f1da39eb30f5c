import type { Plugin } from 'vite';

const name = '\0aliquot:no-woff2';

/**
 * Leaves out of the note's writer what unpacks WOFF2: the fonts that it embeds are TrueType, and unpacking its own
 * dictionary was two fifths of the writer's start and a quarter of its size.
 */
export function noWoff2(): Plugin {
  return {
    name: 'aliquot:no-woff2',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === 'brotli/decompress.js' ? name : null),
    load: (id) => (id === name ? "export default () => { throw new Error('WOFF2 is not read'); };" : null),
  };
}
