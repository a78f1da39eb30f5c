import type { MuscleId, Side } from '../protocol/words';
import type { MuscleSheet } from './head-model';
import { Surface, type SurfacePoint } from './surface';
import { addScaled, cross, distance, dot, length, pointAt, scale, subtract } from './vector';

/** A muscle drawn on the head, also one the paradigm does not inject. */
export type DrawnMuscle = { readonly muscle: MuscleId | 'sternocleidomastoid'; readonly side: Side };

/** How far above and below the skin a sheet may lie: it is raised by its thickness, and its edges sink in. */
export const above = 8;
export const below = 4;

export type Footprint = DrawnMuscle & { readonly sheet: Surface; readonly area: number };

/**
 * Which muscle lies under a point of the skin. A point is in a muscle's footprint where the line along the skin's
 * normal through it meets the muscle's sheet. Where sheets overlap:
 * - cervical paraspinal before trapezius: the cautious answer, since no follow-the-pain dose may go there;
 * - else the smaller sheet (corrugator and procerus before frontalis): the larger one surrounds it.
 */
export class Footprints {
  readonly #all: readonly Footprint[];

  constructor(sheets: readonly MuscleSheet[]) {
    this.#all = sheets
      .map(
        (sheet): Footprint => ({
          muscle: sheet.muscle,
          side: sheet.side,
          sheet: new Surface(sheet),
          area: areaOf(sheet),
        }),
      )
      .sort((a, b) => precedence(a) - precedence(b) || a.area - b.area);
  }

  /** The sheets, first the one that comes before the others where they overlap. */
  get sheets(): readonly Footprint[] {
    return this.#all;
  }

  /** The muscle under a point of the skin; null where none is drawn. Asks every sheet: `Regions` answers the same sooner. */
  muscleAt(point: SurfacePoint): DrawnMuscle | null {
    const found = this.#all.find(({ sheet }) => covers(sheet, point));
    return found === undefined ? null : { muscle: found.muscle, side: found.side };
  }

  /** How far (mm) a point of the skin lies outside the footprint of one muscle; 0 inside. */
  outsideBy(point: SurfacePoint, { muscle, side }: DrawnMuscle): number {
    const own = this.#all.find((other) => other.muscle === muscle && other.side === side);
    if (own === undefined) throw new RangeError(`the head has no ${side} ${muscle}`);
    if (covers(own.sheet, point)) return 0;
    const offset = subtract(own.sheet.closest(point.position).position, point.position);
    // Along the skin: the sheet's edge may lie a little above or below it.
    return length(addScaled(offset, point.normal, -dot(offset, point.normal)));
  }
}

const covers = (sheet: Surface, point: Pick<SurfacePoint, 'position' | 'normal'>): boolean =>
  heightOver(sheet, point) !== null;

/** How far (mm) a sheet lies above a point of the skin, below 0 under it; null where it does not cover the point. */
export function heightOver(
  sheet: Surface,
  { position, normal }: Pick<SurfacePoint, 'position' | 'normal'>,
): number | null {
  const origin = addScaled(position, normal, above);
  const hit = sheet.cast({ origin, direction: scale(normal, -1) }, above + below);
  return hit === null ? null : above - distance(origin, hit.position);
}

const precedence = ({ muscle }: DrawnMuscle): number => (muscle === 'trapezius' ? 1 : 0);

function areaOf({ positions, indices }: MuscleSheet): number {
  let area = 0;
  for (let t = 0; t < indices.length; t += 3) {
    const a = pointAt(positions, indices[t]!);
    const b = pointAt(positions, indices[t + 1]!);
    const c = pointAt(positions, indices[t + 2]!);
    area += length(cross(subtract(b, a), subtract(c, a))) / 2;
  }
  return area;
}
