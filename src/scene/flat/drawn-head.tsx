import type { ReactNode } from 'react';
import type { Vec3 } from '../../anatomy/anchor';
import { projectionOf } from '../../anatomy/drawing/viewpoint';
import type { HeadShape } from '../../state/heads';
import type { SkinTone } from '../../state/settings';
import type { ViewPreset } from '../map-props';
import type { Theme } from '../palette';
import { presetPoses } from '../views';
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
  readonly className?: string;
};

/**
 * A small picture of the head with marks on it, for strips and cards: SVG, decorative (say in text what it shows). Its
 * drawing is made once for all the instances that show the same head and view. Marks on the far side are those whose
 * skin turns away from the viewer; what an ear hides is not worked out at this size.
 */
export function DrawnHead({ view, width, height, shape, theme, tone, marks, className }: Props) {
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
        </g>
      )}
      {marks.map((mark) => {
        const at = project(mark.positionMm);
        return <g key={mark.key}>{mark.draw(x + at.x * scale, y - at.y * scale, squareness(mark, from, null) > 0)}</g>;
      })}
    </svg>
  );
}

const nothing = { right: 0, bottom: 0 };
