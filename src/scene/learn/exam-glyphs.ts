import type { GlyphPart } from '../glyph';

/** Radius of a learner's pin and of a true site, px. */
export const pinRadius = 6.2;
export const truthRadius = 8;

type Ink = { readonly ink: string; readonly paper: string; readonly edge?: string };

/** A pin that a learner put down: a disc of ink with a cross. */
export function learnerPinParts({ ink, paper, edge }: Ink): readonly GlyphPart[] {
  const a = 0.38 * pinRadius;
  return [
    { shape: 'circle', r: pinRadius + 1.6, fill: paper, ...outline(edge) },
    { shape: 'circle', r: pinRadius, fill: ink },
    {
      shape: 'path',
      d: `M${-a} ${-a}L${a} ${a}M${a} ${-a}L${-a} ${a}`,
      fill: 'none',
      stroke: paper,
      strokeWidth: 1.8,
    },
  ];
}

/** Where a site is by its rule: a ring in the muscle's hue with a dot. */
export function truthParts(hue: string, { paper, edge }: Omit<Ink, 'ink'>): readonly GlyphPart[] {
  return [
    { shape: 'circle', r: truthRadius + 1.6, fill: paper, ...outline(edge) },
    { shape: 'circle', r: truthRadius - 1.3, fill: paper, stroke: hue, strokeWidth: 2.6 },
    { shape: 'circle', r: 2.5, fill: hue },
  ];
}

/** Around what is chosen, as around a selected site. */
export function chosenParts({ ink, paper }: Ink, r: number): readonly GlyphPart[] {
  return [
    { shape: 'circle', r: r + 4, fill: 'none', stroke: paper, strokeWidth: 2.5 },
    { shape: 'circle', r: r + 6.2, fill: 'none', stroke: ink, strokeWidth: 2.25 },
  ];
}

const outline = (edge: string | undefined) => (edge === undefined ? {} : { stroke: edge, strokeWidth: 1 });
