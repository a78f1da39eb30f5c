import type { Element, Pen, Style } from './pen';
import { leading } from './pen';

export type Paper = 'a4' | 'letter';
/** Points. */
const papers: Readonly<Record<Paper, readonly [width: number, height: number]>> = {
  a4: [595.28, 841.89],
  letter: [612, 792],
};

export type Sheet = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Where what is set ends: the foot stands below. */
  readonly bottom: number;
};
const margin = { side: 30, top: 28, foot: 34 };

/** The measures of a sheet of paper, in points. */
export function sheetOf(paper: Paper): Sheet {
  const [width, height] = papers[paper];
  return {
    width,
    height,
    left: margin.side,
    right: width - margin.side,
    top: margin.top,
    bottom: height - margin.foot,
  };
}

/** How closely a note is set: letters, points; nothing is smaller than 7. */
export type Fit = {
  readonly text: number;
  readonly rule: number;
  /** Above and below what stands in a row of the table. */
  readonly pad: number;
  readonly gap: number;
};
/** The roomiest that keeps the note on one page is taken; where none does, it is set in the second and goes on. */
export const fits: readonly [Fit, Fit, Fit] = [
  { text: 8.4, rule: 7.4, pad: 4.4, gap: 7 },
  { text: 7.8, rule: 7.1, pad: 2.8, gap: 4.5 },
  { text: 7.2, rule: 7, pad: 1.8, gap: 3 },
];

export const inks = {
  strong: '#0F172A',
  text: '#1E293B',
  quiet: '#52607A',
  line: '#CBD3DF',
  brand: '#0B5FCC',
} as const;

/** Something that is set in one piece: as high as it says, `gap` below what stands before it on the page. */
export type Block = {
  readonly height: number;
  readonly gap: number;
  /** Draws with its top at `y`. */
  readonly draw: (y: number) => void;
  /** Stands at the foot of the first page where there is room. */
  readonly atFoot?: true;
};

/** How high blocks are one below the other on one page. */
export const heightOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { height, gap }, n) => sum + height + (n === 0 ? 0 : gap), 0);

/** The most that is put between two parts where there is room, points. */
const mostEase = 4;

/** The same blocks farther apart, where `spare` points are left on their page: each part gets its share, within reason. */
export function eased(blocks: readonly Block[], spare: number): readonly Block[] {
  // A line that goes on has no gap above it, and what stands first or at the foot has its place.
  const moves = ({ gap, atFoot }: Block, n: number): boolean => n > 0 && gap > 0 && atFoot !== true;
  const share = Math.min(mostEase, Math.max(0, spare) / Math.max(1, blocks.filter(moves).length));
  return blocks.map((block, n) => (moves(block, n) ? { ...block, gap: block.gap + share } : block));
}

/** From the top of a line to its baseline, and from one line to the next. */
export const baseline = (size: number): number => size * 1.02;
/** From one line to the next of letters of a size, both in points. */
export const lineHeight = (size: number): number => size * leading;

/** A text over as many lines as it takes, each a block of its own, so that it can go on on the next page. */
export function textBlocks(
  pen: Pen,
  parent: () => Element,
  runs: readonly { readonly text: string; readonly style: Style }[],
  at: { readonly x: number; readonly width: number; readonly gap: number; readonly type?: string },
): readonly Block[] {
  const size = Math.max(...runs.map(({ style }) => style.size));
  const type = at.type ?? 'P';
  let element: Element | null = null;
  return pen.lines(runs, at.width).map((line, n) => ({
    height: lineHeight(size),
    gap: n === 0 ? at.gap : 0,
    draw: (y) => {
      element ??= pen.group(parent(), type);
      pen.more(element, type, () => {
        pen.put(line, at.x, y + baseline(size));
      });
    },
  }));
}
