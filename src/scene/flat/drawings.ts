import type { BufferGeometry } from 'three';
import type { HeadShape } from '../../state/heads';
import { type ViewPreset, viewPresets } from '../map-props';
import { loadLightHead, loadMuscles } from '../model';
import { treeOf } from '../skin-tree';
import { presetPoses } from '../views';
import { createDrawingQueue, type Wish } from './drawing-queue';
import type { FromDrawing, ToDrawing } from './drawing-worker';
import type { DrawnPaths, MusclePaths } from './paths';

type Layer = 'head' | 'muscles';
type Asked = {
  readonly layer: Layer;
  readonly key: string;
  readonly shape: HeadShape | null;
  readonly view: ViewPreset;
};
type Kept = { readonly head: Map<ViewPreset, DrawnPaths>; readonly muscles: Map<ViewPreset, MusclePaths> };

/** Heads of other sizes whose drawings are kept; those of the standard one always are. */
const mostKept = 8;
const heads = new Map<string, Kept>();

/** Two shapes are one head where they are warped alike: the curves are always the standard head's. */
export const shapeKey = (shape: HeadShape | null): string => (shape === null ? 'standard' : JSON.stringify(shape.warp));

/** A view of a head that has been drawn already, by its `shapeKey`; null where it has not. */
export const drawn = (key: string, view: ViewPreset): DrawnPaths | null => heads.get(key)?.head.get(view) ?? null;
/** The muscles over it; null where they have not been drawn. */
export const drawnMuscles = (key: string, view: ViewPreset): MusclePaths | null =>
  heads.get(key)?.muscles.get(view) ?? null;

/**
 * Draws a view of a head of this shape in a worker, once for everybody who asks. Rejects where the small head's model
 * or the worker cannot be fetched; asking again then tries again. `ahead`: before anybody needs it, when there is time.
 */
export const draw = (shape: HeadShape | null, view: ViewPreset, when?: 'ahead'): Wish<DrawnPaths> =>
  queue.want(...wishOf('head', shape, view), when) as Wish<DrawnPaths>;
/** The muscles over it, rejecting alike. */
export const drawMuscleLayer = (shape: HeadShape | null, view: ViewPreset, when?: 'ahead'): Wish<MusclePaths> =>
  queue.want(...wishOf('muscles', shape, view), when) as Wish<MusclePaths>;

/** Every quick view of a head, drawn: for a page that is about to be printed. Rejects as `draw` does. */
export const drawAll = (shape: HeadShape | null): Promise<readonly DrawnPaths[]> =>
  Promise.all(viewPresets.map((view) => draw(shape, view).answer));

const wishOf = (layer: Layer, shape: HeadShape | null, view: ViewPreset): [string, Asked] => {
  const key = shapeKey(shape);
  return [`${layer} ${view} ${key}`, { layer, key, shape, view }];
};

const queue = createDrawingQueue(async ({ layer, key, shape, view }: Asked): Promise<FromDrawing> => {
  const had = layer === 'head' ? drawn(key, view) : drawnMuscles(key, view);
  if (had !== null) return had;
  const paths = await ask(layer, { kind: 'draw', what: layer, viewpoint: presetPoses[view], key, shape });
  const head: Kept = heads.get(key) ?? { head: new Map(), muscles: new Map() };
  head[layer].set(view, paths as DrawnPaths & MusclePaths);
  // The one asked for last stays longest.
  heads.delete(key);
  heads.set(key, head);
  const others = [...heads.keys()].filter((each) => each !== 'standard');
  for (const old of others.slice(0, Math.max(0, others.length - mostKept))) heads.delete(old);
  return paths;
});

let worker: Worker | null = null;
let knowsMuscles = false;

/** Puts a question to the worker, which has no other at the time. */
async function ask(layer: Layer, question: ToDrawing): Promise<FromDrawing> {
  const [light, muscles] = await Promise.all([loadLightHead(), layer === 'muscles' ? loadMuscles() : null]);
  const at = worker ?? startWorker(light);
  if (muscles !== null && !knowsMuscles) {
    send(at, { kind: 'muscles', fibres: { ...meshOf(muscles), across: acrossOf(muscles) } });
    knowsMuscles = true;
  }
  return new Promise((resolve, reject) => {
    at.onmessage = ({ data }: MessageEvent<FromDrawing>) => resolve(data);
    at.onerror = ({ message }) => {
      // Whatever stopped it: the next question begins with a new one.
      at.terminate();
      worker = null;
      reject(new Error(message));
    };
    send(at, question);
  });
}

function startWorker({ skin, landmarks }: Awaited<ReturnType<typeof loadLightHead>>): Worker {
  worker = new Worker(new URL('./drawing-worker.ts', import.meta.url), { type: 'module' });
  knowsMuscles = false;
  const colours = new Float32Array(skin.getAttribute('color').array);
  // Drawn in the order of the tree, whenever that is made: the lines are then the same every time.
  treeOf(skin);
  send(worker, { kind: 'head', head: { ...meshOf(skin), colours, landmarks } });
  return worker;
}

const send = (to: Worker, message: ToDrawing): void => to.postMessage(message);

function meshOf(geometry: BufferGeometry) {
  const { index } = geometry;
  if (index === null) throw new Error('a model has no index');
  return {
    positions: new Float32Array(geometry.getAttribute('position').array),
    indices: new Uint32Array(index.array),
  };
}

function acrossOf(muscles: BufferGeometry): Float32Array {
  const uv = muscles.getAttribute('uv');
  return Float32Array.from({ length: uv.count }, (_, v) => uv.getX(v));
}
