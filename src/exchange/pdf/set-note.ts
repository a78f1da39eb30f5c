import { drawPicture } from './draw-picture';
import type { NoteDocument, NoteHistory, Said } from './note-document';
import type { Element, Pen, Style } from './pen';
import { cardBlocks } from './set-cards';
import { signatureBlock } from './set-signature';
import { tableBlocks } from './set-table';
import { type Block, baseline, type Fit, inks, lineHeight, type Sheet, textBlocks } from './sheet';

/** A note as blocks from top to bottom. `root`: what they are elements of, asked for when they are drawn. */
export function noteBlocks(
  pen: Pen,
  root: () => Element,
  document: NoteDocument,
  notice: string | null,
  sheet: Sheet,
  fit: Fit,
): readonly Block[] {
  const warnings = [document.warning, notice].filter((text) => text !== null);
  return [
    headBlock(pen, root, document, sheet),
    ...warnings.map((text) => warningBlock(pen, root, text, sheet, fit)),
    picturesBlock(pen, root, document, sheet),
    ...tableBlocks(pen, root, document.table, sheet, fit).map((block, n) => (n === 0 ? { ...block, gap: 5 } : block)),
    ...document.paragraphs.flatMap((said, n) =>
      saidBlocks(pen, root, said, sheet, fit.text, n === 0 ? fit.gap : fit.gap / 2),
    ),
    ...cardBlocks(pen, root, document, sheet, fit),
    ...(document.signature === null ? [] : [signatureBlock(pen, root, document.signature, sheet, fit)]),
  ];
}

/** Every version of an amended record, in words; for pages of their own. */
export function historyBlocks(pen: Pen, root: () => Element, history: NoteHistory, sheet: Sheet): readonly Block[] {
  const [heading, sub]: readonly [Style, Style] = [
    { cut: 'bold', size: 14, colour: inks.strong },
    { cut: 'semibold', size: 9.4, colour: inks.strong },
  ];
  const at = { x: sheet.left, width: sheet.right - sheet.left };
  return [
    ...textBlocks(pen, root, [{ text: history.title, style: heading }], { ...at, gap: 22, type: 'H2' }),
    ...history.versions.flatMap(({ title, said, changes }) => [
      ...textBlocks(pen, root, [{ text: title, style: sub }], { ...at, gap: 13, type: 'H3' }),
      ...[...said, ...changes].flatMap((one) => saidBlocks(pen, root, one, sheet, 8.4, 2)),
    ]),
  ];
}

function saidBlocks(
  pen: Pen,
  root: () => Element,
  { lead, text }: Said,
  { left, right }: Sheet,
  size: number,
  gap: number,
): readonly Block[] {
  const runs = [
    { text: `${lead} `, style: { cut: 'bold', size, colour: inks.strong } as const },
    { text, style: { cut: 'regular', size, colour: inks.text } as const },
  ];
  return textBlocks(pen, root, runs, { x: left, width: right - left, gap });
}

const titleStyle: Style = { cut: 'bold', size: 17, colour: inks.strong };
const subtitleStyle: Style = { cut: 'regular', size: 8.4, colour: inks.quiet };
const brandStyle: Style = { cut: 'bold', size: 13, colour: inks.strong };
const patientStyle: Style = { cut: 'bold', size: 11.4, colour: inks.strong };
const sessionStyle: Style = { cut: 'regular', size: 8.4, colour: inks.quiet };
/** From the left margin to the title. */
const titleAt = 97;

