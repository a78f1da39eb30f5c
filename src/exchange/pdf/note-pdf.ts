import PDFDocument from 'pdfkit';
import type { Bytes } from '../../record/crypto-port';
import { err, ok, type Result } from '../../protocol/words';
import type { NoteDocument } from './note-document';
import { embedFonts } from './embed-fonts';
import { filled } from './fill';
import type { NoteFonts } from './note-fonts';
import { createPen, type Doc, type Element, type Pen, type Style } from './pen';
import { printable } from './printable';
import { historyBlocks, noteBlocks } from './set-note';
import { type Block, eased, fits, heightOf, inks, lineHeight, type Paper, type Sheet, sheetOf } from './sheet';

/** Why there is no PDF: a font that is none, or whatever the writing of it ran into, in the words of the library. */
export type NoteProblem =
  | { readonly kind: 'FontUnreadable'; readonly cut: string; readonly why: string }
  | { readonly kind: 'NotWritten'; readonly why: string };

/**
 * A procedure note as a tagged PDF, one page where that can be done in letters of 7 points or more. The same document,
 * fonts and paper give the same bytes: nothing in it is of the day on which it is made.
 */
export const noteBytes = (
  document: NoteDocument,
  fonts: NoteFonts,
  paper: Paper = 'a4',
): Promise<Result<Bytes, NoteProblem>> =>
  pdfBytes(document, fonts, paper, (doc, sheet, has) => {
    write(doc, document, sheet, has);
  });

/** A tagged PDF under its title; `set` sets it, `has` says which letters the fonts have. */
export async function pdfBytes(
  document: Pick<NoteDocument, 'language' | 'fileTitle' | 'product' | 'madeAt'>,
  fonts: NoteFonts,
  paper: Paper,
  set: (doc: Doc, sheet: Sheet, has: (codePoint: number) => boolean) => void,
): Promise<Result<Bytes, NoteProblem>> {
  const [width, height] = [sheetOf(paper).width, sheetOf(paper).height];
  const doc = new PDFDocument({
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as never,
    tagged: true,
    displayTitle: true,
    lang: document.language,
    font: null as never,
    info: {
      Title: document.fileTitle,
      Creator: document.product,
      CreationDate: new Date(document.madeAt),
    },
  });
  // As text it is written into the file all the same, and the library leaves out the list of a font's glyphs: the file need
  // not have one, and the library's lacks those that accented letters are made of, which a checker refuses.
  Object.assign(doc, { subset: '1' });
  const bytes = collected(doc);
  const has = embedFonts(doc, fonts);
  if (!has.ok) return err({ kind: 'FontUnreadable', ...has.error });
  try {
    set(doc, sheetOf(paper), has.value);
    doc.end();
    return ok(await bytes);
  } catch (error) {
    return err({ kind: 'NotWritten', why: String(error) });
  }
}

function write(doc: Doc, asked: NoteDocument, sheet: Sheet, has: (codePoint: number) => boolean): void {
  const { document, lacking } = printable(asked, has);
  const notice = lacking.length === 0 ? null : filled(document.cannotShow, { parts: lacking.join(', ') });
  const pen = createPen(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const under = (): Element => root;
  const room = sheet.bottom - sheet.top;
  const chosen = fits.find((fit) => heightOf(noteBlocks(pen, under, document, notice, sheet, fit)) <= room) ?? fits[1];
  const pages: Pages = { pen, root, document, sheet };
  const blocks = noteBlocks(pen, under, document, notice, sheet, chosen);
  const end = setPages(pages, eased(blocks, room - heightOf(blocks)), null);
  // A note of one page keeps it to itself.
  const from = doc.bufferedPageRange().count === 1 ? null : end;
  if (document.history !== null) setPages(pages, historyBlocks(pen, under, document.history, sheet), from);
  setFeet(pages);
  root.end();
}

export type Pages = {
  readonly pen: Pen;
  readonly root: Element;
  readonly document: Pick<NoteDocument, 'runningTitle' | 'footer' | 'pageText'>;
  readonly sheet: Sheet;
};

/**
 * Sets blocks one below the other, on as many new pages as they take: below `from` on the present page, or on a new one.
 * Answers where they end on the last one.
 */
export function setPages(pages: Pages, blocks: readonly Block[], from: number | null): number {
  const { sheet, pen } = pages;
  let begun = from !== null;
  let y = from ?? turnPage(pages);
  for (const block of blocks) {
    let top = begun ? y + block.gap : y;
    if (begun && top + block.height > sheet.bottom + rounding) {
      y = turnPage(pages);
      top = y;
    }
    const first = pen.doc.bufferedPageRange().count === 1;
    if (block.atFoot && first) top = Math.max(top, sheet.bottom - block.height - 4);
    block.draw(top);
    y = top + block.height;
    begun = true;
  }
  return y;
}

/** What ends where the page does may end a hair below it: lengths are added up in another order than when they were summed. */
const rounding = 0.01;

const running: Style = { cut: 'semibold', size: 7.6, colour: inks.quiet };
const foot: Style = { cut: 'regular', size: 7, colour: inks.quiet };

/** A new page; from the second one on it says what it belongs to. Answers where its own text begins. */
function turnPage({ pen, document, sheet }: Pages): number {
  const { doc } = pen;
  doc.addPage();
  const first = doc.bufferedPageRange().count === 1;
  if (first) return sheet.top;
  pen.aside(() => {
    pen.put([{ text: document.runningTitle, style: running }], sheet.left, sheet.top + 6);
    doc
      .moveTo(sheet.left, sheet.top + 12)
      .lineTo(sheet.right, sheet.top + 12)
      .lineWidth(0.5)
      .stroke(inks.line);
  });
  return sheet.top + 20;
}

/** The foot of every page, once it is known how many there are. It is read out once, after all the rest. */
export function setFeet({ pen, root, document, sheet }: Pages): void {
  const { doc } = pen;
  const lines = pen.lines([{ text: document.footer, style: foot }], sheet.right - sheet.left - 56);
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    pen.aside(() => {
      doc
        .moveTo(sheet.left, sheet.bottom + 3)
        .lineTo(sheet.right, sheet.bottom + 3)
        .lineWidth(0.5)
        .stroke(inks.line);
      const number = filled(document.pageText, { page: page + 1, of: count });
      pen.put([{ text: number, style: foot }], sheet.right, sheet.bottom + 12, 'right');
    });
    const drawFoot = (): void => {
      for (const [n, line] of lines.entries()) pen.put(line, sheet.left, sheet.bottom + 12 + n * lineHeight(foot.size));
    };
    if (page === 0) pen.as(root, 'P', drawFoot);
    else pen.aside(drawFoot);
  }
}

function collected(doc: Doc): Promise<Bytes> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    doc.on('data', (part: Uint8Array) => parts.push(part));
    doc.on('error', reject);
    doc.on('end', () => {
      const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
      let at = 0;
      for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
      }
      resolve(bytes);
    });
  });
}
