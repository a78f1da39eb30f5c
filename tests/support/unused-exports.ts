import { posix } from 'node:path';
import ts from 'typescript';
import { parse, type SourceText, walk } from './source-imports';

/**
 * Functions, classes and values that `exporters` export by name and no other of `all` files draws in: `path: name`. Where a file
 * is drawn in as a whole (`import * as`, a dynamic import, a worker), all of it counts as used. A type may be exported because
 * a function that is takes or gives it.
 */
export function unusedExports(exporters: readonly SourceText[], all: readonly SourceText[]): readonly string[] {
  const used = new Map<string, Set<string>>();
  const whole = new Set<string>();
  for (const file of all) {
    const from = (specifier: ts.Node | undefined): string | null =>
      specifier !== undefined && ts.isStringLiteralLike(specifier) && specifier.text.startsWith('.')
        ? stemOf(posix.join(posix.dirname(file.path), specifier.text))
        : null;
    const take = (specifier: ts.Node | undefined, names: readonly string[] | 'all') => {
      const path = from(specifier);
      if (path === null) return;
      if (names === 'all') whole.add(path);
      else used.set(path, new Set([...(used.get(path) ?? []), ...names]));
    };
    walk(parse(file), (node) => {
      if (ts.isImportDeclaration(node)) {
        const named = node.importClause?.namedBindings;
        if (named !== undefined && ts.isNamedImports(named)) take(node.moduleSpecifier, named.elements.map(original));
        else if (named !== undefined) take(node.moduleSpecifier, 'all');
      } else if (ts.isExportDeclaration(node)) {
        const named = node.exportClause;
        if (named !== undefined && ts.isNamedExports(named)) take(node.moduleSpecifier, named.elements.map(original));
        else take(node.moduleSpecifier, 'all');
      } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
        take(node.argument.literal, node.qualifier === undefined ? 'all' : [node.qualifier.getText()]);
      } else if (ts.isCallExpression(node) && /^(import|vi\.importActual)$/.test(node.expression.getText())) {
        take(node.arguments[0], 'all');
      } else if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
        take(node.arguments?.[0], 'all');
      }
    });
  }
  return exporters
    .filter(({ path }) => !whole.has(stemOf(path)))
    .flatMap((file) =>
      exported(file)
        .filter((name) => used.get(stemOf(file.path))?.has(name) !== true)
        .map((name) => `${file.path}: ${name}`),
    );
}

const stemOf = (path: string): string => path.replace(/\.(tsx?|js)$/, '');
const original = ({ name, propertyName }: ts.ImportSpecifier | ts.ExportSpecifier): string =>
  (propertyName ?? name).text;

function exported(file: SourceText): readonly string[] {
  return parse(file).statements.flatMap((node): readonly string[] => {
    if (ts.isExportDeclaration(node))
      return node.exportClause !== undefined && ts.isNamedExports(node.exportClause)
        ? node.exportClause.elements.map(({ name }) => name.text)
        : [];
    if (!ts.canHaveModifiers(node)) return [];
    if (!(ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(node))
      return node.declarationList.declarations.flatMap(({ name }) =>
        ts.isIdentifier(name)
          ? [name.text]
          : name.elements.flatMap((one) =>
              ts.isBindingElement(one) && ts.isIdentifier(one.name) ? [one.name.text] : [],
            ),
      );
    if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) return [];
    const { name } = node as ts.DeclarationStatement;
    return name === undefined ? [] : [name.text];
  });
}
