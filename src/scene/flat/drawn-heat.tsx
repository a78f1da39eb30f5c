import { memo, useId, useMemo } from 'react';
import type { SkinRays } from '../skin-rays';
import type { Dab } from '../../anatomy/pain-heat';
import { heatInk } from '../heat-ink';
import type { ViewPreset } from '../map-props';
import { type HeatDisc, heatDiscs } from './heat-discs';
import { perMm } from './paths';

type Props = {
  readonly dabs: readonly Dab[];
  readonly view: ViewPreset;
  /** What the head covers, as path data: no heat reaches beyond it. */
  readonly outline: string;
  /** Pixels a millimetre. */
  readonly scale: number;
  readonly rays: SkinRays | null;
};

/** Where it hurts, on the drawing: told by stripes and a double line at its edge as on the 3D skin, not by its hue alone. */
export const DrawnHeat = memo(function DrawnHeat({ dabs, view, outline, scale, rays }: Props) {
  const id = useId();
  const px = perMm / scale;
  const discs = useMemo(() => heatDiscs(dabs, view, rays), [dabs, view, rays]);
  const area = discPath(discs, 0);
  const stripes = 4.2 * perMm;
  return (
    <g clipPath={`url(#${id}head)`} data-heat={dabs.length}>
      <clipPath id={`${id}head`}>
        <path d={outline} clipRule="evenodd" />
      </clipPath>
      <pattern
        id={`${id}stripes`}
        width={stripes}
        height={stripes}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(32)"
      >
        <rect width={stripes} height={stripes} fill={heatInk.fill} fillOpacity={0.5} />
        <rect width={stripes} height={0.3 * stripes} fill={heatInk.deep} fillOpacity={0.5} />
      </pattern>
      {/* Dabs lie over each other: their common edge is what the wider discs have beyond the narrower. */}
      <mask id={`${id}beyond`} maskUnits="userSpaceOnUse" {...everywhere}>
        <rect {...everywhere} fill="#fff" />
        <path d={area} fill="#000" />
      </mask>
      <mask id={`${id}within`} maskUnits="userSpaceOnUse" {...everywhere}>
        <path d={area} fill="#fff" />
        <path d={discPath(discs, -1.4 * px)} fill="#000" />
      </mask>
      <path d={area} fill={`url(#${id}stripes)`} />
      <path d={discPath(discs, 1.4 * px)} fill={heatInk.dark} fillOpacity={0.9} mask={`url(#${id}beyond)`} />
      <path d={area} fill={heatInk.light} fillOpacity={0.9} mask={`url(#${id}within)`} />
    </g>
  );
});

/** The sheet, far beyond any head on it. */
const everywhere = { x: -5000, y: -5000, width: 10_000, height: 10_000 };

/** Discs as path data, each wider by so much. */
const discPath = (discs: readonly HeatDisc[], wider: number): string =>
  discs
    .map(({ x, y, radius }) => {
      const r = Math.max(0, Math.round(radius * perMm + wider));
      return `M${Math.round(x * perMm) - r} ${Math.round(-y * perMm)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
    })
    .join('');
