import ts from 'typescript';

export type SourceText = { readonly path: string; readonly text: string };

export type Import = { readonly specifier: string; readonly typesOnly: boolean; readonly line: number };

const trees = new WeakMap<SourceText, ts.SourceFile>();

/** The file as a syntax tree, with parents set. Made once for each `file`, however many ask. */
export function parse(file: SourceText): ts.SourceFile {
  const { path, text } = file;
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : undefined;
  const tree = trees.get(file) ?? ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  trees.set(file, tree);
  return tree;
}

/** Calls `visit` on every node of the tree. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => {
    walk(child, visit);
  });
}

/**
 * Everything a file draws in: imports, re-exports, dynamic imports, `import('x').Type`, and workers or files named by
 * `new URL('x', import.meta.url)`. Only `import type` counts as types: under verbatimModuleSyntax
 * `import { type X }` still loads the other file.
 */
export function importsOf(source: ts.SourceFile): readonly Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, typesOnly: boolean) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push({ specifier: specifier.text, typesOnly, line });
  };
  walk(source, (node) => {
    if (ts.isImportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node)) {
      add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], false);
    } else if (ts.isNewExpression(node) && node.expression.getText(source) === 'URL') {
      if (node.arguments?.[1]?.getText(source) === 'import.meta.url') add(node, node.arguments[0], false);
    }
  });
  return found;
}
