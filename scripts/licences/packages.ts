import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAllowed, partOf, unsaid, type Use, withoutText } from './rules.ts';

/** A package of the lock file. */
export type Package = {
  /** Where it is installed, from the root of the repository. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly use: Use;
  /** What its manifest says, else what was read by hand; null where nobody knows. */
  readonly licence: string | null;
  /** False for the binaries of other platforms, which are in the lock file alone. */
  readonly installed: boolean;
  /** The file of its licence, from the root of the repository; null where it brings none. */
  readonly text: string | null;
};

type Locked = { readonly name?: string; readonly version?: string; readonly license?: string; readonly dev?: boolean };

const isText = /^(?:licen[cs]e|copying|unlicense)/i;

/** The file of a licence in a folder; null where there is none, or no folder. */
export function licenceFileIn(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const name = readdirSync(folder)
    .sort()
    .find((one) => isText.test(one));
  return name === undefined ? null : join(folder, name);
}

/** Every package that the lock file under `root` names, by name and version; what only a tool needs is `development`. */
export function packagesIn(root: string): readonly Package[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, { name = nameIn(path), version = '', license, dev = false }]): Package => {
      const text = licenceFileIn(join(root, path));
      return {
        path,
        name,
        version,
        use: dev ? 'development' : 'runtime',
        licence: license ?? unsaid[name]?.licence ?? null,
        installed: existsSync(join(root, path)),
        text: text === null ? null : text.slice(root.length + 1),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.path.localeCompare(b.path, 'en'));
}

/** `node_modules/a/node_modules/@b/c` is `@b/c`. */
export const nameIn = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** What is wrong with the licences of these packages, a sentence each; none where all of them may be used. */
export function complaints(packages: readonly Package[]): readonly string[] {
  const found = packages.flatMap((one) => {
    const it = `${one.name}@${one.version} (${one.use})`;
    if (one.licence === null) return [`${it} says nothing of its licence`];
    if (!isAllowed(one.name, one.licence, one.use)) return [`${it} is under ${one.licence}, which is not on the list`];
    const told = one.text !== null || withoutText[one.name] !== undefined || partOf(one.name) !== null;
    return one.installed && !told ? [`${it} brings no text of its licence`] : [];
  });
  const stale = Object.keys({ ...withoutText, ...unsaid }).filter((name) => !packages.some((one) => one.name === name));
  const told = packages.filter((one) => one.text !== null && withoutText[one.name] !== undefined);
  return [
    ...found,
    ...stale.map((name) => `${name} stands in the rules and is no package here any more`),
    ...told.map(({ name }) => `${name} brings a text by now: the rules need not name it`),
  ];
}
