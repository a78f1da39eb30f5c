import type { LandmarkName } from '../protocol/rule';
import type { Side } from '../protocol/words';
import type { SkinRay, Vec3 } from './anchor';
import { partEars } from './auricle';
import { Footprints } from './footprint';
import { Geodesics } from './geodesic';
import type { HeadModel, LandmarkId } from './head-model';
import { mainland } from './mainland';
import { Regions } from './regions';
import { Surface, type SurfacePoint } from './surface';
import { addScaled, distance, scale } from './vector';

/** What a ray or a point meets: skin that can be measured on, or an auricle. */
export type Met = { readonly ear: boolean; readonly point: SurfacePoint };

/** Skin around an ear counts as the head's where it lies this near (mm) to the membrane that bridges the ear. */
const nearMembrane = 2;
/** A walk may end on skin a little further off, so that a point told in whole millimetres is found again. */
const underWalk = 4;

/**
 * A head made ready for questions: search trees over the skin and the muscles. Costs a few tenths of a second to
 * build; everything it answers is a function of the model alone.
 */
export class Anatomy {
  readonly model: HeadModel;
  /** What is walked and measured on: the skin with the ears taken off. Triangles are the model's. */
  readonly skin: Surface;
  readonly footprints: Footprints;
  readonly #ears: Surface;
  readonly #headTriangle: Uint32Array;
  readonly #slack: Uint8Array;
  readonly #landmarks = new Map<string, SurfacePoint>();
  #regions: Regions | null = null;
  #geodesics: Geodesics | null = null;
  readonly #mainland: Uint8Array;
  /** The skin without the pieces that hang on nothing; made when first needed, which is seldom. */
  #whole: { readonly surface: Surface; readonly headTriangle: readonly number[] } | null = null;

  constructor(model: HeadModel) {
    this.model = model;
    const tragi = model.landmarks.filter(({ name }) => name === 'tragus').map(({ positionMm }) => positionMm);
    const { bare, ears, headTriangle, slack } = partEars(model, tragi);
    this.skin = new Surface(bare);
    this.#ears = new Surface(ears);
    this.#headTriangle = headTriangle;
    this.#slack = slack;
    this.#mainland = mainland(bare);
    this.footprints = new Footprints(model.muscles);
    for (const { name, side, positionMm } of model.landmarks) {
      this.#landmarks.set(`${name} ${side}`, this.skin.closest(positionMm));
    }
  }

  /** A landmark on the skin. `side` matters for paired ones only; a paired one has none in the midline (a defect). */
  landmark(name: LandmarkName, side: Side): SurfacePoint {
    const found = this.#landmarks.get(`${name} midline`) ?? this.#landmarks.get(`${name} ${side}`);
    if (found === undefined) throw new RangeError(`the head has no ${side} ${name}`);
    return found;
  }

  /** The id of that landmark in the model: `tragus-L`, `inion`. */
  landmarkId(name: LandmarkName, side: Side): LandmarkId {
    const all = this.model.landmarks.filter((landmark) => landmark.name === name);
    const found = all.find((landmark) => landmark.side === 'midline' || landmark.side === side);
    if (found === undefined) throw new RangeError(`the head has no ${side} ${name}`);
    return found.id;
  }

  /** Whether a landmark has a left and a right. One that the head does not have counts as paired. */
  isPaired(name: LandmarkName): boolean {
    return !this.#landmarks.has(`${name} midline`);
  }

  /**
   * The point of the model's own skin at a point of `skin`: the same, but for the membranes, where it is the skin
   * just under or over them; null where that is an auricle.
   */
  onModel(point: SurfacePoint): SurfacePoint | null {
    if (this.#slack[point.triangle] === 0) return point;
    const origin = addScaled(point.position, point.normal, underWalk);
    const met = this.#ears.cast({ origin, direction: scale(point.normal, -1) });
    if (met === null || distance(met.position, point.position) > underWalk) return null;
    return this.#numbered(met);
  }

  /** Which muscle lies under a point and how far it is from what; answers more the more is charted on it. */
  get regions(): Regions {
    this.#regions ??= new Regions(this);
    return this.#regions;
  }

  /** Distances along `skin`; what they are made from is worked out once a head. */
  get geodesics(): Geodesics {
    this.#geodesics ??= new Geodesics(this.skin);
    return this.#geodesics;
  }

  /** Whether a triangle belongs to an ear, where `skin` is a membrane instead. */
  isEar(triangle: number): boolean {
    return this.#slack[triangle] === 1;
  }

  /**
   * The point of `skin` from which distances along it are taken for a point of the model: the same, but for an ear and
   * for what hangs on nothing (the linings of the lids), where it is the nearest that can be reached.
   */
  onSkin(point: SurfacePoint): SurfacePoint {
    const near = this.isEar(point.triangle) ? this.skin.closest(point.position) : point;
    if (this.#mainland[near.triangle] === 1) return near;
    this.#whole ??= this.#reachable();
    const found = this.#whole.surface.closest(point.position);
    return { ...found, triangle: this.#whole.headTriangle[found.triangle]! };
  }

  #reachable(): { readonly surface: Surface; readonly headTriangle: readonly number[] } {
    const headTriangle: number[] = [];
    this.#mainland.forEach((on, t) => {
      if (on === 1) headTriangle.push(t);
    });
    const indices = Uint32Array.from({ length: 3 * headTriangle.length }, (_, e) => {
      return this.skin.indices[3 * headTriangle[Math.floor(e / 3)]! + (e % 3)]!;
    });
    return { surface: new Surface({ positions: this.skin.positions, indices }), headTriangle };
  }

  /** Where a ray first meets the head as it looks, ears and all; null where it misses. */
  cast(ray: SkinRay): Met | null {
    const skin = this.skin.cast(ray);
    const ear = this.#ears.cast(ray);
    const bare = skin !== null && this.#slack[skin.triangle] === 0;
    if (ear !== null && (!bare || distance(ear.position, ray.origin) <= distance(skin.position, ray.origin))) {
      return { ear: this.skin.closestWithin(ear.position, nearMembrane) === null, point: this.#numbered(ear) };
    }
    return skin === null ? null : { ear: !bare, point: skin };
  }

  /** The nearest point of the skin to one near it; null where there is none within 10 mm, or an ear is there. */
  nearest(position: Vec3): SurfacePoint | null {
    const point = this.skin.closestWithin(position, 10);
    return point === null ? null : this.onModel(point);
  }

  /** A point of the ears with its triangle's number on the head. */
  #numbered(point: SurfacePoint): SurfacePoint {
    return { ...point, triangle: this.#headTriangle[point.triangle]! };
  }
}
