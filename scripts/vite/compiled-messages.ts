import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';
import { en } from '../../src/messages/en.ts';
import { isLater } from '../../src/messages/later-prefixes.ts';

const catalogue = /[\\/]src[\\/]messages[\\/](en|later)\.ts$/;

const parsed = (chosen: (key: string) => boolean): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(en).flatMap(([key, text]) => (chosen(key) ? [[key, parse(text)]] : []))),
  );

/**
 * Parses the messages when the app is built, so that it need not bring a parser. A message that cannot be parsed fails
 * the build. What is shown after the first load is put aside for then. The development server and the tests parse them as they stand.
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
      handler: (_code, id) => ({
        code: /later\.ts$/.test(id)
          ? `import { addMessages } from './translate';\naddMessages(${parsed(isLater)});`
          : `export const en = ${parsed((key) => !isLater(key))};`,
        map: null,
        moduleType: 'js',
      }),
    },
  };
}
