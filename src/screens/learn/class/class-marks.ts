import type { ClassSite } from '../../../learn/class-results';
import { type Nearness, nearness } from '../../../learn/summary';
import type { GlyphPart } from '../../../scene/glyph';
import { markerInk, type Theme } from '../../../scene/palette';

/** How a class did at a site; one that nobody placed counts as far. */
export const markOf = ({ meanMm }: ClassSite): Nearness => (meanMm === null ? 'far' : nearness(meanMm));

/** As the pins of an exam are told: within, a little over, far over. */
const inks: Readonly<Record<Theme, Readonly<Record<Nearness, string>>>> = {
  light: { near: '#0B6B3F', off: '#8A4B00', far: '#B42318' },
  dark: { near: '#5FD69A', off: '#FFC66B', far: '#FF9C92' },
};

/** A disc the larger the worse, with a shape of its own for each mark: size and shape tell it without colour. */
export function classParts(site: ClassSite, theme: Theme): readonly GlyphPart[] {
  return markParts(markOf(site), radiusOf(site.meanMm), theme);
}

/** The mark of a radius `r`, px, about its own middle. */
export function markParts(mark: Nearness, r: number, theme: Theme): readonly GlyphPart[] {
  const { paper, edge } = markerInk(theme);
  const fill = inks[theme][mark];
  const line = { fill: 'none', stroke: paper, strokeWidth: 2 } as const;
  const a = 0.4 * r;
  return [
    { shape: 'circle', r: r + 1.6, fill: paper, stroke: edge, strokeWidth: 1 },
    { shape: 'circle', r, fill },
    ...(mark === 'near' ? [] : [{ shape: 'path' as const, d: `M${-a} 0H${a}`, ...line }]),
    ...(mark === 'far' ? [{ shape: 'path' as const, d: `M0 ${-a}V${a}`, ...line }] : []),
  ];
}

/** From 5 px on the site to 15 px at 15 mm and beyond. */
const radiusOf = (mm: number | null): number => 5 + 10 * Math.min(1, (mm ?? 15) / 15);
