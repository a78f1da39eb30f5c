import type { ReactNode } from 'react';
import type { SkinRays } from '../skin-rays';
import type { Vec3 } from '../../anatomy/anchor';
import { projectionOf } from '../../anatomy/drawing/viewpoint';
import type { Dab } from '../../anatomy/pain-heat';
import type { HeadShape } from '../../state/heads';
import type { SkinTone } from '../../state/settings';
import type { ViewPreset } from '../map-props';
import type { Theme } from '../palette';
import { presetPoses } from '../views';
import { DrawnHeat } from './drawn-heat';
import { flatLook } from './flat-look';
import { placementOf, squareness, unzoomed } from './flat-view';
import { HeadPaths } from './head-paths';
import { perMm } from './paths';
import { useDrawing } from './use-drawing';

/** Something at a place of the skin: `draw` gets where it lies, px, and whether the viewer's side of the head has it. */
export type DrawnMark = {
  readonly key: string;
  readonly positionMm: Vec3;
  readonly normal: Vec3;
  readonly draw: (x: number, y: number, front: boolean) => ReactNode;
};

type Props = {
  readonly view: ViewPreset;
  /** px */
  readonly width: number;
  readonly height: number;
  readonly shape: HeadShape | null;
  readonly theme: Theme;
  readonly tone: SkinTone;
  readonly marks: readonly DrawnMark[];
  /** Where it hurts. Keep the array while it does not change. */
  readonly heat?: readonly Dab[];
  /** The head's search tree, where what an ear hides is to be worked out; without it, it is not, and no heat is drawn. */
  readonly rays?: SkinRays | null;
  readonly className?: string;
};

/**
 * A small picture of the head with marks on it, for strips and cards: SVG, decorative (say in text what it shows). Its
 * drawing is made once for all the instances that show the same head and view. Marks on the far side are those whose
 * skin turns away from the viewer.
 */
export function DrawnHead({
  view,
  width,
  height,
  shape,
  theme,
  tone,
  marks,
  heat = none,
  rays = null,
  className,
}: Props) {
  const drawing = useDrawing(shape, view);
  // Until it is drawn from the new side, all of it stands as it was.
  const from = drawing?.view ?? view;
  const { x, y, scale } = placementOf(from, { width, height, covered: nothing }, unzoomed);
  const { project } = projectionOf(presetPoses[from]);
  return (
    <svg
      className={className}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      {drawing !== null && (
        <g transform={`translate(${x} ${y}) scale(${scale / perMm})`}>
          <HeadPaths paths={drawing.paths} look={flatLook(tone, 'skin', theme)} scale={scale} hairline="none" />
          {heat.length > 0 && rays !== null && (
            <DrawnHeat dabs={heat} view={from} outline={drawing.paths.outline} scale={scale} rays={rays} />
          )}
        </g>
      )}
      {marks.map((mark) => {
        const at = project(mark.positionMm);
        return <g key={mark.key}>{mark.draw(x + at.x * scale, y - at.y * scale, squareness(mark, from, rays) > 0)}</g>;
      })}
    </svg>
  );
}

const none: readonly Dab[] = [];
const nothing = { right: 0, bottom: 0 };
