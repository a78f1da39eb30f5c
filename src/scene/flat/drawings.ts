import { hairlineField } from '../../anatomy/hairline';
import { drawHead } from '../../anatomy/drawing/draw-head';
import { drawMuscles } from '../../anatomy/drawing/draw-muscles';
import { type Sitter, sitterOf } from '../../anatomy/drawing/sitter';
import { warpPositions } from '../../anatomy/variant-warp';
import type { HeadShape } from '../../state/heads';
import { type ViewPreset, viewPresets } from '../map-props';
import { type LightHead, loadLightHead, loadMuscles } from '../model';
import { presetPoses } from '../views';
import { type DrawnPaths, type MusclePaths, pathOf, pathsOf } from './paths';

/** Every quick view of a head, drawn: for a page that is about to be printed. Rejects as `draw` does. */
export const drawAll = (shape: HeadShape | null): Promise<readonly DrawnPaths[]> =>
  Promise.all(viewPresets.map((view) => draw(shape, view)));

type Kept = {
  readonly sitter: Sitter;
  readonly views: Map<ViewPreset, DrawnPaths>;
  readonly muscles: Map<ViewPreset, MusclePaths>;
};

/** Heads of other sizes that are kept ready; the standard one always is. */
const mostKept = 8;
const heads = new Map<string, Kept>();

/** Two shapes are one head where they are warped alike: the curves are always the standard head's. */
export const shapeKey = (shape: HeadShape | null): string => (shape === null ? 'standard' : JSON.stringify(shape.warp));

/** A view of a head that has been drawn already; null where it has not. */
export const drawn = (shape: HeadShape | null, view: ViewPreset): DrawnPaths | null =>
  heads.get(shapeKey(shape))?.views.get(view) ?? null;

/**
 * Draws a view of a head of this shape, once for everybody who asks. Rejects where the small head's model cannot be
 * fetched; asking again then tries again.
 */
export async function draw(shape: HeadShape | null, view: ViewPreset): Promise<DrawnPaths> {
  const light = await loadLightHead();
  const known = drawn(shape, view);
  if (known !== null) return known;
  const key = shapeKey(shape);
  const head: Kept = heads.get(key) ?? { sitter: sitterFor(light, shape), views: new Map(), muscles: new Map() };
  const paths = pathsOf(drawHead(head.sitter, presetPoses[view]));
  head.views.set(view, paths);
  // The one asked for last stays longest.
  heads.delete(key);
  heads.set(key, head);
  const others = [...heads.keys()].filter((each) => each !== 'standard');
  for (const old of others.slice(0, Math.max(0, others.length - mostKept))) heads.delete(old);
  return paths;
}

/** The muscles of a view whose head has been drawn; null where that or they have not. */
export const drawnMuscles = (shape: HeadShape | null, view: ViewPreset): MusclePaths | null =>
  heads.get(shapeKey(shape))?.muscles.get(view) ?? null;

/** Draws the muscles over a view of a head. Rejects as `draw` does. */
export async function drawMuscleLayer(shape: HeadShape | null, view: ViewPreset): Promise<void> {
  const [muscles] = await Promise.all([loadMuscles(), draw(shape, view)]);
  const head = heads.get(shapeKey(shape));
  const { index } = muscles;
  if (head === undefined || index === null || head.muscles.has(view)) return;
  const standard = Float32Array.from(muscles.getAttribute('position').array);
  const uv = muscles.getAttribute('uv');
  const { area, fibres } = drawMuscles(
    head.sitter,
    {
      positions: shape === null ? standard : warpPositions(shape.warp, shape.curves, standard),
      indices: Uint32Array.from(index.array),
      across: Float32Array.from({ length: uv.count }, (_, v) => uv.getX(v)),
    },
    presetPoses[view],
  );
  head.muscles.set(view, { area: pathOf(area), fibres: pathOf(fibres) });
}

function sitterFor({ skin, landmarks }: LightHead, shape: HeadShape | null): Sitter {
  const standard = Float32Array.from(skin.getAttribute('position').array);
  const { index } = skin;
  if (index === null) throw new Error('the head has no index');
  // The hairline belongs to places of the skin: it is found on the standard head and goes with them.
  const hair = hairlineField(standard, landmarks);
  return sitterOf(
    {
      positions: shape === null ? standard : warpPositions(shape.warp, shape.curves, standard),
      indices: Uint32Array.from(index.array),
    },
    Float32Array.from(skin.getAttribute('color').array),
    hair,
  );
}
