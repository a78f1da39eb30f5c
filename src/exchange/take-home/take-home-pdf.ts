import type { Result } from '../../protocol/words';
import type { Bytes } from '../../record/crypto-port';
import type { Layer } from '../pdf/note-document';
import type { NoteFonts } from '../pdf/note-fonts';
import { type NoteProblem, pdfBytes, setFeet, setPages } from '../pdf/note-pdf';
import { createPen, type Element, type Pen, type Style } from '../pdf/pen';
import { picturesBlock } from '../pdf/set-note';
import { baseline, type Block, inks, lineHeight, type Paper, type Sheet, textBlocks } from '../pdf/sheet';
import { areasBlock } from './areas-block';
import { columnsBlock, evenCut, together } from './columns';
import type { TakeHomeDocument, TakeHomeSection } from './take-home-document';
import { warningBoxes } from './warning-boxes';

const brand = '#0B6458';
const soft = '#E3F1EE';
const heading: Style = { cut: 'bold', size: 13, colour: inks.strong };
const small: Style = { cut: 'regular', size: 7.4, colour: inks.quiet };

/**
 * How closely it is set: letters, points, the room before a line of a list and before a part, and which share of the width the
 * pictures take.
 */
type Fit = { readonly size: number; readonly item: number; readonly part: number; readonly pictures: number };
/**
 * The roomiest that keeps it on both sides of one sheet is taken: the map and the signs to get help for on the first, the rest in
 * two columns on the second, as roomy as can be. Where none does, it is set in the first, one below the other, and goes on.
 */
const fits: readonly [Fit, ...Fit[]] = [
  { size: 10, item: 2.4, part: 14, pictures: 1 },
  { size: 10, item: 2, part: 10, pictures: 0.9 },
  { size: 9.6, item: 1.6, part: 9, pictures: 0.8 },
  { size: 9.2, item: 1, part: 8, pictures: 0.7 },
];
const mostPages = 2;
const plainOf = ({ size }: Fit): Style => ({ cut: 'regular', size, colour: inks.text });
const strongOf = ({ size }: Fit): Style => ({ cut: 'semibold', size, colour: inks.strong });

/**
 * What goes home as a tagged PDF, in letters of about 10 points where it is to be read and not looked up. The same document, fonts
 * and paper give the same bytes.
 */
export const takeHomeBytes = (
  document: TakeHomeDocument,
  fonts: NoteFonts,
  paper: Paper,
): Promise<Result<Bytes, NoteProblem>> =>
  pdfBytes(document, fonts, paper, (doc, sheet) => {
    const pen = createPen(doc);
    const root = doc.struct('Document');
    doc.addStructure(root);
    const pages = { pen, root, document: { ...document, footer: document.limits[0] ?? '' }, sheet };
    const first = (fit: Fit) => firstBlocks(pen, () => root, document, sheet, fit);
    const rest = (fit: Fit, beside: boolean) => restBlocks(pen, () => root, document, sheet, fit, beside);
    const [roomy] = fits;
    const front = fits.map(first).find((blocks) => pagesOf(blocks, sheet) === 1);
    const whole =
      front === undefined
        ? undefined
        : fits.map((fit) => [...front, ...rest(fit, true)]).find((blocks) => pagesOf(blocks, sheet) <= mostPages);
    setPages(pages, whole ?? [...first(roomy), ...rest(roomy, false)], null);
    setFeet(pages);
    root.end();
  });

/** On how many pages blocks are set: as `setPages` turns them. */
function pagesOf(blocks: readonly Block[], { top, bottom }: Sheet): number {
  let [pages, y] = [1, top];
  for (const { height, gap } of blocks) {
    y += (y === top ? 0 : gap) + height;
    if (y <= bottom) continue;
    pages += 1;
    y = top + runningHead + height;
  }
  return pages;
}
/** What a page after the first begins with, points. */
const runningHead = 20;

/** Headings, each line of which stays with the block after it. */
function headed(heads: readonly Block[], blocks: readonly Block[]): readonly Block[] {
  const [next, ...rest] = blocks;
  if (next === undefined) return heads;
  return [heads.reduceRight((below, head) => together(head, below), next), ...rest];
}

