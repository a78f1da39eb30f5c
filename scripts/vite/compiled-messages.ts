import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';
import { en } from '../../src/messages/en.ts';

const catalogue = /[\\/]src[\\/]messages[\\/]en\.ts$/;

/**
 * Parses the messages when the app is built, so that it need not bring a parser. A message that cannot be parsed fails
 * the build. The development server and the tests parse them as they stand.
 */
export function compiledMessages(): Plugin {
  return {
    name: 'aliquot:compiled-messages',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      resolve: {
        alias: [
          {
            find: /^@formatjs\/icu-messageformat-parser$/,
            replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
          },
        ],
      },
    }),
    transform: {
      filter: { id: catalogue },
      handler: () => ({
        code: `export const en = ${JSON.stringify(Object.fromEntries(Object.entries(en).map(([key, text]) => [key, parse(text)])))};`,
        map: null,
        moduleType: 'js',
      }),
    },
  };
}
