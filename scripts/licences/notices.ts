import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { licenceFileIn, nameIn } from './packages.ts';
import { carried, unsaid, type Wordless, wordings, withoutText } from './rules.ts';

/** A package whose code or fonts are in the built app, and the words under which they are. */
export type Notice = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly words: string;
};

/** The folder of the package that a file belongs to, from the root of the repository; null for a file of ours. */
export function packageFolderOf(file: string): string | null {
  const path = file.replaceAll('\\', '/');
  const first = path.indexOf(inPackages);
  if (first < 0) return null;
  const last = path.lastIndexOf(inPackages) + inPackages.length;
  const [scope = '', name = ''] = path.slice(last).split(/[/?]/);
  return `${path.slice(first, last)}${scope.startsWith('@') ? `${scope}/${name}` : scope}`;
}
const inPackages = 'node_modules/';

/** What has to be said of the files that went into a build, by name. Throws where a package in it has no words: `npm run licences`. */
export function noticesFor(files: Iterable<string>, root: string): readonly Notice[] {
  const notices = new Map<string, Notice>();
  for (const file of files) {
    const folder = packageFolderOf(file);
    if (folder === null) continue;
    if (!notices.has(folder)) notices.set(folder, noticeOf(folder, root));
    for (const { path, name, words } of carried) {
      if (file.replaceAll('\\', '/').includes(path))
        notices.set(name, { name, version: '', licence: '', words: read(join(root, words)) });
    }
  }
  return [...notices.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The notices as the text that lies beside the app. */
export function noticesText(notices: readonly Notice[]): string {
  const line = '-'.repeat(80);
  const each = notices.map(({ name, version, licence, words }) => {
    const head = [name, version, licence === '' ? '' : `(${licence})`].filter((part) => part !== '').join(' ');
    return `${line}\n${head}\n\n${words}\n`;
  });
  return ['Aliquot is made with what follows. Each part is used under its own licence.\n', ...each].join('\n');
}

function noticeOf(folder: string, root: string): Notice {
  const manifest = JSON.parse(read(join(root, folder, 'package.json'))) as {
    readonly version: string;
    readonly license?: string;
  };
  const name = nameIn(folder);
  const text = licenceFileIn(join(root, folder));
  const wordless = withoutText[name];
  if (text === null && wordless === undefined) throw new Error(`${name} brings no text of its licence`);
  return {
    name,
    version: manifest.version,
    licence: manifest.license ?? unsaid[name]?.licence ?? '',
    words: text === null && wordless !== undefined ? wordsOf(wordless, root) : read(text ?? ''),
  };
}

/** The standard words with the holder in their place. */
function wordsOf({ words, holder }: Wordless, root: string): string {
  if (words === 'BSD-3-Clause') throw new Error('the words of BSD-3-Clause are not at hand');
  const text = read(join(root, wordings[words]));
  const line = `Copyright (c) ${holder}`;
  return words === 'MIT' ? text.replace(/^Copyright .*$/m, line) : `${line}\n\n${text}`;
}

const read = (file: string): string => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim();
