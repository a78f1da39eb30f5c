import { memo } from 'react';
import type { FlatLook } from './flat-look';
import { type DrawnPaths, type MusclePaths, perMm } from './paths';

type Props = {
  readonly paths: DrawnPaths;
  readonly muscles?: MusclePaths | null;
  readonly look: FlatLook;
  /** Pixels a millimetre: a pen is as broad on a small picture as on a large one, within reason. */
  readonly scale: number;
  /** How much the hairline stands out. */
  readonly hairline?: 'quiet' | 'plain' | 'none';
};

/** The head of a drawing, about its sheet's origin, in its own units (tenths of a mm): scale it by `scale / 10`. */
export const HeadPaths = memo(function HeadPaths({ paths, muscles = null, look, scale, hairline = 'quiet' }: Props) {
  const pen = (px: number): number => (Math.min(px * 1.25, Math.max(px * 0.6, (px * scale) / 2)) * perMm) / scale;
  const line = { fill: 'none', stroke: look.ink, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
  return (
    <>
      <path d={paths.outline} fill={look.skin} fillRule="evenodd" />
      {paths.washes.map((d, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a wash is known by its place alone
        <path key={i} d={d} fill={look.wash} fillOpacity={look.washOpacity} fillRule="evenodd" />
      ))}
      {muscles !== null && (
        <>
          <path d={muscles.area} fill={flesh.area} fillOpacity={0.82} fillRule="evenodd" />
          <path d={muscles.fibres} fill={flesh.fibre} fillOpacity={0.34} fillRule="evenodd" />
          <path d={muscles.area} {...line} strokeOpacity={0.7} strokeWidth={pen(1.1)} />
        </>
      )}
      <path d={paths.light} fill={look.ink} fillOpacity={0.26} fillRule="evenodd" />
      <path d={paths.heavy} fill={look.ink} fillOpacity={0.5} fillRule="evenodd" />
      {hairline !== 'none' && (
        <path
          d={paths.hairline}
          {...line}
          strokeOpacity={hairline === 'plain' ? 0.9 : 0.5}
          strokeWidth={pen(hairline === 'plain' ? 2 : 1.4)}
          strokeDasharray={`0.1 ${pen(4.4)}`}
        />
      )}
      <path d={paths.contours} {...line} strokeWidth={pen(1.5)} />
      <path d={paths.slits} {...line} strokeWidth={pen(1.7)} />
      <path d={paths.outline} {...line} strokeWidth={pen(2)} />
    </>
  );
});

/** An atlas's red. */
const flesh = { area: '#BC5A4D', fibre: '#71211B' };
