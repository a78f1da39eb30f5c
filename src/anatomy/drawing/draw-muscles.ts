import type { Mesh } from '../surface';
import { blurred } from './blur';
import { cellMm, type SheetLine } from './draw-head';
import { calmLoops, isolines } from './isolines';
import { frameAround, projectMesh, sampleSheet } from './sheet-grid';
import { projectionOf, type Viewpoint } from './viewpoint';

/** The sheets of the muscles as one mesh. `across`: where each vertex lies across its sheet's fibres, cm. */
export type Fibres = Mesh & { readonly across: Float32Array };

/** Muscles drawn from one viewpoint: the area that is seen of them, and every other stripe of their fibres; even-odd. */
export type MuscleDrawing = { readonly area: readonly SheetLine[]; readonly fibres: readonly SheetLine[] };

/** From one drawn fibre to the next, cm. */
const stripe = 0.42;
/** A sheet this much under the coarse skin still lies on it, mm. */
const under = 0.6;

/** Draws the muscles that lie on a head, less what the head or its ears hide. */
export function drawMuscles(skin: Mesh, muscles: Fibres, viewpoint: Viewpoint): MuscleDrawing {
  const projection = projectionOf(viewpoint);
  const head = projectMesh(skin.positions, skin.indices, projection);
  const frame = frameAround(head, cellMm);
  const { near } = sampleSheet(head, [], frame);
  const sheets = projectMesh(muscles.positions, muscles.indices, projection);
  const over = sampleSheet(sheets, [muscles.across], frame);
  const { columns, rows } = frame;
  const seen = new Float32Array(near.length);
  const striped = new Float32Array(near.length);
  for (let i = 0; i < seen.length; i++) {
    if (over.near[i] === -Infinity || over.near[i]! < near[i]! - under) continue;
    seen[i] = 1;
    striped[i] = 1.5 + Math.sin((2 * Math.PI * over.values[0]![i]!) / stripe);
  }
  return {
    area: calmLoops(isolines(blurred(seen, columns, rows, 1), frame, 0.5), 20),
    fibres: calmLoops(isolines(striped, frame, 1.9), 12),
  };
}
