import { posix } from 'node:path';
import ts from 'typescript';
import { undocumented } from './doc-comments';
import { layerLaw } from './layer-law';
import { type Import, importsOf, parse, type SourceText, walk } from './source-imports';

export const lineLimit = 400;
/** Tables of data and of texts may be as long as what they list. */
export const isTable = (path: string): boolean => /^src\/(protocol|messages)\//.test(path);
const vagueNames = /^(utils?|helpers?|common|misc|shared|lib)(\.|$)/;
const impureNames = new Set([
  ...['document', 'window', 'navigator', 'localStorage', 'sessionStorage', 'indexedDB', 'caches', 'location'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'setTimeout', 'setInterval', 'requestAnimationFrame'],
  ...['performance', 'crypto', 'process', 'console', 'globalThis', 'self'],
]);
/** The totals of the paradigm: whoever writes one of these outside src/protocol has copied a fact. */
const totals = /\b(155|195)\b/;

type Edge = { readonly from: string; readonly to: string; readonly typesOnly: boolean };

const moduleOf = (path: string): string => path.split('/')[1] ?? '';
const stemOf = (path: string): string => path.replace(/\.tsx?$/, '');
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Every way in which these sources break the architecture, one sentence each. Paths begin with `src/`. */
export function violations(files: readonly SourceText[]): readonly string[] {
  const known = new Set(files.map((file) => stemOf(file.path)));
  const found: string[] = [];
  const edges: Edge[] = [];
  for (const file of files) {
    const source = parse(file);
    found.push(...shapeOf(file, source));
    const law = layerLaw[moduleOf(file.path)];
    if (law === undefined) {
      found.push(`${file.path}: the design knows no module "${moduleOf(file.path)}"`);
      continue;
    }
    if (law.pure === true) found.push(...impurities(file.path, source));
    // A component says what it takes by the type of its props.
    if (!file.path.endsWith('.tsx'))
      found.push(...undocumented(source).map((which) => `${file.path}:${which}: no word of what it takes and gives`));
    if (moduleOf(file.path) !== 'protocol') found.push(...copiedTotals(file.path, source));
    for (const imported of importsOf(source)) {
      const problem = judge(file.path, imported, known, edges);
      if (problem !== null) found.push(`${file.path}:${String(imported.line)}: ${problem}`);
    }
  }
  return [...found, ...cycles(edges)];
}

/** Is one import allowed? Adds it to the edges where it leads to another of our files. */
function judge(from: string, imported: Import, known: ReadonlySet<string>, edges: Edge[]): string | null {
  const home = moduleOf(from);
  const law = layerLaw[home];
  const { specifier, typesOnly } = imported;
  if (law === undefined) return null;
  if (!specifier.startsWith('.')) {
    const allowed = law.packages.some((name) => specifier === name || packageOf(specifier) === name);
    return allowed ? null : `${home} may not import ${specifier}`;
  }
  const target = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
  if (target.startsWith('assets/')) return law.assets === true ? null : `${home} may not name files of assets/`;
  if (!target.startsWith('src/')) return `${specifier} leaves the source`;
  const there = moduleOf(target);
  const stem = stemOf(target);
  if (!target.endsWith('.css')) {
    if (!known.has(stem)) return `${specifier} leads nowhere`;
    edges.push({ from: stemOf(from), to: stem, typesOnly });
  }
  if (there === home) return null;
  const reach = law.ours[there];
  if (reach === undefined) return `${home} may not import ${there} (${specifier})`;
  if (reach === 'types' && !typesOnly) return `${home} may import only types from ${there} (${specifier})`;
  return null;
}

/** What can be told of a file without its imports: its length, its name, whether it only passes others on. */
function shapeOf({ path, text }: SourceText, source: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const lines = text.split('\n').length;
  if (lines > lineLimit && !isTable(path)) {
    found.push(`${path}: ${String(lines)} lines are more than ${String(lineLimit)}`);
  }
  if (path.split('/').some((part) => vagueNames.test(part))) found.push(`${path}: the name says nothing`);
  const passesOn = source.statements.filter(
    (node) => ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined,
  );
  if (/(^|\/)index\.tsx?$/.test(path) || (passesOn.length > 0 && passesOn.length === source.statements.length)) {
    found.push(`${path}: a barrel`);
  }
  return found;
}

/** Uses of the page, the clock, chance or storage. A name that the file itself declares is its own. */
function impurities(path: string, source: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const own = new Set<string>();
  walk(source, (node) => {
    if (
      (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) &&
      ts.isIdentifier(node.name)
    ) {
      own.add(node.name.text);
    }
  });
  const report = (node: ts.Node, what: string) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push(`${path}:${String(line)}: ${what} in a pure module`);
  };
  walk(source, (node) => {
    if (ts.isNewExpression(node) && node.expression.getText(source) === 'Date') report(node, 'new Date');
    if (ts.isPropertyAccessExpression(node)) {
      const text = node.getText(source);
      if (text === 'Date.now' || text === 'Math.random') report(node, text);
    }
    if (ts.isIdentifier(node) && impureNames.has(node.text) && !own.has(node.text) && isRead(node))
      report(node, node.text);
  });
  return found;
}

/** Is the identifier a value that is read, rather than the name of a property, a type's member or a label? */
function isRead(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !(ts.isPropertySignature(parent) || ts.isMethodSignature(parent) || ts.isTypeReferenceNode(parent));
}

function copiedTotals(path: string, source: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  walk(source, (node) => {
    const text = ts.isNumericLiteral(node) || ts.isStringLiteralLike(node) ? node.text : '';
    if (totals.test(text)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push(`${path}:${String(line)}: a total of the paradigm outside src/protocol: ${text}`);
    }
  });
  return found;
}

/** Files that need each other to load. Types are no load, so they may point both ways within a module. */
function cycles(edges: readonly Edge[]): readonly string[] {
  const next = new Map<string, string[]>();
  for (const { from, to, typesOnly } of edges) {
    if (!typesOnly) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file);
    if (at >= 0) found.push(`a circle: ${[...trail.slice(at), file].join(' -> ')}`);
    if (at >= 0 || done.has(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...trail, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}
