import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '../../../src');

/** The totals and caps of the paradigm; 5 is too common a number to look for on its own, "5 U" is not. */
const numbers = new Set([31, 155, 39, 195]);
const inText = /(?<![\d.#-])(?:31|155|39|195)(?![\d.%-])|(?<![\d.])5 ?(?:U|units?)\b/;

/** Drawing coordinates are numbers of nothing. */
const drawing = new Set([
  'd',
  'points',
  'viewBox',
  'transform',
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'width',
  'height',
]);

type Found = { readonly line: number; readonly text: string };

/** Where the code of a file, comments aside, says a number of the paradigm. */
function protocolNumbersIn(text: string, fileName: string): readonly Found[] {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxAttribute(node) && drawing.has(node.name.getText(file))) return;
    const literal = ts.isNumericLiteral(node)
      ? numbers.has(Number(node.text))
      : (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) &&
        inText.test(node.text);
    if (literal)
      found.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, text: node.getText(file) });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith(`protocol${sep}`))
  .map((path) => join(source, path));

describe('the numbers of the paradigm', () => {
  it('stand in src/protocol and nowhere else in the source', () => {
    const elsewhere = files.flatMap((path) =>
      protocolNumbersIn(readFileSync(path, 'utf8'), path).map(
        ({ line, text }) => `${relative(source, path)}:${String(line)} ${text}`,
      ),
    );
    expect(elsewhere).toEqual([]);
  });

  it('were looked for in every layer', () => {
    expect(files.length).toBeGreaterThan(40);
    const layers = new Set(files.map((path) => relative(source, path).split(sep)[0]));
    for (const layer of ['ledger', 'anatomy', 'record', 'messages', 'state', 'scene', 'screens', 'ui']) {
      expect(layers, layer).toContain(layer);
    }
  });

  it.each([
    ['a cap', 'const cap = 195;'],
    ['a count of sites', 'if (sites.length === 31) done();'],
    ['a message with a cap', "const en = { cap: 'Cap 195 U' };"],
    ['a message with an aliquot', "const en = { each: 'Each site takes 5 U.' };"],
    ['a template', `const text = \`\${given} of 155 U\`;`],
    ['text on a screen', 'const page = <p>at most 39 sites</p>;'],
  ])('would be seen in %s', (_, code) => {
    expect(protocolNumbersIn(code, 'sample.tsx')).toHaveLength(1);
  });

  it.each([
    ['a comment', '// 155 at opening\nconst planned = 1;'],
    ['other numbers', "const size = 0.155; const colour = '#155195'; const key = 'step-31'; const year = 2031;"],
    ['a drawing', 'const icon = <path d="M31 39h5" transform="translate(31 39)" />;'],
  ])('are not seen in %s', (_, code) => {
    expect(protocolNumbersIn(code, 'sample.tsx')).toEqual([]);
  });
});
