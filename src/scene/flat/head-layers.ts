import type { FlatLook } from './flat-look';
import { type DrawnPaths, type MusclePaths, perMm } from './paths';

/** One path of a drawn head; even-odd. Colours as #RRGGBB, widths in the path's own units (tenths of a mm). */
export type HeadLayer = {
  readonly d: string;
  readonly fill?: string;
  readonly fillOpacity?: number;
  readonly stroke?: string;
  readonly strokeOpacity?: number;
  readonly strokeWidth?: number;
  readonly dash?: string;
};

export type HeadInk = {
  readonly muscles?: MusclePaths | null;
  readonly look: FlatLook;
  /** Pixels (or points) a millimetre: a pen is as broad on a small picture as on a large one, within reason. */
  readonly scale: number;
  /** How much the hairline stands out. */
  readonly hairline?: 'quiet' | 'plain' | 'none';
};

/** What a drawn head is made of, back to front: the same on screen, in print and in a file. */
export function headLayers(
  paths: DrawnPaths,
  { muscles = null, look, scale, hairline = 'quiet' }: HeadInk,
): readonly HeadLayer[] {
  const pen = (px: number): number => (Math.min(px * 1.25, Math.max(px * 0.6, (px * scale) / 2)) * perMm) / scale;
  const stroke = look.ink;
  return [
    { d: paths.outline, fill: look.skin },
    ...paths.washes.map((d) => ({ d, fill: look.wash, fillOpacity: look.washOpacity })),
    ...(muscles === null
      ? []
      : [
          { d: muscles.area, fill: flesh.area, fillOpacity: 0.82 },
          { d: muscles.fibres, fill: flesh.fibre, fillOpacity: 0.34 },
          { d: muscles.area, stroke, strokeOpacity: 0.7, strokeWidth: pen(1.1) },
        ]),
    { d: paths.light, fill: stroke, fillOpacity: 0.26 },
    { d: paths.heavy, fill: stroke, fillOpacity: 0.5 },
    ...(hairline === 'none'
      ? []
      : [
          {
            d: paths.hairline,
            stroke,
            strokeOpacity: hairline === 'plain' ? 0.9 : 0.5,
            strokeWidth: pen(hairline === 'plain' ? 2 : 1.4),
            dash: `0.1 ${pen(4.4)}`,
          },
        ]),
    { d: paths.contours, stroke, strokeWidth: pen(1.5) },
    { d: paths.slits, stroke, strokeWidth: pen(1.7) },
    { d: paths.outline, stroke, strokeWidth: pen(2) },
  ];
}

/** An atlas's red. */
const flesh = { area: '#BC5A4D', fibre: '#71211B' };
