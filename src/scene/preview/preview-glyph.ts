import type { GlyphPart } from '../glyph';
import { markerInk, muscleHue, type Theme } from '../palette';

/** What a spot on a patient's map stands for. */
export type SpotKind = 'given' | 'extra' | 'left-out';

/** Of the disc, px; its halo reaches twice as far. */
const spotRadius = 9.2;
const halo = 21;
/** A diamond's half-diagonal over the radius of the disc that it stands for. */
const diamond = 1.25;

/** One colour for every spot: to a patient no hue means anything. */
const spotHue = (theme: Theme): string => muscleHue('temporalis', theme);

/** A spot as patients see it, back to front: a disc in a soft halo; a diamond was added, a crossed ring was left out. */
export function spotParts(kind: SpotKind, theme: Theme): readonly GlyphPart[] {
  const { paper, muted } = markerInk(theme);
  const hue = spotHue(theme);
  switch (kind) {
    case 'given':
      return [
        { shape: 'circle', r: halo, fill: hue, fillOpacity: 0.22 },
        { shape: 'circle', r: spotRadius + 2.5, fill: paper },
        { shape: 'circle', r: spotRadius, fill: hue },
      ];
    case 'extra':
      return [
        { shape: 'circle', r: halo, fill: hue, fillOpacity: 0.22 },
        { shape: 'path', d: diamondOf(diamond * spotRadius + 3.4), fill: paper },
        { shape: 'path', d: diamondOf(diamond * spotRadius), fill: hue },
      ];
    case 'left-out':
      return [
        { shape: 'circle', r: spotRadius + 1.6, fill: paper },
        { shape: 'circle', r: spotRadius - 1, fill: paper, stroke: muted, strokeWidth: 2.4 },
        { shape: 'path', d: slash(0.62 * spotRadius), fill: 'none', stroke: muted, strokeWidth: 2.4 },
      ];
  }
}

const diamondOf = (h: number): string => `M0 ${-h}L${h} 0L0 ${h}L${-h} 0Z`;
const slash = (a: number): string => `M${-a} ${a}L${a} ${-a}`;
