import type { Layer, NoteMark, NotePicture } from './note-document';
import { operatorsOf } from './path-operators';
import type { Element, Pen, Style } from './pen';

/** Where a picture lies on the page, points; as high in proportion as it is itself. */
export type Frame = { readonly x: number; readonly y: number; readonly width: number };

const paper = '#F3F5F9';
const badge: Style = { cut: 'semibold', size: 7, colour: '#334155' };
const round = 5;

/** Draws a view of the head with its numbered sites: vectors, sharp at any size. Its numbers are real text. */
export function drawPicture(pen: Pen, parent: Element, picture: NotePicture, { x, y, width }: Frame): void {
  const { doc } = pen;
  const k = width / picture.width;
  const height = picture.height * k;
  pen.as(
    parent,
    'Figure',
    () => {
      doc.save();
      doc.roundedRect(x, y, width, height, round).clip();
      doc.rect(x, y, width, height).fill(paper);
      doc.translate(x, y).scale(k);
      doc.save();
      doc.translate(picture.head.x, picture.head.y).scale(picture.head.scale);
      for (const layer of picture.head.layers) drawLayer(pen, layer);
      doc.restore();
      for (const { leader } of picture.marks)
        if (leader !== undefined)
          doc
            .moveTo(leader.from.x, leader.from.y)
            .lineTo(leader.to.x, leader.to.y)
            .lineWidth(0.7)
            .stroke(leader.colour);
      for (const mark of picture.marks) drawMark(pen, mark);
      for (const mark of picture.marks) drawNumber(pen, mark);
      doc.restore();
      drawEdges(pen, picture.edges, { x, y, width });
    },
    { alt: picture.alt, bbox: [x, y, x + width, y + height], placement: 'Block' },
  );
}

function drawMark({ doc, ...pen }: Pen, { x, y, parts }: NoteMark): void {
  doc.save();
  doc.translate(x, y);
  for (const part of parts) drawLayer({ doc, ...pen }, part);
  doc.restore();
}

/** The number in its colour on a breath of paper, so that it reads on any part of the drawing. */
function drawNumber(pen: Pen, { number, label }: NoteMark): void {
  // A patient's map has spots without numbers.
  if (number === '') return;
  const { doc } = pen;
  const style: Style = { cut: 'bold', size: label.size, colour: label.colour };
  const width = pen.widthOf(number, style);
  const cap = label.size * capHeight;
  doc.save();
  doc.fillOpacity(0.72);
  doc.roundedRect(label.x - width / 2 - 0.8, label.y - cap / 2 - 0.8, width + 1.6, cap + 1.6, 1.2).fill('#FFFFFF');
  doc.restore();
  pen.put([{ text: number, style }], label.x, label.y + cap / 2, 'centre');
}

/** Of a capital or a figure over the size of the letters. */
const capHeight = 0.727;

function drawEdges(pen: Pen, edges: NotePicture['edges'], { x, y, width }: Frame): void {
  for (const [n, text] of edges.entries()) {
    if (text === '') continue;
    const wide = pen.widthOf(text, badge) + 8;
    const left = n === 0 ? x + 4 : x + width - 4 - wide;
    const top = y + 4;
    pen.doc.roundedRect(left, top, wide, 11, 2.5).fill('#FFFFFF');
    pen.put([{ text, style: badge }], left + wide / 2, top + 5.5 + (badge.size * capHeight) / 2, 'centre');
  }
}

function drawLayer(
  { doc }: Pen,
  { d, fill, fillOpacity = 1, stroke, strokeOpacity = 1, strokeWidth = 1 }: Layer,
): void {
  if (d === '') return;
  doc.save();
  doc.lineCap('round').lineJoin('round').lineWidth(strokeWidth);
  if (fillOpacity < 1) doc.fillOpacity(fillOpacity);
  if (strokeOpacity < 1) doc.strokeOpacity(strokeOpacity);
  const operators = operatorsOf(d);
  if (operators === null) doc.path(d);
  else doc.addContent(operators);
  if (fill !== undefined && stroke !== undefined) doc.fillAndStroke(fill, stroke, 'even-odd');
  else if (fill !== undefined) doc.fill(fill, 'even-odd');
  else if (stroke !== undefined) doc.stroke(stroke);
  doc.restore();
}
