import type { GlyphPart } from '../glyph';
import { markerInk, type Theme } from '../palette';

/** A site that is asked about: a dot in ink within a ring, and nothing that tells whose it is. */
export function askedMark(theme: Theme): readonly GlyphPart[] {
  const { paper, ink, edge } = markerInk(theme);
  return [
    { shape: 'circle', r: 11.5, fill: paper, stroke: edge, strokeWidth: 1 },
    { shape: 'circle', r: 8.6, fill: paper, stroke: ink, strokeWidth: 2.8 },
    { shape: 'circle', r: 3.4, fill: ink },
  ];
}

/**
 * How well a site is known, as a disc that fills from below: empty while it is new, full where it holds for long. The share
 * is the shape of the mark, so that it does not rest on colour.
 * @param share from 0 to 1; null for a site that was never placed
 */
export function knownMark(hue: string, share: number | null, theme: Theme): readonly GlyphPart[] {
  const { paper, edge } = markerInk(theme);
  const disc: GlyphPart = { shape: 'circle', r: 10.5, fill: paper, stroke: edge, strokeWidth: 1 };
  if (share === null)
    return [disc, { shape: 'circle', r: 7.8, fill: paper, stroke: hue, strokeWidth: 2, dash: '3 2.6' }];
  return [
    disc,
    ...(share > 0 ? [{ shape: 'path', d: filledTo(share, 7.8), fill: hue } as const] : []),
    { shape: 'circle', r: 7.8, fill: 'none', stroke: hue, strokeWidth: 2.2 },
  ];
}

/** Radii of a glow, px, outermost first: together they fade outward. */
const glowRadii = [34, 27, 20, 13] as const;

/**
 * The warmth under a site's mark: the sites of a muscle lie so near each other that theirs run together over it. The
 * figures stand in the table beside the head; this is to be seen at a glance.
 * @param share of what is to be known of its muscle, 0 to 1
 */
export const knownGlow = (hue: string, share: number): readonly GlyphPart[] =>
  share <= 0
    ? []
    : glowRadii.map((r) => ({ shape: 'circle', r, fill: hue, fillOpacity: 0.03 + 0.13 * share }) as const);

/** The part of a disc of radius r below a level, `share` of its height. */
function filledTo(share: number, r: number): string {
  if (share >= 1) return `M${-r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 ${-r} 0Z`;
  const y = r - 2 * r * share;
  const x = Math.sqrt(r * r - y * y);
  const [ex, ey] = [x.toFixed(2), y.toFixed(2)];
  return `M-${ex} ${ey}A${r} ${r} 0 ${share > 0.5 ? 1 : 0} 0 ${ex} ${ey}Z`;
}
