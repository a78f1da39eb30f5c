import { useId, useMemo } from 'react';
import type { SkinRays } from '../skin-rays';
import { projectionOf, type SheetPoint } from '../../anatomy/drawing/viewpoint';
import type { ZoneId } from '../../protocol/danger-zone';
import type { MapZone, ViewPreset } from '../map-props';
import type { Theme } from '../palette';
import { presetPoses } from '../views';
import { zoneInk } from '../zone-palette';
import { squareness } from './flat-view';
import { pathOf, perMm } from './paths';

type Props = {
  readonly zones: readonly MapZone[];
  readonly focus: ZoneId | null;
  readonly view: ViewPreset;
  /** What the head covers, as path data: no band reaches beyond it. */
  readonly outline: string;
  /** Pixels a millimetre. */
  readonly scale: number;
  readonly rays: SkinRays | null;
  readonly theme: Theme;
};

/** Danger zones on the drawing: the course of each where it is seen, and its spread as a band as wide as on the skin. */
export function DrawnZones({ zones, focus, view, outline, scale, rays, theme }: Props) {
  const clip = useId();
  const courses = useMemo(() => zones.map((zone) => pathOf(visibleCourse(zone, view, rays))), [zones, view, rays]);
  const px = perMm / scale;
  const stroke = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
  return (
    <g clipPath={`url(#${clip})`}>
      <clipPath id={clip}>
        <path d={outline} clipRule="evenodd" />
      </clipPath>
      {zones.map((zone, i) => {
        const ink = zoneInk(zone.kind, theme);
        const quiet = focus !== null && zone.zone !== focus;
        const dash = zone.kind === 'nerve' ? undefined : `${7 * px} ${5 * px}`;
        return (
          <g key={`${zone.zone} ${zone.side}`} opacity={quiet ? 0.45 : 1} data-zone={zone.zone}>
            <path
              d={courses[i]}
              {...stroke}
              stroke={ink.band}
              strokeOpacity={0.26}
              strokeWidth={2 * zone.spreadMm * perMm}
            />
            <path d={courses[i]} {...stroke} stroke={ink.casing} strokeWidth={5 * px} />
            <path d={courses[i]} {...stroke} stroke={ink.core} strokeWidth={2.6 * px} strokeDasharray={dash} />
          </g>
        );
      })}
    </g>
  );
}

function visibleCourse({ path }: MapZone, view: ViewPreset, rays: SkinRays | null): SheetPoint[][] {
  const { project } = projectionOf(presetPoses[view]);
  const parts: SheetPoint[][] = [];
  let part: SheetPoint[] = [];
  for (const [px, py, pz, nx, ny, nz] of path) {
    const seen = squareness({ positionMm: [px, py, pz], normal: [nx, ny, nz] }, view, rays) > 0;
    if (seen) {
      const { x, y } = project([px, py, pz]);
      part.push([x, y]);
    }
    if (!seen && part.length > 0) {
      parts.push(part);
      part = [];
    }
  }
  return part.length > 1 ? [...parts, part] : parts;
}
