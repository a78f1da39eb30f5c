import { join } from 'node:path';
import { parse } from '@formatjs/icu-messageformat-parser';
import { type Plugin, runnerImport } from 'vite';
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

type Messages = Readonly<Record<string, string>>;

/** The app's own messages in a language: those of its file, and English where it has none. Throws where it has one that is none of the app's. */
export async function messagesIn(language: string, file: string): Promise<Messages> {
  if (language === 'en') return en;
  const { module } = await runnerImport<{ readonly messages: Messages }>(file);
  const strange = Object.keys(module.messages).filter((key) => !(key in en));
  if (strange.length > 0) throw new Error(`${file} has messages that are none: ${strange.join(', ')}`);
  return { ...en, ...module.messages };
}

/** What stands in the place of the file: parsed messages, those of the first load or those that come later. */
export function moduleOf(id: string, own: Messages): string {
  const language = forPatients.exec(id)?.[1];
  if (language !== undefined) return `export const ${language} = ${parsed(patients[language] ?? {})};`;
  return /later\.ts$/.test(id)
    ? `import { addMessages } from './translate';\naddMessages(${parsed(own, isLater)});`
    : `export const en = ${parsed(own, (key) => !isLater(key))};`;
}

/**
 * Parses the messages when the app is built, so that it need not bring a parser. A message that cannot be parsed fails
 * the build. What is shown after the first load is put aside for then. The development server and the tests parse them as they stand.
 *
 * In another language than English the messages of its file (`file`, `src/messages/<language>.ts`) take the place of the
 * English ones: nothing more is loaded for it, and the page says which language it is in.
 */
export function compiledMessages(
  language = 'en',
  file = join(import.meta.dirname, `../../src/messages/${language}.ts`),
): Plugin {
  let own: Messages = en;
  return {
    name: 'aliquot:compiled-messages',
    apply: (_, { command }) => command === 'build' || language !== 'en',
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
    async buildStart() {
      own = await messagesIn(language, file);
    },
    transform: {
      filter: { id: [catalogue, forPatients] },
      handler: (_code, id) => ({ code: moduleOf(id, own), map: null, moduleType: 'js' }),
    },
    transformIndexHtml: (html) => html.replace('<html lang="en">', `<html lang="${language}">`),
  };
}
