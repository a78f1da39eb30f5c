import { posix } from 'node:path';
import ts from 'typescript';
import { parse, type SourceText } from './source-imports';

export type FirstLoad = {
  /** Paths of our own files, `src/...`. */
  readonly files: readonly string[];
  readonly packages: readonly string[];
};

/** What a file names at its head and for more than types; what it fetches later is not in it. */
function loadedBy(source: ts.SourceFile): readonly string[] {
  return source.statements.flatMap((one) => {
    if (!ts.isImportDeclaration(one) && !ts.isExportDeclaration(one)) return [];
    const typesOnly = ts.isImportDeclaration(one)
      ? one.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : one.isTypeOnly;
    const { moduleSpecifier } = one;
    return moduleSpecifier === undefined || typesOnly || !ts.isStringLiteralLike(moduleSpecifier)
      ? []
      : [moduleSpecifier.text];
  });
}

/** Everything that comes with a file before anything of it runs. */
export function firstLoadOf(entry: string, files: readonly SourceText[]): FirstLoad {
  const byStem = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ''), file]));
  const seen = new Set<string>();
  const packages = new Set<string>();
  const waiting = [entry.replace(/\.tsx?$/, '')];
  for (let stem = waiting.pop(); stem !== undefined; stem = waiting.pop()) {
    const file = byStem.get(stem);
    if (file === undefined || seen.has(file.path)) continue;
    seen.add(file.path);
    for (const named of loadedBy(parse(file))) {
      if (named.startsWith('.')) waiting.push(posix.join(posix.dirname(file.path), named));
      else packages.add(named);
    }
  }
  return { files: [...seen].sort(), packages: [...packages].sort() };
}