/** What is looked up first: when the next one is, the map, and the signs to get help for. */
function firstBlocks(
  pen: Pen,
  root: () => Element,
  { title, intro, told, next, map, areas, sections }: TakeHomeDocument,
  sheet: Sheet,
  fit: Fit,
): readonly Block[] {
  const [plain, strong] = [plainOf(fit), strongOf(fit)];
  const at = { x: sheet.left, width: sheet.right - sheet.left };
  const h1: Style = { cut: 'bold', size: 21, colour: inks.strong };
  const titled = (text: string, gap = fit.part): readonly Block[] =>
    textBlocks(pen, root, [{ text, style: heading }], { ...at, gap, type: 'H2' });
  const para = (text: string, style: Style, gap: number): readonly Block[] =>
    textBlocks(pen, root, [{ text, style }], { ...at, gap });
  return [
    ...textBlocks(pen, root, [{ text: title, style: h1 }], { ...at, gap: 0, type: 'H1' }),
    ...para(intro, plain, 4),
    ...told.flatMap((one) => para(one, strong, 5)),
    ...(next === null ? [] : [nextBlock(pen, root, next, sheet, strong)]),
    ...titled(map.title),
    ...para(map.text, plain, 3),
    { ...picturesBlock(pen, root, map, narrowed(sheet, fit.pictures)), gap: 6 },
    legendBlock(pen, root, map.legend, sheet, plain),
    ...headed(titled(areas.title, 10), [areasBlock(pen, root, areas, sheet)]),
    ...inOne(
      sections.filter(({ tone }) => tone === 'warn').flatMap((one) => sectionBlocks(pen, root, one, sheet, fit)),
    ),
  ];
}

/** What is read once. `beside`: its sections in two columns. */
function restBlocks(
  pen: Pen,
  root: () => Element,
  { sections, sources, limits }: TakeHomeDocument,
  sheet: Sheet,
  fit: Fit,
  beside: boolean,
): readonly Block[] {
  const at = { x: sheet.left, width: sheet.right - sheet.left };
  const para = (text: string, style: Style, gap: number): readonly Block[] =>
    textBlocks(pen, root, [{ text, style }], { ...at, gap });
  return [
    ...plainBlocks(
      sections.filter(({ tone }) => tone === 'plain'),
      (section, on) => sectionBlocks(pen, root, section, on, fit),
      sheet,
      beside,
    ),
    ...limits.slice(1).flatMap((one, n) => para(one, strongOf(fit), n === 0 ? fit.part : 2)),
    ...textBlocks(pen, root, [{ text: sources.title, style: { ...small, cut: 'semibold' } }], {
      ...at,
      gap: fit.part / 2,
      type: 'H2',
    }),
    ...para(sources.lines.join(' '), small, 2),
  ];
}

/** A sheet of which the middle alone is taken. */
function narrowed(sheet: Sheet, share: number): Sheet {
  const edge = ((sheet.right - sheet.left) * (1 - share)) / 2;
  return { ...sheet, left: sheet.left + edge, right: sheet.right - edge };
}

/** No page parts the signs to get help for. */
const inOne = ([first, ...rest]: readonly Block[]): readonly Block[] =>
  first === undefined ? [] : [rest.reduce(together, first)];

const betweenColumns = 22;

function plainBlocks(
  sections: readonly TakeHomeSection[],
  blocksOn: (section: TakeHomeSection, sheet: Sheet) => readonly Block[],
  sheet: Sheet,
  beside: boolean,
): readonly Block[] {
  if (!beside) return sections.flatMap((section) => blocksOn(section, sheet));
  const half = (sheet.right - sheet.left - betweenColumns) / 2;
  const [left, right] = [
    { ...sheet, right: sheet.left + half },
    { ...sheet, left: sheet.right - half },
  ];
  const cut = evenCut(sections.map((section) => blocksOn(section, left)));
  const column = (from: number, to: number, on: Sheet) =>
    sections.slice(from, to).flatMap((section) => blocksOn(section, on));
  return [columnsBlock([column(0, cut, left), column(cut, sections.length, right)])];
}

