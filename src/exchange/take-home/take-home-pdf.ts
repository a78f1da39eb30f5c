import type { Result } from '../../protocol/words';
import type { Bytes } from '../../record/crypto-port';
import type { Placed } from '../pdf/certificate-table';
import { tablePart } from '../pdf/certificate-table';
import type { Layer } from '../pdf/note-document';
import type { NoteFonts } from '../pdf/note-fonts';
import { type NoteProblem, pdfBytes, setFeet, setPages } from '../pdf/note-pdf';
import { createPen, type Element, type Pen, type Style } from '../pdf/pen';
import { picturesBlock } from '../pdf/set-note';
import { baseline, type Block, inks, lineHeight, type Paper, type Sheet, textBlocks } from '../pdf/sheet';
import type { AreaCells, TakeHomeDocument, TakeHomeGroup, TakeHomeSection } from './take-home-document';

const brand = '#0B6458';
const soft = '#E3F1EE';
const alarm = '#A5201B';
const call = '#7A4300';
const size = 10;
const plain: Style = { cut: 'regular', size, colour: inks.text };
const strong: Style = { cut: 'semibold', size, colour: inks.strong };
const heading: Style = { cut: 'bold', size: 13, colour: inks.strong };
const small: Style = { cut: 'regular', size: 7.4, colour: inks.quiet };

/**
 * What goes home as a tagged PDF, in letters of 10 points where it is to be read and not looked up. The same document, fonts
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
    setPages(
      pages,
      blocksOf(pen, () => root, document, sheet),
      null,
    );
    setFeet(pages);
    root.end();
  });

function blocksOf(pen: Pen, root: () => Element, document: TakeHomeDocument, sheet: Sheet): readonly Block[] {
  const { title, intro, told, next, map, areas, sections, sources, limits } = document;
  const at = { x: sheet.left, width: sheet.right - sheet.left };
  const h1: Style = { cut: 'bold', size: 21, colour: inks.strong };
  const titled = (text: string, gap = 14): readonly Block[] =>
    textBlocks(pen, root, [{ text, style: heading }], { ...at, gap, type: 'H2' });
  const para = (text: string, style: Style, gap: number): readonly Block[] =>
    textBlocks(pen, root, [{ text, style }], { ...at, gap });
  return [
    ...textBlocks(pen, root, [{ text: title, style: h1 }], { ...at, gap: 0, type: 'H1' }),
    ...para(intro, plain, 4),
    ...told.flatMap((one) => para(one, strong, 5)),
    nextBlock(pen, root, next, sheet),
    ...titled(map.title),
    ...para(map.text, plain, 3),
    { ...picturesBlock(pen, root, map, sheet), gap: 6 },
    legendBlock(pen, root, map.legend, sheet),
    ...titled(areas.title, 10),
    areasBlock(pen, root, areas, sheet),
    ...sections.flatMap((section) => sectionBlocks(pen, root, section, sheet)),
    ...limits.slice(1).flatMap((one, n) => para(one, strong, n === 0 ? 14 : 3)),
    ...textBlocks(pen, root, [{ text: sources.title, style: { ...small, cut: 'semibold' } }], {
      ...at,
      gap: 10,
      type: 'H2',
    }),
    ...para(sources.lines.join(' '), small, 2),
  ];
}

/** When the next one is due, in a box that is found at a glance. */
function nextBlock(pen: Pen, root: () => Element, next: TakeHomeDocument['next'], { left, right }: Sheet): Block {
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

function legendBlock(pen: Pen, root: () => Element, legend: TakeHomeDocument['map']['legend'], { left }: Sheet): Block {
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

const columns: readonly Placed<keyof AreaCells>[] = [
  { key: 'area', from: 0, to: 0.5 },
  { key: 'left', from: 0.5, to: 0.62, right: true },
  { key: 'middle', from: 0.62, to: 0.74, right: true },
  { key: 'right', from: 0.74, to: 0.86, right: true },
  { key: 'all', from: 0.86, to: 1, right: true },
];

function areasBlock(pen: Pen, root: () => Element, areas: TakeHomeDocument['areas'], { left, right }: Sheet): Block {
  const rows = areas.rows.map((row) => ({ ...row, hue: null }));
  const part = tablePart(pen, { columns: areas.columns, rows }, columns, {
    x: left,
    width: right - left,
    size: 9.4,
    pad: 1.8,
  });
  return {
    height: part.height,
    gap: 3,
    draw(y) {
      part.draw(root(), y);
    },
  };
}

function sectionBlocks(
  pen: Pen,
  root: () => Element,
  { tone, title, groups }: TakeHomeSection,
  sheet: Sheet,
): readonly Block[] {
  const at = { x: sheet.left, width: sheet.right - sheet.left };
  const head = textBlocks(pen, root, [{ text: title, style: heading }], { ...at, gap: 14, type: 'H2' });
  return [
    ...head,
    ...groups.flatMap((group) =>
      tone === 'warn' && group.heading !== null
        ? [boxBlock(pen, root, group, sheet)]
        : [
            ...(group.heading === null
              ? []
              : textBlocks(pen, root, [{ text: group.heading, style: strong }], { ...at, gap: 6, type: 'H3' })),
            ...itemBlocks(pen, root, group.items, sheet),
          ],
    ),
  ];
}

const bulletAt = 11;

/** A list, an item a block: it may go on on the next page. */
function itemBlocks(pen: Pen, root: () => Element, items: readonly string[], { left, right }: Sheet): readonly Block[] {
  let list: Element | null = null;
  return items.map((text): Block => {
    const lines = pen.lines([{ text, style: plain }], right - left - bulletAt);
    return {
      height: lines.length * lineHeight(size),
      gap: 2.4,
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

/** The signs to get help for, framed; those for an ambulance on a ground of their own. */
function boxBlock(
  pen: Pen,
  root: () => Element,
  { heading: said, urgent, items }: TakeHomeGroup,
  { left, right }: Sheet,
): Block {
  const ink = urgent ? '#FFFFFF' : inks.strong;
  const head: Style = { cut: 'bold', size: 12, colour: urgent ? '#FFFFFF' : call };
  const style: Style = { cut: 'semibold', size, colour: ink };
  const set = items.map((text) => pen.lines([{ text, style }], right - left - 24 - bulletAt));
  const rows = set.reduce((sum, lines) => sum + lines.length, 0);
  const height = 18 + lineHeight(head.size) + rows * lineHeight(size) + (set.length - 1) * 1.5;
  return {
    height,
    gap: 7,
    draw(y) {
      pen.aside(() => {
        const box = pen.doc.roundedRect(left, y, right - left, height, 8);
        if (urgent) box.fill(alarm);
        else box.lineWidth(1.4).fillAndStroke('#FDF4E3', call);
      });
      pen.as(root(), 'H3', () => pen.put([{ text: said ?? '', style: head }], left + 12, y + 9 + baseline(head.size)));
      const list = pen.group(root(), 'L');
      let top = y + 9 + lineHeight(head.size);
      for (const lines of set) {
        const from = top;
        const item = pen.group(list, 'LI');
        pen.as(item, 'Lbl', () => pen.put([{ text: '•', style }], left + 12, from + baseline(size)));
        pen.as(item, 'LBody', () => {
          for (const [n, line] of lines.entries())
            pen.put(line, left + 12 + bulletAt, from + n * lineHeight(size) + baseline(size));
        });
        top += lines.length * lineHeight(size) + 1.5;
      }
    },
  };
}
