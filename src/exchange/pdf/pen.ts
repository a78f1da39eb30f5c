import type PDFDocument from 'pdfkit';
import type { Cut } from './note-fonts';
import { type Line, type Run, wrapped } from './wrap';

/** How a stretch of text looks: points and #RRGGBB. */
export type Style = { readonly cut: Cut; readonly size: number; readonly colour: string };
export type Doc = InstanceType<typeof PDFDocument>;
export type Element = ReturnType<Doc['struct']>;

/** Line height over letter size. */
export const leading = 1.32;

/** Sets text and marks what it is, in points from the top left corner of the page. */
export type Pen = {
  readonly doc: Doc;
  readonly widthOf: (text: string, style: Style) => number;
  /** Lines no wider than `width`. */
  readonly lines: (runs: readonly Run<Style>[], width: number) => readonly Line<Style>[];
  /** One line with its baseline at `y`. */
  readonly put: (line: Line<Style>, x: number, y: number, align?: 'left' | 'right' | 'centre') => void;
  /** Draws as the content of a new element under `parent`. */
  readonly as: (parent: Element, type: string, draw: () => void, options?: ElementOptions) => Element;
  /** Draws more of the content of an element, which may go on from the page before. */
  readonly more: (element: Element, type: string, draw: () => void) => void;
  /** An element that holds others. */
  readonly group: (parent: Element, type: string, options?: ElementOptions) => Element;
  /** Draws what is no part of what the page says. */
  readonly aside: (draw: () => void) => void;
};
type ElementOptions = {
  readonly alt?: string;
  readonly scope?: 'Column' | 'Row';
  readonly bbox?: [number, number, number, number];
  readonly placement?: 'Block';
};

/**
 * Keeps the width of each text by its cut, once for all sizes. The fonts must be registered in `doc` by the names of
 * the cuts; the pages are for the caller to add.
 */
export function createPen(doc: Doc): Pen {
  const widths = new Map<string, number>();
  const widthOf = (text: string, { cut, size }: Style): number => {
    const key = `${cut} ${text}`;
    // A thousandth of the size is the font's own unit, so one question serves every size.
    let width = widths.get(key);
    if (width === undefined) {
      width = doc.font(cut).fontSize(1000).widthOfString(text);
      widths.set(key, width);
    }
    return (width * size) / 1000;
  };
  const widthOfLine = (line: Line<Style>): number =>
    line.reduce((sum, { text, style }) => sum + widthOf(text, style), 0);
  const group: Pen['group'] = (parent, type, options = {}) => {
    const element = doc.struct(type, options);
    parent.add(element);
    return element;
  };
  const more: Pen['more'] = (element, type, draw) => {
    const content = doc.markStructureContent(type);
    draw();
    doc.endMarkedContent();
    element.add(content);
  };
  return {
    doc,
    widthOf,
    lines: (runs, width) => wrapped(runs, width, widthOf),
    put(line, x, y, align = 'left') {
      const width = align === 'left' ? 0 : widthOfLine(line);
      let at = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
      for (const { text, style } of line) {
        doc
          .font(style.cut)
          .fontSize(style.size)
          .fillColor(style.colour)
          .text(text, at, y, { lineBreak: false, baseline: 'alphabetic' });
        at += widthOf(text, style);
      }
    },
    as(parent, type, draw, options) {
      const element = group(parent, type, options);
      more(element, type, draw);
      return element;
    },
    more,
    group,
    aside(draw) {
      doc.markContent('Artifact', { type: 'Layout' });
      draw();
      doc.endMarkedContent();
    },
  };
}
