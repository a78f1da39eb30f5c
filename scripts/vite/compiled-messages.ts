import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';
import { en } from '../../src/messages/en.ts';
import { isLater } from '../../src/messages/later-prefixes.ts';
import { de as patientDe } from '../../src/messages/patient/de.ts';
import { en as patientEn } from '../../src/messages/patient/en.ts';
import { es as patientEs } from '../../src/messages/patient/es.ts';
import { fr as patientFr } from '../../src/messages/patient/fr.ts';

const catalogue = /[\\/]src[\\/]messages[\\/](en|later)\.ts$/;
const forPatients = /[\\/]src[\\/]messages[\\/]patient[\\/](en|es|de|fr)\.ts$/;
const patients: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: patientEn,
  es: patientEs,
  de: patientDe,
  fr: patientFr,
};

const parsed = (messages: Readonly<Record<string, string>>, chosen: (key: string) => boolean = () => true): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(messages).flatMap(([key, text]) => (chosen(key) ? [[key, parse(text)]] : []))),
  );

function compiled(id: string): string {
  const language = forPatients.exec(id)?.[1];
  if (language !== undefined) return `export const ${language} = ${parsed(patients[language] ?? {})};`;
  return /later\.ts$/.test(id)
    ? `import { addMessages } from './translate';\naddMessages(${parsed(en, isLater)});`
    : `export const en = ${parsed(en, (key) => !isLater(key))};`;
}

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
      filter: { id: [catalogue, forPatients] },
      handler: (_code, id) => ({ code: compiled(id), map: null, moduleType: 'js' }),
    },
  };
}
