import { memo } from 'react';
import { type HeadInk, headLayers } from './head-layers';
import type { DrawnPaths } from './paths';

type Props = HeadInk & { readonly paths: DrawnPaths };

/** The head of a drawing, about its sheet's origin, in its own units (tenths of a mm): scale it by `scale / 10`. */
export const HeadPaths = memo(function HeadPaths({ paths, ...ink }: Props) {
  return headLayers(paths, ink).map((layer, i) =>
    layer.stroke === undefined ? (
      <path
        // biome-ignore lint/suspicious/noArrayIndexKey: a layer is known by its place alone
        key={i}
        d={layer.d}
        fill={layer.fill}
        fillOpacity={layer.fillOpacity}
        fillRule="evenodd"
      />
    ) : (
      <path
        // biome-ignore lint/suspicious/noArrayIndexKey: a layer is known by its place alone
        key={i}
        d={layer.d}
        fill="none"
        stroke={layer.stroke}
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeOpacity={layer.strokeOpacity}
        strokeWidth={layer.strokeWidth}
        strokeDasharray={layer.dash}
      />
    ),
  );
});
