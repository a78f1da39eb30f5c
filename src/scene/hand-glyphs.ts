import type { GlyphPart } from './glyph';

/** Where a site was planned that stands elsewhere now: a small dashed ring. */
export const plannedParts = (hue: string, paper: string, edge: string, r: number): readonly GlyphPart[] => [
  { shape: 'circle', r: r + 0.6, fill: 'none', stroke: edge, strokeWidth: 4.6, strokeOpacity: 0.5 },
  { shape: 'circle', r, fill: 'none', stroke: paper, strokeWidth: 3.4 },
  { shape: 'circle', r, fill: 'none', stroke: hue, strokeWidth: 1.8, dash: '2.6 2.4' },
];

/** Where an extra is offered: a dashed diamond, as for one that is free, on its key line. */
export function offerParts(hue: string, paper: string, edge: string, r: number): readonly GlyphPart[] {
  const d = diamond(1.1 * r);
  return [
    { shape: 'path', d, fill: paper, fillOpacity: 0.3, stroke: edge, strokeWidth: 5.4 },
    { shape: 'path', d, fill: 'none', stroke: paper, strokeWidth: 4 },
    { shape: 'path', d, fill: 'none', stroke: hue, strokeWidth: 2, dash: '3.6 2.8' },
  ];
}

/** The place under a pointer that drags a site: a ring where it may stand, a cross where it may not. */
export function pinParts(allowed: boolean, hue: string, paper: string, edge: string, r: number): readonly GlyphPart[] {
  const a = 0.62 * r;
  return [
    { shape: 'circle', r: r + 1.7, fill: paper, stroke: edge, strokeWidth: 1 },
    {
      shape: 'circle',
      r: r - 1.4,
      fill: paper,
      stroke: hue,
      strokeWidth: 2.8,
      ...(allowed ? {} : { dash: '2.6 2.4' }),
    },
    ...(allowed
      ? [{ shape: 'circle', r: 0.3 * r, fill: hue } as const]
      : [
          {
            shape: 'path',
            d: `M${-a} ${-a}L${a} ${a}M${a} ${-a}L${-a} ${a}`,
            fill: 'none',
            stroke: hue,
            strokeWidth: 2.4,
          } as const,
        ]),
  ];
}

const diamond = (h: number): string => `M0 ${-h}L${h} 0L0 ${h}L${-h} 0Z`;