/** When the next one is due, in a box that is found at a glance. */
function nextBlock(
  pen: Pen,
  root: () => Element,
  next: NonNullable<TakeHomeDocument['next']>,
  { left, right }: Sheet,
  strong: Style,
): Block {
  const large: Style = { cut: 'bold', size: 13, colour: brand };
  const lines = pen.lines([{ text: next.text, style: large }], right - left - 24);
  const height = 16 + lineHeight(strong.size) + lines.length * lineHeight(large.size);
  return {
    height,
    gap: 10,
    draw(y) {
      pen.aside(() => pen.doc.roundedRect(left, y, right - left, height, 8).fill(soft));
      pen.as(root(), 'H2', () =>
        pen.put([{ text: next.title, style: strong }], left + 12, y + 8 + baseline(strong.size)),
      );
      pen.as(root(), 'P', () => {
        for (const [n, line] of lines.entries())
          pen.put(line, left + 12, y + 8 + lineHeight(strong.size) + n * lineHeight(large.size) + baseline(large.size));
      });
    },
  };
}

function legendBlock(
  pen: Pen,
  root: () => Element,
  legend: TakeHomeDocument['map']['legend'],
  { left }: Sheet,
  plain: Style,
): Block {
  return {
    height: legend.length === 0 ? 0 : 16,
    gap: 4,
    draw(y) {
      if (legend.length === 0) return;
      let x = left;
      const list = pen.group(root(), 'L');
      for (const { parts, text } of legend) {
        const item = pen.group(list, 'LI');
        const from = x;
        pen.aside(() => {
          pen.doc.save();
          pen.doc.translate(from + 8, y + 8);
          for (const part of parts) drawPart(pen, part);
          pen.doc.restore();
        });
        pen.as(item, 'LBody', () => pen.put([{ text, style: plain }], from + 19, y + 11.5));
        x += 19 + pen.widthOf(text, plain) + 18;
      }
    },
  };
}

function drawPart({ doc }: Pen, { d, fill, fillOpacity = 1, stroke, strokeWidth = 1 }: Layer): void {
  doc.save();
  doc.fillOpacity(fillOpacity).lineWidth(strokeWidth).lineCap('round').path(d);
  if (fill !== undefined && stroke !== undefined) doc.fillAndStroke(fill, stroke);
  else if (fill !== undefined) doc.fill(fill);
  else if (stroke !== undefined) doc.stroke(stroke);
  doc.restore();
}

function sectionBlocks(
  pen: Pen,
  root: () => Element,
  { tone, title, groups }: TakeHomeSection,
  sheet: Sheet,
  fit: Fit,
): readonly Block[] {
  const at = { x: sheet.left, width: sheet.right - sheet.left };
  const head = textBlocks(pen, root, [{ text: title, style: heading }], { ...at, gap: fit.part, type: 'H2' });
  const parts = groups.flatMap((group): readonly Block[] => {
    if (tone === 'warn' && group.heading !== null) return [];
    const items = itemBlocks(pen, root, group.items, sheet, fit);
    if (group.heading === null) return items;
    const under = { ...at, gap: fit.part / 2, type: 'H3' };
    return headed(textBlocks(pen, root, [{ text: group.heading, style: strongOf(fit) }], under), items);
  });
  const boxes = tone === 'warn' ? [warningBoxes(pen, root, groups, sheet, fit.size)] : [];
  return headed(head, [...parts, ...boxes]);
}

const bulletAt = 11;

/** A list, an item a block: it may go on on the next page. */
function itemBlocks(
  pen: Pen,
  root: () => Element,
  items: readonly string[],
  { left, right }: Sheet,
  fit: Fit,
): readonly Block[] {
  const { size } = fit;
  const plain = plainOf(fit);
  let list: Element | null = null;
  return items.map((text): Block => {
    const lines = pen.lines([{ text, style: plain }], right - left - bulletAt);
    return {
      height: lines.length * lineHeight(size),
      gap: fit.item,
      draw(y) {
        list ??= pen.group(root(), 'L');
        const item = pen.group(list, 'LI');
        pen.as(item, 'Lbl', () => pen.put([{ text: '•', style: plain }], left, y + baseline(size)));
        pen.as(item, 'LBody', () => {
          for (const [n, line] of lines.entries())
            pen.put(line, left + bulletAt, y + n * lineHeight(size) + baseline(size));
        });
      },
    };
  });
}
