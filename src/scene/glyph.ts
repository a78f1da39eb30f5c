import type { MarkerState } from './map-props';

/**
 * The marker glyphs as shapes around the origin, in px. State is told by shape, never by hue alone.
 * `free` is an extra that may still be planned; `behind` is any site that the head hides.
 */
export type GlyphState = MarkerState | 'behind' | 'free';

type Paint = {
  readonly fill: string;
  readonly fillOpacity?: number;
  readonly stroke?: string;
  readonly strokeOpacity?: number;
  readonly strokeWidth?: number;
  readonly dash?: string;
  readonly opacity?: number;
  /** Present on the two rings around the next site: they breathe unless motion is reduced. */
  readonly halo?: 'inner' | 'outer';
};
export type GlyphPart =
  | ({ readonly shape: 'circle'; readonly r: number } & Paint)
  | ({ readonly shape: 'path'; readonly d: string } & Paint);

/** Tells a part from the others of its glyph: two that share an outline differ in their line. */
export const partKey = (part: GlyphPart): string =>
  [part.shape === 'circle' ? part.r : part.d, part.strokeWidth, part.halo, part.dash].join(' ');

export type GlyphLook = {
  readonly state: GlyphState;
  readonly ftp: boolean;
  readonly hue: string;
  readonly paper: string;
  readonly muted: string;
  /** The line around the key line, where the glyph stands on skin; none in lists. */
  readonly edge?: string;
  /** Base radius, px. */
  readonly r: number;
};

const edgeWidth = 1;
/** A diamond's half-diagonal over the radius of the disc it stands for. */
const diamond = 1.22;

/** The parts of one glyph, back to front. */
export function glyphParts({ state, ftp, hue, paper, muted, edge, r }: GlyphLook): readonly GlyphPart[] {
  switch (state) {
    case 'behind':
      return [
        // On skin as dark or as pale as the hue, a breath of the key colour keeps it from sinking in.
        ...(edge === undefined
          ? []
          : [{ ...outline(ftp, px(0.62 * r)), fill: paper, fillOpacity: 0.06, ...glow(paper) }]),
        { ...outline(ftp, 0.62 * r), fill: hue, fillOpacity: 0.1, ...dashed(hue, 0.5) },
      ];
    case 'free':
      return [{ ...outline(ftp, 0.75 * r), fill: 'none', ...dashed(muted, 0.7) }];
    case 'planned':
      return [key(ftp, r + 1.2, paper, edge), ring(ftp, r, paper, hue, 2.8)];
    case 'moved':
      return [key(ftp, r + 1.2, paper, edge), ring(ftp, r, paper, hue, 2.8), arrow(r, hue)];
    case 'next':
      return [
        { shape: 'circle', r: r + 12, fill: hue, opacity: 0.14, halo: 'outer' },
        { shape: 'circle', r: r + 7, fill: hue, opacity: 0.22, halo: 'inner' },
        key(ftp, r + 1.6, paper, edge),
        ring(ftp, r, paper, hue, 3.2),
        { shape: 'circle', r: px(0.36 * r), fill: hue },
      ];
    case 'given':
      return [key(ftp, r + 1.6, paper, edge), { ...outline(ftp, r), fill: hue }, tick(r, paper)];
    case 'skipped':
      return [
        key(ftp, r + 1.2, paper, edge),
        ring(ftp, r, paper, muted, 2.2),
        slash(r, paper, 5.4),
        slash(r, muted, 2.4),
      ];
  }
}

/** The outline around the selected site: ink over a key-coloured gap, so it shows on skin and on muscle. */
export function selectionParts(ftp: boolean, r: number, ink: string, paper: string): readonly GlyphPart[] {
  return [
    { ...outline(ftp, r + 4), fill: 'none', stroke: paper, strokeWidth: 2.5 },
    { ...outline(ftp, r + 6.5), fill: 'none', stroke: ink, strokeWidth: 2.25 },
  ];
}

/** A site of another map: a small square, so that it is none of this map's states. */
export function otherParts({ hue, paper, edge }: Pick<GlyphLook, 'hue' | 'paper' | 'edge'>): readonly GlyphPart[] {
  return [
    {
      shape: 'path',
      d: square(6.6),
      fill: paper,
      ...(edge === undefined ? {} : { stroke: edge, strokeWidth: edgeWidth }),
    },
    { shape: 'path', d: square(4.6), fill: paper, stroke: hue, strokeWidth: 1.8 },
  ];
}

const square = (a: number): string => `M${-a} ${-a}H${a}V${a}H${-a}Z`;

type Outline = { readonly shape: 'circle'; readonly r: number } | { readonly shape: 'path'; readonly d: string };

function outline(ftp: boolean, r: number): Outline {
  if (!ftp) return { shape: 'circle', r };
  const h = px(r * diamond);
  return { shape: 'path', d: `M0 ${-h}L${h} 0L0 ${h}L${-h} 0Z` };
}

/** Outside the key line, so that none of its width is lost. */
const key = (ftp: boolean, r: number, paper: string, edge: string | undefined): GlyphPart =>
  edge === undefined
    ? { ...outline(ftp, r), fill: paper }
    : { ...outline(ftp, px(r + edgeWidth / 2)), fill: paper, stroke: edge, strokeWidth: edgeWidth };

const ring = (ftp: boolean, r: number, paper: string, stroke: string, strokeWidth: number): GlyphPart => ({
  ...outline(ftp, r - 1.4),
  fill: paper,
  stroke,
  strokeWidth,
});

const dashed = (stroke: string, strokeOpacity: number): Omit<Paint, 'fill'> => ({
  stroke,
  strokeOpacity,
  strokeWidth: 1.5,
  dash: '2.6 2.4',
});

const glow = (stroke: string) => ({ stroke, strokeOpacity: 0.24, strokeWidth: 2.6 });

const tick = (r: number, stroke: string): GlyphPart => ({
  shape: 'path',
  d: `M${px(-0.42 * r)} ${px(0.04 * r)}L${px(-0.1 * r)} ${px(0.36 * r)}L${px(0.46 * r)} ${px(-0.34 * r)}`,
  fill: 'none',
  stroke,
  strokeWidth: px(0.22 * r),
});

/** Stands elsewhere than by its rule. */
const arrow = (r: number, stroke: string): GlyphPart => ({
  shape: 'path',
  d: `M${px(-0.42 * r)} 0L${px(0.38 * r)} 0M${px(0.08 * r)} ${px(-0.32 * r)}L${px(0.4 * r)} 0L${px(0.08 * r)} ${px(0.32 * r)}`,
  fill: 'none',
  stroke,
  strokeWidth: px(0.19 * r),
});

const slash = (r: number, stroke: string, strokeWidth: number): GlyphPart => {
  const a = px(0.95 * r);
  return { shape: 'path', d: `M${-a} ${a}L${a} ${-a}`, fill: 'none', stroke, strokeWidth };
};

const px = (value: number): number => Math.round(value * 1000) / 1000;
