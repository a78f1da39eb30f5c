import type { Fibres } from '../../anatomy/drawing/draw-muscles';
import type { Viewpoint } from '../../anatomy/drawing/viewpoint';
import { createDrawingDesk, type DrawingDesk, type HeadToDraw, type Sized } from './drawing-desk';
import type { DrawnPaths, MusclePaths } from './paths';

export type ToDrawing =
  | { readonly kind: 'head'; readonly head: HeadToDraw }
  | { readonly kind: 'muscles'; readonly fibres: Fibres }
  | ({ readonly kind: 'draw'; readonly what: 'head' | 'muscles'; readonly viewpoint: Viewpoint } & Sized);

/** One answer to each `draw`, in their order. */
export type FromDrawing = DrawnPaths | MusclePaths;

/** Drawing off the main thread: a head takes longer than a press may wait. */
let desk: DrawingDesk | null = null;
let fibres: Fibres | null = null;

addEventListener('message', ({ data }: MessageEvent<ToDrawing>) => {
  switch (data.kind) {
    case 'head':
      desk = createDrawingDesk(data.head);
      return;
    case 'muscles':
      ({ fibres } = data);
      return;
    case 'draw': {
      if (desk === null) throw new Error('a drawing was asked for before there was a head');
      if (data.what === 'head') postMessage(desk.head(data, data.viewpoint) satisfies FromDrawing);
      else if (fibres === null) throw new Error('muscles were asked for before there were any');
      else postMessage(desk.muscles(data, data.viewpoint, fibres) satisfies FromDrawing);
    }
  }
});
