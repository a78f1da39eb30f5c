import ts from 'typescript';

/** Exported functions and classes, and the public methods of these, that no doc comment stands directly above: `line: name`. */
export function undocumented(source: ts.SourceFile): readonly string[] {
  return source.statements.filter(isExported).flatMap((node) => {
    const own = isFunction(node) && !isSaid(node, source) ? [told(node, source)] : [];
    const members = ts.isClassDeclaration(node) ? node.members.filter(isPublicMethod) : [];
    // Of overloads the first says it.
    const unsaid = members.filter(
      (member, n) => !isSaid(member, source) && nameOf(member, source) !== nameOf(members[n - 1], source),
    );
    return [...own, ...unsaid.map((member) => told(member, source))];
  });
}

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function isFunction(node: ts.Statement): boolean {
  if (!ts.isVariableStatement(node)) return ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node);
  return node.declarationList.declarations.some(
    ({ initializer }) =>
      initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
  );
}

const isPublicMethod = (member: ts.ClassElement): boolean =>
  (ts.isMethodDeclaration(member) || ts.isGetAccessor(member)) &&
  !ts.isPrivateIdentifier(member.name) &&
  !(ts.getModifiers(member) ?? []).some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);

/** A comment about the whole file has an empty line after it, and is none of its first function. */
function isSaid(node: ts.Node, source: ts.SourceFile): boolean {
  const last = ts.getLeadingCommentRanges(source.text, node.pos)?.at(-1);
  if (last === undefined || !source.text.startsWith('/**', last.pos)) return false;
  return lineOf(source, node.getStart(source)) - lineOf(source, last.end) === 1;
}

const nameOf = (member: ts.ClassElement | undefined, source: ts.SourceFile): string =>
  member?.name?.getText(source) ?? '';

const told = (node: ts.Node, source: ts.SourceFile): string =>
  `${String(lineOf(source, node.getStart(source)) + 1)}: ${node.getText(source).split('\n')[0] ?? ''}`;

const lineOf = (source: ts.SourceFile, at: number): number => source.getLineAndCharacterOfPosition(at).line;
