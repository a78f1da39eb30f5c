import type { HeadDrawing, SheetLine } from '../../anatomy/drawing/draw-head';

/** A drawing as SVG path data: tenths of a millimetre, y down. */
export type DrawnPaths = {
  readonly outline: string;
  readonly contours: string;
  readonly slits: string;
  readonly light: string;
  readonly heavy: string;
  readonly washes: readonly string[];
  readonly hairline: string;
};

/** Muscles as SVG path data in the same units. */
export type MusclePaths = { readonly area: string; readonly fibres: string };

/** Units of the path data in a millimetre. */
export const perMm = 10;

/** The lines of a drawn head (mm, y up), each kind of them as one path; every wash has a path of its own. */
export const pathsOf = ({ outline, contours, slits, strokes, washes, hairline }: HeadDrawing): DrawnPaths => ({
  outline: pathOf(outline),
  contours: pathOf(contours),
  slits: pathOf(slits),
  light: pathOf(strokes.light),
  heavy: pathOf(strokes.heavy),
  washes: washes.map(pathOf),
  hairline: pathOf(hairline),
});

/** Lines as one path in whole units, each step from the point before. */
export function pathOf(lines: readonly SheetLine[]): string {
  let d = '';
  for (const line of lines) {
    let [x, y] = [0, 0];
    let steps = '';
    line.forEach((point, i) => {
      const [px, py] = [Math.round(point[0] * perMm), Math.round(-point[1] * perMm)];
      if (i === 0) d += `M${px} ${py}`;
      else if (px !== x || py !== y) steps += `${steps === '' ? 'l' : ' '}${px - x} ${py - y}`;
      [x, y] = [px, py];
    });
    d += steps;
  }
  return d;
}
