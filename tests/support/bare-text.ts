import ts from 'typescript';

export type Bare = { readonly line: number; readonly text: string };

/** Attributes that are read out or shown. */
const spoken = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'heading',
  'hint',
  'label',
  'legend',
  'placeholder',
  'summary',
  'text',
  'title',
]);

const word = /\p{L}{2}/u;
/** Two words with a space between them, the first of which begins as sentences do, or a sentence's end. */
const sentence = /^\p{Lu}[\p{L}’']* +\p{L}|^\p{L}.* \p{L}.*[.?!]$/u;

/** Quick to look for: a literal that may be a sentence. Most files have none, and need not be parsed. */
const maybeSentence = /['"`}]\s*\p{Lu}[\p{L}’']* +\p{L}|[.?!]\s*['"`$]/u;
const maybeLanguage = /['"`](?:en|de|es|fr)(?:-[A-Z]{2})?['"`]/;

/** Where a file says something to people that is not in the catalogue: text of JSX, spoken attributes, and sentences. */
export function bareTextIn(code: string, fileName: string): readonly Bare[] {
  if (!fileName.endsWith('x') && !maybeSentence.test(code)) return [];
  const file = ts.createSourceFile(fileName, code, ts.ScriptTarget.Latest, true);
  const found: Bare[] = [];
  const add = (node: ts.Node, text: string): void => {
    found.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, text: text.trim() });
  };
  const visit = (node: ts.Node): void => {
    if (isForProgrammers(node)) return;
    if (ts.isJsxText(node)) {
      if (word.test(node.text)) add(node, node.text);
    } else if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) {
      if (word.test(node.text) && (isShown(node, file) || sentence.test(node.text))) add(node, node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Where a file names the language of a text or of a format by itself. */
export function languagesIn(code: string, fileName: string): readonly Bare[] {
  if (!maybeLanguage.test(code)) return [];
  const file = ts.createSourceFile(fileName, code, ts.ScriptTarget.Latest, true);
  const found: Bare[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteralLike(node) && /^(?:en|de|es|fr)(?:-[A-Z]{2})?$/.test(node.text))
      found.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, text: node.text });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Names of modules and types, and what a defect says to who mends it. */
function isForProgrammers(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  return ts.isNewExpression(node) && /Error$/.test(node.expression.getText());
}

/** Whether a literal is text of JSX or the value of a spoken attribute, or one of two between which either chooses. */
function isShown(node: ts.Node, file: ts.SourceFile): boolean {
  const { parent } = node;
  if (ts.isJsxAttribute(parent)) return spoken.has(parent.name.getText(file));
  if (ts.isJsxExpression(parent))
    return ts.isJsxAttribute(parent.parent) ? spoken.has(parent.parent.name.getText(file)) : true;
  if (ts.isConditionalExpression(parent) && parent.condition !== node) return isShown(parent, file);
  if (ts.isBinaryExpression(parent) && chooses.has(parent.operatorToken.kind)) return isShown(parent, file);
  if (ts.isParenthesizedExpression(parent) || ts.isTemplateExpression(parent)) return isShown(parent, file);
  return ts.isTemplateSpan(parent) && isShown(parent.parent, file);
}

const chooses = new Set<ts.SyntaxKind>([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.PlusToken,
]);