/** Product, title and what it is of on the left; whom it is about on the right. */
export function headBlock(
  pen: Pen,
  root: () => Element,
  document: Pick<NoteDocument, 'product' | 'title' | 'subtitle' | 'patient' | 'session'>,
  { left, right }: Sheet,
): Block {
  const across = right - left;
  const patient = pen.lines([{ text: document.patient.text, style: patientStyle }], 0.4 * across);
  const session = pen.lines([{ text: document.session, style: sessionStyle }], 0.4 * across);
  const widest = Math.max(
    ...patient.map((line) => widthOf(pen, line)),
    ...session.map((line) => widthOf(pen, line)),
    0.3 * across,
  );
  const subtitle = pen.lines([{ text: document.subtitle, style: subtitleStyle }], across - titleAt - widest - 10);
  const lines = Math.max(subtitle.length, session.length);
  const height = 24 + (Math.max(1, patient.length) - 1) * lineHeight(patientStyle.size) + lines * lineHeight(8.4) + 8;
  return {
    height,
    gap: 0,
    draw(y) {
      pen.aside(() => {
        drawMark(pen, left + 2, y + 6);
        pen.doc
          .moveTo(left, y + height)
          .lineTo(right, y + height)
          .lineWidth(1.4)
          .stroke(inks.strong);
      });
      pen.as(root(), 'P', () => pen.put([{ text: document.product, style: brandStyle }], left + 27, y + 22.5));
      pen.as(root(), 'H1', () => pen.put([{ text: document.title, style: titleStyle }], left + titleAt, y + 17));
      pen.as(root(), 'P', () => {
        for (const [n, line] of subtitle.entries()) pen.put(line, left + titleAt, y + 30 + n * lineHeight(8.4));
      });
      const told = y + 15 + (Math.max(1, patient.length) - 1) * lineHeight(patientStyle.size);
      pen.as(root(), 'P', () => {
        for (const [n, line] of patient.entries())
          pen.put(line, right, y + 15 + n * lineHeight(patientStyle.size), 'right');
      });
      pen.as(root(), 'P', () => {
        for (const [n, line] of session.entries()) pen.put(line, right, told + 13.5 + n * lineHeight(8.4), 'right');
      });
    },
  };
}

const widthOf = (pen: Pen, line: readonly { readonly text: string; readonly style: Style }[]): number =>
  line.reduce((sum, { text, style }) => sum + pen.widthOf(text, style), 0);

/** The product's drop with its measure marks. */
function drawMark({ doc }: Pen, x: number, y: number): void {
  doc.save();
  doc.translate(x - 3, y - 1);
  doc.path('M13 2.2c3.6 4.9 7 8.6 7 13a7 7 0 0 1-14 0c0-4.4 3.4-8.1 7-13z').fill(inks.brand);
  doc.lineCap('round').lineWidth(1.7).path('M9 15.4h8M9 12.2h4M9 18.6h4').stroke('#FFFFFF');
  doc.restore();
}

function warningBlock(pen: Pen, root: () => Element, text: string, { left, right }: Sheet, fit: Fit): Block {
  const style: Style = { cut: 'semibold', size: Math.max(fit.text, 8), colour: '#7A1212' };
  const lines = pen.lines([{ text, style }], right - left - 16);
  const height = lines.length * lineHeight(style.size) + 7;
  return {
    height,
    gap: 5,
    draw(y) {
      pen.aside(() => {
        pen.doc
          .roundedRect(left, y, right - left, height, 4)
          .lineWidth(0.9)
          .fillAndStroke('#FDF1F0', '#B42318');
      });
      pen.as(root(), 'P', () => {
        for (const [n, line] of lines.entries())
          pen.put(line, left + 8, y + 3.5 + n * lineHeight(style.size) + baseline(style.size));
      });
    },
  };
}

const pictureGap = 2.6;
const captionStyle: Style = { cut: 'semibold', size: 8, colour: inks.strong };

/**
 * The pictures side by side over the whole width of the sheet, each with its title below, as one block as high as the
 * highest of them; 0 points high where there is none.
 */
export function picturesBlock(
  pen: Pen,
  root: () => Element,
  { pictures }: Pick<NoteDocument, 'pictures'>,
  { left, right }: Sheet,
): Block {
  const wide = pictures.reduce((sum, { width }) => sum + width, 0);
  const k = (right - left - pictureGap * Math.max(0, pictures.length - 1)) / Math.max(1, wide);
  const high = Math.max(0, ...pictures.map(({ height }) => height * k));
  return {
    height: pictures.length === 0 ? 0 : high + 14,
    gap: 8,
    draw(y) {
      let x = left;
      for (const picture of pictures) {
        const width = picture.width * k;
        const at = x + width / 2;
        drawPicture(pen, root(), picture, { x, y, width });
        pen.as(root(), 'Caption', () =>
          pen.put([{ text: picture.title, style: captionStyle }], at, y + high + 10.5, 'centre'),
        );
        x += width + pictureGap;
      }
    },
  };
}
